/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-teams.h"

#include "model/sp-board.h"
#include "support/sp-test-club.h"

#include <math.h>

typedef struct
{
  gint64      id;
  const char *name;
  const char *team;
  SpRowState  state;
  int         time_s;
  guint       rank;
  guint       attempts;
} Given;

static GListModel *
make_rows (const Given *given,
           guint        n_given,
           SpGroup     *group)
{
  GListStore *rows = g_list_store_new (SP_TYPE_ROW);

  for (guint i = 0; i < n_given; i++)
    {
      g_autoptr (SpRunner) runner = sp_test_runner (.id = given[i].id, .name = given[i].name, .team = given[i].team);
      g_autoptr (SpRow) row = sp_row_new (&(SpRowValues) {
        .runner = runner, .group = group, .state = given[i].state, .time_s = given[i].time_s, .rank = given[i].rank,
        .attempts = given[i].attempts });

      g_list_store_append (rows, row);
    }

  return G_LIST_MODEL (rows);
}

static SpBoard *
make_board (const Given *given,
            guint        n_given)
{
  g_autoptr (SpGroup) group = sp_test_group (.windows = { { "2026-01-05", "2026-01-11" } });
  g_autoptr (GListModel) rows = make_rows (given, n_given, group);
  g_autoptr (GListModel) teams = sp_teams_make (rows);

  return sp_board_new (&(SpBoardValues) { .group = group, .rows = rows, .teams = teams });
}

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
  const Given given[] = {
    { 1, "Anwen", "Blues", SP_ROW_TIMED, 600, 1, 2 }, { 2, "Bryn", "Reds", SP_ROW_TIMED, 660, 2, 1 },
    { 3, "Cerys", "Reds", SP_ROW_TIMED, 700, 3, 1 }, { 4, "Dai", "Blues", SP_ROW_DEFAULT, 1200, 4, 0 },
    { 5, "Elin", "Blues", SP_ROW_NONE, -1, 0, 0 }, { 6, "Gwen", "Greens", SP_ROW_NONE_YET, -1, 0, 0 },
    { 7, "Huw", "Whites", SP_ROW_NO_DATA, -1, 0, 0 },
  };
  g_autoptr (SpBoard) board = make_board (given, G_N_ELEMENTS (given));
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
  const Given given[] = {
    { 1, "Anwen", "Blues", SP_ROW_TIMED, 600, 1, 1 }, { 2, "Bryn", "Reds", SP_ROW_TIMED, 700, 2, 1 },
    { 3, "Elin", "Blues", SP_ROW_NO_DATA, -1, 0, 0 }, { 4, "Wyn", "Blues", SP_ROW_TO_COME, -1, 0, 0 },
  };
  g_autoptr (SpBoard) board = make_board (given, G_N_ELEMENTS (given));
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
  const Given given[] = {
    { 1, "Anwen", "Blues", SP_ROW_TIMED, 600, 1, 1 }, { 2, "Bryn", "Reds", SP_ROW_TIMED, 600, 1, 1 },
    { 3, "Elin", "Greens", SP_ROW_TIMED, 700, 3, 1 },
  };
  g_autoptr (SpBoard) board = make_board (given, G_N_ELEMENTS (given));

  g_assert_cmpuint (team_at (board, 0).place, ==, 1);
  g_assert_cmpuint (team_at (board, 1).place, ==, 1);
  g_assert_cmpuint (team_at (board, 2).place, ==, 3);
  g_assert_cmpint (team_at (board, 2).gap_s, ==, 100);
}

/* A smaller team adds fewer times, so its gap may be negative. */
static void
test_negative_gap (void)
{
  const Given given[] = {
    { 1, "Anwen", "Blues", SP_ROW_TIMED, 600, 1, 1 }, { 2, "Bryn", "Blues", SP_ROW_TIMED, 650, 2, 1 },
    { 3, "Elin", "Greens", SP_ROW_TIMED, 700, 4, 1 },
  };
  g_autoptr (SpBoard) board = make_board (given, G_N_ELEMENTS (given));

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
