/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-row-store.h"

static gboolean
is_same (SpRow *a,
         SpRow *b)
{
  const SpRowValues *x = sp_row_get_values (a);
  const SpRowValues *y = sp_row_get_values (b);

  return x->runner == y->runner && x->group == y->group && x->state == y->state && x->flags == y->flags
         && x->rank == y->rank && x->team_rank == y->team_rank && x->attempts == y->attempts && x->time_s == y->time_s
         && x->effort_id == y->effort_id && x->fetched_at_s == y->fetched_at_s && g_strcmp0 (x->reason, y->reason) == 0;
}

static gboolean
is_same_at (GListModel *a,
            guint       i,
            GListModel *b,
            guint       j)
{
  g_autoptr (SpRow) x = g_list_model_get_item (a, i);
  g_autoptr (SpRow) y = g_list_model_get_item (b, j);

  return is_same (x, y);
}

/**
 * sp_row_store_update:
 * @store: of #SpRow: what is shown
 * @rows: of #SpRow: what is to be shown
 *
 * Brings the store up to date and touches only the stretch where something changed, so that a view keeps its place and
 * its selection while a board fills in.
 */
void
sp_row_store_update (GListStore *store,
                     GListModel *rows)
{
  GListModel *shown = G_LIST_MODEL (store);
  guint n_shown = g_list_model_get_n_items (shown);
  guint n_rows = g_list_model_get_n_items (rows);
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_head = 0, n_tail = 0;

  while (n_head < MIN (n_shown, n_rows) && is_same_at (shown, n_head, rows, n_head))
    n_head++;
  while (n_tail < MIN (n_shown, n_rows) - n_head
         && is_same_at (shown, n_shown - 1 - n_tail, rows, n_rows - 1 - n_tail))
    n_tail++;
  for (guint i = n_head; i < n_rows - n_tail; i++)
    g_ptr_array_add (changed, g_list_model_get_item (rows, i));
  if (n_shown - n_head - n_tail > 0 || changed->len > 0)
    g_list_store_splice (store, n_head, n_shown - n_head - n_tail, changed->pdata, changed->len);
}
