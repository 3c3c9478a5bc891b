/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/sp-test-board.h"

#include "engine/sp-teams.h"
#include "support/sp-test-club.h"

/**
 * sp_test_board:
 * @rows: (array length=n_rows): its rows, in its order
 * @n_rows: how many
 *
 * Returns: (transfer full): a board with these rows, and the table of teams that follows from them
 */
SpBoard *
sp_test_board (const SpTestRow *rows,
               guint            n_rows)
{
  g_autoptr (SpGroup) group = sp_test_group (.windows = { { "2026-01-05", "2026-01-11" } });
  g_autoptr (GListStore) store = g_list_store_new (SP_TYPE_ROW);
  g_autoptr (GListModel) teams = NULL;

  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (SpRunner) runner = sp_test_runner (.id = rows[i].id, .name = rows[i].name, .team = rows[i].team);
      g_autoptr (SpRow) row = sp_row_new (&(SpRowValues) {
        .runner = runner, .group = group, .state = rows[i].state, .time_s = rows[i].time_s, .rank = rows[i].rank,
        .attempts = rows[i].attempts });

      g_list_store_append (store, row);
    }
  teams = sp_teams_make (G_LIST_MODEL (store));

  return sp_board_new (&(SpBoardValues) { .group = group, .rows = G_LIST_MODEL (store), .teams = teams });
}
