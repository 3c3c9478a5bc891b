/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * SpStravaGrant:
 * @refresh_token: gets a new access token
 * @access_token: (nullable): opens the athlete's data
 * @expires_at_s: until when @access_token does, UTC seconds since 1970
 * @scope: (nullable): what was allowed, words between commas; %NULL where it is not known
 * @imported_hash: (nullable): tells a token from elsewhere that was taken once
 * @athlete_id: whose it is, 0 where the answer does not say
 * @athlete_name: (nullable): their name at Strava
 *
 * An athlete's permission.
 */
typedef struct
{
  char  *refresh_token;
  char  *access_token;
  gint64 expires_at_s;
  char  *scope;
  char  *imported_hash;
  gint64 athlete_id;
  char  *athlete_name;
} SpStravaGrant;

SpStravaGrant *sp_strava_grant_new_from_answer (JsonNode             *node,
                                                gint64                now_s,
                                                GError              **error);
SpStravaGrant *sp_strava_grant_new_from_text   (const char           *text);
SpStravaGrant *sp_strava_grant_new_imported    (const char           *refresh_token);
SpStravaGrant *sp_strava_grant_copy            (const SpStravaGrant  *self);
void           sp_strava_grant_free            (SpStravaGrant        *self);
char          *sp_strava_grant_to_text         (const SpStravaGrant  *self);
gboolean       sp_strava_grant_is_usable       (const SpStravaGrant  *self,
                                                gint64                now_s);
gboolean       sp_strava_grant_allows          (const SpStravaGrant  *self,
                                                const char           *scope);
char          *sp_strava_grant_hash            (const char           *token);
void           sp_strava_wipe                  (char                **secret);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpStravaGrant, sp_strava_grant_free)

G_END_DECLS
