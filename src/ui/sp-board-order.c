/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-board-order.h"

#include "ui/sp-row-item.h"

static int
compare_rows (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  SpRowItem *first = (SpRowItem *) a, *second = (SpRowItem *) b;
  const SpRowValues *x = sp_row_get_values (sp_row_item_get_row (first));
  const SpRowValues *y = sp_row_get_values (sp_row_item_get_row (second));

  switch ((SpBoardColumn) GPOINTER_TO_INT (user_data))
    {
    case SP_BOARD_COLUMN_RANK:
    case SP_BOARD_COLUMN_TIME:
    case SP_BOARD_COLUMN_GAP:
      return (x->rank > y->rank) - (x->rank < y->rank);
    case SP_BOARD_COLUMN_RUNNER:
      return strcmp (sp_row_item_get_name_key (first), sp_row_item_get_name_key (second));
    case SP_BOARD_COLUMN_TEAM:
      return strcmp (sp_row_item_get_team_key (first), sp_row_item_get_team_key (second));
    case SP_BOARD_COLUMN_ATTEMPTS:
      return (x->attempts > y->attempts) - (x->attempts < y->attempts);
    case SP_BOARD_COLUMN_DATE:
      return (x->start_local_s > y->start_local_s) - (x->start_local_s < y->start_local_s);
    case SP_BOARD_COLUMN_NOTES:
      return (x->flags > y->flags) - (x->flags < y->flags);
    default:
      g_assert_not_reached ();
    }
}

/* Those without a place stand below, however the others are sorted: asked, to come, none yet, none, no data. */
static int
compare_ranked (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  static const int order[] = {
    [SP_ROW_TIMED] = 0, [SP_ROW_DEFAULT] = 0, [SP_ROW_ASKED] = 1, [SP_ROW_TO_COME] = 2, [SP_ROW_NONE_YET] = 3,
    [SP_ROW_NONE] = 4, [SP_ROW_NO_DATA] = 5,
  };

  return order[sp_row_get_values (sp_row_item_get_row ((SpRowItem *) a))->state]
         - order[sp_row_get_values (sp_row_item_get_row ((SpRowItem *) b))->state];
}

/**
 * sp_board_order_ranked:
 *
 * Returns: (transfer full): what keeps rows without a place below those with one
 */
GtkSorter *
sp_board_order_ranked (void)
{
  return GTK_SORTER (gtk_custom_sorter_new (compare_ranked, NULL, NULL));
}

/**
 * sp_board_order_of:
 * @column: a column
 *
 * Returns: (transfer full): what sorts by it
 */
GtkSorter *
sp_board_order_of (SpBoardColumn column)
{
  return GTK_SORTER (gtk_custom_sorter_new (compare_rows, GINT_TO_POINTER (column), NULL));
}
