/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-ranks.h"

#include <string.h>

/* Names are only compared where all else is equal, so their keys are made when they are asked for. */
typedef struct
{
  SpRowValues  values;
  guint        index;
  int          class;
  char       **name_keys; /* of all rows, by index */
} Entry;

typedef struct
{
  guint n;
  guint rank;
  int   time_s;
} TeamCount;

static int
class_of (SpRowState state)
{
  switch (state)
    {
    case SP_ROW_TIMED:
    case SP_ROW_DEFAULT:
      return 0;
    case SP_ROW_ASKED:
      return 1;
    case SP_ROW_TO_COME:
      return 2;
    case SP_ROW_NONE_YET:
      return 3;
    case SP_ROW_NONE:
      return 4;
    case SP_ROW_NO_DATA:
    default:
      return 5;
    }
}

static const char *
name_key (const Entry *entry)
{
  char **key = &entry->name_keys[entry->index];

  if (*key == NULL)
    *key = g_utf8_collate_key (sp_runner_get_values (entry->values.runner)->name, -1);

  return *key;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const Entry *x = a, *y = b;
  int order;

  if (x->class != y->class)
    return x->class - y->class;
  if (x->class == 0 && x->values.time_s != y->values.time_s)
    return x->values.time_s < y->values.time_s ? -1 : 1;
  order = strcmp (name_key (x), name_key (y));
  if (order != 0)
    return order;

  return x->index < y->index ? -1 : x->index > y->index;
}

static void
count_in_team (GHashTable *teams,
               Entry      *entry)
{
  const char *name = sp_runner_get_values (entry->values.runner)->segment_team;
  TeamCount *team = g_hash_table_lookup (teams, name != NULL ? name : "");

  if (team == NULL)
    {
      team = g_new0 (TeamCount, 1);
      team->time_s = -1;
      g_hash_table_insert (teams, (gpointer) (name != NULL ? name : ""), team);
    }
  team->n++;
  if (team->time_s != entry->values.time_s)
    {
      team->rank = team->n;
      team->time_s = entry->values.time_s;
    }
  entry->values.team_rank = team->rank;
}

/**
 * sp_ranks_assign:
 * @rows: (array length=n_rows) (inout): the rows of a board
 * @n_rows: how many there are
 *
 * Puts rows in order and gives places, overall and within the team: 1, 2, 2, 4 over all that have a time or a default.
 * The others follow without a place: being asked, still to come, none yet, none, no data. Within, by name.
 */
void
sp_ranks_assign (SpRowValues *rows,
                 guint        n_rows)
{
  g_autofree Entry *entries = g_new0 (Entry, n_rows);
  g_autoptr (GPtrArray) name_keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) teams = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  g_return_if_fail (rows != NULL || n_rows == 0);

  g_ptr_array_set_size (name_keys, (int) n_rows);
  for (guint i = 0; i < n_rows; i++)
    entries[i] = (Entry) { rows[i], i, class_of (rows[i].state), (char **) name_keys->pdata };
  if (n_rows > 0)
    qsort (entries, n_rows, sizeof (Entry), compare);

  for (guint i = 0; i < n_rows; i++)
    {
      if (entries[i].class == 0)
        {
          gboolean tied = i > 0 && entries[i].values.time_s == entries[i - 1].values.time_s;

          entries[i].values.rank = tied ? entries[i - 1].values.rank : i + 1;
          count_in_team (teams, &entries[i]);
        }
      rows[i] = entries[i].values;
    }
}
