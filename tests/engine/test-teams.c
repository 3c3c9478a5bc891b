/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-teams.h"

#include "support/sp-test-board.h"

#include <math.h>

static SpTeamRowValues
team_at (SpBoard *board,
         guint    index)
{
  g_autoptr (SpTeamRow) team = g_list_model_get_item (sp_board_get_values (board)->teams, index);

  return *sp_team_row_get_values (team);
}

static void
test_table (void)
{
  const SpTestRow given[] = {
    { 1, "Anwen", "Blues", SP_ROW_TIMED, 600, 1, 2 }, { 2, "Bryn", "Reds", SP_ROW_TIMED, 660, 2, 1 },
    { 3, "Cerys", "Reds", SP_ROW_TIMED, 700, 3, 1 }, { 4, "Dai", "Blues", SP_ROW_DEFAULT, 1200, 4, 0 },
    { 5, "Elin", "Blues", SP_ROW_NONE, -1, 0, 0 }, { 6, "Gwen", "Greens", SP_ROW_NONE_YET, -1, 0, 0 },
    { 7, "Huw", "Whites", SP_ROW_NO_DATA, -1, 0, 0 },
  };
  g_autoptr (SpBoard) board = sp_test_board (given, G_N_ELEMENTS (given));
  SpTeamRowValues reds = team_at (board, 0), blues = team_at (board, 1), greens = team_at (board, 2);
  SpTeamRowValues whites = team_at (board, 3);

  g_assert_cmpuint (g_list_model_get_n_items (sp_board_get_values (board)->teams), ==, 4);
  g_assert_cmpstr (reds.name, ==, "Reds");
  g_assert_cmpuint (reds.place, ==, 1);
  g_assert_cmpuint (reds.rank_sum, ==, 5);
  g_assert_cmpint (reds.total_s, ==, 1360);
  g_assert_cmpstr (blues.name, ==, "Blues");
  g_assert_cmpuint (blues.place, ==, 2);
  g_assert_cmpuint (blues.rank_sum, ==, 5);
  g_assert_cmpuint (blues.n_members, ==, 3);
  g_assert_cmpuint (blues.n_ranked, ==, 2);
  g_assert_cmpuint (blues.attempts, ==, 2);
  g_assert_cmpint (blues.total_s, ==, 1800);
  g_assert_cmpint (blues.gap_s, ==, 440);
  g_assert_cmpfloat (blues.mean_s, ==, 900);
  g_assert_cmpfloat (blues.median_s, ==, 900);
  g_assert_cmpstr (sp_runner_get_values (sp_row_get_values (blues.fastest)->runner)->name, ==, "Anwen");
  g_assert_cmpstr (greens.name, ==, "Greens");
  g_assert_cmpuint (greens.place, ==, 0);
  g_assert_false (greens.incomplete);
  g_assert_true (isnan (greens.mean_s));
  g_assert_null (greens.fastest);
  g_assert_cmpstr (whites.name, ==, "Whites");
  g_assert_true (whites.incomplete);
}

/* A team that knows nothing of a member stands last, however fast the others are. */
static void
test_incomplete (void)
{
  const SpTestRow given[] = {
    { 1, "Anwen", "Blues", SP_ROW_TIMED, 600, 1, 1 }, { 2, "Bryn", "Reds", SP_ROW_TIMED, 700, 2, 1 },
    { 3, "Elin", "Blues", SP_ROW_NO_DATA, -1, 0, 0 }, { 4, "Wyn", "Blues", SP_ROW_TO_COME, -1, 0, 0 },
  };
  g_autoptr (SpBoard) board = sp_test_board (given, G_N_ELEMENTS (given));
  g_autoptr (SpTeamRow) last = g_list_model_get_item (sp_board_get_values (board)->teams, 1);
  const SpTeamRowValues *blues = sp_team_row_get_values (last);

  g_assert_cmpstr (team_at (board, 0).name, ==, "Reds");
  g_assert_cmpuint (team_at (board, 0).place, ==, 1);
  g_assert_cmpuint (blues->place, ==, 0);
  g_assert_cmpint (blues->gap_s, ==, 0);
  g_assert_cmpstr (blues->missing[0], ==, "Elin");
  g_assert_cmpstr (blues->missing[1], ==, "Wyn");
  g_assert_null (blues->missing[2]);
}

static void
test_equal_places (void)
{
  const SpTestRow given[] = {
    { 1, "Anwen", "Blues", SP_ROW_TIMED, 600, 1, 1 }, { 2, "Bryn", "Reds", SP_ROW_TIMED, 600, 1, 1 },
    { 3, "Elin", "Greens", SP_ROW_TIMED, 700, 3, 1 },
  };
  g_autoptr (SpBoard) board = sp_test_board (given, G_N_ELEMENTS (given));

  g_assert_cmpuint (team_at (board, 0).place, ==, 1);
  g_assert_cmpuint (team_at (board, 1).place, ==, 1);
  g_assert_cmpuint (team_at (board, 2).place, ==, 3);
  g_assert_cmpint (team_at (board, 2).gap_s, ==, 100);
}

/* A smaller team adds fewer times, so its gap may be negative. */
static void
test_negative_gap (void)
{
  const SpTestRow given[] = {
    { 1, "Anwen", "Blues", SP_ROW_TIMED, 600, 1, 1 }, { 2, "Bryn", "Blues", SP_ROW_TIMED, 650, 2, 1 },
    { 3, "Elin", "Greens", SP_ROW_TIMED, 700, 4, 1 },
  };
  g_autoptr (SpBoard) board = sp_test_board (given, G_N_ELEMENTS (given));

  g_assert_cmpint (team_at (board, 1).gap_s, ==, -550);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/teams/table", test_table);
  g_test_add_func ("/engine/teams/incomplete", test_incomplete);
  g_test_add_func ("/engine/teams/equal-places", test_equal_places);
  g_test_add_func ("/engine/teams/negative-gap", test_negative_gap);

  return g_test_run ();
}
