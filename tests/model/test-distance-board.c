/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-distance-board.h"

static void
test_values (void)
{
  GListStore *rows = g_list_store_new (SP_TYPE_DISTANCE_ROW);
  SpSeriesWindow *window = sp_series_window_new (&(SpSeriesWindowValues) { .key = "a", .end_local_s = 1 });
  SpDistanceBoard *board = sp_distance_board_new (&(SpDistanceBoardValues) { .window = window, .state = SP_BOARD_OPEN,
                                                                             .as_of_local_s = 7,
                                                                             .rows = G_LIST_MODEL (rows) });
  const SpDistanceBoardValues *values = sp_distance_board_get_values (board);

  g_assert_true (values->window == window);
  g_assert_true (values->rows == G_LIST_MODEL (rows));
  g_assert_cmpint (values->state, ==, SP_BOARD_OPEN);
  g_assert_cmpint (values->as_of_local_s, ==, 7);
  g_assert_finalize_object (board);
  g_assert_finalize_object (window);
  g_assert_finalize_object (rows);
}

static void
test_summary (void)
{
  g_autoptr (GListStore) rows = g_list_store_new (SP_TYPE_DISTANCE_ROW);
  g_autoptr (SpDistanceBoard) board = sp_distance_board_new (&(SpDistanceBoardValues) { .rows = G_LIST_MODEL (rows) });

  g_assert_null (sp_distance_board_get_values (board)->window);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/distance-board/values", test_values);
  g_test_add_func ("/model/distance-board/summary", test_summary);

  return g_test_run ();
}
