/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-sidebar.h"

#include "ui/sp-side-row.h"

#include <glib/gi18n-lib.h>

/**
 * SpSidebar:
 *
 * The pages of a competition, one of them chosen.
 */
struct _SpSidebar
{
  GtkBox parent_instance;

  GtkWidget  *list;
  SpPageItem *current; /* (owned) (nullable) */
  SpPageItem *faults;  /* (owned) (nullable) */
  gboolean    listing;
};

G_DEFINE_FINAL_TYPE (SpSidebar, sp_sidebar, GTK_TYPE_BOX)

/* Below the overview, above the boards. */
#define FAULTS_POSITION 1

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
row_selected_cb (GtkListBox *list,
                 SpSideRow  *row,
                 SpSidebar  *self)
{
  if (row == NULL || self->listing)
    return;
  g_set_object (&self->current, sp_side_row_get_item (row));
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
row_header (GtkListBoxRow *row,
            GtkListBoxRow *before,
            gpointer       user_data)
{
  const char *section = sp_page_item_get_section (sp_side_row_get_item (SP_SIDE_ROW (row)));
  const char *above = before != NULL ? sp_page_item_get_section (sp_side_row_get_item (SP_SIDE_ROW (before))) : NULL;
  GtkWidget *label;

  if (section == NULL || g_strcmp0 (section, above) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (section);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_margin_top (label, 14);
  gtk_widget_set_margin_bottom (label, 6);
  gtk_widget_set_margin_start (label, 18);
  gtk_list_box_row_set_header (row, label);
}

static void
sp_sidebar_dispose (GObject *object)
{
  SpSidebar *self = SP_SIDEBAR (object);

  g_clear_object (&self->current);
  g_clear_object (&self->faults);

  G_OBJECT_CLASS (sp_sidebar_parent_class)->dispose (object);
}

/* Tab goes on to the page: from row to row, which would show one page after the other, go the arrows. */
static gboolean
sp_sidebar_focus (GtkWidget        *widget,
                  GtkDirectionType  direction)
{
  gboolean tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (tab && gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  return GTK_WIDGET_CLASS (sp_sidebar_parent_class)->focus (widget, direction);
}

static void
sp_sidebar_class_init (SpSidebarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = sp_sidebar_dispose;
  GTK_WIDGET_CLASS (klass)->focus = sp_sidebar_focus;

  /**
   * SpSidebar::chosen:
   * @self: a sidebar
   *
   * Somebody chose a page.
   */
  signals[CHOSEN] = g_signal_new ("chosen", SP_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sp_sidebar_init (SpSidebar *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_BROWSE);
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), row_header, NULL, NULL);
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Pages"), -1);
  g_signal_connect (self->list, "row-selected", G_CALLBACK (row_selected_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_set_hexpand (scrolled, TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_box_append (GTK_BOX (self), scrolled);
}

/* Whether the rows there are show the same pages, so that they need only be brought up to date. */
static gboolean
update_rows (SpSidebar  *self,
             GListModel *items)
{
  GtkListBoxRow *row;
  guint n = g_list_model_get_n_items (items);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SpPageItem) item = g_list_model_get_item (items, i);

      row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) i);
      if (row == NULL || !sp_page_item_is_same (sp_side_row_get_item (SP_SIDE_ROW (row)), item))
        return FALSE;
    }
  if (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) n) != NULL)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SpPageItem) item = g_list_model_get_item (items, i);

      row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) i);
      if (self->current == sp_side_row_get_item (SP_SIDE_ROW (row)))
        g_set_object (&self->current, item);
      sp_side_row_set_item (SP_SIDE_ROW (row), item);
    }

  return TRUE;
}

static void
make_rows (SpSidebar  *self,
           GListModel *items)
{
  GtkListBoxRow *chosen = NULL;
  GtkWidget *child;

  self->listing = TRUE;
  while ((child = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0))) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (SpPageItem) item = g_list_model_get_item (items, i);
      GtkWidget *row = sp_side_row_new (item);

      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
      if (self->current != NULL && sp_page_item_is_same (item, self->current))
        chosen = GTK_LIST_BOX_ROW (row);
    }
  if (chosen == NULL)
    chosen = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0);
  g_set_object (&self->current, sp_side_row_get_item (SP_SIDE_ROW (chosen)));
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), chosen);
  self->listing = FALSE;
}

/**
 * sp_sidebar_set_results:
 * @self: a sidebar
 * @results: what there is to show
 *
 * Lists the pages. The page that was chosen stays so, where it is still there.
 */
void
sp_sidebar_set_results (SpSidebar *self,
                        SpResults *results)
{
  g_autoptr (GListStore) items = NULL;

  g_return_if_fail (SP_IS_SIDEBAR (self) && SP_IS_RESULTS (results));

  items = sp_page_item_list (results);
  if (self->faults != NULL)
    g_list_store_insert (items, FAULTS_POSITION, self->faults);
  if (!update_rows (self, G_LIST_MODEL (items)))
    make_rows (self, G_LIST_MODEL (items));
}

/**
 * sp_sidebar_set_faults:
 * @self: a sidebar
 * @faults: (nullable): the entry of a workbook with faults, %NULL where there is none any more
 *
 * Lists the faults of a workbook near the top. What is chosen must not be the entry that goes.
 */
void
sp_sidebar_set_faults (SpSidebar  *self,
                       SpPageItem *faults)
{
  GtkListBoxRow *row;

  g_return_if_fail (SP_IS_SIDEBAR (self));
  g_return_if_fail (self->faults == NULL || self->current != self->faults);

  row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), FAULTS_POSITION);
  if (row != NULL && self->faults != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  g_set_object (&self->faults, faults);
  /* Without results there are no rows yet. */
  if (row != NULL && faults != NULL)
    gtk_list_box_insert (GTK_LIST_BOX (self->list), sp_side_row_new (faults), FAULTS_POSITION);
}

/**
 * sp_sidebar_get_current:
 * @self: a sidebar
 *
 * Returns: (transfer none) (nullable): the chosen page
 */
SpPageItem *
sp_sidebar_get_current (SpSidebar *self)
{
  g_return_val_if_fail (SP_IS_SIDEBAR (self), NULL);

  return self->current;
}

/**
 * sp_sidebar_show_page:
 * @self: a sidebar
 * @kind: what the page shows
 * @key: which one of that kind
 *
 * Chooses a page.
 *
 * Returns: whether there is such a page
 */
gboolean
sp_sidebar_show_page (SpSidebar  *self,
                      SpPageKind  kind,
                      const char *key)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (SP_IS_SIDEBAR (self), FALSE);

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    {
      SpPageItem *item = sp_side_row_get_item (SP_SIDE_ROW (row));

      if (sp_page_item_get_kind (item) != kind || !g_str_equal (sp_page_item_get_key (item), key))
        continue;
      gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
      return TRUE;
    }

  return FALSE;
}

/**
 * sp_sidebar_show_board:
 * @self: a sidebar
 * @n: from 1
 *
 * Chooses the n-th board.
 *
 * Returns: whether there is one
 */
gboolean
sp_sidebar_show_board (SpSidebar *self,
                       int        n)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (SP_IS_SIDEBAR (self), FALSE);

  for (int i = 0; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), i)) != NULL; i++)
    if (sp_page_item_get_kind (sp_side_row_get_item (SP_SIDE_ROW (row))) == SP_PAGE_BOARD && --n == 0)
      {
        gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
        return TRUE;
      }

  return FALSE;
}
