/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "api/sp-activity-page.h"
#include "api/sp-effort-page.h"
#include "api/sp-segment.h"

G_BEGIN_DECLS

/**
 * SpStravaQuestion:
 * @athlete_id: whose answer it has to be, 0 where that does not matter
 * @id: the activity or segment asked for, 0 where none is
 * @page: which page of a list, from 1
 * @per_page: how many entries a page may have
 * @until_empty: whether only an empty page ends a list
 *
 * What was asked, so that an answer to something else is noticed.
 */
typedef struct
{
  gint64   athlete_id;
  gint64   id;
  guint    page;
  guint    per_page;
  gboolean until_empty;
} SpStravaQuestion;

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
