/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-athlete.h"
#include "sp-strava-oauth.h"

G_BEGIN_DECLS

#define SP_TYPE_STRAVA_TOKENS (sp_strava_tokens_get_type ())
G_DECLARE_FINAL_TYPE (SpStravaTokens, sp_strava_tokens, SP, STRAVA_TOKENS, GObject)

SpStravaTokens *sp_strava_tokens_new           (SpClock              *clock,
                                                SpStravaOauth        *oauth,
                                                SpSecretStore        *secrets,
                                                const char           *directory) G_GNUC_WARN_UNUSED_RESULT;
void            sp_strava_tokens_get_async     (SpStravaTokens       *self,
                                                SpAthlete            *athlete,
                                                const char           *refused_token,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
SpStravaGrant  *sp_strava_tokens_get_finish    (SpStravaTokens       *self,
                                                GAsyncResult         *result,
                                                GError              **error);
void            sp_strava_tokens_keep_async    (SpStravaTokens       *self,
                                                SpAthlete            *athlete,
                                                const SpStravaGrant  *grant,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
void            sp_strava_tokens_forget_async  (SpStravaTokens       *self,
                                                SpAthlete            *athlete,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
gboolean        sp_strava_tokens_change_finish (SpStravaTokens       *self,
                                                GAsyncResult         *result,
                                                GError              **error);

G_END_DECLS
