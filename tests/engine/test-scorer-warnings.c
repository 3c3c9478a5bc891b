/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-scorer-warnings.h"

#include "engine/sp-scorer.h"
#include "support/sp-test-club.h"

#define WEEK { "2026-01-05", "2026-01-11" }
#define AFTER "2026-03-01T10:30:00"

/* The warnings of a board on which one runner has 10 minutes, another 20, by a bonus of @bonus_s. */
static void
assert_warnings (int         default_s,
                 int         bonus_s,
                 const char *first,
                 const char *second)
{
  g_autoptr (SpCompetition) competition =
    sp_test_competition (.runners = { sp_test_runner (.id = 1), sp_test_runner (.id = 2) },
                         .groups = { sp_test_group (.default_time_s = default_s,
                                                    .windows = { { "2026-01-05", "2026-01-11",
                                                                   .time_bonus_s = bonus_s } }) });
  g_autoptr (SpHarvest) harvest = sp_test_harvest (.blocks = {
    sp_test_block (.id = 1, .list = SP_LIST_FRESH, .activities = {
      sp_test_activity (.id = 1, .efforts = { { 7, 600 + bonus_s } }) }),
    sp_test_block (.id = 2, .list = SP_LIST_FRESH, .activities = {
      sp_test_activity (.id = 2, .efforts = { { 7, 1200 + bonus_s } }) }) });
  g_autoptr (SpBoard) board = sp_scorer_score_group (competition, sp_competition_get_group (competition, 0), harvest,
                                                     sp_test_time (AFTER));
  const char * const *warnings = sp_board_get_values (board)->warnings;

  g_assert_cmpstr (warnings != NULL ? warnings[0] : NULL, ==, first);
  if (first != NULL)
    g_assert_cmpstr (warnings[1], ==, second);
}

static void
test_default (void)
{
  assert_warnings (0, 0, NULL, NULL);
  assert_warnings (1200, 0, NULL, NULL);
  assert_warnings (1199, 0, "The default time 0:19:59 is faster than the time of 1 runner.", NULL);
  assert_warnings (300, 0, "The default time 0:05:00 is faster than the times of 2 runners.", NULL);
}

static void
test_bonus (void)
{
  assert_warnings (0, 600, NULL, NULL);
  assert_warnings (0, 601, "A bonus is more than half the time of 1 runner: bonuses are in seconds.", NULL);
  assert_warnings (0, 1300, "A bonus is more than half the times of 2 runners: bonuses are in seconds.", NULL);
  assert_warnings (0, -201, "A bonus is more than half the time of 1 runner: bonuses are in seconds.", NULL);
  assert_warnings (700, 601, "The default time 0:11:40 is faster than the time of 1 runner.",
                   "A bonus is more than half the time of 1 runner: bonuses are in seconds.");
}

static void
test_inverted (void)
{
  g_autoptr (SpCompetition) competition =
    sp_test_competition (.groups = { sp_test_group (.name = "Hill",
                                                    .windows = { WEEK, { "2026-01-11", "2026-01-05" } }) },
                         .series = { { "2026-02-02", "2026-02-01" }, { "2026-01-01", "2026-01-31" } });
  g_autoptr (SpCompetition) fine = sp_test_competition (.groups = { sp_test_group (.windows = { WEEK }) });
  g_auto (GStrv) warnings = sp_scorer_warnings_of_competition (competition);

  g_assert_null (sp_scorer_warnings_of_competition (fine));
  g_assert_cmpuint (g_strv_length (warnings), ==, 2);
  g_assert_true (g_str_has_prefix (warnings[0], "Hill: the window from 2026-01-11 00:00 to 2026-01-05 23:59"));
  g_assert_true (g_str_has_prefix (warnings[1], "Distance series: the window from 2026-02-02 00:00"));
}

/* A board without any window that can hold something is left out of the results, and named. */
static void
test_results (void)
{
  g_autoptr (SpCompetition) competition =
    sp_test_competition (.runners = { sp_test_runner (.id = 1) },
                         .groups = { sp_test_group (.windows = { WEEK }),
                                     sp_test_group (.segment_id = 8, .name = "Wrong",
                                                    .windows = { { "2026-01-11", "2026-01-05" } }) });
  g_autoptr (SpHarvest) harvest = sp_test_harvest (.blocks = {
    sp_test_block (.id = 1, .list = SP_LIST_FRESH, .activities = {
      sp_test_activity (.id = 3, .efforts = { { 7, 300 } }) }) });
  g_autoptr (SpResults) results = sp_scorer_score (competition, harvest, sp_test_time (AFTER));
  g_autoptr (SpResults) before = sp_scorer_score (competition, NULL, sp_test_time (AFTER));
  const SpResultsValues *values = sp_results_get_values (results);

  g_assert_true (sp_results_all_known (results));
  g_assert_false (sp_results_all_known (before));
  g_assert_cmpint (sp_results_get_values (before)->finished_at_s, ==, SP_TIME_UNKNOWN);
  g_assert_cmpint (values->finished_at_s, ==, sp_test_time ("2026-03-01T10:30:00"));
  g_assert_cmpstr (values->source_id, ==, "table");
  g_assert_cmpuint (g_list_model_get_n_items (values->boards), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (values->team_summaries), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (values->runner_summaries), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (values->distance_boards), ==, 0);
  g_assert_cmpstr (values->warnings[0], ==, "Wrong: the window from 2026-01-11 00:00 to 2026-01-05 23:59 ends "
                   "before it starts and was left out. Correct its dates.");
  g_assert_null (values->warnings[1]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/scorer-warnings/default", test_default);
  g_test_add_func ("/engine/scorer-warnings/bonus", test_bonus);
  g_test_add_func ("/engine/scorer-warnings/inverted", test_inverted);
  g_test_add_func ("/engine/scorer-warnings/results", test_results);

  return g_test_run ();
}
