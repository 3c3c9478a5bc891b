/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-strava-parse.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "sp-strava-field.h"
#include "sp-strava-json.h"
#include "sp-strava-parse-parts.h"

#define ALWAYS SP_STRAVA_NEED_ALWAYS
#define MAYBE SP_STRAVA_NEED_MAYBE

static gboolean
is_number (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && (json_node_get_value_type (node) == G_TYPE_INT64 ||
                                          json_node_get_value_type (node) == G_TYPE_DOUBLE);
}

static gboolean
read_point (JsonObject  *object,
            const char  *name,
            SpPoint     *point,
            gboolean    *is_there,
            GError     **error)
{
  JsonArray *array = NULL;

  *is_there = FALSE;
  if (!sp_strava_field_get_array (object, "", name, MAYBE, &array, error))
    return FALSE;
  if (array == NULL || json_array_get_length (array) != 2)
    return TRUE;
  for (guint i = 0; i < 2; i++)
    if (!is_number (json_array_get_element (array, i)))
      {
        sp_strava_field_refuse (error, "", name, _("is not a pair of numbers"));
        return FALSE;
      }
  point->lat_deg = json_node_get_double (json_array_get_element (array, 0));
  point->lon_deg = json_node_get_double (json_array_get_element (array, 1));
  *is_there = fabs (point->lat_deg) <= 90 && fabs (point->lon_deg) <= 180;

  return TRUE;
}

/**
 * sp_strava_parse_segment:
 * @node: a parsed answer
 * @question: what was asked
 * @origin: where it comes from
 * @error: return location for an error
 *
 * Reads the geometry of a segment: its line, or its two ends where it has none.
 *
 * Returns: (transfer full): the segment; %NULL with @error set
 */
SpSegment *
sp_strava_parse_segment (JsonNode                *node,
                         const SpStravaQuestion  *question,
                         const SpOrigin          *origin,
                         GError                 **error)
{
  g_autoptr(SpRoute) route = NULL;
  JsonObject *object = sp_strava_json_get_root (node, error);
  const char *name = "", *sport = "";
  double distance_m = NAN;
  gint64 id = 0;
  SpPoint ends[2];
  gboolean has_start, has_end;

  if (object == NULL ||
      !sp_strava_field_get_int (object, "", "id", ALWAYS, 1, G_MAXINT64, &id, error) ||
      !_sp_strava_check_id (id, question, error) ||
      !sp_strava_field_get_string (object, "", "name", MAYBE, &name, error) ||
      !sp_strava_field_get_string (object, "", "activity_type", MAYBE, &sport, error) ||
      !sp_strava_field_get_double (object, "", "distance", MAYBE, &distance_m, error) ||
      !_sp_strava_read_route (object, "", &route, error) ||
      !read_point (object, "start_latlng", &ends[0], &has_start, error) ||
      !read_point (object, "end_latlng", &ends[1], &has_end, error))
    return NULL;
  if (route == NULL && has_start && has_end)
    route = sp_route_new (ends, G_N_ELEMENTS (ends));

  return sp_segment_new (id, name, sport, distance_m, route, origin);
}

/**
 * sp_strava_parse_efforts:
 * @node: a parsed answer
 * @question: what was asked; its id is the segment
 * @origin: where it comes from
 * @error: return location for an error
 *
 * Reads the efforts of an athlete on a segment. How they are paged is not documented: there is never a next page.
 *
 * Returns: (transfer full): the page; %NULL with @error set
 */
SpEffortPage *
sp_strava_parse_efforts (JsonNode                *node,
                         const SpStravaQuestion  *question,
                         const SpOrigin          *origin,
                         GError                 **error)
{
  g_autoptr(GArray) efforts = g_array_new (FALSE, FALSE, sizeof (SpEffort));
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  JsonArray *array = _sp_strava_get_list (node, error);

  if (array == NULL)
    return NULL;
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *where = g_strdup_printf ("[%u]", i);
      JsonObject *entry = _sp_strava_get_entry (array, i, where, error);
      g_autofree char *activity_path = g_strdup_printf ("%s.activity", where);
      JsonObject *activity = NULL;
      SpEffort effort;
      gint64 id = 0;

      if (entry == NULL || !_sp_strava_check_athlete (entry, where, question, error) ||
          !_sp_strava_read_effort (entry, where, question->id, &effort, error) ||
          !sp_strava_field_get_object (entry, where, "activity", ALWAYS, &activity, error) ||
          !sp_strava_field_get_int (activity, activity_path, "id", ALWAYS, 1, G_MAXINT64, &id, error))
        return NULL;
      if (question->id == 0 || effort.segment_id == question->id)
        {
          g_array_append_val (efforts, effort);
          g_array_append_val (ids, id);
        }
    }

  return sp_effort_page_new ((SpEffort *) (gpointer) efforts->data, (gint64 *) (gpointer) ids->data, efforts->len,
                             NULL, origin);
}
