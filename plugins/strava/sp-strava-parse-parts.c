/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-strava-parse-parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "api/sp-time.h"
#include "sp-strava-fault.h"
#include "sp-strava-field.h"

#define ALWAYS SP_STRAVA_NEED_ALWAYS
#define MAYBE SP_STRAVA_NEED_MAYBE

JsonArray *
_sp_strava_get_list (JsonNode  *node,
                     GError   **error)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);
  sp_strava_fault_set (error, SP_STRAVA_FAULT_GARBLED, _("it is not a list"));

  return NULL;
}

JsonObject *
_sp_strava_get_entry (JsonArray   *array,
                      guint        index,
                      const char  *where,
                      GError     **error)
{
  JsonNode *node = json_array_get_element (array, index);

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  sp_strava_field_refuse (error, where, "", _("is not an object"));

  return NULL;
}

/* A list that somebody else's permission brought would put strange results into a runner's row. */
gboolean
_sp_strava_check_athlete (JsonObject              *object,
                          const char              *where,
                          const SpStravaQuestion  *question,
                          GError                 **error)
{
  JsonObject *athlete = NULL;
  gint64 id = 0;
  g_autofree char *athlete_path = g_strdup_printf ("%s%sathlete", where, *where != '\0' ? "." : "");
  g_autofree char *detail = NULL;

  if (!sp_strava_field_get_object (object, where, "athlete", MAYBE, &athlete, error))
    return FALSE;
  if (athlete != NULL && !sp_strava_field_get_int (athlete, athlete_path, "id", MAYBE, 0, G_MAXINT64, &id, error))
    return FALSE;
  if (id == 0 || question->athlete_id == 0 || id == question->athlete_id)
    return TRUE;
  detail = g_strdup_printf ("%" G_GINT64_FORMAT " ≠ %" G_GINT64_FORMAT, id, question->athlete_id);
  sp_strava_fault_set (error, SP_STRAVA_FAULT_OTHER_ATHLETE, detail);

  return FALSE;
}

gboolean
_sp_strava_is_only_me (JsonObject  *object,
                       const char  *where,
                       gboolean    *only_me,
                       GError     **error)
{
  const char *visibility = NULL;

  *only_me = FALSE;
  if (!sp_strava_field_get_bool (object, where, "private", MAYBE, only_me, error) ||
      !sp_strava_field_get_string (object, where, "visibility", MAYBE, &visibility, error))
    return FALSE;
  if (visibility != NULL)
    *only_me = g_str_equal (visibility, "only_me");

  return TRUE;
}

/* A line that can not be decoded is no line: it decides nothing, so the activity is looked at. */
gboolean
_sp_strava_read_route (JsonObject  *object,
                       const char  *where,
                       SpRoute    **route,
                       GError     **error)
{
  static const char * const names[] = { "summary_polyline", "polyline" };
  g_autofree char *map_path = g_strdup_printf ("%s%smap", where, *where != '\0' ? "." : "");
  JsonObject *map = NULL;

  *route = NULL;
  if (!sp_strava_field_get_object (object, where, "map", MAYBE, &map, error))
    return FALSE;
  for (gsize i = 0; map != NULL && *route == NULL && i < G_N_ELEMENTS (names); i++)
    {
      const char *text = NULL;

      if (!sp_strava_field_get_string (map, map_path, names[i], MAYBE, &text, error))
        return FALSE;
      if (text != NULL && *text != '\0')
        *route = sp_route_new_from_polyline (text, NULL);
    }

  return TRUE;
}

gboolean
_sp_strava_read_effort (JsonObject  *object,
                        const char  *where,
                        gint64       segment_id,
                        SpEffort    *effort,
                        GError     **error)
{
  g_autofree char *segment_path = g_strdup_printf ("%s.segment", where);
  JsonObject *segment = NULL;
  gint64 elapsed_s = 0, moving_s = -1;
  double distance_m = NAN;
  gboolean hidden = FALSE, only_me = FALSE;

  *effort = (SpEffort) { .segment_id = segment_id, .start_local_s = SP_TIME_UNKNOWN };
  if (!sp_strava_field_get_int (object, where, "id", ALWAYS, 1, G_MAXINT64, &effort->id, error) ||
      !sp_strava_field_get_object (object, where, "segment", segment_id > 0 ? MAYBE : ALWAYS, &segment, error) ||
      (segment != NULL && !sp_strava_field_get_int (segment, segment_path, "id", ALWAYS, 1, G_MAXINT64,
                                                    &effort->segment_id, error)) ||
      !sp_strava_field_get_time (object, where, "start_date_local", MAYBE, &effort->start_local_s, error) ||
      !sp_strava_field_get_int (object, where, "elapsed_time", ALWAYS, 0, G_MAXINT32, &elapsed_s, error) ||
      !sp_strava_field_get_int (object, where, "moving_time", MAYBE, 0, G_MAXINT32, &moving_s, error) ||
      !sp_strava_field_get_double (object, where, "distance", MAYBE, &distance_m, error) ||
      !sp_strava_field_get_bool (object, where, "hidden", MAYBE, &hidden, error) ||
      !_sp_strava_is_only_me (object, where, &only_me, error))
    return FALSE;

  effort->elapsed_s = (gint32) elapsed_s;
  effort->moving_s = (gint32) moving_s;
  effort->distance_m = (float) distance_m;
  effort->flags = (hidden ? SP_EFFORT_HIDDEN : 0) | (only_me ? SP_EFFORT_ONLY_ME : 0);

  return TRUE;
}

gboolean
_sp_strava_check_id (gint64                   id,
                     const SpStravaQuestion  *question,
                     GError                 **error)
{
  if (id == question->id || question->id == 0)
    return TRUE;
  sp_strava_field_refuse (error, "", "id", _("is not the one asked for"));

  return FALSE;
}
