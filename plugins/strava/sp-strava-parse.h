/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "api/sp-activity-page.h"
#include "api/sp-effort-page.h"
#include "api/sp-segment.h"
#include "sp-strava-question.h"

G_BEGIN_DECLS

SpActivityPage *sp_strava_parse_list     (JsonNode                *node,
                                          const SpStravaQuestion  *question,
                                          const SpOrigin          *origin,
                                          GError                 **error);
SpActivity     *sp_strava_parse_activity (JsonNode                *node,
                                          const SpStravaQuestion  *question,
                                          const SpOrigin          *origin,
                                          GError                 **error);
SpSegment      *sp_strava_parse_segment  (JsonNode                *node,
                                          const SpStravaQuestion  *question,
                                          const SpOrigin          *origin,
                                          GError                 **error);
SpEffortPage   *sp_strava_parse_efforts  (JsonNode                *node,
                                          const SpStravaQuestion  *question,
                                          const SpOrigin          *origin,
                                          GError                 **error);

G_END_DECLS
