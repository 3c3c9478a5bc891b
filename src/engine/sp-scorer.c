/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-scorer.h"

#include "engine/sp-board-state.h"
#include "engine/sp-distance.h"
#include "engine/sp-quality-report.h"
#include "engine/sp-ranks.h"
#include "engine/sp-scorer-row.h"
#include "engine/sp-scorer-warnings.h"
#include "engine/sp-summaries.h"
#include "engine/sp-teams.h"

static GListModel *
make_rows (SpScoring *scoring,
           GArray    *drafts)
{
  guint n_runners = sp_competition_get_n_runners (scoring->competition);
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GListStore *model = g_list_store_new (SP_TYPE_ROW);

  for (guint i = 0; i < n_runners; i++)
    {
      SpRunner *runner = sp_competition_get_runner (scoring->competition, i);
      const char *team = sp_runner_get_values (runner)->segment_team;
      SpRowValues values;
      char *note;

      if (team == NULL || *team == '\0')
        continue;
      note = sp_scoring_fill (scoring, runner, &values);
      values.reason = note;
      if (note != NULL)
        g_ptr_array_add (notes, note);
      g_array_append_val (drafts, values);
    }

  sp_ranks_assign ((SpRowValues *) (gpointer) drafts->data, drafts->len);
  for (guint i = 0; i < drafts->len; i++)
    {
      SpRowValues *values = &g_array_index (drafts, SpRowValues, i);

      g_ptr_array_add (rows, sp_row_new (values));
      values->reason = NULL;
    }
  g_list_store_splice (model, 0, 0, rows->pdata, rows->len);

  return G_LIST_MODEL (model);
}

static void
count (GArray        *drafts,
       SpBoardValues *values)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      const SpRowValues *row = &g_array_index (drafts, SpRowValues, i);
      gboolean to_come = row->state == SP_ROW_ASKED || row->state == SP_ROW_TO_COME;
      gboolean unknown = (row->flags & (SP_ROW_INCOMPLETE | SP_ROW_DEFAULT_UNPROVEN)) != 0;

      values->n_ranked += row->rank > 0;
      values->n_timed += row->state == SP_ROW_TIMED;
      values->n_to_come += to_come;
      values->n_no_data += to_come || unknown || row->state == SP_ROW_NO_DATA;
      values->n_stale += (row->flags & SP_ROW_STALE) != 0;
    }
}

/**
 * sp_scorer_score_group:
 * @competition: a competition
 * @group: one of its boards, or a changed one
 * @harvest: (nullable): what a run brought, or a snapshot of it, %NULL where nothing was asked yet
 * @as_of_local_s: the naive local time to score for
 *
 * Makes one board. Runners without a segment team are not on it. No request is made, and no clock is read.
 *
 * Returns: (transfer full): the board
 */
SpBoard *
sp_scorer_score_group (SpCompetition *competition,
                       SpGroup       *group,
                       SpHarvest     *harvest,
                       gint64         as_of_local_s)
{
  g_auto (SpScoring) scoring = { NULL };
  g_autoptr (GArray) drafts = g_array_new (FALSE, FALSE, sizeof (SpRowValues));
  g_autoptr (GListModel) rows = NULL;
  g_autoptr (GListModel) teams = NULL;
  g_auto (GStrv) warnings = NULL;
  SpBoardValues values = { NULL };

  g_return_val_if_fail (SP_IS_COMPETITION (competition) && SP_IS_GROUP (group), NULL);

  sp_scoring_init (&scoring, competition, group, harvest, as_of_local_s);
  rows = make_rows (&scoring, drafts);
  teams = sp_teams_make (rows);
  warnings = sp_scorer_warnings_of_board (group, (SpRowValues *) (gpointer) drafts->data, drafts->len);

  count (drafts, &values);
  values.group = group;
  values.state = sp_board_state_of_group (group, as_of_local_s, values.n_no_data == 0 && values.n_stale == 0);
  values.as_of_local_s = as_of_local_s;
  values.opens_local_s = scoring.local.start_s;
  values.ends_local_s = scoring.local.end_s;
  values.rows = rows;
  values.teams = teams;
  values.warnings = (const char * const *) warnings;

  return sp_board_new (&values);
}

/* A board that was closed stands as it was frozen: what it rests on is not asked for any more. */
static SpBoard *
find_frozen (SpResults *before,
             SpGroup   *group)
{
  const SpGroupValues *values = sp_group_get_values (group);
  g_autoptr (SpBoard) board = NULL;

  if (before == NULL || !values->closed)
    return NULL;

  board = sp_results_find_board (before, values->key);
  if (board == NULL || sp_board_get_values (board)->state != SP_BOARD_CLOSED)
    return NULL;

  return g_steal_pointer (&board);
}

static GListModel *
make_boards (SpCompetition *competition,
             SpHarvest     *harvest,
             gint64         as_of_local_s,
             SpResults     *before)
{
  GListStore *boards = g_list_store_new (SP_TYPE_BOARD);

  for (guint i = 0; i < sp_competition_get_n_groups (competition); i++)
    {
      SpGroup *group = sp_competition_get_group (competition, i);
      g_autoptr (SpBoard) board = NULL;
      SpPeriod local;

      sp_group_get_period (group, &local);
      if (local.start_s > local.end_s)
        continue;
      board = find_frozen (before, group);
      if (board == NULL)
        board = sp_scorer_score_group (competition, group, harvest, as_of_local_s);
      g_list_store_append (boards, board);
    }

  return G_LIST_MODEL (boards);
}

/**
 * sp_scorer_score_after:
 * @competition: a competition
 * @harvest: (nullable): what a run brought, or a snapshot of it, %NULL where nothing was asked yet
 * @as_of_local_s: the naive local time to score for
 * @before: (nullable): results of the same competition from before; boards that were closed in it are kept as they are
 *
 * Makes all boards, summaries and the report of how well it is known. A board without any window that can hold
 * something is left out, and a warning names it. No request is made, and no clock is read.
 *
 * Returns: (transfer full): the results
 */
SpResults *
sp_scorer_score_after (SpCompetition *competition,
                       SpHarvest     *harvest,
                       gint64         as_of_local_s,
                       SpResults     *before)
{
  g_autoptr (GListModel) boards = NULL;
  g_autoptr (GListModel) distance_boards = NULL;
  g_autoptr (GListModel) team_summaries = NULL;
  g_autoptr (GListModel) runner_summaries = NULL;
  g_autoptr (SpQuality) quality = NULL;
  g_auto (GStrv) warnings = NULL;
  SpResultsValues values = { NULL };

  g_return_val_if_fail (SP_IS_COMPETITION (competition), NULL);

  boards = make_boards (competition, harvest, as_of_local_s, before);
  distance_boards = sp_distance_make (competition, harvest, as_of_local_s);
  team_summaries = sp_summaries_of_teams (boards);
  runner_summaries = sp_summaries_of_runners (boards);
  quality = sp_quality_report_make (competition, harvest, as_of_local_s);
  warnings = sp_scorer_warnings_of_competition (competition);

  values.competition = competition;
  values.as_of_local_s = as_of_local_s;
  values.finished_at_s = SP_TIME_UNKNOWN;
  if (harvest != NULL)
    {
      const SpHarvestInfo *info = sp_harvest_get_info (harvest);

      values.finished_at_s = info->finished_s;
      values.source_id = info->source_id;
      values.cancelled = info->cancelled;
    }
  values.boards = boards;
  values.distance_boards = distance_boards;
  values.team_summaries = team_summaries;
  values.runner_summaries = runner_summaries;
  values.quality = quality;
  values.warnings = (const char * const *) warnings;

  return sp_results_new (&values);
}

/**
 * sp_scorer_score:
 * @competition: a competition
 * @harvest: (nullable): what a run brought, or a snapshot of it, %NULL where nothing was asked yet
 * @as_of_local_s: the naive local time to score for
 *
 * Scores as sp_scorer_score_after() does, with nothing from before.
 *
 * Returns: (transfer full): the results
 */
SpResults *
sp_scorer_score (SpCompetition *competition,
                 SpHarvest     *harvest,
                 gint64         as_of_local_s)
{
  return sp_scorer_score_after (competition, harvest, as_of_local_s, NULL);
}
