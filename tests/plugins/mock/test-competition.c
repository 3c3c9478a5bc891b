/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-mock-competition.h"

#include "files/sp-demo-reader.h"

#include <json-glib/json-glib.h>

static SpMockClub *
make_club (guint n_segments,
           guint n_windows)
{
  SpMockSize size = { 1, 34, n_segments, n_windows, sp_time_new (2026, 6, 10, 0, 0, 0) };

  return sp_mock_club_new (&size);
}

static SpCompetition *
read_competition (SpMockClub *club)
{
  g_autofree char *json = sp_mock_competition_to_json (club);
  g_autoptr (GError) error = NULL;
  SpCompetition *competition = sp_demo_reader_read (json, &error);

  g_assert_no_error (error);

  return competition;
}

/* Who and what it names is there. */
static void
test_refers (void)
{
  static const guint sizes[][2] = { { 1, 1 }, { 1, 5 }, { 4, 4 }, { 4, 8 }, { 8, 16 }, { 3, 7 } };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (SpMockClub) club = make_club (sizes[i][0], sizes[i][1]);
      g_autoptr (SpCompetition) competition = read_competition (club);
      guint n_windows = 0;

      g_assert_cmpuint (sp_competition_get_n_runners (competition), ==, 34);
      for (guint j = 0; j < 34; j++)
        {
          const SpRunnerValues *values = sp_runner_get_values (sp_competition_get_runner (competition, j));
          const SpMockRunner *runner = sp_mock_club_find_runner (club, values->id);

          g_assert_nonnull (runner);
          g_assert_cmpstr (values->name, ==, runner->name);
          g_assert_cmpstr (values->segment_team, ==, runner->team);
          g_assert_cmpstr (values->distance_team, ==, runner->distance_team);
          g_assert_true (g_date_valid_dmy ((GDateDay) values->birth_day, (GDateMonth) values->birth_month, 2000));
        }
      g_assert_cmpuint (sp_competition_get_n_groups (competition), ==, sizes[i][0]);
      for (guint j = 0; j < sizes[i][0]; j++)
        {
          const SpGroupValues *group = sp_group_get_values (sp_competition_get_group (competition, j));

          g_assert_nonnull (sp_mock_world_find_segment (sp_mock_club_get_world (club), group->segment_id));
          g_assert_cmpuint (group->windows->len, >, 0);
          n_windows += group->windows->len;
        }
      g_assert_cmpuint (n_windows, ==, sizes[i][1]);
    }
}

/* Every rule of a board is there to be seen. */
static void
test_features (void)
{
  g_autoptr (SpMockClub) club = make_club (4, 8);
  g_autoptr (SpCompetition) competition = read_competition (club);
  guint n_defaults = 0, n_least = 0, n_birthday = 0, n_faster = 0, n_slower = 0, n_clocks = 0, n_long = 0;

  for (guint i = 0; i < sp_competition_get_n_groups (competition); i++)
    {
      const SpGroupValues *group = sp_group_get_values (sp_competition_get_group (competition, i));

      n_defaults += group->default_time_s > 0;
      n_least += group->min_distance_m > 0;
      g_assert_cmpuint (group->windows->len, ==, 2);
      for (guint j = 0; j < group->windows->len; j++)
        {
          const SpWindowValues *window = sp_window_get_values (group->windows->pdata[j]);

          g_assert_cmpint (window->start_local_s, <, window->end_local_s);
          g_assert_nonnull (window->label);
          n_birthday += window->birthday_bonus_s > 0;
          n_faster += window->time_bonus_s > 0;
          n_slower += window->time_bonus_s < 0;
          n_clocks += !window->end_is_date;
        }
    }
  for (guint i = 0; i < sp_competition_get_n_series_windows (competition); i++)
    n_long += sp_series_window_get_values (sp_competition_get_series_window (competition, i))->threshold_m > 0;
  g_assert_cmpuint (n_defaults, ==, 2);
  g_assert_cmpuint (n_least, ==, 1);
  g_assert_cmpuint (n_birthday, ==, 6);
  g_assert_cmpuint (n_faster, ==, 1);
  g_assert_cmpuint (n_slower, ==, 1);
  g_assert_cmpuint (n_clocks, ==, 2);
  g_assert_cmpuint (n_long, >, 0);
  g_assert_cmpuint (n_long, <, sp_competition_get_n_series_windows (competition));
}

/* The season in which it is told is the one in which it is run; the distance series covers no more than that. */
static void
test_dates (void)
{
  g_autoptr (SpMockClub) club = make_club (4, 8);
  const SpMockSeason *season = sp_mock_club_get_season (club);
  g_autoptr (SpCompetition) competition = read_competition (club);
  guint n = sp_competition_get_n_series_windows (competition);
  gint64 next_s = season->local.start_s;

  for (guint i = 0; i < season->n_windows; i++)
    {
      const SpMockWindow *window = &season->windows[i];
      const SpGroupValues *group = sp_group_get_values (sp_competition_get_group (competition, window->segment));
      const SpWindowValues *values = sp_window_get_values (group->windows->pdata[window->round]);

      g_assert_cmpint (values->start_local_s, ==, window->start_local_s);
      g_assert_cmpint (values->end_local_s, ==, window->end_local_s);
      g_assert_cmpint (values->time_bonus_s, ==, window->time_bonus_s);
    }
  for (guint i = 0; i < n; i++)
    {
      const SpSeriesWindowValues *values =
        sp_series_window_get_values (sp_competition_get_series_window (competition, i));

      g_assert_cmpint (values->start_local_s, ==, next_s);
      next_s = values->end_local_s + 1;
    }
  g_assert_cmpint (next_s - 1, ==, season->local.end_s);
}

/* The day of the demo is told for who wants to see it as it is then. */
static void
test_as_of (void)
{
  g_autoptr (SpMockClub) club = make_club (4, 4);
  g_autofree char *json = sp_mock_competition_to_json (club);
  g_autoptr (JsonNode) root = json_from_string (json, NULL);

  g_assert_nonnull (root);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (root), "as_of"), ==, "2026-06-10T20:00:00");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plugins/mock/competition/refers", test_refers);
  g_test_add_func ("/plugins/mock/competition/features", test_features);
  g_test_add_func ("/plugins/mock/competition/dates", test_dates);
  g_test_add_func ("/plugins/mock/competition/as-of", test_as_of);

  return g_test_run ();
}
