/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "api/sp-effort.h"
#include "api/sp-route.h"
#include "sp-strava-question.h"

G_BEGIN_DECLS

/* What the readers of activities and of segments share. Each sets a %SP_FETCH_ERROR_PROTOCOL that names the field. */
JsonArray * _sp_strava_get_list      (JsonNode  *node,
                                      GError   **error);
JsonObject *_sp_strava_get_entry     (JsonArray   *array,
                                      guint        index,
                                      const char  *where,
                                      GError     **error);
gboolean    _sp_strava_check_athlete (JsonObject              *object,
                                      const char              *where,
                                      const SpStravaQuestion  *question,
                                      GError                 **error);
gboolean    _sp_strava_is_only_me    (JsonObject  *object,
                                      const char  *where,
                                      gboolean    *only_me,
                                      GError     **error);
gboolean    _sp_strava_read_route    (JsonObject  *object,
                                      const char  *where,
                                      SpRoute    **route,
                                      GError     **error);
gboolean    _sp_strava_read_effort   (JsonObject  *object,
                                      const char  *where,
                                      gint64       segment_id,
                                      SpEffort    *effort,
                                      GError     **error);
gboolean    _sp_strava_check_id      (gint64                   id,
                                      const SpStravaQuestion  *question,
                                      GError                 **error);

G_END_DECLS
