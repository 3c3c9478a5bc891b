/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-board-page.h"

#include "engine/sp-local-time.h"
#include "engine/sp-tracer.h"
#include "model/sp-board-words.h"
#include "ui/sp-board-columns.h"
#include "ui/sp-column-widths.h"
#include "ui/sp-page-item.h"
#include "ui/sp-row-item.h"
#include "ui/sp-row-menu.h"
#include "ui/sp-row-store.h"
#include "ui/sp-team-filter.h"
#include "ui/sp-teams-view.h"
#include "ui/sp-text-search.h"
#include "ui/sp-why-pane.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * SpBoardPage:
 *
 * A leaderboard: how far it is, its rows or its teams, and why a row is as it is.
 */
struct _SpBoardPage
{
  GtkBox parent_instance;

  SpSession          *session; /* (owned) (nullable) */
  SpBoard            *board;   /* (owned) (nullable) */
  SpRowStore         *store;   /* (owned) */
  GtkSorter          *ranked;
  GtkFilter          *filter;
  GtkFilterListModel *filtered;
  GtkSingleSelection *selection;
  GSignalGroup       *explained; /* (owned): of the line whose time is explained */
  gboolean            changing;

  GtkWidget          *state_icon;
  GtkWidget          *headline;
  GtkWidget          *detail;
  GtkWidget          *teams_button;
  GtkWidget          *team_filter;
  GtkWidget          *search_bar;
  GtkWidget          *search_entry;
  GtkWidget          *views;
  GtkWidget          *view;
  GtkWidget          *why;
  GtkWidget          *teams;
  GtkWidget          *upcoming;
};

G_DEFINE_FINAL_TYPE (SpBoardPage, sp_board_page, GTK_TYPE_BOX)

enum
{
  PROP_0,
  PROP_SEARCHING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
matches (gpointer item,
         gpointer user_data)
{
  SpBoardPage *self = user_data;
  const SpRunnerValues *runner = sp_runner_get_values (sp_row_get_values (sp_row_item_get_row (item))->runner);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  const char *team = sp_team_filter_get (GTK_DROP_DOWN (self->team_filter));

  if (team != NULL && g_strcmp0 (runner->segment_team, team) != 0)
    return FALSE;

  return *text == '\0' || sp_text_search_contains (runner->name, text)
         || sp_text_search_contains (runner->segment_team, text);
}

static void
show_view (SpBoardPage *self)
{
  const char *name = "runners";

  if (self->board != NULL && sp_board_get_values (self->board)->state == SP_BOARD_UPCOMING)
    name = "upcoming";
  else if (self->board != NULL && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->teams_button)))
    name = "teams";
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) == 0)
    name = "nothing";
  /* Teams are as many widgets as lines: they are made for whoever looks at them. */
  if (g_str_equal (name, "teams"))
    sp_teams_view_set_board (SP_TEAMS_VIEW (self->teams), self->board);
  gtk_stack_set_visible_child_name (GTK_STACK (self->views), name);
}

static void
on_filter_changed (SpBoardPage *self)
{
  if (self->filter == NULL || self->changing)
    return;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_view (self);
}

static void
on_teams_toggled (SpBoardPage *self)
{
  if (self->filtered != NULL)
    show_view (self);
}

static void
show_trace (SpBoardPage *self,
            SpRow       *row)
{
  const SpRowValues *values = sp_row_get_values (row);
  SpResults *results = sp_session_get_results (self->session);
  g_autoptr (GListModel) trace = NULL;
  g_autoptr (SpQualityRow) quality = NULL;

  if (values->trace != NULL)
    trace = g_object_ref (values->trace);
  else
    trace = sp_tracer_trace (sp_results_get_values (results)->competition, values->group, values->runner,
                             sp_session_get_harvest (self->session),
                             sp_results_get_values (results)->as_of_local_s);
  quality = sp_results_find_quality (results, values->runner);
  sp_why_pane_set_row (SP_WHY_PANE (self->why), row, trace, quality);
  gtk_widget_set_visible (self->why, TRUE);
}

static void
on_activate (SpBoardPage *self,
             guint        position)
{
  sp_board_page_show_why (self, position);
}

static void
selected_cb (SpBoardPage *self)
{
  SpRowItem *item = gtk_single_selection_get_selected_item (self->selection);

  g_signal_group_set_target (self->explained, item);
  if (item != NULL && !self->changing)
    show_trace (self, sp_row_item_get_row (item));
}

static void
explained_cb (SpBoardPage *self)
{
  show_trace (self, sp_row_item_get_row (gtk_single_selection_get_selected_item (self->selection)));
}

/* So that the same row can be asked for once more. */
static void
why_closed_cb (SpBoardPage *self)
{
  if (!gtk_widget_get_visible (self->why))
    gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
}

static void
sp_board_page_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  SpBoardPage *self = SP_BOARD_PAGE (object);

  g_value_set_boolean (value, gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (self->search_bar)));
}

static void
sp_board_page_set_property (GObject      *object,
                            guint         property_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  SpBoardPage *self = SP_BOARD_PAGE (object);

  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->search_bar), g_value_get_boolean (value));
}

static void
sp_board_page_dispose (GObject *object)
{
  SpBoardPage *self = SP_BOARD_PAGE (object);

  g_clear_object (&self->session);
  g_clear_object (&self->board);
  g_clear_object (&self->store);
  g_clear_object (&self->explained);

  G_OBJECT_CLASS (sp_board_page_parent_class)->dispose (object);
}

static void
sp_board_page_class_init (SpBoardPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sp_board_page_dispose;
  object_class->get_property = sp_board_page_get_property;
  object_class->set_property = sp_board_page_set_property;
  /**
   * SpBoardPage:searching:
   *
   * Whether the search is open.
   */
  properties[PROP_SEARCHING] = g_param_spec_boolean ("searching", NULL, NULL, FALSE,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (SP_TYPE_TEAMS_VIEW);
  g_type_ensure (SP_TYPE_WHY_PANE);
  gtk_widget_class_set_template_from_resource (widget_class, SP_RESOURCES "ui/sp-board-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpBoardPage, state_icon);
  gtk_widget_class_bind_template_child (widget_class, SpBoardPage, headline);
  gtk_widget_class_bind_template_child (widget_class, SpBoardPage, detail);
  gtk_widget_class_bind_template_child (widget_class, SpBoardPage, teams_button);
  gtk_widget_class_bind_template_child (widget_class, SpBoardPage, team_filter);
  gtk_widget_class_bind_template_child (widget_class, SpBoardPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, SpBoardPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, SpBoardPage, views);
  gtk_widget_class_bind_template_child (widget_class, SpBoardPage, view);
  gtk_widget_class_bind_template_child (widget_class, SpBoardPage, why);
  gtk_widget_class_bind_template_child (widget_class, SpBoardPage, teams);
  gtk_widget_class_bind_template_child (widget_class, SpBoardPage, upcoming);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_teams_toggled);
}

static void
search_mode_cb (SpBoardPage *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCHING]);
}

static void
sp_board_page_init (SpBoardPage *self)
{
  GtkSortListModel *sorted;
  GtkMultiSorter *sorter = gtk_multi_sorter_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->explained = g_signal_group_new (SP_TYPE_ROW_ITEM);
  g_signal_group_connect_swapped (self->explained, "changed", G_CALLBACK (explained_cb), self);
  sp_board_columns_add (GTK_COLUMN_VIEW (self->view));
  sp_column_widths_follow (GTK_COLUMN_VIEW (self->view));
  sp_row_menu_attach (GTK_COLUMN_VIEW (self->view));
  self->ranked = sp_board_order_ranked ();
  gtk_multi_sorter_append (sorter, self->ranked);
  gtk_multi_sorter_append (sorter, g_object_ref (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (self->view))));
  self->store = sp_row_store_new ();
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  self->filtered = gtk_filter_list_model_new (g_object_ref (sp_row_store_get_items (self->store)), self->filter);
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (self->filtered), GTK_SORTER (sorter));
  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (sorted));
  g_object_unref (sorted);
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->view), GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection);
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self);
  g_signal_connect_object (self->why, "notify::visible", G_CALLBACK (why_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_search_bar_connect_entry (GTK_SEARCH_BAR (self->search_bar), GTK_EDITABLE (self->search_entry));
  g_signal_connect_swapped (self->search_bar, "notify::search-mode-enabled", G_CALLBACK (search_mode_cb), self);
}

/**
 * sp_board_page_new:
 *
 * Returns: a page that shows nothing yet
 */
GtkWidget *
sp_board_page_new (void)
{
  return g_object_new (SP_TYPE_BOARD_PAGE, NULL);
}

static void
show_state (SpBoardPage *self)
{
  static const char * const classes[] = {
    [SP_BOARD_UPCOMING] = "dim-label", [SP_BOARD_OPEN] = "accent", [SP_BOARD_PROVISIONAL] = "warning",
    [SP_BOARD_COMPLETE] = "success", [SP_BOARD_CLOSED] = "dim-label",
  };
  const SpBoardValues *values = sp_board_get_values (self->board);
  g_autofree char *headline = sp_board_words_headline (self->board);
  gint64 now_local_s = sp_local_time_from_utc (g_get_real_time () / G_USEC_PER_SEC);
  g_autofree char *detail = sp_board_words_dated (self->board, now_local_s);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->state_icon), sp_page_item_state_icon (values->state));
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    gtk_widget_remove_css_class (self->state_icon, classes[i]);
  gtk_widget_add_css_class (self->state_icon, classes[values->state]);
  gtk_label_set_text (GTK_LABEL (self->headline), headline);
  gtk_label_set_text (GTK_LABEL (self->detail), detail);
  adw_status_page_set_title (ADW_STATUS_PAGE (self->upcoming), headline);
}

/**
 * sp_board_page_set_results:
 * @self: a page
 * @session: a session with results
 * @key: the key of a group
 *
 * Shows a board, or brings it up to date.
 */
void
sp_board_page_set_results (SpBoardPage *self,
                           SpSession   *session,
                           const char  *key)
{
  g_autoptr (SpBoard) board = NULL;
  gboolean other;

  g_return_if_fail (SP_IS_BOARD_PAGE (self) && SP_IS_SESSION (session));

  board = sp_results_find_board (sp_session_get_results (session), key);
  if (board == NULL)
    return;
  other = self->board == NULL
          || !g_str_equal (sp_group_get_values (sp_board_get_values (self->board)->group)->key, key);
  g_set_object (&self->session, session);
  g_set_object (&self->board, board);
  if (other)
    {
      gtk_widget_set_visible (self->why, FALSE);
      gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
    }
  self->changing = TRUE;
  sp_team_filter_set_board (GTK_DROP_DOWN (self->team_filter), board);
  sp_column_widths_set_board (GTK_COLUMN_VIEW (self->view), board);
  if (sp_row_store_set_board (self->store, board))
    gtk_sorter_changed (self->ranked, GTK_SORTER_CHANGE_DIFFERENT);
  self->changing = FALSE;
  show_state (self);
  on_filter_changed (self);
}

/**
 * sp_board_page_get_board:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the board it shows
 */
SpBoard *
sp_board_page_get_board (SpBoardPage *self)
{
  g_return_val_if_fail (SP_IS_BOARD_PAGE (self), NULL);

  return self->board;
}

/**
 * sp_board_page_show_why:
 * @self: a page that shows a board
 * @position: of a row as it is shown
 *
 * Opens the answer to why a row is as it is.
 *
 * Returns: whether there is such a row
 */
gboolean
sp_board_page_show_why (SpBoardPage *self,
                        guint        position)
{
  g_autoptr (SpRowItem) item = NULL;

  g_return_val_if_fail (SP_IS_BOARD_PAGE (self), FALSE);

  item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  if (item == NULL)
    return FALSE;
  gtk_single_selection_set_selected (self->selection, position);
  show_trace (self, sp_row_item_get_row (item));

  return TRUE;
}

/**
 * sp_board_page_close_why:
 * @self: a page
 *
 * Closes it.
 */
void
sp_board_page_close_why (SpBoardPage *self)
{
  g_return_if_fail (SP_IS_BOARD_PAGE (self));

  gtk_widget_set_visible (self->why, FALSE);
}
