/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-activity.h"
#include "api/sp-clock.h"
#include "api/sp-segment.h"

G_BEGIN_DECLS

#define SP_TYPE_FAKE_STRAVA (sp_fake_strava_get_type ())
G_DECLARE_FINAL_TYPE (SpFakeStrava, sp_fake_strava, SP, FAKE_STRAVA, GObject)

#define SP_FAKE_CLIENT_ID "4242"
#define SP_FAKE_CLIENT_SECRET "c1ients3cret0c1ients3cret0c1ients3cret0"

/* As many as a client that keeps to the rules has on their way. */
#define SP_FAKE_MAX_IN_FLIGHT 4

/**
 * SpFakeFault:
 * @SP_FAKE_EXPIRED: 401 and the access token is over, whatever it said
 * @SP_FAKE_REFUSED: 401 for each access token
 * @SP_FAKE_SCOPE: 401, activity:read missing
 * @SP_FAKE_PAYMENT: 402
 * @SP_FAKE_INACTIVE: 403, the application is switched off
 * @SP_FAKE_ATHLETE_LIMIT: 403, too many athletes
 * @SP_FAKE_NOT_FOUND: 404 without a body
 * @SP_FAKE_TOO_MANY: 429 without headers
 * @SP_FAKE_RETRY_AFTER: 429 with a Retry-After of 30 s or what was set
 * @SP_FAKE_SERVER_ERROR: 500
 * @SP_FAKE_BAD_GATEWAY: 502 with a web page
 * @SP_FAKE_DROPPED: the connection is closed without a word
 * @SP_FAKE_DROPPED_INSIDE: the connection is closed inside the body
 * @SP_FAKE_HTML: a web page with status 200
 * @SP_FAKE_TRUNCATED: half of the JSON
 * @SP_FAKE_GARBAGE: bytes that are no text
 * @SP_FAKE_EMPTY: status 200 without a body
 * @SP_FAKE_REDIRECT: 302 to another port of this computer
 * @SP_FAKE_REDIRECT_HTTP: 302 to a name elsewhere, plain http
 * @SP_FAKE_LARGE: a megabyte of blanks in brackets
 * @SP_FAKE_SILENT: no answer at all
 * @SP_FAKE_MISSING_FIELD: an answer without what it should hold
 * @SP_FAKE_BARE: the right answer, without any headers of limits
 * @SP_FAKE_LATE: the right answer, once %SP_FAKE_MAX_IN_FLIGHT are in flight or after a while
 * @SP_FAKE_N_FAULTS: how many there are
 *
 * What can be made to go wrong.
 */
typedef enum
{
  SP_FAKE_EXPIRED,
  SP_FAKE_REFUSED,
  SP_FAKE_SCOPE,
  SP_FAKE_PAYMENT,
  SP_FAKE_INACTIVE,
  SP_FAKE_ATHLETE_LIMIT,
  SP_FAKE_NOT_FOUND,
  SP_FAKE_TOO_MANY,
  SP_FAKE_RETRY_AFTER,
  SP_FAKE_SERVER_ERROR,
  SP_FAKE_BAD_GATEWAY,
  SP_FAKE_DROPPED,
  SP_FAKE_DROPPED_INSIDE,
  SP_FAKE_HTML,
  SP_FAKE_TRUNCATED,
  SP_FAKE_GARBAGE,
  SP_FAKE_EMPTY,
  SP_FAKE_REDIRECT,
  SP_FAKE_REDIRECT_HTTP,
  SP_FAKE_LARGE,
  SP_FAKE_SILENT,
  SP_FAKE_MISSING_FIELD,
  SP_FAKE_BARE,
  SP_FAKE_LATE,
  SP_FAKE_N_FAULTS,
} SpFakeFault;

/**
 * SpFakeHook:
 * @self: the server
 * @path: what was asked for
 * @user_data: what it was given with
 *
 * Called with each call before it is answered.
 */
typedef void (*SpFakeHook) (SpFakeStrava *self,
                            const char   *path,
                            gpointer      user_data);

SpFakeStrava *sp_fake_strava_new               (SpClock         *clock,
                                                GTlsCertificate *certificate) G_GNUC_WARN_UNUSED_RESULT;
const char   *sp_fake_strava_get_base          (SpFakeStrava    *self);
void          sp_fake_strava_export            (SpFakeStrava    *self);
void          sp_fake_strava_set_limits        (SpFakeStrava    *self,
                                                guint            quarter,
                                                guint            day);
void          sp_fake_strava_use_up            (SpFakeStrava    *self,
                                                guint            n_reads);
void          sp_fake_strava_set_rotates       (SpFakeStrava    *self,
                                                gboolean         rotates);
void          sp_fake_strava_set_short_pages   (SpFakeStrava    *self,
                                                gboolean         short_pages);
void          sp_fake_strava_set_subscribes    (SpFakeStrava    *self,
                                                gint64           athlete_id,
                                                gboolean         subscribes);
void          sp_fake_strava_set_retry_s       (SpFakeStrava    *self,
                                                guint            retry_s);
void          sp_fake_strava_set_hook          (SpFakeStrava    *self,
                                                SpFakeHook       hook,
                                                gpointer         user_data);
void          sp_fake_strava_add_athlete       (SpFakeStrava    *self,
                                                gint64           id,
                                                const char      *name,
                                                const char      *scope);
void          sp_fake_strava_revoke            (SpFakeStrava    *self,
                                                gint64           athlete_id);
void          sp_fake_strava_add_activity      (SpFakeStrava    *self,
                                                gint64           athlete_id,
                                                SpActivity      *activity);
void          sp_fake_strava_remove_activity   (SpFakeStrava    *self,
                                                gint64           activity_id);
void          sp_fake_strava_add_segment       (SpFakeStrava    *self,
                                                SpSegment       *segment);
const char   *sp_fake_strava_get_refresh_token (SpFakeStrava    *self,
                                                gint64           athlete_id);
const char   *sp_fake_strava_get_access_token  (SpFakeStrava    *self,
                                                gint64           athlete_id);
char         *sp_fake_strava_make_code         (SpFakeStrava    *self,
                                                gint64           athlete_id,
                                                const char      *scope);
void          sp_fake_strava_fail              (SpFakeStrava    *self,
                                                SpFakeFault      fault,
                                                guint            on_call,
                                                guint            n_times);
void          sp_fake_strava_fail_token        (SpFakeStrava    *self,
                                                SpFakeFault      fault,
                                                guint            n_times);
guint         sp_fake_strava_get_n_calls       (SpFakeStrava    *self);
guint         sp_fake_strava_get_n_refused     (SpFakeStrava    *self);
guint         sp_fake_strava_get_n_renewals    (SpFakeStrava    *self);
guint         sp_fake_strava_get_n_connections (SpFakeStrava    *self);
guint         sp_fake_strava_get_max_in_flight (SpFakeStrava    *self);
gboolean      sp_fake_strava_was_told_elsewhere (SpFakeStrava   *self);
GPtrArray    *sp_fake_strava_get_log           (SpFakeStrava    *self);

G_END_DECLS
