/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-mock-competition.h"

#include "api/sp-time.h"

#include <json-glib/json-glib.h>

/*
 * The competition that the club runs, for a host that wants to show it:
 *
 *   { "name": text,
 *     "runners": [ { "id": number, "name": text, "segment_team": text, "distance_team": text or absent,
 *                    "birth_month": number, "birth_day": number } ],
 *     "groups": [ { "segment_id": number, "name": text, "default_time_s": number, "min_distance_m": number,
 *                   "windows": [ { "start": "YYYY-MM-DD", "end": "YYYY-MM-DD", "label": text,
 *                                  "birthday_bonus_s": number, "time_bonus_s": number } ] } ],
 *     "series": [ { "start": "YYYY-MM-DD", "end": "YYYY-MM-DD", "threshold_m": number } ] }
 *
 * Days are whole days, both counted in. A number that is 0 means that there is none.
 */

static void
add_day (JsonBuilder *builder,
         const char  *name,
         gint64       time_s)
{
  g_autofree char *iso = sp_time_to_iso (time_s);

  iso[strlen ("2026-01-05")] = '\0';
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, iso);
}

static void
add_number (JsonBuilder *builder,
            const char  *name,
            gint64       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_text (JsonBuilder *builder,
          const char  *name,
          const char  *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_runners (JsonBuilder *builder,
             SpMockClub  *club)
{
  json_builder_set_member_name (builder, "runners");
  json_builder_begin_array (builder);
  for (guint i = 0; i < sp_mock_club_get_shape (club)->n_runners; i++)
    {
      SpMockRunner *runner = sp_mock_club_get_runner (club, i);

      json_builder_begin_object (builder);
      add_number (builder, "id", runner->id);
      add_text (builder, "name", runner->name);
      add_text (builder, "segment_team", runner->team);
      if (runner->distance_team != NULL)
        add_text (builder, "distance_team", runner->distance_team);
      add_number (builder, "birth_month", runner->birth_month);
      add_number (builder, "birth_day", runner->birth_day);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_windows (JsonBuilder *builder,
             SpMockClub  *club,
             guint        group)
{
  guint n = 0;

  json_builder_set_member_name (builder, "windows");
  json_builder_begin_array (builder);
  for (guint i = 0; i < sp_mock_club_get_shape (club)->n_windows; i++)
    {
      g_autofree char *label = NULL;
      SpPeriod local;
      guint segment;

      sp_mock_club_get_window (club, i, &segment, &local);
      if (segment != group)
        continue;
      label = g_strdup_printf ("Round %u", ++n);
      json_builder_begin_object (builder);
      add_day (builder, "start", local.start_s);
      add_day (builder, "end", local.end_s);
      add_text (builder, "label", label);
      add_number (builder, "birthday_bonus_s", group != 2 ? 30 : 0);
      add_number (builder, "time_bonus_s", group == 1 ? (n == 1 ? 15 : -10) : 0);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_groups (JsonBuilder *builder,
            SpMockClub  *club)
{
  json_builder_set_member_name (builder, "groups");
  json_builder_begin_array (builder);
  for (guint i = 0; i < MIN (sp_mock_club_get_shape (club)->n_segments, sp_mock_club_get_shape (club)->n_windows); i++)
    {
      gint64 id = sp_mock_club_get_segment_id (club, i);
      g_autoptr (SpSegment) segment = sp_mock_club_make_segment (club, id, &SP_ORIGIN_UNKNOWN);
      double distance_m = sp_segment_get_distance_m (segment);

      json_builder_begin_object (builder);
      add_number (builder, "segment_id", id);
      add_text (builder, "name", sp_segment_get_name (segment));
      add_number (builder, "default_time_s", i == 0 ? (gint64) (distance_m * 0.45) / 60 * 60 : 0);
      add_number (builder, "min_distance_m", i == 1 ? (gint64) (distance_m * 0.99) : 0);
      add_windows (builder, club, i);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_series (JsonBuilder *builder,
            SpMockClub  *club)
{
  guint n_windows = sp_mock_club_get_shape (club)->n_windows;

  json_builder_set_member_name (builder, "series");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_windows; i += 2)
    {
      SpPeriod first, last;
      guint segment;

      sp_mock_club_get_window (club, i, &segment, &first);
      sp_mock_club_get_window (club, MIN (i + 1, n_windows - 1), &segment, &last);
      json_builder_begin_object (builder);
      add_day (builder, "start", first.start_s);
      add_day (builder, "end", last.end_s);
      add_number (builder, "threshold_m", i == 0 ? 10000 : 0);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/**
 * sp_mock_competition_to_json:
 * @club: a club
 *
 * Returns: (transfer full): its competition, in the shape described above
 */
char *
sp_mock_competition_to_json (SpMockClub *club)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  add_text (builder, "name", "Demo Club, Winter Series");
  add_runners (builder, club);
  add_groups (builder, club);
  add_series (builder, club);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, TRUE);
}
