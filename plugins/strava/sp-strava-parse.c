/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-strava-parse.h"

#include <math.h>

#include "api/sp-activity-builder.h"
#include "api/sp-time.h"
#include "sp-strava-field.h"
#include "sp-strava-json.h"
#include "sp-strava-parse-parts.h"

#define ALWAYS SP_STRAVA_NEED_ALWAYS
#define MAYBE SP_STRAVA_NEED_MAYBE
#define HIDDEN_START_S 1 /* after midnight: so Strava shows a start whose time of day is hidden */

static gboolean
read_flags (JsonObject       *object,
            const char       *where,
            gint64            start_local_s,
            SpActivityFlags  *flags,
            GError          **error)
{
  gboolean manual = FALSE, trainer = FALSE, flagged = FALSE, only_me = FALSE;
  gint64 resource_state = 0;

  if (!sp_strava_field_get_bool (object, where, "manual", MAYBE, &manual, error) ||
      !sp_strava_field_get_bool (object, where, "trainer", MAYBE, &trainer, error) ||
      !sp_strava_field_get_bool (object, where, "flagged", MAYBE, &flagged, error) ||
      !sp_strava_field_get_int (object, where, "resource_state", MAYBE, -1, G_MAXINT, &resource_state, error) ||
      !_sp_strava_is_only_me (object, where, &only_me, error))
    return FALSE;

  *flags = SP_ACTIVITY_NONE;
  *flags |= manual ? SP_ACTIVITY_MANUAL : 0;
  *flags |= trainer ? SP_ACTIVITY_INDOOR : 0;
  *flags |= flagged ? SP_ACTIVITY_FLAGGED : 0;
  *flags |= only_me ? SP_ACTIVITY_ONLY_ME : 0;
  *flags |= resource_state == -1 ? SP_ACTIVITY_PROCESSING : 0;
  if (start_local_s - sp_time_get_day (start_local_s) * SP_TIME_DAY_S == HIDDEN_START_S)
    *flags |= SP_ACTIVITY_START_HIDDEN;

  return TRUE;
}

static gboolean
read_sport (JsonObject   *object,
            const char   *where,
            const char  **sport,
            GError      **error)
{
  if (!sp_strava_field_get_string (object, where, "sport_type", MAYBE, sport, error))
    return FALSE;

  return *sport != NULL || sp_strava_field_get_string (object, where, "type", ALWAYS, sport, error);
}

static SpActivityBuilder *
read_summary (JsonObject              *object,
              const char              *where,
              const SpStravaQuestion  *question,
              const SpOrigin          *origin,
              GError                 **error)
{
  g_autoptr(SpActivityBuilder) builder = NULL;
  g_autoptr(SpRoute) route = NULL;
  gint64 id = 0, start_utc_s = 0, start_local_s = 0, elapsed_s = -1;
  double distance_m = NAN, climb_m = NAN;
  const char *sport = NULL;
  SpActivityFlags flags;

  if (!sp_strava_field_get_int (object, where, "id", ALWAYS, 1, G_MAXINT64, &id, error) ||
      !_sp_strava_check_athlete (object, where, question, error) ||
      !sp_strava_field_get_time (object, where, "start_date", ALWAYS, &start_utc_s, error) ||
      !sp_strava_field_get_time (object, where, "start_date_local", ALWAYS, &start_local_s, error) ||
      !read_sport (object, where, &sport, error) ||
      !sp_strava_field_get_int (object, where, "elapsed_time", MAYBE, 0, G_MAXINT32, &elapsed_s, error) ||
      !sp_strava_field_get_double (object, where, "distance", MAYBE, &distance_m, error) ||
      !sp_strava_field_get_double (object, where, "total_elevation_gain", MAYBE, &climb_m, error) ||
      !read_flags (object, where, start_local_s, &flags, error) ||
      !_sp_strava_read_route (object, where, &route, error))
    return NULL;

  builder = sp_activity_builder_new (id, start_utc_s, start_local_s);
  sp_activity_builder_set_sport (builder, sport);
  sp_activity_builder_set_elapsed_s (builder, (int) elapsed_s);
  sp_activity_builder_set_distance_m (builder, distance_m);
  sp_activity_builder_set_climb_m (builder, climb_m);
  sp_activity_builder_set_flags (builder, flags);
  sp_activity_builder_set_route (builder, route);
  sp_activity_builder_set_origin (builder, origin);

  return g_steal_pointer (&builder);
}

/**
 * sp_strava_parse_list:
 * @node: a parsed answer
 * @question: what was asked
 * @origin: where it comes from
 * @error: return location for an error
 *
 * Reads a page of activities. A page under half its size ends the list.
 *
 * Returns: (transfer full): the page; %NULL with @error set
 */
SpActivityPage *
sp_strava_parse_list (JsonNode                *node,
                      const SpStravaQuestion  *question,
                      const SpOrigin          *origin,
                      GError                 **error)
{
  g_autoptr(GPtrArray) activities = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_activity_unref);
  g_autofree char *cursor = NULL;
  JsonArray *array = _sp_strava_get_list (node, error);
  guint n;

  if (array == NULL)
    return NULL;
  n = json_array_get_length (array);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *where = g_strdup_printf ("[%u]", i);
      g_autoptr(SpActivityBuilder) builder = NULL;
      JsonObject *entry = _sp_strava_get_entry (array, i, where, error);

      if (entry == NULL)
        return NULL;
      builder = read_summary (entry, where, question, origin, error);
      if (builder == NULL)
        return NULL;
      g_ptr_array_add (activities, sp_activity_builder_end (builder));
    }
  if (n > 0 && (question->until_empty || n * 2 >= question->per_page))
    cursor = g_strdup_printf ("%u", question->page + 1);

  return sp_activity_page_new (activities, cursor, origin);
}

static gboolean
add_efforts (SpActivityBuilder  *builder,
             JsonArray          *array,
             GError            **error)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *where = g_strdup_printf ("segment_efforts[%u]", i);
      JsonObject *entry = _sp_strava_get_entry (array, i, where, error);
      SpEffort effort;

      if (entry == NULL || !_sp_strava_read_effort (entry, where, 0, &effort, error))
        return FALSE;
      sp_activity_builder_add_effort (builder, &effort);
    }
  sp_activity_builder_set_has_efforts (builder);

  return TRUE;
}

/**
 * sp_strava_parse_activity:
 * @node: a parsed answer
 * @question: what was asked
 * @origin: where it comes from
 * @error: return location for an error
 *
 * Reads an activity in detail. Efforts that are not there are an error, unless Strava is still reading the activity.
 *
 * Returns: (transfer full): the activity; %NULL with @error set
 */
SpActivity *
sp_strava_parse_activity (JsonNode                *node,
                          const SpStravaQuestion  *question,
                          const SpOrigin          *origin,
                          GError                 **error)
{
  g_autoptr(SpActivityBuilder) builder = NULL;
  g_autoptr(SpActivity) bare = NULL;
  JsonObject *object = sp_strava_json_get_root (node, error);
  JsonArray *efforts = NULL;
  gboolean is_processing;

  if (object == NULL)
    return NULL;
  builder = read_summary (object, "", question, origin, error);
  if (builder == NULL)
    return NULL;
  bare = sp_activity_builder_end (builder);
  is_processing = (sp_activity_get_flags (bare) & SP_ACTIVITY_PROCESSING) != 0;
  if (!_sp_strava_check_id (sp_activity_get_id (bare), question, error) ||
      !sp_strava_field_get_array (object, "", "segment_efforts", is_processing ? MAYBE : ALWAYS, &efforts, error) ||
      (efforts != NULL && !add_efforts (builder, efforts, error)))
    return NULL;

  return sp_activity_builder_end (builder);
}
