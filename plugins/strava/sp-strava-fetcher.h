/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-fetcher.h"
#include "sp-strava-http.h"

G_BEGIN_DECLS

#define SP_TYPE_STRAVA_FETCHER (sp_strava_fetcher_get_type ())
G_DECLARE_FINAL_TYPE (SpStravaFetcher, sp_strava_fetcher, SP, STRAVA_FETCHER, GObject)

SpStravaHttp *sp_strava_fetcher_get_http (SpStravaFetcher  *self,
                                          GError          **error);

G_END_DECLS
