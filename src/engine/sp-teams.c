/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-teams.h"

#include "engine/sp-team-standing.h"

#include <math.h>

typedef struct
{
  SpTeamStanding   standing;
  SpTeamRowValues  values;
  GArray          *times;   /* (owned) of int, ascending, as rows come by place */
  GPtrArray       *missing; /* (owned) (element-type utf8) names belong to the runners */
} Draft;

static void
draft_free (gpointer data)
{
  Draft *draft = data;

  sp_team_standing_clear (&draft->standing);
  g_array_unref (draft->times);
  g_ptr_array_unref (draft->missing);
  g_free (draft);
}

static Draft *
find_draft (GHashTable *by_name,
            GPtrArray  *drafts,
            const char *name)
{
  Draft *draft = g_hash_table_lookup (by_name, name);

  if (draft != NULL)
    return draft;

  draft = g_new0 (Draft, 1);
  sp_team_standing_init (&draft->standing, name);
  draft->values.name = name;
  draft->times = g_array_new (FALSE, FALSE, sizeof (int));
  draft->missing = g_ptr_array_new ();
  g_ptr_array_add (drafts, draft);
  g_hash_table_insert (by_name, (gpointer) name, draft);

  return draft;
}

/* A default given without proof stands in for what is missing, so it does not hold the team back. */
static gboolean
is_missing (SpRowState state)
{
  return state == SP_ROW_NO_DATA || state == SP_ROW_ASKED || state == SP_ROW_TO_COME;
}

static void
add_row (Draft *draft,
         SpRow *row)
{
  const SpRowValues *values = sp_row_get_values (row);

  draft->values.n_members++;
  draft->values.attempts += values->attempts;
  if (is_missing (values->state))
    g_ptr_array_add (draft->missing, (gpointer) sp_runner_get_values (values->runner)->name);
  if (!sp_row_is_ranked (row))
    return;

  draft->standing.n_ranked++;
  draft->standing.rank_sum += values->rank;
  draft->standing.total_s += values->time_s;
  if (draft->values.fastest == NULL)
    draft->values.fastest = row;
  g_array_append_val (draft->times, values->time_s);
}

static void
average (Draft *draft)
{
  guint n = draft->times->len;
  const int *times = (const int *) (gconstpointer) draft->times->data;

  draft->standing.incomplete = draft->missing->len > 0;
  draft->values.mean_s = draft->values.median_s = NAN;
  if (n == 0)
    return;
  draft->values.mean_s = (double) draft->standing.total_s / n;
  draft->values.median_s = n % 2 == 1 ? times[n / 2] : ((double) times[n / 2 - 1] + times[n / 2]) / 2;
}

static SpTeamRow *
finish (Draft       *draft,
        const Draft *leader)
{
  draft->values.place = draft->standing.place;
  draft->values.n_ranked = draft->standing.n_ranked;
  draft->values.rank_sum = draft->standing.rank_sum;
  draft->values.total_s = draft->standing.total_s;
  draft->values.incomplete = draft->standing.incomplete;
  if (draft->standing.place > 0)
    draft->values.gap_s = draft->standing.total_s - leader->standing.total_s;
  g_ptr_array_add (draft->missing, NULL);
  if (draft->standing.incomplete)
    draft->values.missing = (const char * const *) draft->missing->pdata;

  return sp_team_row_new (&draft->values);
}

/**
 * sp_teams_make:
 * @rows: of #SpRow, the rows of a board in its order
 *
 * Makes the table of teams: by the sum of places on the board, then by total time, equal places shared. A team with a
 * member of whom nothing is known has no place and stands last.
 *
 * Returns: (transfer full): of #SpTeamRow
 */
GListModel *
sp_teams_make (GListModel *rows)
{
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func (draft_free);
  GListStore *teams = g_list_store_new (SP_TYPE_TEAM_ROW);
  guint n_rows;

  g_return_val_if_fail (G_IS_LIST_MODEL (rows), NULL);

  n_rows = g_list_model_get_n_items (rows);
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (SpRow) row = g_list_model_get_item (rows, i);
      const char *name = sp_runner_get_values (sp_row_get_values (row)->runner)->segment_team;

      if (name != NULL)
        add_row (find_draft (by_name, drafts, name), row);
    }

  g_ptr_array_foreach (drafts, (GFunc) average, NULL);
  sp_team_standing_place (drafts);
  for (guint i = 0; i < drafts->len; i++)
    {
      g_autoptr (SpTeamRow) team = finish (drafts->pdata[i], drafts->pdata[0]);

      g_list_store_append (teams, team);
    }

  return G_LIST_MODEL (teams);
}
