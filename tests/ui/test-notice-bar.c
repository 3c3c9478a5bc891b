/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-notice-bar.h"

#include <glib/gstdio.h>

#include "support/sp-test-series.h"
#include "support/sp-test-sync.h"
#include "ui/sp-api-keys.h"
#include "ui/sp-opener.h"
#include "ui/sp-source-maker.h"
#include "widgets.h"

typedef struct
{
  char        *dir;
  SpOpener    *opener;
  GtkWidget   *window;
  SpNoticeBar *bar;
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autofree char *plugins = g_build_filename (g_getenv ("SP_TEST_BUILD"), "plugins", NULL);
  g_autofree char *path = NULL;

  g_setenv ("SEGMENT_PODIUM_PLUGIN_PATH", plugins, TRUE);
  g_unsetenv ("STRAVA_CLIENT_ID");
  f->dir = g_dir_make_tmp ("sp-XXXXXX", NULL);
  path = g_build_filename (f->dir, "tokens", NULL);
  f->opener = sp_opener_new ();
  sp_preferences_set_token_file (sp_opener_get_preferences (f->opener), path);
  f->window = gtk_window_new ();
  f->bar = g_object_new (SP_TYPE_NOTICE_BAR, NULL);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 640, 200);
  gtk_window_set_child (GTK_WINDOW (f->window), GTK_WIDGET (f->bar));
  gtk_window_present (GTK_WINDOW (f->window));
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (f->dir, 0, NULL);
  const char *name;

  gtk_window_destroy (GTK_WINDOW (f->window));
  sp_preferences_set_token_file (sp_opener_get_preferences (f->opener), NULL);
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
show (Fixture            *f,
      const char         *id,
      const char * const *options)
{
  g_autoptr (SpCompetition) competition = sp_test_series_competition (1, 1);
  g_autoptr (SpTestClock) clock = sp_test_clock_new (SP_TEST_SERIES_NOW);
  g_autoptr (SpSession) session = sp_session_new (SP_CLOCK (clock), NULL);
  g_autoptr (SpSource) source = sp_opener_make_source (f->opener, id, options);
  g_autoptr (SpOpenCompetition) open = NULL;

  sp_session_set_competition (session, competition);
  open = sp_open_competition_new (session, source, "Source", NULL);
  sp_notice_bar_set_open (f->bar, open);
}

static void
wait_for (Fixture    *f,
          const char *text)
{
  while (sp_notice_bar_get_text (f->bar) == NULL || strstr (sp_notice_bar_get_text (f->bar), text) == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static const char *
get_action (Fixture *f)
{
  return gtk_actionable_get_action_name (find_widget (f->bar, GTK_TYPE_BUTTON, 0));
}

static void
test_nothing (Fixture      *f,
              gconstpointer data)
{
  g_assert_null (sp_notice_bar_get_text (f->bar));
  show (f, "mock", NULL);
  sp_test_settle ();
  g_assert_null (sp_notice_bar_get_text (f->bar));
  sp_notice_bar_set_open (f->bar, NULL);
  g_assert_null (sp_notice_bar_get_text (f->bar));
}

/* A source that is not there, or that does not take its options, is named at once. */
static void
test_source (Fixture      *f,
             gconstpointer data)
{
  show (f, "watch-files", NULL);
  g_assert_nonnull (strstr (sp_notice_bar_get_text (f->bar), "“watch-files”, is not installed"));
  g_assert_cmpstr (get_action (f), ==, "app.preferences");
  show (f, "mock", (const char * const[]) { "colour=red", NULL });
  g_assert_nonnull (strstr (sp_notice_bar_get_text (f->bar), "colour"));
  show (f, "mock", NULL);
  g_assert_null (sp_notice_bar_get_text (f->bar));
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  gboolean *saved = user_data;

  *saved = sp_api_keys_save_finish (result, NULL);
}

/* Without an application of the organiser's own the next step is to set it up; then only the network may be missing. */
static void
test_application (Fixture      *f,
                  gconstpointer data)
{
  g_autoptr (SpSecretStore) secrets = NULL;
  gboolean online = g_network_monitor_get_network_available (g_network_monitor_get_default ());
  gboolean saved = FALSE;

  show (f, "strava", NULL);
  wait_for (f, "API application");
  g_assert_cmpstr (get_action (f), ==, "app.strava");
  secrets = sp_source_maker_open_secrets (sp_opener_get_preferences (f->opener), "strava");
  sp_api_keys_save_async (secrets, "1", "sesame", NULL, saved_cb, &saved);
  while (!saved)
    g_main_context_iteration (NULL, TRUE);
  sp_notice_bar_look (f->bar);
  if (!online)
    {
      wait_for (f, "no network");
      g_assert_cmpstr (get_action (f), ==, "win.refresh");
    }
  else
    while (sp_notice_bar_get_text (f->bar) != NULL)
      g_main_context_iteration (NULL, TRUE);
}

static void
test_keyring (Fixture      *f,
              gconstpointer data)
{
  g_autofree char *path = sp_preferences_get_token_file (sp_opener_get_preferences (f->opener));

  /* A place that does not answer: the file is not one of secrets. */
  g_assert_true (g_file_set_contents (path, "\xff not a file of secrets", -1, NULL));
  show (f, "strava", NULL);
  wait_for (f, "can not be reached");
  g_assert_cmpstr (get_action (f), ==, "app.preferences");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add ("/ui/notice-bar/nothing", Fixture, NULL, set_up, test_nothing, tear_down);
  g_test_add ("/ui/notice-bar/source", Fixture, NULL, set_up, test_source, tear_down);
  g_test_add ("/ui/notice-bar/application", Fixture, NULL, set_up, test_application, tear_down);
  g_test_add ("/ui/notice-bar/keyring", Fixture, NULL, set_up, test_keyring, tear_down);

  return g_test_run ();
}
