/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-sources-page.h"

#include <glib/gstdio.h>

#include "support/sp-test-sync.h"
#include "ui/sp-preferences-window.h"
#include "ui/sp-source-row.h"
#include "widgets.h"

typedef struct
{
  char          *dir;
  SpOpener      *opener;
  SpPreferences *preferences;
  GtkWindow     *window;
  GtkWidget     *page;
} Fixture;

static char *
get_bad_path (Fixture *f)
{
  return g_build_filename (f->dir, "watch-files.so", NULL);
}

/* The plugins as built, and a folder with one that is no module. */
static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autofree char *mock = g_build_filename (g_getenv ("SP_TEST_BUILD"), "plugins", "mock", NULL);
  g_autofree char *strava = g_build_filename (g_getenv ("SP_TEST_BUILD"), "plugins", "strava", NULL);
  g_autofree char *cache = g_build_filename (g_getenv ("SP_TEST_BUILD"), "plugins", "disk-cache", NULL);
  g_autofree char *helper = g_build_filename (g_getenv ("SP_TEST_BUILD"), "src", NULL);
  g_autofree char *path = NULL;
  g_autofree char *bad = NULL;

  f->dir = g_dir_make_tmp ("sp-XXXXXX", NULL);
  bad = get_bad_path (f);
  g_assert_true (g_file_set_contents (bad, "no module", -1, NULL));
  path = g_strjoin (":", mock, strava, cache, f->dir, NULL);
  g_setenv ("SEGMENT_PODIUM_PLUGIN_PATH", path, TRUE);
  g_setenv ("SEGMENT_PODIUM_HELPER_PATH", helper, TRUE);
  f->opener = sp_opener_new ();
  f->preferences = sp_opener_get_preferences (f->opener);
  f->window = sp_preferences_window_new (f->opener);
  gtk_window_present (f->window);
  sp_test_settle ();
  f->page = find_widget (f->window, SP_TYPE_SOURCES_PAGE, 0);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (f->dir, 0, NULL);
  const char *name;

  g_settings_reset (sp_preferences_get_settings (f->preferences), "source");
  g_settings_reset (sp_preferences_get_settings (f->preferences), "plugin-options");
  gtk_window_destroy (f->window);
  sp_test_settle ();
  sp_test_assert_finalize_late (f->opener);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->dir, name, NULL);

      g_remove (path);
    }
  g_rmdir (f->dir);
  g_free (f->dir);
}

static void
test_usual (Fixture      *f,
            gconstpointer data)
{
  GtkWidget *strava = find_row (f->page, "Strava");
  GtkWidget *demo = find_widget (f->page, SP_TYPE_SOURCE_ROW, 0);
  g_autofree char *source = NULL;

  g_assert_cmpuint (count_widgets (f->page, SP_TYPE_SOURCE_ROW), ==, 2);
  g_assert_true (demo != strava);
  g_assert_true (gtk_check_button_get_active (find_widget (strava, GTK_TYPE_CHECK_BUTTON, 0)));
  g_assert_false (gtk_check_button_get_active (find_widget (demo, GTK_TYPE_CHECK_BUTTON, 0)));
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (strava)), !=, "");
  gtk_check_button_set_active (find_widget (demo, GTK_TYPE_CHECK_BUTTON, 0), TRUE);
  g_assert_false (gtk_check_button_get_active (find_widget (strava, GTK_TYPE_CHECK_BUTTON, 0)));
  source = sp_preferences_get_source (f->preferences);
  g_assert_cmpstr (source, ==, "mock");
}

/* Options are those of the plugin's properties; a value that the plugin does not take is not kept. */
static void
test_options (Fixture      *f,
              gconstpointer data)
{
  GtkWidget *strava = find_row (f->page, "Strava");
  GtkWidget *reserve = find_row (strava, "Requests kept back");
  GtkWidget *anchor = find_row (f->page, "Anchor");
  g_autofree char *kept = NULL;
  g_autofree char *day = NULL;

  g_assert_nonnull (reserve);
  gtk_spin_button_set_value (find_widget (reserve, GTK_TYPE_SPIN_BUTTON, 0), 150);
  kept = sp_preferences_get_option (f->preferences, "strava", "reserve");
  g_assert_cmpstr (kept, ==, "150");
  gtk_spin_button_set_value (find_widget (reserve, GTK_TYPE_SPIN_BUTTON, 0), 0);
  g_assert_null (sp_preferences_get_option (f->preferences, "strava", "reserve"));

  g_assert_nonnull (anchor);
  gtk_editable_set_text (GTK_EDITABLE (anchor), "some day");
  g_signal_emit_by_name (anchor, "apply");
  g_assert_true (gtk_widget_has_css_class (anchor, "error"));
  g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (anchor), "some day"));
  g_assert_null (sp_preferences_get_option (f->preferences, "mock", "anchor"));
  gtk_editable_set_text (GTK_EDITABLE (anchor), "2026-02-03");
  g_signal_emit_by_name (anchor, "apply");
  g_assert_false (gtk_widget_has_css_class (anchor, "error"));
  day = sp_preferences_get_option (f->preferences, "mock", "anchor");
  g_assert_cmpstr (day, ==, "2026-02-03");
}

/* What did not load says why and what to do; when it is gone, Look Again no longer names it. */
static void
test_refused (Fixture      *f,
              gconstpointer data)
{
  g_autofree char *bad = get_bad_path (f);
  AdwPreferencesGroup *group = find_widget (f->page, ADW_TYPE_PREFERENCES_GROUP, 2);
  GtkWidget *row = find_row (f->page, "watch-files.so");
  GtkWidget *todo = find_row (row, "What to do");
  GtkWidget *again = adw_preferences_group_get_header_suffix (group);

  g_assert_cmpstr (adw_preferences_group_get_title (group), ==, "Not loaded");
  g_assert_nonnull (strstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), "not a loadable module"));
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (todo)), "Remove the file"));
  g_signal_emit_by_name (again, "clicked");
  g_assert_nonnull (find_row (f->page, "watch-files.so"));
  g_remove (bad);
  g_signal_emit_by_name (again, "clicked");
  g_assert_null (find_row (f->page, "watch-files.so"));
  g_assert_cmpuint (count_widgets (f->page, SP_TYPE_SOURCE_ROW), ==, 2);
  g_assert_cmpstr (adw_preferences_group_get_description (group), ==, "Every plugin that was found is in use.");
}

static void
put (const char *dir,
     const char *module,
     gsize       share)
{
  g_autofree char *file = g_strdup_printf ("%s.so", module);
  g_autofree char *from = g_test_build_filename (G_TEST_BUILT, "engine", "modules", file, NULL);
  g_autofree char *path = g_build_filename (dir, file, NULL);
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (from, &bytes, &size, NULL));
  g_assert_true (g_file_set_contents (path, bytes, (gssize) (size / share), NULL));
}

/* Each kind of bad module is named with the reason and a next step, one that crashes among them. */
static void
test_kinds (Fixture      *f,
            gconstpointer data)
{
  static const struct { const char *module; gsize share; const char *says; const char *todo; } kinds[] = {
    { "bad-a-crash", 1, "crashes when it is loaded", "newer version" },
    { "bad-no-entry", 1, "not a plugin of this program", "Remove the file" },
    { "bad-other-api", 1, "plugin interface 7; this program has 1", "for this version" },
    { "bad-taken", 1, "has the same id “good” as", "Remove one" },
    { "bad-unresolved", 1, "undefined symbol: sp_this_symbol_is_nowhere", "what it needs" },
    { "bad-bad-id", 2, "its end is missing", "Install the plugin again" },
    { "bad-no-type", G_MAXSIZE, "is empty", "install the plugin again" },
  };
  AdwPreferencesGroup *group = find_widget (f->page, ADW_TYPE_PREFERENCES_GROUP, 2);

  /* Its id is the one that is taken. */
  put (f->dir, "good-good", 1);
  g_signal_emit_by_name (adw_preferences_group_get_header_suffix (group), "clicked");
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    put (f->dir, kinds[i].module, kinds[i].share);
  g_signal_emit_by_name (adw_preferences_group_get_header_suffix (group), "clicked");
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *file = g_strdup_printf ("%s.so", kinds[i].module);
      GtkWidget *row = find_row (f->page, file);

      g_assert_nonnull (row);
      g_assert_nonnull (strstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), kinds[i].says));
      g_assert_nonnull (strstr (adw_action_row_get_subtitle (find_row (row, "What to do")), kinds[i].todo));
    }
  g_assert_nonnull (find_row (f->page, "A module"));
}

/* What keeps answers is switched off and on here, as on the page about data. */
static void
test_between (Fixture      *f,
              gconstpointer data)
{
  GtkSwitch *keep = find_widget (find_row (f->page, "Disk cache"), GTK_TYPE_SWITCH, 0);

  g_assert_true (gtk_switch_get_active (keep));
  gtk_switch_set_active (keep, FALSE);
  g_assert_cmpint (sp_preferences_get_cache_mode (f->preferences), ==, SP_CACHE_OFF);
  gtk_switch_set_active (keep, TRUE);
  g_assert_cmpint (sp_preferences_get_cache_mode (f->preferences), ==, SP_CACHE_ON);
  adw_combo_row_set_selected (find_row (f->window, "Answers"), SP_CACHE_OFFLINE);
  g_assert_true (gtk_switch_get_active (keep));
  g_assert_cmpint (sp_preferences_get_cache_mode (f->preferences), ==, SP_CACHE_OFFLINE);
  gtk_switch_set_active (keep, FALSE);
  g_assert_cmpuint (adw_combo_row_get_selected (find_row (f->window, "Answers")), ==, SP_CACHE_OFF);
  gtk_switch_set_active (keep, TRUE);
}

/* Without any source there is a next step. */
static void
test_none (void)
{
  g_autofree char *dir = g_dir_make_tmp ("sp-XXXXXX", NULL);
  SpOpener *opener;
  GtkWindow *window;

  g_setenv ("SEGMENT_PODIUM_PLUGIN_PATH", dir, TRUE);
  opener = sp_opener_new ();
  window = sp_preferences_window_new (opener);
  if (g_list_model_get_n_items (G_LIST_MODEL (sp_opener_get_plugins (opener))) > 0)
    g_test_skip ("plugins are installed");
  else
    g_assert_nonnull (find_row (window, "No source was found"));
  gtk_window_destroy (window);
  sp_test_settle ();
  sp_test_assert_finalize_late (opener);
  g_rmdir (dir);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/ui/sources-page/usual", Fixture, NULL, set_up, test_usual, tear_down);
  g_test_add ("/ui/sources-page/options", Fixture, NULL, set_up, test_options, tear_down);
  g_test_add ("/ui/sources-page/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/ui/sources-page/kinds", Fixture, NULL, set_up, test_kinds, tear_down);
  g_test_add ("/ui/sources-page/between", Fixture, NULL, set_up, test_between, tear_down);
  g_test_add_func ("/ui/sources-page/none", test_none);

  return g_test_run ();
}
