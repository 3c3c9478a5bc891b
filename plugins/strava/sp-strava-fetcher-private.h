/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-strava-client.h"
#include "sp-strava-fetcher.h"

G_BEGIN_DECLS

SpStravaClient *_sp_strava_fetcher_get_client   (SpStravaFetcher    *self);
void            _sp_strava_fetcher_connected    (SpStravaFetcher    *self,
                                                 gint64              athlete_id);
void            _sp_strava_fetcher_init_connect (SpFetcherInterface *iface);

G_END_DECLS
