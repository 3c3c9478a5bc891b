/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-main-window-private.h"

#include "ui/sp-connect-window.h"
#include "ui/sp-runner-edits.h"
#include "ui/sp-runners-page.h"

#include <glib/gi18n-lib.h>

static SpCompetition *
get_competition (SpMainWindow *window)
{
  return sp_session_get_competition (sp_main_window_get_session (window));
}

static SpRunner *
find_runner (SpMainWindow *window,
             const char   *key)
{
  if (sp_main_window_get_open (window) == NULL)
    return NULL;

  return sp_competition_find_runner (get_competition (window), key);
}

static void
put_values (SpMainWindow         *window,
            const SpRunnerValues *values,
            const char           *what)
{
  g_autoptr (SpCompetition) next = sp_runner_edits_put (get_competition (window), values);

  sp_open_competition_edit (sp_main_window_get_open (window), next, what);
}

static void
put_runner (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  SpMainWindow *window = SP_MAIN_WINDOW (widget);
  SpRunnerValues values;
  SpRunner *other;
  g_autofree char *what = NULL;

  if (sp_main_window_get_open (window) == NULL)
    return;
  g_variant_get (parameter, "(&sx&sm&sm&siix)", &values.key, &values.id, &values.name, &values.segment_team,
                 &values.distance_team, &values.birth_month, &values.birth_day, &values.consent_s);
  other = sp_competition_find_runner_by_id (get_competition (window), values.id);
  if (other != NULL && !g_str_equal (sp_runner_get_values (other)->key, values.key))
    {
      what = g_strdup_printf (_("%s has this athlete ID already."), sp_runner_get_values (other)->name);
      sp_main_window_say (window, what);
      return;
    }
  what = g_strdup_printf (_("%s was changed."), values.name);
  put_values (window, &values, what);
}

static void
add_runner (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  SpMainWindow *window = SP_MAIN_WINDOW (widget);
  SpPageStack *pages = sp_main_window_get_pages (window);
  SpRunnerValues values = { .name = _("New runner"), .consent_s = SP_TIME_UNKNOWN };
  g_autofree char *key = NULL;

  if (sp_main_window_get_open (window) == NULL)
    return;
  values.key = key = sp_runner_edits_new_key (get_competition (window));
  put_values (window, &values, _("A runner was added."));
  sp_main_window_show_page (window, SP_PAGE_RUNNERS, "");
  sp_runners_page_show_runner (SP_RUNNERS_PAGE (sp_page_stack_get_page (pages, SP_PAGE_RUNNERS)), key);
}

static void
take_out (SpMainWindow *window,
          SpRunner     *runner)
{
  const SpRunnerValues *values = sp_runner_get_values (runner);
  g_autoptr (SpCompetition) next = sp_runner_edits_remove (get_competition (window), values->key);
  g_autofree char *what = g_strdup_printf (_("%s was removed."), values->name);

  sp_open_competition_edit (sp_main_window_get_open (window), next, what);
}

static void
remove_runner (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  SpRunner *runner = find_runner (SP_MAIN_WINDOW (widget), g_variant_get_string (parameter, NULL));

  if (runner != NULL)
    take_out (SP_MAIN_WINDOW (widget), runner);
}

/* Says why where there is no fetcher. */
static SpFetcher *
open_fetcher (SpMainWindow *window)
{
  SpOpenCompetition *open = sp_main_window_get_open (window);
  g_autoptr (GError) error = NULL;
  SpFetcher *fetcher = NULL;

  if (sp_open_competition_get_source (open) != NULL)
    fetcher = sp_open_competition_open_fetcher (open, &error);
  if (fetcher == NULL)
    sp_main_window_say (window, error != NULL ? error->message : _("This competition has no source to ask."));

  return fetcher;
}

static void
signed_in_cb (SpMainWindow *window,
              SpConnection *connection,
              SpConnectWindow *dialog)
{
  SpRunner *runner = find_runner (window, sp_connect_window_get_runner_key (dialog));
  SpRunnerValues values;
  g_autofree char *what = NULL;

  if (runner == NULL)
    return;
  values = *sp_runner_get_values (runner);
  values.id = sp_connection_get_athlete_id (connection);
  values.consent_s = sp_connect_window_get_consent_s (dialog);
  what = g_strdup_printf (_("%s is connected."), values.name);
  put_values (window, &values, what);
  sp_open_competition_refresh (sp_main_window_get_open (window), values.key);
}

/* The link may come back in days: that the runner agreed is noted when it is sent. */
static void
agreed_cb (SpMainWindow    *window,
           gint64           consent_s,
           SpConnectWindow *dialog)
{
  SpRunner *runner = find_runner (window, sp_connect_window_get_runner_key (dialog));
  SpRunnerValues values;
  g_autofree char *what = NULL;

  if (runner == NULL || sp_runner_get_values (runner)->consent_s == consent_s)
    return;
  values = *sp_runner_get_values (runner);
  values.consent_s = consent_s;
  what = g_strdup_printf (_("That %s agrees was noted."), values.name);
  put_values (window, &values, what);
}

static void
visit_cb (SpConnectWindow *dialog,
          const char      *uri)
{
  gtk_show_uri (GTK_WINDOW (dialog), uri, GDK_CURRENT_TIME);
}

static void
connect_runner (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  SpMainWindow *window = SP_MAIN_WINDOW (widget);
  SpRunner *runner = find_runner (window, g_variant_get_string (parameter, NULL));
  g_autoptr (SpFetcher) fetcher = runner != NULL ? open_fetcher (window) : NULL;
  GtkWindow *dialog;

  if (fetcher == NULL)
    return;
  if (!(sp_fetcher_get_features (fetcher) & SP_FETCHER_CONNECTS))
    {
      sp_main_window_say (window, _("Nobody has to be connected here: this source asks for no permission."));
      return;
    }
  dialog = sp_connect_window_new (fetcher, runner);
  g_signal_connect_object (dialog, "agreed", G_CALLBACK (agreed_cb), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "signed-in", G_CALLBACK (signed_in_cb), window, G_CONNECT_SWAPPED);
  g_signal_connect (dialog, "visit", G_CALLBACK (visit_cb), NULL);
  gtk_window_set_transient_for (dialog, GTK_WINDOW (window));
  gtk_window_set_destroy_with_parent (dialog, TRUE);
  gtk_window_present (dialog);
}

/**
 * sp_window_runners_update:
 * @window: a window with another competition
 *
 * Tells the page of the runners whether they have to be connected.
 */
void
sp_window_runners_update (SpMainWindow *window)
{
  SpSource *source = sp_open_competition_get_source (sp_main_window_get_open (window));
  g_autoptr (SpFetcher) fetcher = source != NULL ? sp_source_open_plain (source, 0, NULL) : NULL;
  GtkWidget *page = sp_page_stack_get_page (sp_main_window_get_pages (window), SP_PAGE_RUNNERS);

  sp_runners_page_set_connects (SP_RUNNERS_PAGE (page),
                                fetcher != NULL && (sp_fetcher_get_features (fetcher) & SP_FETCHER_CONNECTS) != 0);
}

/**
 * sp_window_runners_install:
 * @widget_class: the class of the window
 *
 * Gives the window the actions on a runner: add, edit, remove and connect.
 */
void
sp_window_runners_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.add-runner", NULL, add_runner);
  gtk_widget_class_install_action (widget_class, "win.put-runner", "(sxsmsmsiix)", put_runner);
  gtk_widget_class_install_action (widget_class, "win.remove-runner", "s", remove_runner);
  gtk_widget_class_install_action (widget_class, "win.connect-runner", "s", connect_runner);
  sp_window_forget_install (widget_class);
}
