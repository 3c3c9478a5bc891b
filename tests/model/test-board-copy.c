/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-board-copy.h"

#include "model/sp-team-row.h"
#include "support/sp-test-club.h"

#include <math.h>

static void
add_row (GListStore   *rows,
         SpRowValues   values,
         SpTestRunner  whose)
{
  g_autoptr (SpRunner) runner = sp_test_make_runner (&whose);
  g_autoptr (SpRow) row = NULL;

  values.runner = runner;
  values.distance_m = NAN;
  row = sp_row_new (&values);
  g_list_store_append (rows, row);
}

static SpBoard *
make_board (void)
{
  g_autoptr (SpCompetition) competition =
    sp_test_competition (.groups = { sp_test_group (.name = "Sandy Slog",
                                                    .windows = { { "2026-01-05", "2026-01-11" } }) });
  SpGroup *group = sp_competition_get_group (competition, 0);
  g_autoptr (GListStore) rows = g_list_store_new (SP_TYPE_ROW);
  g_autoptr (GListStore) teams = g_list_store_new (SP_TYPE_TEAM_ROW);

  add_row (rows, (SpRowValues) { .group = group, .state = SP_ROW_TIMED, .rank = 1, .attempts = 2, .time_s = 645,
                                 .start_local_s = sp_time_new (2026, 1, 10, 9, 12, 0) },
           (SpTestRunner) { .id = 1, .name = "Huw Young", .team = "Blue Herons" });
  add_row (rows, (SpRowValues) { .group = group, .state = SP_ROW_TIMED, .flags = SP_ROW_INCOMPLETE, .rank = 2,
                                 .attempts = 1, .time_s = 931, .start_local_s = SP_TIME_UNKNOWN },
           (SpTestRunner) { .id = 2, .name = "Owen\tLlewellyn", .team = "Night Jars" });
  add_row (rows, (SpRowValues) { .group = group, .state = SP_ROW_DEFAULT, .rank = 3, .time_s = 1500,
                                 .start_local_s = SP_TIME_UNKNOWN },
           (SpTestRunner) { .id = 3, .name = "Tomos Rees", .team = "Marsh Harriers" });
  add_row (rows, (SpRowValues) { .group = group, .state = SP_ROW_NONE, .time_s = -1, .start_local_s = SP_TIME_UNKNOWN },
           (SpTestRunner) { .id = 4, .name = "Ffion Parry", .team = "" });
  add_row (rows, (SpRowValues) { .group = group, .state = SP_ROW_NO_DATA, .time_s = -1, .reason = "reconnect needed",
                                 .start_local_s = SP_TIME_UNKNOWN },
           (SpTestRunner) { .id = 5, .name = "Elin Carter", .team = "Red Kites" });

  return sp_board_new (&(SpBoardValues) { .group = group, .state = SP_BOARD_PROVISIONAL, .rows = G_LIST_MODEL (rows),
                                          .teams = G_LIST_MODEL (teams) });
}

/* A default time is called one, and whoever is missing is named. */
static void
test_text (void)
{
  g_autoptr (SpBoard) board = make_board ();
  g_autofree char *text = sp_board_copy_text (board);

  g_assert_cmpstr (text, ==, "Sandy Slog (Provisional, may still change)\n"
                             "1. Huw Young 0:10:45\n"
                             "2. Owen\tLlewellyn 0:15:31 (may still change)\n"
                             "3. Tomos Rees 0:25:00 (default time)\n"
                             "No data of: Elin Carter\n");
}

/* As many cells in each line, whatever a name holds. */
static void
test_table (void)
{
  g_autoptr (SpBoard) board = make_board ();
  g_autofree char *text = sp_board_copy_table (board);

  g_assert_cmpstr (text, ==, "Rank\tRunner\tTeam\tTime\tAttempts\tDate\tNotes\n"
                             "1\tHuw Young\tBlue Herons\t0:10:45\t2\t2026-01-10\t\n"
                             "2\tOwen Llewellyn\tNight Jars\t0:15:31\t1\t\tmay get faster\n"
                             "3\tTomos Rees\tMarsh Harriers\t0:25:00\t0\t\tdefault time\n"
                             "\tFfion Parry\t\tnone\t0\t\t\n"
                             "\tElin Carter\tRed Kites\tno data\t0\t\treconnect needed\n");
}

static void
test_row (void)
{
  g_autoptr (SpBoard) board = make_board ();
  g_autoptr (SpRow) missing = g_list_model_get_item (sp_board_get_values (board)->rows, 4);
  g_autofree char *text = sp_board_copy_row (missing);

  g_assert_cmpstr (text, ==, "Elin Carter: no data");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/board-copy/text", test_text);
  g_test_add_func ("/model/board-copy/table", test_table);
  g_test_add_func ("/model/board-copy/row", test_row);

  return g_test_run ();
}
