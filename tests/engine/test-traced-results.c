/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-traced-results.h"

#include "engine/sp-scorer.h"
#include "engine/sp-tracer.h"
#include "support/sp-test-club.h"

#define WEEK { "2026-01-05", "2026-01-11" }
#define AFTER "2026-03-01T10:30:00"

static SpHarvest *
make_harvest (void)
{
  return sp_test_harvest (.blocks = { sp_test_block (.id = 1, .list = SP_LIST_FRESH, .activities = {
                                        sp_test_activity (.id = 1, .start = "2026-01-10T09:12:00",
                                                          .efforts = { { 7, 675 } }) }) },
                          .segments = { sp_test_segment (.id = 7) });
}

static SpResults *
score (SpHarvest *harvest)
{
  g_autoptr (SpCompetition) competition =
    sp_test_competition (.runners = { sp_test_runner (.id = 1), sp_test_runner (.id = 2, .team = "Blues") },
                         .groups = { sp_test_group (.windows = { WEEK }) });

  return sp_scorer_score (competition, harvest, sp_test_time (AFTER));
}

static SpBoard *
first_board (SpResults *results)
{
  return g_list_model_get_item (sp_results_get_values (results)->boards, 0);
}

static void
test_traces (void)
{
  g_autoptr (SpHarvest) harvest = make_harvest ();
  g_autoptr (SpResults) plain = score (harvest);
  SpResults *traced = sp_traced_results_new (plain, harvest);
  g_autoptr (SpBoard) before = first_board (plain);
  SpBoard *after = first_board (traced);
  GListModel *rows = sp_board_get_values (after)->rows;

  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (SpRow) old = g_list_model_get_item (sp_board_get_values (before)->rows, i);
      g_autoptr (SpRow) row = g_list_model_get_item (rows, i);
      const SpRowValues *values = sp_row_get_values (row);
      g_autoptr (GListModel) expected = sp_tracer_trace (sp_results_get_values (plain)->competition, values->group,
                                                         values->runner, harvest, sp_test_time (AFTER));

      g_assert_null (sp_row_get_values (old)->trace);
      g_assert_nonnull (values->trace);
      g_assert_cmpuint (g_list_model_get_n_items (values->trace), ==, g_list_model_get_n_items (expected));
      g_assert_cmpint (values->time_s, ==, sp_row_get_values (old)->time_s);
      g_assert_cmpuint (values->rank, ==, sp_row_get_values (old)->rank);
    }
  g_object_unref (after);
  g_assert_finalize_object (traced);
}

/* The fastest of a team is a row of the same board, not one of the old. */
static void
test_fastest (void)
{
  g_autoptr (SpHarvest) harvest = make_harvest ();
  g_autoptr (SpResults) plain = score (harvest);
  g_autoptr (SpResults) traced = sp_traced_results_new (plain, harvest);
  g_autoptr (SpBoard) board = first_board (traced);
  GListModel *teams = sp_board_get_values (board)->teams;
  g_autoptr (SpRow) first = g_list_model_get_item (sp_board_get_values (board)->rows, 0);
  guint n_found = 0;

  for (guint i = 0; i < g_list_model_get_n_items (teams); i++)
    {
      g_autoptr (SpTeamRow) team = g_list_model_get_item (teams, i);

      n_found += sp_team_row_get_values (team)->fastest == first;
    }
  g_assert_cmpuint (n_found, ==, 1);
}

/* Results from a file have their traces, and no data to make others from. */
static void
test_kept (void)
{
  g_autoptr (SpHarvest) harvest = make_harvest ();
  g_autoptr (SpResults) plain = score (harvest);
  g_autoptr (SpResults) traced = sp_traced_results_new (plain, harvest);
  g_autoptr (SpResults) again = sp_traced_results_new (traced, NULL);
  g_autoptr (SpBoard) one = first_board (traced);
  g_autoptr (SpBoard) two = first_board (again);
  g_autoptr (SpRow) row_one = g_list_model_get_item (sp_board_get_values (one)->rows, 0);
  g_autoptr (SpRow) row_two = g_list_model_get_item (sp_board_get_values (two)->rows, 0);

  g_assert_true (sp_row_get_values (row_one)->trace == sp_row_get_values (row_two)->trace);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/traced-results/traces", test_traces);
  g_test_add_func ("/engine/traced-results/fastest", test_fastest);
  g_test_add_func ("/engine/traced-results/kept", test_kept);

  return g_test_run ();
}
