/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-main-window-private.h"

#include "engine/sp-estimate.h"
#include "engine/sp-local-time.h"

#include <glib/gi18n-lib.h>

/* A run that takes longer than this is not begun before its plan has been agreed to. */
#define LONG_US (5 * 60 * G_USEC_PER_SEC)

static void
begin (SpMainWindow *window,
       const char   *runner_key)
{
  sp_open_competition_refresh (sp_main_window_get_open (window), runner_key);
}

static void
agreed_cb (AdwMessageDialog *dialog,
           const char       *response,
           SpMainWindow     *window)
{
  if (g_str_equal (response, "refresh"))
    begin (window, g_object_get_data (G_OBJECT (dialog), "runner"));
}

static void
ask (SpMainWindow *window,
     const char   *plan,
     const char   *runner_key)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (window), _("This Refresh Takes a While"), NULL);
  g_autofree char *body = g_strdup_printf ("%s\n\n%s", plan,
                                           _("The window can be used meanwhile, and the refresh goes on when it is "
                                             "closed. Cancelled, it keeps what it has fetched."));

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "refresh", _("_Refresh"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "refresh", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "refresh");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "runner", g_strdup (runner_key), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (agreed_cb), window, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What the refresh will cost, as far as can be said; the source may not be there, which the refresh itself says. */
static char *
make_plan (SpOpenCompetition *open,
           const char        *runner_key,
           gboolean          *is_long)
{
  SpSource *source = sp_open_competition_get_source (open);
  g_autoptr (SpFetcher) fetcher = source != NULL ? sp_source_open_plain (source, 0, NULL) : NULL;
  g_autoptr (SpQuota) quota = fetcher != NULL ? sp_fetcher_get_quota (fetcher) : NULL;
  g_autoptr (GPtrArray) only = runner_key != NULL ? g_ptr_array_new () : NULL;
  gint64 now_us = g_get_real_time ();
  SpEstimate estimate;

  *is_long = FALSE;
  if (fetcher == NULL)
    return NULL;
  if (only != NULL)
    g_ptr_array_add (only, (gpointer) runner_key);
  sp_estimate_make (sp_session_get_competition (sp_open_competition_get_session (open)), only,
                    sp_local_time_from_utc (now_us / G_USEC_PER_SEC), quota, now_us, &estimate);
  *is_long = estimate.n_requests > 0 && estimate.ends_us > now_us + LONG_US;

  return sp_estimate_to_sentence (&estimate, quota, sp_open_competition_get_source_name (open), now_us);
}

/* Says what it will cost first; where that is long, only once the organiser agrees. */
static void
refresh (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  SpMainWindow *window = SP_MAIN_WINDOW (widget);
  SpOpenCompetition *open = sp_main_window_get_open (window);
  const char *runner_key = parameter != NULL ? g_variant_get_string (parameter, NULL) : NULL;
  g_autofree char *plan = NULL;
  gboolean is_long;

  if (open == NULL || sp_session_is_running (sp_open_competition_get_session (open)))
    return;
  plan = make_plan (open, runner_key, &is_long);
  if (is_long)
    {
      ask (window, plan, runner_key);
      return;
    }
  if (plan != NULL)
    sp_main_window_say (window, plan);
  begin (window, runner_key);
}

static void
cancel (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  SpOpenCompetition *open = sp_main_window_get_open (SP_MAIN_WINDOW (widget));

  if (open != NULL)
    sp_open_competition_cancel (open);
}

/**
 * sp_window_refresh_install:
 * @widget_class: the class of the window
 *
 * Gives the window the actions that begin and end a refresh, of all runners or of one.
 */
void
sp_window_refresh_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.refresh", NULL, refresh);
  gtk_widget_class_install_action (widget_class, "win.refresh-runner", "s", refresh);
  gtk_widget_class_install_action (widget_class, "win.cancel", NULL, cancel);
}
