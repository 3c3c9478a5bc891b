/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/fake-strava/sp-fake-strava-private.h"

#include <math.h>
#include <string.h>

/* What Strava answers for data: lists, details, segments, efforts. */

static void
append_number (GString    *json,
               const char *name,
               double      value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (isnan (value))
    g_string_append_printf (json, ",\"%s\":null", name);
  else
    g_string_append_printf (json, ",\"%s\":%s", name, g_ascii_formatd (text, sizeof text, "%.1f", value));
}

static void
append_route (GString    *json,
              const char *name,
              SpRoute    *route)
{
  g_autofree char *line = route != NULL ? sp_route_to_polyline (route) : g_strdup ("");
  g_autofree char *escaped = g_strescape (line, NULL);

  g_string_append_printf (json, ",\"map\":{\"%s\":\"%s\"}", name, escaped);
}

static void
append_effort (GString        *json,
               const SpEffort *effort,
               gint64          activity_id,
               gint64          athlete_id)
{
  g_autofree char *start = effort->start_local_s != SP_TIME_UNKNOWN ? sp_time_to_iso (effort->start_local_s) : NULL;

  g_string_append_printf (json, "{\"id\":%" G_GINT64_FORMAT ",\"elapsed_time\":%d,\"moving_time\":%d,"
                          "\"activity\":{\"id\":%" G_GINT64_FORMAT "},\"athlete\":{\"id\":%" G_GINT64_FORMAT "},"
                          "\"hidden\":%s,\"visibility\":\"%s\",\"segment\":{\"id\":%" G_GINT64_FORMAT "}",
                          effort->id, effort->elapsed_s, MAX (effort->moving_s, 0), activity_id, athlete_id,
                          effort->flags & SP_EFFORT_HIDDEN ? "true" : "false",
                          effort->flags & SP_EFFORT_ONLY_ME ? "only_me" : "everyone", effort->segment_id);
  append_number (json, "distance", (double) effort->distance_m);
  if (start != NULL)
    g_string_append_printf (json, ",\"start_date_local\":\"%sZ\"", start);
  g_string_append_c (json, '}');
}

static void
append_activity (GString       *json,
                 SpFakeAthlete *athlete,
                 SpActivity    *activity,
                 gboolean       in_detail)
{
  g_autofree char *utc = sp_time_to_iso (sp_activity_get_start_utc_s (activity));
  g_autofree char *local = sp_time_to_iso (sp_activity_get_start_local_s (activity));
  SpActivityFlags flags = sp_activity_get_flags (activity);
  guint n_efforts = 0;
  const SpEffort *efforts = sp_activity_get_efforts (activity, &n_efforts);

  g_string_append_printf (json, "{\"id\":%" G_GINT64_FORMAT ",\"athlete\":{\"id\":%" G_GINT64_FORMAT "},"
                          "\"resource_state\":%d,\"name\":\"Outing\",\"sport_type\":\"%s\",\"elapsed_time\":%d,"
                          "\"start_date\":\"%sZ\",\"start_date_local\":\"%sZ\",\"manual\":%s,\"trainer\":%s,"
                          "\"flagged\":%s,\"visibility\":\"%s\",\"private\":%s",
                          sp_activity_get_id (activity), athlete->id,
                          flags & SP_ACTIVITY_PROCESSING ? -1 : in_detail ? 3 : 2,
                          sp_activity_get_sport (activity), MAX (sp_activity_get_elapsed_s (activity), 0), utc, local,
                          flags & SP_ACTIVITY_MANUAL ? "true" : "false", flags & SP_ACTIVITY_INDOOR ? "true" : "false",
                          flags & SP_ACTIVITY_FLAGGED ? "true" : "false",
                          flags & SP_ACTIVITY_ONLY_ME ? "only_me" : "everyone",
                          flags & SP_ACTIVITY_ONLY_ME ? "true" : "false");
  append_number (json, "distance", sp_activity_get_distance_m (activity));
  append_number (json, "total_elevation_gain", sp_activity_get_climb_m (activity));
  append_route (json, "summary_polyline", sp_activity_get_route (activity));
  for (guint i = 0; in_detail && i < MAX (n_efforts, 1); i++)
    {
      g_string_append (json, i == 0 ? ",\"segment_efforts\":[" : ",");
      if (i < n_efforts)
        append_effort (json, &efforts[i], sp_activity_get_id (activity), athlete->id);
    }
  g_string_append (json, in_detail ? "]}" : "}");
}

static gboolean
has_scope (SpFakeAthlete *athlete,
           const char    *word)
{
  g_auto(GStrv) words = g_strsplit (athlete->scope, ",", -1);

  return g_strv_contains ((const char * const *) words, word);
}

static gboolean
is_visible (SpFakeAthlete *athlete,
            SpActivity    *activity)
{
  return (sp_activity_get_flags (activity) & SP_ACTIVITY_ONLY_ME) == 0 || has_scope (athlete, "activity:read_all");
}

static gint64
get_number (GHashTable *query,
            const char *name,
            gint64      otherwise)
{
  const char *text = query != NULL ? g_hash_table_lookup (query, name) : NULL;

  return text != NULL ? g_ascii_strtoll (text, NULL, 10) : otherwise;
}

static int
compare_start (gconstpointer a,
               gconstpointer b)
{
  gint64 start_a = sp_activity_get_start_utc_s (*(SpActivity **) a);
  gint64 start_b = sp_activity_get_start_utc_s (*(SpActivity **) b);

  return start_a < start_b ? -1 : start_a > start_b;
}

/* With both bounds the newest comes first; with `after` alone the oldest. Where pages are short, what may not be seen
 * takes its place on the page all the same. */
static void
answer_list (SpFakeStrava      *self,
             SpFakeAthlete     *athlete,
             SoupServerMessage *message,
             GHashTable        *query)
{
  gint64 after = get_number (query, "after", G_MININT64), before = get_number (query, "before", G_MAXINT64);
  gint64 page = get_number (query, "page", 1), per_page = get_number (query, "per_page", 30);
  g_autoptr(GPtrArray) found = g_ptr_array_new ();
  g_autoptr(GString) json = g_string_new ("[");

  if (after > _sp_fake_get_now_s (self))
    {
      _sp_fake_answer_error (message, 400, "Application", "after", "future");
      return;
    }
  g_ptr_array_sort (athlete->activities, compare_start);
  for (guint i = 0; i < athlete->activities->len; i++)
    {
      SpActivity *activity = athlete->activities->pdata[before == G_MAXINT64 ? i : athlete->activities->len - 1 - i];
      gint64 start_s = sp_activity_get_start_utc_s (activity);

      if (start_s > after && start_s < before && (self->short_pages || is_visible (athlete, activity)))
        g_ptr_array_add (found, activity);
    }
  for (gint64 i = (page - 1) * per_page; i < MIN (page * per_page, found->len); i++)
    if (is_visible (athlete, found->pdata[i]))
      {
        if (json->len > 1)
          g_string_append_c (json, ',');
        append_activity (json, athlete, found->pdata[i], FALSE);
      }
  g_string_append_c (json, ']');
  _sp_fake_answer (message, 200, json->str);
}

static void
answer_detail (SpFakeAthlete     *athlete,
               SoupServerMessage *message,
               gint64             id,
               GHashTable        *query)
{
  g_autoptr(GString) json = g_string_new (NULL);

  for (guint i = 0; i < athlete->activities->len; i++)
    {
      SpActivity *activity = athlete->activities->pdata[i];

      if (sp_activity_get_id (activity) != id || !is_visible (athlete, activity))
        continue;
      append_activity (json, athlete, activity,
                       query != NULL && g_strcmp0 (g_hash_table_lookup (query, "include_all_efforts"), "true") == 0);
      _sp_fake_answer (message, 200, json->str);
      return;
    }
  _sp_fake_answer_error (message, 404, "Activity", "id", "invalid");
}

static void
answer_segment (SpFakeStrava      *self,
                SoupServerMessage *message,
                gint64             id)
{
  SpSegment *segment = g_hash_table_lookup (self->segments, &id);
  g_autoptr(GString) json = g_string_new (NULL);

  if (segment == NULL)
    {
      _sp_fake_answer_error (message, 404, "Segment", "id", "invalid");
      return;
    }
  g_string_append_printf (json, "{\"id\":%" G_GINT64_FORMAT ",\"name\":\"%s\",\"activity_type\":\"%s\"", id,
                          sp_segment_get_name (segment), sp_segment_get_sport (segment));
  append_number (json, "distance", sp_segment_get_distance_m (segment));
  append_route (json, "polyline", sp_segment_get_route (segment));
  g_string_append_c (json, '}');
  _sp_fake_answer (message, 200, json->str);
}

static void
answer_efforts (SpFakeAthlete     *athlete,
                SoupServerMessage *message,
                GHashTable        *query)
{
  gint64 segment_id = get_number (query, "segment_id", 0);
  g_autoptr(GString) json = g_string_new ("[");

  if (!athlete->subscribes)
    {
      _sp_fake_answer (message, 402, "{\"message\":\"Payment Required\",\"errors\":[]}");
      return;
    }
  for (guint i = 0; i < athlete->activities->len; i++)
    {
      SpActivity *activity = athlete->activities->pdata[i];
      guint n_efforts = 0;
      const SpEffort *efforts = sp_activity_get_efforts (activity, &n_efforts);

      for (guint j = 0; j < n_efforts; j++)
        if (efforts[j].segment_id == segment_id && is_visible (athlete, activity))
          {
            if (json->len > 1)
              g_string_append_c (json, ',');
            append_effort (json, &efforts[j], sp_activity_get_id (activity), athlete->id);
          }
    }
  g_string_append_c (json, ']');
  _sp_fake_answer (message, 200, json->str);
}

void
_sp_fake_data (SpFakeStrava      *self,
               SpFakeAthlete     *athlete,
               SoupServerMessage *message,
               const char        *path,
               GHashTable        *query)
{
  gboolean is_of_athlete = !g_str_has_prefix (path, "/segments/");

  if (is_of_athlete && !has_scope (athlete, "activity:read") && !has_scope (athlete, "activity:read_all"))
    _sp_fake_answer_error (message, 401, "AccessToken", "activity:read_permission", "missing");
  else if (g_str_equal (path, "/athlete/activities"))
    answer_list (self, athlete, message, query);
  else if (g_str_has_prefix (path, "/activities/"))
    answer_detail (athlete, message, g_ascii_strtoll (path + strlen ("/activities/"), NULL, 10), query);
  else if (!is_of_athlete)
    answer_segment (self, message, g_ascii_strtoll (path + strlen ("/segments/"), NULL, 10));
  else if (g_str_equal (path, "/segment_efforts"))
    answer_efforts (athlete, message, query);
  else
    _sp_fake_answer_error (message, 404, "Path", "", "invalid");
}
