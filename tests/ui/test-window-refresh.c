/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window says of a refresh before it begins: a long one has to be agreed to. */
#include "ui/sp-main-window.h"

#include "files/sp-demo-reader.h"
#include "platform/sp-real-clock.h"
#include "support/sp-test-sync.h"
#include "widgets.h"

typedef struct
{
  SpClock           *clock;
  SpPluginLoader    *loader;
  SpSource          *source;
  SpOpenCompetition *open;
  SpMainWindow      *window;
} Fixture;

static AdwApplication *application;

static SpFetcher *
open_cb (gint64     run_started_s,
         gpointer   user_data,
         GError   **error)
{
  return sp_source_open_plain (((Fixture *) user_data)->source, run_started_s, error);
}

/* The demo club at a source that allows as much in a quarter of an hour as the test says. */
static void
set_up (Fixture       *f,
        gconstpointer  quota)
{
  g_autofree char *plugins = g_build_filename (g_getenv ("SP_TEST_BUILD"), "plugins", "mock", NULL);
  const char * const options[] = { quota, NULL };
  SpSourceValues values = { .id = "mock", .options = options, .cache = SP_CACHE_OFF, .directory = "/nonexistent",
                            .cache_directory = "/nonexistent", .user_agent = "test" };
  g_autoptr (SpFetcher) fetcher = NULL;
  g_autoptr (SpCompetition) competition = NULL;
  g_autoptr (SpSession) session = NULL;
  g_autofree char *json = NULL;
  g_autoptr (GError) error = NULL;

  f->clock = SP_CLOCK (sp_real_clock_new ());
  f->loader = sp_plugin_loader_new (NULL);
  sp_plugin_loader_scan (f->loader, (const char * const[]) { plugins, NULL });
  f->source = sp_source_new (f->loader, f->clock, &values);
  fetcher = sp_source_open_plain (f->source, 0, &error);
  g_assert_no_error (error);
  g_object_get (fetcher, "competition", &json, NULL);
  competition = sp_demo_reader_read (json, &error);
  g_assert_no_error (error);
  session = sp_session_new (f->clock, NULL);
  sp_session_set_source (session, "mock", open_cb, f, NULL);
  sp_session_set_competition (session, competition);
  f->open = sp_open_competition_new (session, f->source, "Demo", NULL);
  f->window = sp_main_window_new (GTK_APPLICATION (application));
  sp_main_window_set_open (f->window, f->open);
  gtk_window_present (GTK_WINDOW (f->window));
}

static gboolean
is_running (Fixture *f)
{
  return sp_session_is_running (sp_open_competition_get_session (f->open));
}

static void
tear_down (Fixture       *f,
           gconstpointer  quota)
{
  sp_open_competition_cancel (f->open);
  while (is_running (f))
    g_main_context_iteration (NULL, TRUE);
  gtk_window_destroy (GTK_WINDOW (f->window));
  sp_test_settle ();
  sp_test_assert_finalize_late (f->open);
  sp_test_assert_finalize_late (f->source);
  g_clear_object (&f->loader);
  g_clear_object (&f->clock);
}

static void
answer (const char *response)
{
  AdwMessageDialog *dialog = find_window (ADW_TYPE_MESSAGE_DIALOG);

  g_assert_nonnull (dialog);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "20 a quarter of an hour"));
  g_object_ref (dialog);
  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_object_unref (dialog);
}

static void
test_short (Fixture       *f,
            gconstpointer  quota)
{
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.refresh", NULL);
  g_assert_null (find_window (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_true (is_running (f));
}

static void
test_long (Fixture       *f,
           gconstpointer  quota)
{
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.refresh", NULL);
  g_assert_false (is_running (f));
  answer ("cancel");
  g_assert_false (is_running (f));
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.refresh", NULL);
  answer ("refresh");
  g_assert_true (is_running (f));
}

/* One runner costs little, whatever the whole club would. */
static void
test_one_runner (Fixture       *f,
                 gconstpointer  quota)
{
  SpCompetition *competition = sp_session_get_competition (sp_open_competition_get_session (f->open));
  const char *key = sp_runner_get_values (sp_competition_get_runner (competition, 0))->key;

  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.refresh-runner", "s", key);
  g_assert_null (find_window (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_true (is_running (f));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  application = ADW_APPLICATION (adw_application_new (NULL, G_APPLICATION_NON_UNIQUE));
  if (!g_application_register (G_APPLICATION (application), NULL, NULL))
    return 1;
  g_test_add ("/ui/window-refresh/short", Fixture, "quota=600/900", set_up, test_short, tear_down);
  g_test_add ("/ui/window-refresh/long", Fixture, "quota=20/900", set_up, test_long, tear_down);
  g_test_add ("/ui/window-refresh/one-runner", Fixture, "quota=20/900", set_up, test_one_runner, tear_down);

  return g_test_run ();
}
