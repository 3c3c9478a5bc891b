/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-freeze.h"

#include "engine/sp-board-state.h"

/* The board with the same rows, closed or open as the competition has it now; itself where that is as it was. */
static SpBoard *
turn_board (SpBoard       *board,
            SpCompetition *competition)
{
  SpBoardValues values = *sp_board_get_values (board);
  SpGroup *group = sp_competition_find_group (competition, sp_group_get_values (values.group)->key);
  gboolean closed;

  if (group == NULL)
    return g_object_ref (board);
  closed = sp_group_get_values (group)->closed;
  if (closed == (values.state == SP_BOARD_CLOSED))
    return g_object_ref (board);
  values.group = group;
  values.state = sp_board_state_of_group (group, values.as_of_local_s, values.n_no_data == 0 && values.n_stale == 0);

  return sp_board_new (&values);
}

/**
 * sp_freeze_apply:
 * @results: results that are kept as they are
 * @competition: the competition as it is now
 *
 * Closes boards of which nothing but the results is there, so that they stand as they are whatever later runs bring,
 * and opens those that are no longer closed. Nothing is scored.
 *
 * Returns: (transfer full): the results with those boards turned; @results itself where there are none
 */
SpResults *
sp_freeze_apply (SpResults     *results,
                 SpCompetition *competition)
{
  g_autoptr (GListStore) boards = NULL;
  SpResultsValues values;
  gboolean turned = FALSE;

  g_return_val_if_fail (SP_IS_RESULTS (results) && SP_IS_COMPETITION (competition), NULL);

  values = *sp_results_get_values (results);
  boards = g_list_store_new (SP_TYPE_BOARD);
  for (guint i = 0; i < g_list_model_get_n_items (values.boards); i++)
    {
      g_autoptr (SpBoard) board = g_list_model_get_item (values.boards, i);
      g_autoptr (SpBoard) now = turn_board (board, competition);

      turned = turned || now != board;
      g_list_store_append (boards, now);
    }
  if (!turned)
    return g_object_ref (results);
  values.boards = G_LIST_MODEL (boards);

  return sp_results_new (&values);
}
