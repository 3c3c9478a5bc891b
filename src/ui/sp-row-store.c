/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-row-store.h"

#include "ui/sp-row-item.h"

/**
 * SpRowStore:
 *
 * The lines of the board that is shown. A board that fills in changes its lines and moves them; none is made anew, so
 * that a view keeps its place, its selection and its widgets.
 */
struct _SpRowStore
{
  GObject parent_instance;

  GListStore *items;     /* (owned) of #SpRowItem */
  GHashTable *by_runner; /* (owned) key of a runner -> #SpRowItem in @items */
};

G_DEFINE_FINAL_TYPE (SpRowStore, sp_row_store, G_TYPE_OBJECT)

static void
sp_row_store_finalize (GObject *object)
{
  SpRowStore *self = SP_ROW_STORE (object);

  g_clear_object (&self->items);
  g_clear_pointer (&self->by_runner, g_hash_table_unref);

  G_OBJECT_CLASS (sp_row_store_parent_class)->finalize (object);
}

static void
sp_row_store_class_init (SpRowStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_row_store_finalize;
}

static void
sp_row_store_init (SpRowStore *self)
{
  self->items = g_list_store_new (SP_TYPE_ROW_ITEM);
  self->by_runner = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * sp_row_store_new:
 *
 * Returns: (transfer full): a store without lines
 */
SpRowStore *
sp_row_store_new (void)
{
  return g_object_new (SP_TYPE_ROW_STORE, NULL);
}

/**
 * sp_row_store_get_items:
 * @self: a store
 *
 * Returns: (transfer none): its lines, each an #SpRowItem
 */
GListModel *
sp_row_store_get_items (SpRowStore *self)
{
  g_return_val_if_fail (SP_IS_ROW_STORE (self), NULL);

  return G_LIST_MODEL (self->items);
}

static int
find_leader_s (GListModel *rows)
{
  g_autoptr (SpRow) row = g_list_model_get_item (rows, 0);

  return row != NULL && sp_row_is_ranked (row) ? sp_row_get_values (row)->time_s : -1;
}

/* Those that stand where they stood already are left alone. */
static gboolean
put (GListStore *items,
     GPtrArray  *next)
{
  GListModel *shown = G_LIST_MODEL (items);
  guint n_shown = g_list_model_get_n_items (shown);
  guint n_head = 0, n_tail = 0;

  for (; n_head < MIN (n_shown, next->len); n_head++)
    {
      g_autoptr (SpRowItem) item = g_list_model_get_item (shown, n_head);

      if (item != next->pdata[n_head])
        break;
    }
  for (; n_tail < MIN (n_shown, next->len) - n_head; n_tail++)
    {
      g_autoptr (SpRowItem) item = g_list_model_get_item (shown, n_shown - 1 - n_tail);

      if (item != next->pdata[next->len - 1 - n_tail])
        break;
    }
  if (n_shown == next->len && n_head == n_shown)
    return FALSE;
  g_list_store_splice (items, n_head, n_shown - n_head - n_tail, next->pdata + n_head, next->len - n_head - n_tail);

  return TRUE;
}

/**
 * sp_row_store_set_board:
 * @self: a store
 * @board: the board whose rows it is to show
 *
 * Brings its lines up to date.
 *
 * Returns: whether any line changed or moved: then whatever sorts or filters them has to look again
 */
gboolean
sp_row_store_set_board (SpRowStore *self,
                        SpBoard    *board)
{
  g_autoptr (GPtrArray) next = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) before = NULL;
  GListModel *rows;
  gboolean changed = FALSE;
  int leader_s;

  g_return_val_if_fail (SP_IS_ROW_STORE (self) && SP_IS_BOARD (board), FALSE);

  rows = sp_board_get_values (board)->rows;
  leader_s = find_leader_s (rows);
  before = g_steal_pointer (&self->by_runner);
  self->by_runner = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (SpRow) row = g_list_model_get_item (rows, i);
      SpRowItem *item = g_hash_table_lookup (before, sp_runner_get_values (sp_row_get_values (row)->runner)->key);

      if (item == NULL)
        item = sp_row_item_new (row, leader_s);
      else
        changed |= sp_row_item_update (g_object_ref (item), row, leader_s);
      g_hash_table_insert (self->by_runner, (gpointer) sp_row_item_get_key (item), item);
      g_ptr_array_add (next, item);
    }

  return put (self->items, next) | changed;
}
