/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-board-words.h"

#include "support/sp-test-club.h"

static void
test_headline (void)
{
  static const char * const expected[] = {
    [SP_BOARD_UPCOMING] = "Opens Mon 5 Jan", [SP_BOARD_OPEN] = "Open until Sun 11 Jan",
    [SP_BOARD_PROVISIONAL] = "Provisional, may still change", [SP_BOARD_COMPLETE] = "Complete",
    [SP_BOARD_CLOSED] = "Closed",
  };
  g_autoptr (SpGroup) group = sp_test_group (.windows = { { "2026-01-05", "2026-01-11" } });
  g_autoptr (GListStore) none = g_list_store_new (SP_TYPE_ROW);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (SpBoard) board = sp_board_new (&(SpBoardValues) {
        .group = group, .state = i, .rows = G_LIST_MODEL (none), .teams = G_LIST_MODEL (none),
        .opens_local_s = sp_test_time ("2026-01-05"), .ends_local_s = sp_test_time ("2026-01-11T23:59:59") });
      g_autofree char *words = sp_board_words_headline (board);

      g_assert_cmpstr (words, ==, expected[i]);
    }
}

/* Only what is complete says as of when: the others say what is missing or still to come. */
static void
test_dated (void)
{
  g_autoptr (SpGroup) group = sp_test_group (.windows = { { "2026-01-05", "2026-01-11" } });
  g_autoptr (GListStore) none = g_list_store_new (SP_TYPE_ROW);
  SpBoardValues values = { .group = group, .state = SP_BOARD_COMPLETE, .rows = G_LIST_MODEL (none),
                           .teams = G_LIST_MODEL (none), .as_of_local_s = sp_test_time ("2026-01-26T20:14:30") };
  g_autoptr (SpBoard) complete = sp_board_new (&values);
  g_autofree char *same_day = sp_board_words_dated (complete, sp_test_time ("2026-01-26T23:00:00"));
  g_autofree char *later = sp_board_words_dated (complete, sp_test_time ("2026-01-28T09:00:00"));

  g_assert_cmpstr (same_day, ==, "All 0 runners known, as of today at 20:14");
  g_assert_cmpstr (later, ==, "All 0 runners known, as of Mon 26 Jan 20:14");
  for (SpBoardState state = SP_BOARD_UPCOMING; state <= SP_BOARD_CLOSED; state++)
    {
      g_autoptr (SpBoard) board = NULL;
      g_autofree char *detail = NULL;
      g_autofree char *dated = NULL;

      values.state = state;
      board = sp_board_new (&values);
      detail = sp_board_words_detail (board);
      dated = sp_board_words_dated (board, sp_test_time ("2026-01-28T09:00:00"));
      if (state != SP_BOARD_COMPLETE)
        g_assert_cmpstr (dated, ==, detail);
    }
}

/* The board over all windows has none of its own, whatever its state. */
static void
test_distance (void)
{
  static const struct
  {
    const char *window;
    const char *all;
  } expected[] = {
    [SP_BOARD_UPCOMING] = { "Opens Mon 5 Jan", "Not open yet" },
    [SP_BOARD_OPEN] = { "Open until Sun 11 Jan", "Open" },
    [SP_BOARD_PROVISIONAL] = { "Provisional", "Provisional" },
    [SP_BOARD_COMPLETE] = { "Complete", "Complete" },
    [SP_BOARD_CLOSED] = { "Closed", "Closed" },
  };
  g_autoptr (SpCompetition) competition = sp_test_competition (.series = { { "2026-01-05", "2026-01-11" } });
  g_autoptr (GListStore) none = g_list_store_new (SP_TYPE_DISTANCE_ROW);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      SpDistanceBoardValues values = { sp_competition_get_series_window (competition, 0), i, 0, G_LIST_MODEL (none) };
      g_autoptr (SpDistanceBoard) one = sp_distance_board_new (&values);
      g_autoptr (SpDistanceBoard) all = NULL;
      g_autofree char *of_one = sp_board_words_distance (one);
      g_autofree char *of_all = NULL;

      values.window = NULL;
      all = sp_distance_board_new (&values);
      of_all = sp_board_words_distance (all);
      g_assert_cmpstr (of_one, ==, expected[i].window);
      g_assert_cmpstr (of_all, ==, expected[i].all);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/board-words/headline", test_headline);
  g_test_add_func ("/model/board-words/dated", test_dated);
  g_test_add_func ("/model/board-words/distance", test_distance);

  return g_test_run ();
}
