/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-summaries.h"

#include "engine/sp-team-standing.h"
#include "model/sp-board.h"
#include "model/sp-runner-summary.h"
#include "model/sp-team-summary.h"

#include <math.h>
#include <string.h>

typedef struct
{
  SpTeamStanding       standing;
  SpTeamSummaryValues  values;
  GHashTable          *timed; /* (owned) (element-type utf8) keys of the runners with a time of their own */
} TeamDraft;

typedef struct
{
  SpRunnerSummaryValues  values;
  char                  *name_key; /* (owned) */
} RunnerDraft;

static void
team_draft_free (gpointer data)
{
  TeamDraft *draft = data;

  sp_team_standing_clear (&draft->standing);
  g_hash_table_unref (draft->timed);
  g_free (draft);
}

static void
runner_draft_free (gpointer data)
{
  RunnerDraft *draft = data;

  g_free (draft->name_key);
  g_free (draft);
}

static TeamDraft *
find_team (GHashTable *by_name,
           GPtrArray  *drafts,
           const char *name)
{
  TeamDraft *draft = g_hash_table_lookup (by_name, name);

  if (draft == NULL)
    {
      draft = g_new0 (TeamDraft, 1);
      sp_team_standing_init (&draft->standing, name);
      draft->values.name = name;
      draft->timed = g_hash_table_new (g_str_hash, g_str_equal);
      g_ptr_array_add (drafts, draft);
      g_hash_table_insert (by_name, (gpointer) name, draft);
    }

  return draft;
}

static void
add_team (TeamDraft             *draft,
          const SpTeamRowValues *values)
{
  draft->values.n_boards += values->place > 0;
  draft->values.attempts += values->attempts;
  draft->standing.rank_sum += values->rank_sum;
  draft->standing.total_s += values->total_s;
  draft->standing.incomplete |= values->incomplete;
  draft->standing.n_ranked += values->n_ranked;
}

static void
add_timed (GHashTable *by_name,
           GListModel *rows)
{
  guint n_rows = g_list_model_get_n_items (rows);

  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (SpRow) row = g_list_model_get_item (rows, i);
      const SpRunnerValues *runner = sp_runner_get_values (sp_row_get_values (row)->runner);
      TeamDraft *draft;

      if (sp_row_get_values (row)->state != SP_ROW_TIMED || runner->segment_team == NULL)
        continue;
      draft = g_hash_table_lookup (by_name, runner->segment_team);
      if (draft != NULL)
        g_hash_table_add (draft->timed, (gpointer) runner->key);
    }
}

static GListModel *
end_teams (GPtrArray *drafts)
{
  GListStore *teams = g_list_store_new (SP_TYPE_TEAM_SUMMARY);

  sp_team_standing_place (drafts);
  for (guint i = 0; i < drafts->len; i++)
    {
      TeamDraft *draft = drafts->pdata[i];
      const SpTeamStanding *standing = &draft->standing;
      g_autoptr (SpTeamSummary) team = NULL;

      draft->values.place = standing->place;
      draft->values.rank_sum = standing->rank_sum;
      draft->values.total_s = standing->total_s;
      draft->values.incomplete = standing->incomplete;
      draft->values.n_runners = g_hash_table_size (draft->timed);
      draft->values.mean_s = standing->n_ranked > 0 ? (double) standing->total_s / standing->n_ranked : NAN;
      team = sp_team_summary_new (&draft->values);
      g_list_store_append (teams, team);
    }

  return G_LIST_MODEL (teams);
}

/**
 * sp_summaries_of_teams:
 * @boards: of #SpBoard
 *
 * Sums teams up over all boards: by the sum of their rank sums, then by total time, equal places shared. A team that is
 * incomplete on one board has no place and stands last.
 *
 * Returns: (transfer full): of #SpTeamSummary
 */
GListModel *
sp_summaries_of_teams (GListModel *boards)
{
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func (team_draft_free);
  guint n_boards;

  g_return_val_if_fail (G_IS_LIST_MODEL (boards), NULL);

  n_boards = g_list_model_get_n_items (boards);
  for (guint i = 0; i < n_boards; i++)
    {
      g_autoptr (SpBoard) board = g_list_model_get_item (boards, i);
      const SpBoardValues *values = sp_board_get_values (board);
      guint n_teams = g_list_model_get_n_items (values->teams);

      for (guint j = 0; j < n_teams; j++)
        {
          g_autoptr (SpTeamRow) team = g_list_model_get_item (values->teams, j);
          const SpTeamRowValues *row = sp_team_row_get_values (team);

          add_team (find_team (by_name, drafts, row->name), row);
        }
      add_timed (by_name, values->rows);
    }

  return end_teams (drafts);
}

static void
add_row (GHashTable *by_key,
         GPtrArray  *drafts,
         SpRow      *row)
{
  const SpRowValues *values = sp_row_get_values (row);
  const SpRunnerValues *runner = sp_runner_get_values (values->runner);
  RunnerDraft *draft = g_hash_table_lookup (by_key, runner->key);

  if (draft == NULL)
    {
      draft = g_new0 (RunnerDraft, 1);
      draft->values.runner = values->runner;
      draft->name_key = g_utf8_collate_key (runner->name, -1);
      g_ptr_array_add (drafts, draft);
      g_hash_table_insert (by_key, (gpointer) runner->key, draft);
    }
  draft->values.n_boards += values->state == SP_ROW_TIMED;
  draft->values.attempts += values->attempts;
  draft->values.incomplete |= values->state == SP_ROW_NO_DATA || values->state == SP_ROW_ASKED ||
                              values->state == SP_ROW_TO_COME;
  if (values->rank > 0)
    {
      draft->values.total_s += values->time_s;
      draft->values.rank_sum += values->rank;
    }
}

static int
compare_runners (gconstpointer a,
                 gconstpointer b)
{
  const RunnerDraft *x = *(RunnerDraft * const *) a, *y = *(RunnerDraft * const *) b;
  int order;

  if (x->values.n_boards != y->values.n_boards)
    return x->values.n_boards > y->values.n_boards ? -1 : 1;
  if (x->values.rank_sum != y->values.rank_sum)
    return x->values.rank_sum < y->values.rank_sum ? -1 : 1;
  if (x->values.total_s != y->values.total_s)
    return x->values.total_s < y->values.total_s ? -1 : 1;
  order = strcmp (x->name_key, y->name_key);

  return order != 0 ? order : strcmp (sp_runner_get_values (x->values.runner)->key,
                                      sp_runner_get_values (y->values.runner)->key);
}

/**
 * sp_summaries_of_runners:
 * @boards: of #SpBoard
 *
 * Sums runners up over all boards: most boards run first, then by the sum of places, total time and name. Runners are
 * told apart by key, never by name.
 *
 * Returns: (transfer full): of #SpRunnerSummary
 */
GListModel *
sp_summaries_of_runners (GListModel *boards)
{
  g_autoptr (GHashTable) by_key = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func (runner_draft_free);
  GListStore *runners = g_list_store_new (SP_TYPE_RUNNER_SUMMARY);
  guint n_boards;

  g_return_val_if_fail (G_IS_LIST_MODEL (boards), NULL);

  n_boards = g_list_model_get_n_items (boards);
  for (guint i = 0; i < n_boards; i++)
    {
      g_autoptr (SpBoard) board = g_list_model_get_item (boards, i);
      GListModel *rows = sp_board_get_values (board)->rows;
      guint n_rows = g_list_model_get_n_items (rows);

      for (guint j = 0; j < n_rows; j++)
        {
          g_autoptr (SpRow) row = g_list_model_get_item (rows, j);

          add_row (by_key, drafts, row);
        }
    }

  g_ptr_array_sort (drafts, compare_runners);
  for (guint i = 0; i < drafts->len; i++)
    {
      g_autoptr (SpRunnerSummary) runner = sp_runner_summary_new (&((RunnerDraft *) drafts->pdata[i])->values);

      g_list_store_append (runners, runner);
    }

  return G_LIST_MODEL (runners);
}
