/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-board.h"

#include "support/sp-test-club.h"

static void
test_values (void)
{
  g_autoptr (SpGroup) group = sp_test_group (.windows = { { "2026-01-05", "2026-01-11" } });
  GListStore *rows = g_list_store_new (SP_TYPE_ROW);
  GListStore *teams = g_list_store_new (SP_TYPE_TEAM_ROW);
  const char *warnings[] = { "Look at this.", NULL };
  SpBoard *board = sp_board_new (&(SpBoardValues) { .group = group, .state = SP_BOARD_PROVISIONAL, .as_of_local_s = 9,
                                                    .rows = G_LIST_MODEL (rows), .teams = G_LIST_MODEL (teams),
                                                    .n_ranked = 4, .n_no_data = 2, .warnings = warnings });
  const SpBoardValues *values = sp_board_get_values (board);

  warnings[0] = "X";
  g_assert_true (values->group == group);
  g_assert_cmpint (values->state, ==, SP_BOARD_PROVISIONAL);
  g_assert_cmpint (values->as_of_local_s, ==, 9);
  g_assert_cmpuint (values->n_ranked, ==, 4);
  g_assert_cmpuint (values->n_no_data, ==, 2);
  g_assert_cmpstr (values->warnings[0], ==, "Look at this.");
  g_assert_finalize_object (board);
  g_assert_finalize_object (rows);
  g_assert_finalize_object (teams);
}

static void
test_refused (void)
{
  g_autoptr (SpGroup) group = sp_test_group (.windows = { { "2026-01-05", "2026-01-11" } });

  g_test_expect_message ("segment-podium", G_LOG_LEVEL_CRITICAL, "*rows != NULL*");
  g_assert_null (sp_board_new (&(SpBoardValues) { .group = group }));
  g_test_assert_expected_messages ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/board/values", test_values);
  g_test_add_func ("/model/board/refused", test_refused);

  return g_test_run ();
}
