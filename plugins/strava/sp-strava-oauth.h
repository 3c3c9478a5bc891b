/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-clock.h"
#include "api/sp-secret-store.h"
#include "sp-strava-grant.h"
#include "sp-strava-http.h"
#include "sp-strava-server.h"

G_BEGIN_DECLS

#define SP_TYPE_STRAVA_OAUTH (sp_strava_oauth_get_type ())
G_DECLARE_FINAL_TYPE (SpStravaOauth, sp_strava_oauth, SP, STRAVA_OAUTH, GObject)

SpStravaOauth *sp_strava_oauth_new            (SpClock              *clock,
                                               SpStravaHttp         *http,
                                               SpSecretStore        *secrets,
                                               const SpStravaServer *server) G_GNUC_WARN_UNUSED_RESULT;
void           sp_strava_oauth_renew_async    (SpStravaOauth       *self,
                                               const char          *refresh_token,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
void           sp_strava_oauth_exchange_async (SpStravaOauth       *self,
                                               const char          *code,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
SpStravaGrant *sp_strava_oauth_grant_finish   (SpStravaOauth  *self,
                                               GAsyncResult   *result,
                                               gboolean       *is_dead,
                                               GError        **error);
void           sp_strava_oauth_revoke_async   (SpStravaOauth       *self,
                                               const char          *refresh_token,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
gboolean       sp_strava_oauth_revoke_finish  (SpStravaOauth  *self,
                                               GAsyncResult   *result,
                                               GError        **error);

G_END_DECLS
