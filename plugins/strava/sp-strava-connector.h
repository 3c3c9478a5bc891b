/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-connection.h"
#include "sp-strava-tokens.h"

G_BEGIN_DECLS

#define SP_TYPE_STRAVA_CONNECTOR (sp_strava_connector_get_type ())
G_DECLARE_FINAL_TYPE (SpStravaConnector, sp_strava_connector, SP, STRAVA_CONNECTOR, GObject)

SpStravaConnector *sp_strava_connector_new            (SpClock              *clock,
                                                       SpSecretStore        *secrets,
                                                       SpStravaOauth        *oauth,
                                                       SpStravaTokens       *tokens,
                                                       const SpStravaServer *server) G_GNUC_WARN_UNUSED_RESULT;
void               sp_strava_connector_get_uri_async  (SpStravaConnector    *self,
                                                       SpAthlete            *athlete,
                                                       const char           *redirect_uri,
                                                       GCancellable         *cancellable,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);
char              *sp_strava_connector_get_uri_finish (SpStravaConnector    *self,
                                                       GAsyncResult         *result,
                                                       GError              **error);
void               sp_strava_connector_connect_async  (SpStravaConnector    *self,
                                                       SpAthlete            *athlete,
                                                       const char           *answer_uri,
                                                       GCancellable         *cancellable,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);
SpConnection      *sp_strava_connector_connect_finish (SpStravaConnector    *self,
                                                       GAsyncResult         *result,
                                                       GError              **error);

G_END_DECLS
