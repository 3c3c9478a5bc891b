/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-strava-application.h"
#include "sp-strava-server.h"

G_BEGIN_DECLS

/**
 * SpStravaConsent:
 * @code: (nullable): gets the first tokens
 * @scope: what was allowed, words between commas
 * @athlete_id: whom the request was for, 0 where for anybody
 *
 * What came back from where an athlete gives permission.
 */
typedef struct
{
  char  *code;
  char  *scope;
  gint64 athlete_id;
} SpStravaConsent;

char *           sp_strava_consent_make_uri    (const SpStravaServer       *server,
                                                const SpStravaApplication  *application,
                                                const char                 *redirect_uri,
                                                gint64                      athlete_id,
                                                gint64                      now_s);
SpStravaConsent *sp_strava_consent_new         (const char                 *answer_uri,
                                                const SpStravaApplication  *application,
                                                gint64                      athlete_id,
                                                gint64                      now_s,
                                                GError                    **error);
void             sp_strava_consent_free        (SpStravaConsent            *self);
gboolean         sp_strava_consent_check_scope (const char                 *scope,
                                                GError                    **error);
char **          sp_strava_consent_get_granted (const char                 *scope);
char **          sp_strava_consent_get_refused (const char                 *scope);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpStravaConsent, sp_strava_consent_free)

G_END_DECLS
