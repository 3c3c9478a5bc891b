/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-traced-results.h"

#include "engine/sp-tracer.h"

static SpRow *
trace_row (SpRow         *row,
           SpCompetition *competition,
           SpHarvest     *harvest,
           gint64         as_of_local_s)
{
  SpRowValues values = *sp_row_get_values (row);
  g_autoptr (GListModel) trace = NULL;

  if (values.trace != NULL)
    return g_object_ref (row);

  trace = sp_tracer_trace (competition, values.group, values.runner, harvest, as_of_local_s);
  values.trace = trace;

  return sp_row_new (&values);
}

/* The fastest of a team is one of the board's rows, so it is the new one. */
static SpTeamRow *
renew_team (SpTeamRow  *team,
            GHashTable *renewed)
{
  SpTeamRowValues values = *sp_team_row_get_values (team);

  if (values.fastest != NULL && g_hash_table_contains (renewed, values.fastest))
    values.fastest = g_hash_table_lookup (renewed, values.fastest);

  return sp_team_row_new (&values);
}

static SpBoard *
trace_board (SpBoard       *board,
             SpCompetition *competition,
             SpHarvest     *harvest)
{
  SpBoardValues values = *sp_board_get_values (board);
  g_autoptr (GListStore) rows = g_list_store_new (SP_TYPE_ROW);
  g_autoptr (GListStore) teams = g_list_store_new (SP_TYPE_TEAM_ROW);
  g_autoptr (GHashTable) renewed = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (values.rows); i++)
    {
      g_autoptr (SpRow) old = g_list_model_get_item (values.rows, i);
      g_autoptr (SpRow) row = trace_row (old, competition, harvest, values.as_of_local_s);

      g_list_store_append (rows, row);
      g_hash_table_insert (renewed, old, row);
    }
  for (guint i = 0; i < g_list_model_get_n_items (values.teams); i++)
    {
      g_autoptr (SpTeamRow) old = g_list_model_get_item (values.teams, i);
      g_autoptr (SpTeamRow) team = renew_team (old, renewed);

      g_list_store_append (teams, team);
    }
  values.rows = G_LIST_MODEL (rows);
  values.teams = G_LIST_MODEL (teams);

  return sp_board_new (&values);
}

/**
 * sp_traced_results_new:
 * @results: results
 * @harvest: (nullable): what they were scored from
 *
 * Makes the trace of each row and puts it beside the row, so that results which are kept can say why without what they
 * were scored from. Rows that have their trace already keep it.
 *
 * Returns: (transfer full): the same results with all traces
 */
SpResults *
sp_traced_results_new (SpResults *results,
                       SpHarvest *harvest)
{
  SpResultsValues values;
  g_autoptr (GListStore) boards = NULL;

  g_return_val_if_fail (SP_IS_RESULTS (results), NULL);

  values = *sp_results_get_values (results);
  boards = g_list_store_new (SP_TYPE_BOARD);
  for (guint i = 0; i < g_list_model_get_n_items (values.boards); i++)
    {
      g_autoptr (SpBoard) old = g_list_model_get_item (values.boards, i);
      g_autoptr (SpBoard) board = trace_board (old, values.competition, harvest);

      g_list_store_append (boards, board);
    }
  values.boards = G_LIST_MODEL (boards);

  return sp_results_new (&values);
}
