/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-teams.h"

#include <math.h>
#include <string.h>

typedef struct
{
  SpTeamRowValues  values;
  char            *name_key; /* (owned) */
  GArray          *times;    /* (owned) of int, ascending, as rows come by place */
  GPtrArray       *missing;  /* (owned) (element-type utf8) names belong to the runners */
} Draft;

static void
draft_free (gpointer data)
{
  Draft *draft = data;

  g_free (draft->name_key);
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
  draft->values.name = name;
  draft->name_key = g_utf8_collate_key (name, -1);
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

  draft->values.n_ranked++;
  draft->values.rank_sum += values->rank;
  draft->values.total_s += values->time_s;
  if (draft->values.fastest == NULL)
    draft->values.fastest = row;
  g_array_append_val (draft->times, values->time_s);
}

static void
finish (Draft *draft)
{
  guint n = draft->times->len;
  const int *times = (const int *) (gconstpointer) draft->times->data;

  draft->values.incomplete = draft->missing->len > 0;
  draft->values.mean_s = draft->values.median_s = NAN;
  if (n == 0)
    return;
  draft->values.mean_s = (double) draft->values.total_s / n;
  draft->values.median_s = n % 2 == 1 ? times[n / 2] : ((double) times[n / 2 - 1] + times[n / 2]) / 2;
}

/* Placed teams, teams without any time, incomplete teams. */
static int
class_of (const Draft *draft)
{
  if (draft->values.incomplete)
    return 2;

  return draft->values.n_ranked > 0 ? 0 : 1;
}

static int
compare_places (const Draft *x,
                const Draft *y)
{
  if (x->values.rank_sum != y->values.rank_sum)
    return x->values.rank_sum < y->values.rank_sum ? -1 : 1;
  if (x->values.total_s != y->values.total_s)
    return x->values.total_s < y->values.total_s ? -1 : 1;

  return 0;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const Draft *x = *(Draft * const *) a, *y = *(Draft * const *) b;
  int order = class_of (x) - class_of (y);

  if (order == 0 && class_of (x) == 0)
    order = compare_places (x, y);
  if (order == 0)
    order = strcmp (x->name_key, y->name_key);

  return order != 0 ? order : strcmp (x->values.name, y->values.name);
}

static void
place (GPtrArray *drafts)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      Draft *draft = drafts->pdata[i];
      Draft *before = i > 0 ? drafts->pdata[i - 1] : NULL;

      if (class_of (draft) != 0)
        return;
      draft->values.place = before != NULL && compare_places (before, draft) == 0 ? before->values.place : i + 1;
      draft->values.gap_s = draft->values.total_s - ((Draft *) drafts->pdata[0])->values.total_s;
    }
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

  g_ptr_array_foreach (drafts, (GFunc) finish, NULL);
  g_ptr_array_sort (drafts, compare);
  place (drafts);
  for (guint i = 0; i < drafts->len; i++)
    {
      Draft *draft = drafts->pdata[i];
      g_autoptr (SpTeamRow) team = NULL;

      g_ptr_array_add (draft->missing, NULL);
      if (draft->values.incomplete)
        draft->values.missing = (const char * const *) draft->missing->pdata;
      team = sp_team_row_new (&draft->values);
      g_list_store_append (teams, team);
    }

  return G_LIST_MODEL (teams);
}
