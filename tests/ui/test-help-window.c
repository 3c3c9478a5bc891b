/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-help-window.h"

#include "support/sp-test-sync.h"
#include "ui/sp-application.h"
#include "ui/sp-main-window.h"
#include "ui/sp-preferences-window.h"
#include "ui/sp-strava-page.h"
#include "widgets.h"

static SpApplication *application;

static SpMainWindow *
open_window (void)
{
  SpMainWindow *window = sp_main_window_new (GTK_APPLICATION (application));

  gtk_window_present (GTK_WINDOW (window));
  sp_test_settle ();

  return window;
}

static void
test_help (void)
{
  SpMainWindow *window = open_window ();
  GtkWindow *help;

  g_action_group_activate_action (G_ACTION_GROUP (application), "help", NULL);
  help = find_window (SP_TYPE_HELP_WINDOW);
  g_assert_nonnull (help);
  g_assert_true (gtk_window_get_transient_for (help) == GTK_WINDOW (window));
  g_action_group_activate_action (G_ACTION_GROUP (application), "help", NULL);
  g_assert_cmpuint (count_windows (SP_TYPE_HELP_WINDOW), ==, 1);
  g_assert_cmpuint (count_widgets (help, ADW_TYPE_ACTION_ROW), ==, 5);
  g_assert_nonnull (find_row (help, "Refresh"));
  gtk_window_destroy (help);
  gtk_window_destroy (GTK_WINDOW (window));
  sp_test_settle ();
}

static void
test_about (void)
{
  SpMainWindow *window = open_window ();
  AdwAboutWindow *about;

  g_action_group_activate_action (G_ACTION_GROUP (application), "about", NULL);
  about = find_window (ADW_TYPE_ABOUT_WINDOW);
  g_assert_nonnull (about);
  g_assert_cmpint (adw_about_window_get_license_type (about), ==, GTK_LICENSE_GPL_3_0);
  g_assert_nonnull (strstr (adw_about_window_get_comments (about), "not made, checked or approved by Strava"));
  gtk_window_destroy (GTK_WINDOW (about));
  gtk_window_destroy (GTK_WINDOW (window));
  sp_test_settle ();
}

/* Each shortcut that the window lists for an action has a key, and none is listed for an action that has none. */
static void
test_shortcuts (void)
{
  SpMainWindow *window = open_window ();
  GtkShortcutsWindow *overlay;
  GtkWidget *shortcut;
  guint n = 0;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.show-help-overlay", NULL));
  overlay = gtk_application_window_get_help_overlay (GTK_APPLICATION_WINDOW (window));
  g_assert_nonnull (overlay);
  for (; (shortcut = find_widget (overlay, GTK_TYPE_SHORTCUTS_SHORTCUT, n)) != NULL; n++)
    {
      g_autofree char *action = NULL;
      g_autofree char *accelerator = NULL;
      g_auto (GStrv) keys = NULL;

      g_object_get (shortcut, "action-name", &action, "accelerator", &accelerator, NULL);
      if (action == NULL)
        {
          g_assert_nonnull (accelerator);
          continue;
        }
      keys = gtk_application_get_accels_for_action (GTK_APPLICATION (application), action);
      if (keys[0] == NULL)
        g_test_message ("%s has no key", action);
      g_assert_nonnull (keys[0]);
    }
  g_assert_cmpuint (n, >, 12);
  gtk_window_destroy (GTK_WINDOW (window));
  sp_test_settle ();
}

/* Both menus lead to the help, and the first start has the rest of what needs no competition. */
static void
test_menus (void)
{
  SpMainWindow *window = open_window ();
  guint n = count_widgets (window, GTK_TYPE_MENU_BUTTON), n_main = 0;

  for (guint i = 0; i < n; i++)
    {
      GMenuModel *menu = gtk_menu_button_get_menu_model (find_widget (window, GTK_TYPE_MENU_BUTTON, i));
      g_autoptr (GMenuModel) section = NULL;
      g_autofree char *first = NULL;

      if (menu == NULL)
        continue;
      section = g_menu_model_get_item_link (menu, g_menu_model_get_n_items (menu) - 1, G_MENU_LINK_SECTION);
      g_assert_true (g_menu_model_get_item_attribute (section, 0, G_MENU_ATTRIBUTE_ACTION, "s", &first));
      if (!gtk_menu_button_get_primary (find_widget (window, GTK_TYPE_MENU_BUTTON, i)))
        continue;
      n_main++;
      g_assert_cmpstr (first, ==, "app.preferences");
      g_assert_cmpint (g_menu_model_get_n_items (section), ==, 4);
    }
  g_assert_cmpuint (n_main, ==, 2);
  gtk_window_destroy (GTK_WINDOW (window));
  sp_test_settle ();
}

/* The preferences, and straight to the page that leads to a Strava application. */
static void
test_preferences (void)
{
  SpMainWindow *window = open_window ();
  GtkWindow *preferences;

  g_action_group_activate_action (G_ACTION_GROUP (application), "preferences", NULL);
  preferences = find_window (SP_TYPE_PREFERENCES_WINDOW);
  g_assert_nonnull (preferences);
  g_assert_null (find_widget (preferences, SP_TYPE_STRAVA_PAGE, 0));
  gtk_window_destroy (preferences);
  g_action_group_activate_action (G_ACTION_GROUP (application), "strava", NULL);
  preferences = find_window (SP_TYPE_PREFERENCES_WINDOW);
  g_assert_nonnull (find_widget (preferences, SP_TYPE_STRAVA_PAGE, 0));
  g_assert_true (gtk_window_get_transient_for (preferences) == GTK_WINDOW (window));
  gtk_window_destroy (preferences);
  gtk_window_destroy (GTK_WINDOW (window));
  sp_test_settle ();
}

int
main (int argc, char *argv[])
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  application = sp_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  if (!g_application_register (G_APPLICATION (application), NULL, NULL))
    return 1;

  g_test_add_func ("/ui/help-window/help", test_help);
  g_test_add_func ("/ui/help-window/about", test_about);
  g_test_add_func ("/ui/help-window/preferences", test_preferences);
  g_test_add_func ("/ui/help-window/shortcuts", test_shortcuts);
  g_test_add_func ("/ui/help-window/menus", test_menus);
  status = g_test_run ();
  g_object_unref (application);

  return status;
}
