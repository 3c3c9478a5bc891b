/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-row-order.h"

typedef struct
{
  SpRow *row;      /* (owned) */
  char  *team;     /* (owned): for comparing */
  guint  position; /* on the board */
} SpOrderedRow;

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const SpOrderedRow *x = a;
  const SpOrderedRow *y = b;
  int order = g_strcmp0 (x->team, y->team);

  if (order != 0)
    return order;

  return x->position < y->position ? -1 : x->position > y->position;
}

/**
 * sp_row_order_by_team:
 * @rows: the rows of a board, in its order
 *
 * Sorts rows by team, without regard to case, and leaves the order of the board within each: by time, those without one
 * last. Rows without a team come last. The order does not depend on the language of the machine.
 *
 * Returns: (transfer full) (element-type SpRow): the rows
 */
GPtrArray *
sp_row_order_by_team (GListModel *rows)
{
  guint n = g_list_model_get_n_items (rows);
  g_autoptr(GArray) ordered = g_array_sized_new (FALSE, FALSE, sizeof (SpOrderedRow), n);
  GPtrArray *sorted = g_ptr_array_new_full (n, g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      SpOrderedRow row = { .row = g_list_model_get_item (rows, i), .position = i };
      const char *team = sp_runner_get_values (sp_row_get_values (row.row)->runner)->segment_team;
      g_autofree char *folded = team != NULL ? g_utf8_casefold (team, -1) : NULL;

      /* U+10FFFF is after every letter. */
      row.team = team != NULL ? g_strconcat (folded, "\n", team, NULL) : g_strdup ("\xf4\x8f\xbf\xbf");
      g_array_append_val (ordered, row);
    }

  g_array_sort (ordered, compare);
  for (guint i = 0; i < n; i++)
    {
      SpOrderedRow *row = &g_array_index (ordered, SpOrderedRow, i);

      g_ptr_array_add (sorted, row->row);
      g_free (row->team);
    }

  return sorted;
}
