/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-summaries.h"

#include "model/sp-runner-summary.h"
#include "model/sp-team-summary.h"
#include "support/sp-test-board.h"

static void
test_summaries (void)
{
  const SpTestRow first[] = {
    { 1, "Huw", "Blues", SP_ROW_TIMED, 600, 1, 2 }, { 2, "Huw", "Reds", SP_ROW_TIMED, 700, 2, 1 },
    { 3, "Elin", "Greens", SP_ROW_NONE, -1, 0, 0 },
  };
  const SpTestRow second[] = {
    { 2, "Huw", "Reds", SP_ROW_TIMED, 500, 1, 1 }, { 1, "Huw", "Blues", SP_ROW_DEFAULT, 900, 2, 0 },
    { 3, "Elin", "Greens", SP_ROW_NO_DATA, -1, 0, 0 },
  };
  g_autoptr (SpBoard) a = sp_test_board (first, G_N_ELEMENTS (first));
  g_autoptr (SpBoard) b = sp_test_board (second, G_N_ELEMENTS (second));
  g_autoptr (GListStore) boards = g_list_store_new (SP_TYPE_BOARD);
  g_autoptr (GListModel) teams = NULL;
  g_autoptr (GListModel) runners = NULL;
  const char * const team_names[] = { "Reds", "Blues", "Greens" };
  const gint64 runner_ids[] = { 2, 1, 3 };

  g_list_store_append (boards, a);
  g_list_store_append (boards, b);
  teams = sp_summaries_of_teams (G_LIST_MODEL (boards));
  runners = sp_summaries_of_runners (G_LIST_MODEL (boards));
  g_assert_cmpuint (g_list_model_get_n_items (teams), ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (runners), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (SpTeamSummary) team = g_list_model_get_item (teams, i);
      g_autoptr (SpRunnerSummary) runner = g_list_model_get_item (runners, i);
      const SpTeamSummaryValues *t = sp_team_summary_get_values (team);
      const SpRunnerSummaryValues *r = sp_runner_summary_get_values (runner);

      g_assert_cmpstr (t->name, ==, team_names[i]);
      g_assert_cmpuint (t->place, ==, i < 2 ? i + 1 : 0);
      g_assert_cmpint (t->incomplete, ==, i == 2);
      g_assert_cmpuint (t->n_boards, ==, i < 2 ? 2 : 0);
      g_assert_cmpuint (t->n_runners, ==, i < 2 ? 1 : 0);
      g_assert_cmpuint (t->attempts, ==, i < 2 ? 2 : 0);
      g_assert_cmpint (t->total_s, ==, i == 0 ? 1200 : i == 1 ? 1500 : 0);
      g_assert_cmpint (sp_runner_get_values (r->runner)->id, ==, runner_ids[i]);
      g_assert_cmpuint (r->n_boards, ==, 2 - i);
      g_assert_cmpuint (r->rank_sum, ==, i < 2 ? 3 : 0);
      g_assert_cmpint (r->total_s, ==, i == 0 ? 1200 : i == 1 ? 1500 : 0);
      g_assert_cmpint (r->incomplete, ==, i == 2);
    }
}

static void
test_nothing (void)
{
  g_autoptr (GListStore) nothing = g_list_store_new (SP_TYPE_BOARD);
  g_autoptr (GListModel) teams = sp_summaries_of_teams (G_LIST_MODEL (nothing));
  g_autoptr (GListModel) runners = sp_summaries_of_runners (G_LIST_MODEL (nothing));

  g_assert_cmpuint (g_list_model_get_n_items (teams), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (runners), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/summaries/summaries", test_summaries);
  g_test_add_func ("/engine/summaries/nothing", test_nothing);

  return g_test_run ();
}
