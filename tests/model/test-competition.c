/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-competition.h"

#include "model/sp-competition-builder.h"
#include "support/sp-test-club.h"

static void
test_order (void)
{
  SpCompetition *competition =
    sp_test_competition (.rules = { TRUE, FALSE },
                         .runners = { sp_test_runner (.id = 2), sp_test_runner (.id = 1) },
                         .groups = { sp_test_group (.segment_id = 9, .windows = { { "2026-01-05", "2026-01-11" } }),
                                     sp_test_group (.segment_id = 8, .windows = { { "2026-01-05", "2026-01-11" } }) },
                         .series = { { "2026-01-01", "2026-01-31", .time_bonus_s = 5000 } });

  g_assert_cmpstr (sp_competition_get_name (competition), ==, "Test Club");
  g_assert_true (sp_competition_get_rules (competition)->leave_flagged_out);
  g_assert_false (sp_competition_get_rules (competition)->default_when_missing);
  g_assert_null (sp_competition_get_series_sports (competition));
  g_assert_cmpuint (sp_competition_get_n_runners (competition), ==, 2);
  g_assert_cmpint (sp_runner_get_values (sp_competition_get_runner (competition, 0))->id, ==, 2);
  g_assert_cmpint (sp_runner_get_values (sp_competition_get_runner (competition, 1))->id, ==, 1);
  g_assert_cmpuint (sp_competition_get_n_groups (competition), ==, 2);
  g_assert_cmpint (sp_group_get_values (sp_competition_get_group (competition, 1))->segment_id, ==, 8);
  g_assert_cmpuint (sp_competition_get_n_series_windows (competition), ==, 1);
  g_assert_cmpfloat (sp_series_window_get_values (sp_competition_get_series_window (competition, 0))->threshold_m,
                     ==, 5000);
  g_assert_finalize_object (competition);
}

static void
test_find (void)
{
  g_autoptr (SpCompetition) competition =
    sp_test_competition (.runners = { sp_test_runner (.id = 7, .key = "b"), sp_test_runner (.id = 7, .key = "a"),
                                      sp_test_runner (.id = 0, .key = "c") },
                         .groups = { sp_test_group (.segment_id = 9, .windows = { { "2026-01-05", "2026-01-11" } }),
                                     sp_test_group (.segment_id = 8, .windows = { { "2026-01-05", "2026-01-11" } }) },
                         .series = { { "2026-01-01", "2026-01-31" }, { "2026-02-01", "2026-02-28" } });

  g_assert_true (sp_competition_find_runner (competition, "a") == sp_competition_get_runner (competition, 1));
  g_assert_null (sp_competition_find_runner (competition, "d"));
  g_assert_null (sp_competition_find_runner (competition, NULL));
  g_assert_true (sp_competition_find_runner_by_id (competition, 7) == sp_competition_get_runner (competition, 0));
  g_assert_null (sp_competition_find_runner_by_id (competition, 8));
  g_assert_null (sp_competition_find_runner_by_id (competition, 0));
  g_assert_true (sp_competition_find_group (competition, "g8") == sp_competition_get_group (competition, 1));
  g_assert_null (sp_competition_find_group (competition, "a"));
  g_assert_true (sp_competition_find_series_window (competition, "s1") ==
                 sp_competition_get_series_window (competition, 1));
  g_assert_null (sp_competition_find_series_window (competition, "s2"));
}

/* An edit makes another competition; what was there stays as it is. */
static void
test_immutable (void)
{
  const char * const sports[] = { "Ride", NULL };
  g_autoptr (SpCompetition) before = sp_test_competition (.runners = { sp_test_runner (.id = 1, .name = "Huw") });
  g_autoptr (SpCompetitionBuilder) builder = sp_competition_builder_new_from (before);
  g_autoptr (SpRunner) changed = sp_test_runner (.id = 1, .name = "Huw Young");
  g_autoptr (SpCompetition) after = NULL;

  g_assert_false (sp_competition_builder_put_runner (builder, changed));
  sp_competition_builder_set_name (builder, "Other");
  sp_competition_builder_set_series_sports (builder, sports);
  after = sp_competition_builder_end (builder);
  g_assert_cmpstr (sp_runner_get_values (sp_competition_get_runner (before, 0))->name, ==, "Huw");
  g_assert_cmpstr (sp_competition_get_name (before), ==, "Test Club");
  g_assert_null (sp_competition_get_series_sports (before));
  g_assert_cmpstr (sp_runner_get_values (sp_competition_get_runner (after, 0))->name, ==, "Huw Young");
  g_assert_cmpstr (sp_competition_get_name (after), ==, "Other");
  g_assert_cmpstr (sp_competition_get_series_sports (after)[0], ==, "Ride");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/competition/order", test_order);
  g_test_add_func ("/model/competition/find", test_find);
  g_test_add_func ("/model/competition/immutable", test_immutable);

  return g_test_run ();
}
