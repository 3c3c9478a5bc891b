/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The demo competition as JSON, for a host that does not know this plugin's types. All times are naive local wall
 * clock; an end that is a date alone means that whole day.
 *
 * {
 *   "name": "Demo club",
 *   "as_of": "2026-06-10T20:00:00",        some windows are over then, one is open, the last is not yet
 *   "runners": [ {
 *     "id": 1001,                          the athlete's id at this source
 *     "name": "Aled Pugh",
 *     "segment_team": "Red Kites",
 *     "distance_team": "Early Birds",      absent: not on the distance boards
 *     "birth_month": 6,
 *     "birth_day": 10
 *   } ],
 *   "groups": [ {
 *     "segment_id": 4200017,
 *     "name": "Nant Oer Riverside",
 *     "default_time_s": 900,               0 for none
 *     "min_distance_m": 1500,              0 for none
 *     "windows": [ {
 *       "label": "Round 1",
 *       "start": "2026-04-12",             a date, or a date and time
 *       "end": "2026-04-18",
 *       "birthday_bonus_s": 30,            0 for none
 *       "time_bonus_s": 15                 0 for none, negative adds
 *     } ]
 *   } ],
 *   "series": [ { "start": "2026-04-12", "end": "2026-04-25", "threshold_m": 10000 } ]     0 for none
 * }
 */
#include "sp-mock-competition.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SERIES_S (2 * SP_MOCK_WEEK_S)
#define THRESHOLD_M 10000

/* Slower than any of the club runs. */
#define DEFAULT_PACE_S 420.0

/* Shorter than nearly all efforts on the segment, as receivers measure them. */
#define MIN_SHARE 0.985

/* Of what JSON would have to escape, a language may need quotes. */
static void
add_text (GString    *json,
          const char *key,
          const char *text,
          const char *end)
{
  g_autoptr(GString) escaped = g_string_new (text);

  g_string_replace (escaped, "\\", "\\\\", 0);
  g_string_replace (escaped, "\"", "\\\"", 0);
  g_string_append_printf (json, "\"%s\": \"%s\"%s", key, escaped->str, end);
}

static void
add_time (GString    *json,
          const char *key,
          gint64      local_s,
          gboolean    has_clock,
          const char *end)
{
  g_autofree char *text = sp_time_to_iso (local_s);

  if (!has_clock)
    text[10] = '\0';
  add_text (json, key, text, end);
}

static void
add_runner (GString            *json,
            const SpMockRunner *runner)
{
  g_string_append_printf (json, "    { \"id\": %" G_GINT64_FORMAT ", ", runner->id);
  add_text (json, "name", runner->name, ", ");
  add_text (json, "segment_team", runner->team, ", ");
  if (runner->distance_team != NULL)
    add_text (json, "distance_team", runner->distance_team, ", ");
  g_string_append_printf (json, "\"birth_month\": %d, \"birth_day\": %d }", runner->birth_month, runner->birth_day);
}

static void
add_window (GString            *json,
            const SpMockWindow *window)
{
  /* Translators: the name of a window of the demo club, which holds one in each week */
  g_autofree char *label = g_strdup_printf (_("Round %u"), window->round + 1);

  g_string_append (json, "\n        { ");
  add_text (json, "label", label, ", ");
  add_time (json, "start", window->start_local_s, window->has_clock, ", ");
  add_time (json, "end", window->end_local_s, window->has_clock, ", ");
  g_string_append_printf (json, "\"birthday_bonus_s\": %d, \"time_bonus_s\": %d }", window->birthday_bonus_s,
                          window->time_bonus_s);
}

static void
add_group (GString             *json,
           const SpMockSeason  *season,
           const SpMockSegment *segment,
           guint                index)
{
  int default_time_s = index % 2 == 1 ? (int) ceil (segment->length_m * DEFAULT_PACE_S / 30000.0) * 30 : 0;
  int min_distance_m = index == 1 ? (int) (segment->length_m * MIN_SHARE) : 0;
  gboolean is_first = TRUE;

  g_string_append_printf (json, "    { \"segment_id\": %" G_GINT64_FORMAT ", ", segment->id);
  add_text (json, "name", segment->name, ", ");
  g_string_append_printf (json, "\"default_time_s\": %d, \"min_distance_m\": %d,\n      \"windows\": [",
                          default_time_s, min_distance_m);
  for (guint i = 0; i < season->n_windows; i++)
    {
      if (season->windows[i].segment != index)
        continue;
      g_string_append (json, is_first ? "" : ",");
      is_first = FALSE;
      add_window (json, &season->windows[i]);
    }
  g_string_append (json, "\n      ] }");
}

/* The distance series takes the whole season, by fortnights; every other one counts long runs. */
static void
add_series (GString            *json,
            const SpMockSeason *season)
{
  gint64 start_s = sp_time_get_day (season->local.start_s) * SP_TIME_DAY_S;

  for (guint i = 0; start_s < season->local.end_s; i++, start_s += SERIES_S)
    {
      g_string_append_printf (json, "%s\n    { ", i > 0 ? "," : "");
      add_time (json, "start", start_s, FALSE, ", ");
      add_time (json, "end", MIN (start_s + SERIES_S - 1, season->local.end_s), FALSE, ", ");
      g_string_append_printf (json, "\"threshold_m\": %d }", i % 2 == 0 ? THRESHOLD_M : 0);
    }
}

/**
 * sp_mock_competition_to_json:
 * @club: a club
 *
 * Writes the competition that the club runs, in the form shown at the top of this file.
 *
 * Returns: (transfer full): JSON
 */
char *
sp_mock_competition_to_json (SpMockClub *club)
{
  GString *json = g_string_new ("{\n  ");
  const SpMockSize *size = sp_mock_club_get_size (club);
  const SpMockSeason *season = sp_mock_club_get_season (club);

  add_text (json, "name", _("Demo club"), ",\n  ");
  add_time (json, "as_of", season->as_of_local_s, TRUE, ",\n  \"runners\": [\n");
  for (guint i = 0; i < size->n_runners; i++)
    {
      add_runner (json, sp_mock_club_get_runner (club, i));
      g_string_append (json, i + 1 < size->n_runners ? ",\n" : "\n  ],\n  \"groups\": [\n");
    }
  for (guint i = 0; i < size->n_segments; i++)
    {
      add_group (json, season, sp_mock_world_get_segment (sp_mock_club_get_world (club), i), i);
      g_string_append (json, i + 1 < size->n_segments ? ",\n" : "\n  ],\n  \"series\": [");
    }
  add_series (json, season);
  g_string_append (json, "\n  ]\n}\n");

  return g_string_free (json, FALSE);
}
