/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-results.h"

#include "model/sp-distance-board.h"
#include "model/sp-quality-row.h"
#include "support/sp-test-club.h"

typedef struct
{
  SpQualityValues quality;
  SpBoardValues   board;
  SpBoardState    distance;
  gboolean        cancelled;
} Given;

static SpResults *
make (const Given *given)
{
  g_autoptr (SpCompetition) competition =
    sp_test_competition (.groups = { sp_test_group (.windows = { { "2026-01-05", "2026-01-11" } }) });
  g_autoptr (GListStore) nothing = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr (GListStore) boards = g_list_store_new (SP_TYPE_BOARD);
  g_autoptr (GListStore) distance_boards = g_list_store_new (SP_TYPE_DISTANCE_BOARD);
  GListModel *none = G_LIST_MODEL (nothing);
  SpQualityValues quality_values = given->quality;
  SpBoardValues board_values = given->board;
  g_autoptr (SpQuality) quality = NULL;
  g_autoptr (SpBoard) board = NULL;
  g_autoptr (SpDistanceBoard) distance = NULL;

  quality_values.rows = board_values.rows = board_values.teams = none;
  board_values.group = sp_competition_get_group (competition, 0);
  quality = sp_quality_new (&quality_values);
  board = sp_board_new (&board_values);
  distance = sp_distance_board_new (&(SpDistanceBoardValues) { .state = given->distance, .rows = none });
  g_list_store_append (boards, board);
  g_list_store_append (distance_boards, distance);

  return sp_results_new (&(SpResultsValues) { .competition = competition, .as_of_local_s = 5, .source_id = "table",
                                              .cancelled = given->cancelled, .boards = G_LIST_MODEL (boards),
                                              .distance_boards = G_LIST_MODEL (distance_boards), .team_summaries = none,
                                              .runner_summaries = none, .quality = quality });
}

static void
test_values (void)
{
  SpResults *results = make (&(Given) { .quality = { .n_fresh = 3 } });
  const SpResultsValues *values = sp_results_get_values (results);

  g_assert_cmpint (values->as_of_local_s, ==, 5);
  g_assert_cmpstr (values->source_id, ==, "table");
  g_assert_cmpuint (g_list_model_get_n_items (values->boards), ==, 1);
  g_assert_cmpuint (sp_quality_get_values (values->quality)->n_fresh, ==, 3);
  g_assert_null (values->warnings);
  g_assert_finalize_object (results);
}

/* What is left to ask makes a difference; open windows and closed boards do not. */
static void
test_all_known (void)
{
  const struct { Given given; gboolean known; } cases[] = {
    { { .quality = { .n_fresh = 3 } }, TRUE },
    { { .board = { .state = SP_BOARD_OPEN }, .distance = SP_BOARD_OPEN }, TRUE },
    { { .board = { .state = SP_BOARD_CLOSED, .n_no_data = 1, .n_stale = 1 } }, TRUE },
    { { .cancelled = TRUE }, FALSE },
    { { .quality = { .n_stale = 1 } }, FALSE },
    { { .quality = { .n_failed = 1 } }, FALSE },
    { { .quality = { .n_cancelled = 1 } }, FALSE },
    { { .quality = { .n_unknown = 1 } }, FALSE },
    { { .board = { .state = SP_BOARD_OPEN, .n_no_data = 1 } }, FALSE },
    { { .board = { .state = SP_BOARD_PROVISIONAL, .n_stale = 1 } }, FALSE },
    { { .distance = SP_BOARD_PROVISIONAL }, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SpResults) results = make (&cases[i].given);

      g_assert_cmpint (sp_results_all_known (results), ==, cases[i].known);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/results/values", test_values);
  g_test_add_func ("/model/results/all-known", test_all_known);

  return g_test_run ();
}
