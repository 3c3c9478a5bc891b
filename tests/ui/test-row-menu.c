/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-row-menu.h"

#include "platform/sp-memory-secret-store.h"
#include "platform/sp-real-clock.h"
#include "support/sp-test-series.h"
#include "support/sp-test-sync.h"
#include "ui/sp-board-page.h"
#include "ui/sp-main-window.h"
#include "widgets.h"

#define N_RUNNERS 5

/* A process has one. */
static AdwApplication *application;

typedef struct
{
  SpSession    *session;
  SpMainWindow *window;
  GtkWidget    *view;
} Fixture;

static SpFetcher *
open_cb (gint64     run_started_s,
         gpointer   user_data,
         GError   **error)
{
  SpTestClock *clock = user_data;
  g_autoptr (SpFetcherContext) context = NULL;
  g_autoptr (SpTableFetcher) source = sp_test_series_source (clock, N_RUNNERS, 1);

  context = sp_fetcher_context_new (SP_CLOCK (clock), "test", "/nonexistent", NULL, run_started_s);
  sp_fetcher_set_context (SP_FETCHER (source), context);

  return SP_FETCHER (g_steal_pointer (&source));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (SpCompetition) competition = sp_test_series_competition (N_RUNNERS, 1);
  g_autoptr (SpTestClock) clock = sp_test_clock_new (SP_TEST_SERIES_NOW);
  g_autoptr (SpOpenCompetition) open = NULL;

  fixture->session = sp_session_new (SP_CLOCK (clock), NULL);
  sp_session_set_source (fixture->session, "table", open_cb, g_object_ref (clock), g_object_unref);
  sp_session_set_competition (fixture->session, competition);
  fixture->window = sp_main_window_new (GTK_APPLICATION (application));
  open = sp_open_competition_new (fixture->session, NULL, "Table", NULL);
  sp_main_window_set_open (fixture->window, open);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.refresh", NULL);
  while (sp_session_is_running (fixture->session))
    g_main_context_iteration (NULL, TRUE);
  sp_main_window_show_page (fixture->window, SP_PAGE_BOARD, "501");
  gtk_window_present (GTK_WINDOW (fixture->window));
  while (gtk_widget_get_width (GTK_WIDGET (fixture->window)) == 0)
    g_main_context_iteration (NULL, TRUE);
  sp_test_settle ();
  fixture->view = find_widget (find_widget (fixture->window, SP_TYPE_BOARD_PAGE, 0), GTK_TYPE_COLUMN_VIEW, 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  sp_test_settle ();
  g_clear_object (&fixture->session);
  sp_test_settle ();
}

static char *
get_clipboard (Fixture *fixture)
{
  GdkContentProvider *content =
    gdk_clipboard_get_content (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)));
  g_auto (GValue) value = G_VALUE_INIT;

  g_assert_nonnull (content);
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));

  return g_value_dup_string (&value);
}

/* Presses the key that opens the menu. */
static gboolean
press_menu_key (GtkWidget *view)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (view);
  gboolean done = FALSE;

  for (guint i = 0; !done && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      g_autoptr (GtkShortcut) shortcut = NULL;
      g_autofree char *keys = NULL;

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      shortcut = g_list_model_get_item (G_LIST_MODEL (controller), 0);
      keys = shortcut != NULL ? gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut)) : NULL;
      if (g_strcmp0 (keys, "Menu|<Shift>F10") == 0)
        done = gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, view, NULL);
    }

  return done;
}

/* By keys alone: to a row, to its menu. */
static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  GtkPopover *popover;
  GMenuModel *menu;
  g_autofree char *why = NULL;

  g_assert_false (press_menu_key (fixture->view));
  gtk_widget_child_focus (fixture->view, GTK_DIR_TAB_FORWARD);
  for (guint i = 0; i < 12 && !press_menu_key (fixture->view); i++)
    gtk_widget_child_focus (fixture->view, GTK_DIR_TAB_FORWARD);
  popover = find_widget (fixture->view, GTK_TYPE_POPOVER_MENU, 0);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (popover)));
  menu = gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (popover));
  g_assert_cmpint (g_menu_model_get_n_items (menu), ==, 3);
  g_assert_true (g_menu_model_get_item_attribute (menu, 0, G_MENU_ATTRIBUTE_LABEL, "s", &why));
  g_assert_cmpstr (why, ==, "_Why This Time");
  gtk_popover_popdown (popover);
}

/* What the menu does, on the row it was opened for. */
static void
test_entries (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *why = find_widget (fixture->window, g_type_from_name ("SpWhyPane"), 0);
  g_autofree char *row = NULL;

  g_assert_false (gtk_widget_get_visible (why));
  g_assert_true (gtk_widget_activate_action (fixture->view, "row.why", "u", 1));
  g_assert_true (gtk_widget_get_visible (why));
  g_assert_true (gtk_widget_activate_action (fixture->view, "row.copy", "u", 1));
  row = get_clipboard (fixture);
  g_assert_cmpstr (row, ==, "2. Runner 2 0:05:01");
}

/* Choosing a row says why; once that is closed the same row can be chosen again. */
static void
test_choose (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *why = find_widget (fixture->window, g_type_from_name ("SpWhyPane"), 0);
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_column_view_get_model (GTK_COLUMN_VIEW (fixture->view)));

  for (guint i = 0; i < 2; i++)
    {
      gtk_single_selection_set_selected (selection, 2);
      g_assert_true (gtk_widget_get_visible (why));
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.close-why", NULL);
      g_assert_false (gtk_widget_get_visible (why));
    }
}

/* The times are another's, the source that is asked where they can be looked at is Strava. */
static void
show_as_from_strava (Fixture *fixture)
{
  g_autofree char *plugin = g_build_filename (g_getenv ("SP_TEST_BUILD"), "plugins", "strava", NULL);
  g_autoptr (SpSecretStore) secrets = SP_SECRET_STORE (sp_memory_secret_store_new ());
  SpSourceValues values = { .id = "strava", .cache = SP_CACHE_OFF, .directory = "/nonexistent", .secrets = secrets,
                            .cache_directory = "/nonexistent", .user_agent = "test" };
  g_autoptr (SpClock) clock = SP_CLOCK (sp_real_clock_new ());
  g_autoptr (SpPluginLoader) loader = sp_plugin_loader_new (NULL);
  g_autoptr (SpOpenCompetition) open = NULL;
  g_autoptr (SpSource) source = NULL;

  sp_plugin_loader_scan (loader, (const char * const[]) { plugin, NULL });
  source = sp_source_new (loader, clock, &values);
  open = sp_open_competition_new (fixture->session, source, sp_source_get_name (source), NULL);
  sp_main_window_set_open (fixture->window, open);
  sp_main_window_show_page (fixture->window, SP_PAGE_BOARD, "501");
  sp_test_settle ();
}

/* Strava asks for these very words, in the menu and beside each effort. */
static void
test_link (Fixture       *fixture,
           gconstpointer  data)
{
  GtkWidget *why = find_widget (fixture->window, g_type_from_name ("SpWhyPane"), 0);
  GtkPopover *popover;
  GMenuModel *menu;
  GtkWidget *button;
  g_autofree char *label = NULL;

  show_as_from_strava (fixture);
  gtk_widget_child_focus (fixture->view, GTK_DIR_TAB_FORWARD);
  for (guint i = 0; i < 12 && !press_menu_key (fixture->view); i++)
    gtk_widget_child_focus (fixture->view, GTK_DIR_TAB_FORWARD);
  popover = find_widget (fixture->view, GTK_TYPE_POPOVER_MENU, 0);
  menu = gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (popover));
  g_assert_true (g_menu_model_get_item_attribute (menu, 3, G_MENU_ATTRIBUTE_LABEL, "s", &label));
  g_assert_cmpstr (label, ==, "View on Strava");
  gtk_popover_popdown (popover);

  g_assert_true (gtk_widget_activate_action (fixture->view, "row.why", "u", 1));
  sp_test_settle ();
  button = gtk_widget_get_ancestor (find_label (why, "View on Strava"), GTK_TYPE_BUTTON);
  g_assert_true (gtk_widget_get_visible (button) && gtk_widget_is_sensitive (button));
}

/* The board as text and as a table. */
static void
test_board (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *text = NULL;
  g_autofree char *table = NULL;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.copy-board", NULL);
  text = get_clipboard (fixture);
  g_assert_nonnull (strstr (text, "1. Runner 1 0:05:00\n2. Runner 2 0:05:01\n"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.copy-table", NULL);
  table = get_clipboard (fixture);
  g_assert_true (g_str_has_prefix (table, "Rank\tRunner\tTeam\t"));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  application = ADW_APPLICATION (adw_application_new (NULL, G_APPLICATION_NON_UNIQUE));
  if (!g_application_register (G_APPLICATION (application), NULL, NULL))
    return 1;

  g_test_add ("/ui/row-menu/keys", Fixture, NULL, set_up, test_keys, tear_down);
  g_test_add ("/ui/row-menu/entries", Fixture, NULL, set_up, test_entries, tear_down);
  g_test_add ("/ui/row-menu/choose", Fixture, NULL, set_up, test_choose, tear_down);
  g_test_add ("/ui/row-menu/link", Fixture, NULL, set_up, test_link, tear_down);
  g_test_add ("/ui/row-menu/board", Fixture, NULL, set_up, test_board, tear_down);

  return g_test_run ();
}
