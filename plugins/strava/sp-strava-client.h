/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-fetcher-context.h"
#include "sp-strava-connector.h"
#include "sp-strava-reader.h"

G_BEGIN_DECLS

/**
 * SpStravaClient:
 *
 * The parts that talk to Strava, put together for one run.
 */
typedef struct _SpStravaClient SpStravaClient;

SpStravaClient *   sp_strava_client_new           (SpFetcherContext  *context) G_GNUC_WARN_UNUSED_RESULT;
void               sp_strava_client_free          (SpStravaClient    *self);
gboolean           sp_strava_client_make_ready    (SpStravaClient    *self,
                                                   GError           **error);
SpStravaLedger *   sp_strava_client_get_ledger    (SpStravaClient    *self);
SpStravaHttp *     sp_strava_client_get_http      (SpStravaClient    *self);
SpStravaTokens *   sp_strava_client_get_tokens    (SpStravaClient    *self);
SpStravaReader *   sp_strava_client_get_reader    (SpStravaClient    *self);
SpStravaConnector *sp_strava_client_get_connector (SpStravaClient    *self);

G_END_DECLS
