/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A refresh that is cancelled in the window ends at once and keeps what it fetched: the next one asks for the rest. */
#include "ui/sp-main-window.h"

#include "support/sp-test-sync.h"
#include "ui/sp-opener.h"
#include "widgets.h"

/* So many requests may be on their way when it is cancelled; what they bring comes too late. */
#define N_IN_FLIGHT 4

static AdwApplication *application;

/* The demo club in a window, from its plugin and with the cache as it is preferred. */
static SpMainWindow *
open_demo (SpOpener *opener)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SpOpenCompetition) open = NULL;
  SpMainWindow *window = sp_main_window_new (GTK_APPLICATION (application));

  sp_opener_open_async (opener, SP_OPENER_DEMO, NULL, sp_test_store_result, &result);
  open = sp_opener_open_finish (opener, sp_test_await (&result), NULL, NULL, &error);
  g_assert_no_error (error);
  sp_main_window_set_open (window, open);
  gtk_window_present (GTK_WINDOW (window));

  return window;
}

/* Refreshes until so many activities are known, then presses Cancel; to the end where there are never so many. */
static guint
refresh (SpMainWindow *window,
         guint         n_details)
{
  SpSession *session = sp_main_window_get_session (window);
  g_autoptr (SpProgress) progress = NULL;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.refresh", NULL);
  g_assert_true (sp_session_is_running (session));
  progress = g_object_ref (sp_session_get_progress (session));
  while (sp_session_is_running (session) && sp_progress_get_values (progress)->n_details_done < n_details)
    g_main_context_iteration (NULL, TRUE);
  if (sp_session_is_running (session))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.cancel", NULL);
  while (sp_session_is_running (session))
    g_main_context_iteration (NULL, TRUE);
  sp_test_settle ();

  return sp_progress_get_values (progress)->n_reads;
}

static void
test_resumed (void)
{
  g_autoptr (SpOpener) opener = sp_opener_new ();
  SpPreferences *preferences = sp_opener_get_preferences (opener);
  SpMainWindow *window;
  guint whole, first, second;

  sp_preferences_set_option (preferences, "mock", "latency", "3");
  sp_preferences_set_cache_mode (preferences, SP_CACHE_OFF);
  window = open_demo (opener);
  whole = refresh (window, G_MAXUINT);
  gtk_window_destroy (GTK_WINDOW (window));

  sp_preferences_set_cache_mode (preferences, SP_CACHE_ON);
  window = open_demo (opener);
  first = refresh (window, 20);
  g_assert_false (sp_results_all_known (sp_session_get_results (sp_main_window_get_session (window))));
  second = refresh (window, G_MAXUINT);
  g_assert_true (sp_results_all_known (sp_session_get_results (sp_main_window_get_session (window))));
  g_test_message ("%u requests at once; %u until it was cancelled, %u afterwards", whole, first, second);
  g_assert_cmpuint (first, <, whole);
  g_assert_cmpuint (first + second, >=, whole);
  g_assert_cmpuint (first + second, <=, whole + N_IN_FLIGHT);
  gtk_window_destroy (GTK_WINDOW (window));
  sp_test_settle ();
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  application = ADW_APPLICATION (adw_application_new (NULL, G_APPLICATION_NON_UNIQUE));
  if (!g_application_register (G_APPLICATION (application), NULL, NULL))
    return 1;
  g_test_add_func ("/ui/window-cancel/resumed", test_resumed);

  return g_test_run ();
}
