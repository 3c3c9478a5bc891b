/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-distance-page.h"

#include "model/sp-board-words.h"
#include "ui/sp-distance-columns.h"
#include "ui/sp-page-item.h"

#include <glib/gi18n-lib.h>

/**
 * SpDistancePage:
 *
 * Who ran how far.
 */
struct _SpDistancePage
{
  GtkBox parent_instance;

  GListStore *store; /* of #SpDistanceRow */
  GtkWidget  *state_icon;
  GtkWidget  *headline;
  GtkWidget  *detail;
  GtkWidget  *view;
};

G_DEFINE_FINAL_TYPE (SpDistancePage, sp_distance_page, GTK_TYPE_BOX)

static void
sp_distance_page_class_init (SpDistancePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, SP_RESOURCES "ui/sp-distance-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpDistancePage, state_icon);
  gtk_widget_class_bind_template_child (widget_class, SpDistancePage, headline);
  gtk_widget_class_bind_template_child (widget_class, SpDistancePage, detail);
  gtk_widget_class_bind_template_child (widget_class, SpDistancePage, view);
}

static void
sp_distance_page_init (SpDistancePage *self)
{
  GtkMultiSorter *sorter = gtk_multi_sorter_new ();
  GtkSortListModel *sorted;
  GtkNoSelection *selection;

  gtk_widget_init_template (GTK_WIDGET (self));
  sp_distance_columns_add (GTK_COLUMN_VIEW (self->view));
  gtk_multi_sorter_append (sorter, sp_distance_columns_known ());
  gtk_multi_sorter_append (sorter, g_object_ref (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->view))));
  self->store = g_list_store_new (SP_TYPE_DISTANCE_ROW);
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (self->store), GTK_SORTER (sorter));
  selection = gtk_no_selection_new (G_LIST_MODEL (sorted));
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->view), GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
}

/**
 * sp_distance_page_new:
 *
 * Returns: a page that shows nothing yet
 */
GtkWidget *
sp_distance_page_new (void)
{
  return g_object_new (SP_TYPE_DISTANCE_PAGE, NULL);
}

static char *
say_detail (GListModel *rows)
{
  guint n = g_list_model_get_n_items (rows), n_runs = 0, n_missing = 0;
  double distance_m = 0;
  g_autofree char *runners = NULL;
  g_autofree char *runs = NULL;
  g_autofree char *total = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SpDistanceRow) row = g_list_model_get_item (rows, i);
      const SpDistanceRowValues *values = sp_distance_row_get_values (row);

      n_missing += !values->known;
      n_runs += values->known ? values->n_runs : 0;
      distance_m += values->known ? values->distance_m : 0;
    }
  runners = g_strdup_printf (ngettext ("%u runner", "%u runners", n), n);
  runs = g_strdup_printf (ngettext ("%u run", "%u runs", n_runs), n_runs);
  /* Translators: "34 runners", "210 runs", and how far in all */
  total = g_strdup_printf (_("%s, %s, %.0f km"), runners, runs, distance_m / 1000);
  if (n_missing == 0)
    return g_steal_pointer (&total);

  /* Translators: what was run in all, then of how many nothing is known */
  return g_strdup_printf (ngettext ("%s; %u runner missing", "%s; %u runners missing", n_missing), total, n_missing);
}

static void
show_state (SpDistancePage  *self,
            SpDistanceBoard *board)
{
  static const char * const classes[] = {
    [SP_BOARD_UPCOMING] = "dim-label", [SP_BOARD_OPEN] = "accent", [SP_BOARD_PROVISIONAL] = "warning",
    [SP_BOARD_COMPLETE] = "success", [SP_BOARD_CLOSED] = "dim-label",
  };
  const SpDistanceBoardValues *values = sp_distance_board_get_values (board);
  const char *css_classes[] = { classes[values->state], NULL };
  g_autofree char *headline = sp_board_words_distance (board);
  g_autofree char *detail = say_detail (values->rows);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->state_icon), sp_page_item_state_icon (values->state));
  gtk_widget_set_css_classes (self->state_icon, css_classes);
  gtk_label_set_text (GTK_LABEL (self->headline), headline);
  gtk_label_set_text (GTK_LABEL (self->detail), detail);
}

/**
 * sp_distance_page_set_results:
 * @self: a page
 * @results: what there is to show
 * @key: which of the distance boards, counted from 0
 *
 * Shows it.
 */
void
sp_distance_page_set_results (SpDistancePage *self,
                              SpResults      *results,
                              const char     *key)
{
  g_autoptr (SpDistanceBoard) board = NULL;
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *its_rows;

  g_return_if_fail (SP_IS_DISTANCE_PAGE (self) && SP_IS_RESULTS (results));

  board = g_list_model_get_item (sp_results_get_values (results)->distance_boards,
                                 (guint) g_ascii_strtoull (key, NULL, 10));
  if (board == NULL)
    return;
  its_rows = sp_distance_board_get_values (board)->rows;
  for (guint i = 0; i < g_list_model_get_n_items (its_rows); i++)
    g_ptr_array_add (rows, g_list_model_get_item (its_rows, i));
  sp_distance_columns_set_board (GTK_COLUMN_VIEW (self->view), board);
  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)), rows->pdata, rows->len);
  show_state (self, board);
}
