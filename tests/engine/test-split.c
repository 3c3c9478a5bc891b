/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-split.h"

#include "support/sp-test-club.h"

static void
test_names (void)
{
  const char * const names[] = { "Hill - Week 1", "Hill - 2026-01-12 to 2026-01-18", "Hill - Week 1" };
  g_autoptr (SpCompetition) competition =
    sp_test_competition (.runners = { sp_test_runner (.id = 1) },
                         .groups = { sp_test_group (.name = "Hill", .default_time_s = 60, .min_distance_m = 5,
                                                    .windows = { { "2026-01-05", "2026-01-11", "Week 1", 30, -5 },
                                                                 { "2026-01-12", "2026-01-18" } }),
                                     sp_test_group (.key = "other", .segment_id = 8, .name = "Hill", .closed = TRUE,
                                                    .windows = { { "2026-01-05", "2026-01-11", "Week 1" } }) },
                         .series = { { "2026-01-01", "2026-01-31" } });
  g_autoptr (SpCompetition) split = sp_split_windows (competition);

  g_assert_cmpuint (sp_competition_get_n_groups (split), ==, 3);
  g_assert_cmpuint (sp_competition_get_n_groups (competition), ==, 2);
  g_assert_cmpuint (sp_competition_get_n_series_windows (split), ==, 1);
  g_assert_true (sp_competition_get_runner (split, 0) == sp_competition_get_runner (competition, 0));
  for (guint i = 0; i < 3; i++)
    {
      const SpGroupValues *values = sp_group_get_values (sp_competition_get_group (split, i));

      g_assert_cmpstr (values->name, ==, names[i]);
      g_assert_cmpuint (values->windows->len, ==, 1);
      g_assert_cmpint (values->segment_id, ==, i < 2 ? 7 : 8);
      g_assert_cmpint (values->default_time_s, ==, i < 2 ? 60 : 0);
      g_assert_cmpint (values->closed, ==, i == 2);
    }
  g_assert_cmpstr (sp_group_get_values (sp_competition_get_group (split, 0))->key, ==, "g7/1");
  g_assert_cmpstr (sp_group_get_values (sp_competition_get_group (split, 1))->key, ==, "g7/2");
  g_assert_cmpint (sp_window_get_values (sp_group_get_window (sp_competition_get_group (split, 0),
                                                              0))->birthday_bonus_s, ==, 30);
}

static void
test_nothing (void)
{
  g_autoptr (SpCompetition) competition = sp_test_competition (.runners = { NULL });
  SpCompetition *split = sp_split_windows (competition);

  g_assert_cmpuint (sp_competition_get_n_groups (split), ==, 0);
  g_assert_finalize_object (split);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/split/names", test_names);
  g_test_add_func ("/engine/split/nothing", test_nothing);

  return g_test_run ();
}
