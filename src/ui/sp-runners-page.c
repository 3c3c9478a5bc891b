/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-runners-page.h"

#include "ui/sp-runner-columns.h"
#include "ui/sp-runner-edits.h"
#include "ui/sp-runner-form.h"
#include "ui/sp-runner-pane.h"
#include "ui/sp-text-search.h"

#include <glib/gi18n-lib.h>

/**
 * SpRunnersPage:
 *
 * Who runs, and how each stands with the source; one of them in a pane at the end.
 */
struct _SpRunnersPage
{
  GtkBox parent_instance;

  SpCompetition      *competition; /* (owned) (nullable) */
  GListStore         *store;       /* (owned) of #SpRunnerItem */
  GtkFilter          *filter;
  GtkSingleSelection *selection;
  char               *chosen; /* (owned) (nullable): the key of whom the pane shows */
  gboolean            connects;

  GtkWidget          *search;
  GtkWidget          *states;
  GtkWidget          *view;
  GtkWidget          *flap;
  GtkWidget          *pane;
};

G_DEFINE_FINAL_TYPE (SpRunnersPage, sp_runners_page, GTK_TYPE_BOX)

static gboolean
matches (gpointer item,
         gpointer user_data)
{
  SpRunnersPage *self = user_data;
  const SpRunnerValues *runner = sp_runner_get_values (sp_runner_item_get_runner (item));
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  guint state = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->states));

  if (state > 0 && state != GTK_INVALID_LIST_POSITION && state - 1 != (guint) sp_runner_item_get_state (item))
    return FALSE;

  return *text == '\0' || sp_text_search_contains (runner->name, text)
         || (runner->segment_team != NULL && sp_text_search_contains (runner->segment_team, text))
         || (runner->distance_team != NULL && sp_text_search_contains (runner->distance_team, text));
}

static void
filter_cb (SpRunnersPage *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static SpRunnerItem *
find_item (SpRunnersPage *self,
           const char    *key)
{
  for (guint i = 0; key != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->store)); i++)
    {
      g_autoptr (SpRunnerItem) item = g_list_model_get_item (G_LIST_MODEL (self->store), i);

      if (g_str_equal (sp_runner_get_values (sp_runner_item_get_runner (item))->key, key))
        return g_steal_pointer (&item);
    }

  return NULL;
}

/* The pane closes by itself where its runner is gone. */
static void
show_pane (SpRunnersPage *self)
{
  g_autoptr (SpRunnerItem) item = find_item (self, self->chosen);

  if (item != NULL)
    sp_runner_pane_show (SP_RUNNER_PANE (self->pane), self->competition, item, self->connects);
  else
    g_clear_pointer (&self->chosen, g_free);
  adw_flap_set_reveal_flap (ADW_FLAP (self->flap), item != NULL);
}

static void
activate_cb (SpRunnersPage *self,
             guint          position)
{
  g_autoptr (SpRunnerItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL)
    sp_runners_page_show_runner (self, sp_runner_get_values (sp_runner_item_get_runner (item))->key);
}

static void
changed_cb (SpRunnersPage *self,
            SpRunner      *runner)
{
  const SpRunnerValues *values = sp_runner_get_values (runner);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.put-runner", "(sxsmsmsiix)", values->key, values->id,
                              values->name, values->segment_team, values->distance_team, values->birth_month,
                              values->birth_day, values->consent_s);
}

static void
close_pane (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  adw_flap_set_reveal_flap (ADW_FLAP (SP_RUNNERS_PAGE (widget)->flap), FALSE);
}

static void
sp_runners_page_dispose (GObject *object)
{
  SpRunnersPage *self = SP_RUNNERS_PAGE (object);

  g_clear_object (&self->competition);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (sp_runners_page_parent_class)->dispose (object);
}

static void
sp_runners_page_finalize (GObject *object)
{
  g_clear_pointer (&SP_RUNNERS_PAGE (object)->chosen, g_free);

  G_OBJECT_CLASS (sp_runners_page_parent_class)->finalize (object);
}

static void
sp_runners_page_class_init (SpRunnersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sp_runners_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = sp_runners_page_finalize;
  gtk_widget_class_install_action (widget_class, "runners.close", NULL, close_pane);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "runners.close", NULL);
}

static GtkWidget *
make_toolbar (SpRunnersPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *add = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();
  g_autoptr (GtkStringList) states = gtk_string_list_new (NULL);

  gtk_string_list_append (states, _("All states"));
  for (SpRunnerState state = SP_RUNNER_RECONNECT; state <= SP_RUNNER_CONNECTED; state++)
    gtk_string_list_append (states, sp_runner_state_to_text (state));
  self->search = gtk_search_entry_new ();
  g_object_set (self->search, "placeholder-text", _("Search runners"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search runners"),
                                  -1);
  gtk_widget_set_hexpand (self->search, TRUE);
  self->states = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&states)), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->states), GTK_ACCESSIBLE_PROPERTY_LABEL, _("State"), -1);
  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), "list-add-symbolic");
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), _("_Add Runner"));
  adw_button_content_set_use_underline (ADW_BUTTON_CONTENT (content), TRUE);
  gtk_button_set_child (GTK_BUTTON (add), content);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (add), "win.add-runner");
  gtk_widget_set_margin_start (bar, 18);
  gtk_widget_set_margin_end (bar, 12);
  gtk_widget_set_margin_top (bar, 10);
  gtk_widget_set_margin_bottom (bar, 10);
  gtk_box_append (GTK_BOX (bar), self->search);
  gtk_box_append (GTK_BOX (bar), self->states);
  gtk_box_append (GTK_BOX (bar), add);

  return bar;
}

static GtkWidget *
make_table (SpRunnersPage *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkSortListModel *sorted;
  GtkFilterListModel *filtered;

  self->view = gtk_column_view_new (NULL);
  gtk_widget_add_css_class (self->view, "board");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Runners"), -1);
  gtk_column_view_set_single_click_activate (GTK_COLUMN_VIEW (self->view), TRUE);
  sp_runner_columns_add (GTK_COLUMN_VIEW (self->view));
  self->store = g_list_store_new (SP_TYPE_RUNNER_ITEM);
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->store)), self->filter);
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered),
                                    g_object_ref (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->view))));
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (sorted));
  g_object_unref (sorted);
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->view), GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->view);
  gtk_widget_set_hexpand (scrolled, TRUE);
  gtk_widget_set_vexpand (scrolled, TRUE);

  return scrolled;
}

static void
sp_runners_page_init (SpRunnersPage *self)
{
  GtkWidget *toolbar = make_toolbar (self);
  GtkWidget *table = make_table (self);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->pane = sp_runner_pane_new ();
  self->flap = adw_flap_new ();
  adw_flap_set_flap_position (ADW_FLAP (self->flap), GTK_PACK_END);
  adw_flap_set_reveal_flap (ADW_FLAP (self->flap), FALSE);
  adw_flap_set_content (ADW_FLAP (self->flap), table);
  adw_flap_set_separator (ADW_FLAP (self->flap), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  adw_flap_set_flap (ADW_FLAP (self->flap), self->pane);
  gtk_widget_set_vexpand (self->flap, TRUE);
  gtk_box_append (GTK_BOX (self), toolbar);
  gtk_box_append (GTK_BOX (self), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (self), self->flap);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (filter_cb), self);
  g_signal_connect_swapped (self->states, "notify::selected", G_CALLBACK (filter_cb), self);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (sp_runner_pane_get_form (SP_RUNNER_PANE (self->pane)), "changed", G_CALLBACK (changed_cb),
                            self);
}

/**
 * sp_runners_page_new:
 *
 * Returns: a page that shows nothing yet
 */
GtkWidget *
sp_runners_page_new (void)
{
  return g_object_new (SP_TYPE_RUNNERS_PAGE, NULL);
}

static GHashTable *
index_quality (SpResults *results)
{
  GListModel *rows = sp_quality_get_values (sp_results_get_values (results)->quality)->rows;
  GHashTable *by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      SpQualityRow *row = g_list_model_get_item (rows, i);
      SpRunner *runner = sp_quality_row_get_values (row)->runner;

      g_hash_table_replace (by_key, g_strdup (sp_runner_get_values (runner)->key), row);
    }

  return by_key;
}

/* Rows that would be shown alike stay: so does where the list is scrolled to. */
static void
update_store (SpRunnersPage *self,
              GPtrArray     *items)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self->store));
  guint i;

  for (i = 0; i < MIN (n_old, items->len); i++)
    {
      g_autoptr (SpRunnerItem) old = g_list_model_get_item (G_LIST_MODEL (self->store), i);

      if (!sp_runner_item_is_same (old, items->pdata[i]))
        g_list_store_splice (self->store, i, 1, items->pdata + i, 1);
    }
  g_list_store_splice (self->store, i, n_old - i, items->pdata + i, items->len - i);
}

/**
 * sp_runners_page_set_results:
 * @self: a page
 * @competition: as it is now
 * @results: what there is to show, maybe of the competition before an edit
 *
 * Shows the runners of a competition.
 */
void
sp_runners_page_set_results (SpRunnersPage *self,
                             SpCompetition *competition,
                             SpResults     *results)
{
  g_autoptr (GHashTable) quality = NULL;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (SP_IS_RUNNERS_PAGE (self) && SP_IS_COMPETITION (competition) && SP_IS_RESULTS (results));

  g_set_object (&self->competition, competition);
  quality = index_quality (results);
  for (guint i = 0; i < sp_competition_get_n_runners (self->competition); i++)
    {
      SpRunner *runner = sp_competition_get_runner (self->competition, i);

      g_ptr_array_add (items, sp_runner_item_new (runner, g_hash_table_lookup (quality,
                                                                               sp_runner_get_values (runner)->key)));
    }
  update_store (self, items);
  if (adw_flap_get_reveal_flap (ADW_FLAP (self->flap)))
    show_pane (self);
}

/**
 * sp_runners_page_set_connects:
 * @self: a page
 * @connects: whether the source asks for a permission that a runner has to give
 *
 * Tells what the first step is with a runner who was never asked.
 */
void
sp_runners_page_set_connects (SpRunnersPage *self,
                              gboolean       connects)
{
  g_return_if_fail (SP_IS_RUNNERS_PAGE (self));

  self->connects = connects;
}

/**
 * sp_runners_page_show_runner:
 * @self: a page
 * @key: the key of a runner
 *
 * Shows a runner in the pane at the end.
 *
 * Returns: whether there is such a runner
 */
gboolean
sp_runners_page_show_runner (SpRunnersPage *self,
                             const char    *key)
{
  g_return_val_if_fail (SP_IS_RUNNERS_PAGE (self) && key != NULL, FALSE);

  g_free (self->chosen);
  self->chosen = g_strdup (key);
  show_pane (self);

  return self->chosen != NULL;
}

/**
 * sp_runners_page_to_summary:
 * @self: a page
 *
 * Returns: (transfer full): how many there are, and how many of them answer
 */
char *
sp_runners_page_to_summary (SpRunnersPage *self)
{
  GListModel *items;
  guint n, n_connected = 0;

  g_return_val_if_fail (SP_IS_RUNNERS_PAGE (self), NULL);

  items = G_LIST_MODEL (self->store);
  n = g_list_model_get_n_items (items);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SpRunnerItem) item = g_list_model_get_item (items, i);

      if (sp_runner_item_get_state (item) == SP_RUNNER_CONNECTED)
        n_connected++;
    }

  return g_strdup_printf (ngettext ("%u runner, %u connected", "%u runners, %u connected", n), n, n_connected);
}
