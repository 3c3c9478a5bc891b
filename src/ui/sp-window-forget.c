/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-main-window-private.h"

#include "ui/sp-runner-edits.h"

#include <glib/gi18n-lib.h>

/* One runner on the way to being disconnected or forgotten. */
typedef struct
{
  SpMainWindow *window;    /* (owned) */
  SpFetcher    *fetcher;   /* (owned) (nullable): %NULL where the runner has no account */
  SpAthlete    *athlete;   /* (owned) (nullable) */
  char         *key;
  gboolean      forgets;
  gboolean      withdraws;
} Leave;

static void
leave_free (Leave *leave)
{
  g_clear_object (&leave->window);
  g_clear_object (&leave->fetcher);
  g_clear_pointer (&leave->athlete, sp_athlete_unref);
  g_free (leave->key);
  g_free (leave);
}

/* What is known of the runner here follows what is known at the source. */
static void
end (Leave *leave)
{
  SpOpenCompetition *open = sp_main_window_get_open (leave->window);
  SpCompetition *competition = sp_session_get_competition (sp_open_competition_get_session (open));
  SpRunner *runner = sp_competition_find_runner (competition, leave->key);
  g_autoptr (SpCompetition) next = NULL;
  g_autofree char *what = NULL;
  SpRunnerValues values;

  if (runner != NULL)
    {
      values = *sp_runner_get_values (runner);
      values.consent_s = SP_TIME_UNKNOWN;
      if (!leave->forgets)
        next = sp_runner_edits_put (competition, &values);
      else
        next = leave->withdraws ? sp_runner_edits_withdraw (competition, leave->key)
                                : sp_runner_edits_remove (competition, leave->key);
      what = g_strdup_printf (leave->forgets ? _("%s was forgotten.") : _("%s is disconnected."), values.name);
      sp_open_competition_edit (open, next, what);
      if (!leave->forgets)
        sp_open_competition_refresh (open, leave->key);
    }
  leave_free (leave);
}

static void
disconnected_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  Leave *leave = user_data;
  g_autoptr (GError) error = NULL;

  if (sp_fetcher_disconnect_finish (leave->fetcher, result, &error))
    {
      end (leave);
      return;
    }
  sp_main_window_say (leave->window, error->message);
  leave_free (leave);
}

static void
disconnect (Leave *leave)
{
  if (leave->fetcher == NULL || !(sp_fetcher_get_features (leave->fetcher) & SP_FETCHER_CONNECTS))
    end (leave);
  else
    sp_fetcher_disconnect_async (leave->fetcher, leave->athlete, NULL, disconnected_cb, leave);
}

static void
forgotten_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Leave *leave = user_data;
  g_autoptr (GError) error = NULL;

  if (sp_fetcher_forget_finish (leave->fetcher, result, &error)
      || g_error_matches (error, SP_FETCH_ERROR, SP_FETCH_ERROR_UNSUPPORTED))
    {
      disconnect (leave);
      return;
    }
  sp_main_window_say (leave->window, error->message);
  leave_free (leave);
}

static void
answered_cb (SpMainWindow     *window,
             const char       *response,
             AdwMessageDialog *dialog)
{
  SpOpenCompetition *open = sp_main_window_get_open (window);
  SpCompetition *competition = sp_session_get_competition (sp_open_competition_get_session (open));
  SpRunner *runner = sp_competition_find_runner (competition, g_object_get_data (G_OBJECT (dialog), "key"));
  const SpRunnerValues *values;
  g_autoptr (GError) error = NULL;
  Leave *leave;

  if (runner == NULL || g_str_equal (response, "cancel"))
    return;
  values = sp_runner_get_values (runner);
  leave = g_new0 (Leave, 1);
  leave->window = g_object_ref (window);
  leave->key = g_strdup (values->key);
  leave->forgets = !g_str_equal (response, "disconnect");
  leave->withdraws = g_str_equal (response, "withdraw");
  if (values->id != 0 && sp_open_competition_get_source (open) != NULL)
    {
      leave->athlete = sp_athlete_new (values->id, values->name);
      leave->fetcher = sp_open_competition_open_fetcher (open, &error);
      if (leave->fetcher == NULL)
        {
          sp_main_window_say (window, error->message);
          leave_free (leave);
          return;
        }
    }
  if (leave->forgets && leave->fetcher != NULL)
    sp_fetcher_forget_async (leave->fetcher, leave->athlete, NULL, forgotten_cb, leave);
  else
    disconnect (leave);
}

static AdwMessageDialog *
ask (GtkWidget  *widget,
     GVariant   *parameter,
     gboolean    forgets,
     const char *body)
{
  SpOpenCompetition *open = sp_main_window_get_open (SP_MAIN_WINDOW (widget));
  const char *key = g_variant_get_string (parameter, NULL);
  AdwMessageDialog *dialog;
  SpRunner *runner;

  if (open == NULL)
    return NULL;
  runner = sp_competition_find_runner (sp_session_get_competition (sp_open_competition_get_session (open)), key);
  if (runner == NULL)
    return NULL;
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (widget), NULL, body));
  /* Translators: the name of a runner */
  adw_message_dialog_format_heading (dialog, forgets ? _("Forget %s?") : _("Disconnect %s?"),
                                     sp_runner_get_values (runner)->name);
  adw_message_dialog_add_response (dialog, "cancel", _("_Cancel"));
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "key", g_strdup (key), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), widget, G_CONNECT_SWAPPED);

  return dialog;
}

static void
disconnect_runner (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  AdwMessageDialog *dialog = ask (widget, parameter, FALSE,
                                  _("The permission is taken back and deleted here; results and what was fetched "
                                    "stay."));

  if (dialog == NULL)
    return;
  adw_message_dialog_add_response (dialog, "disconnect", _("_Disconnect"));
  adw_message_dialog_set_response_appearance (dialog, "disconnect", ADW_RESPONSE_DESTRUCTIVE);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
forget_runner (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AdwMessageDialog *dialog = ask (widget, parameter, TRUE,
                                  _("The permission and everything that was fetched are deleted; boards that are "
                                    "closed and files that were exported stay as they are. The place on the other "
                                    "boards can go too, or stay as “Withdrawn runner” until the next refresh."));

  if (dialog == NULL)
    return;
  adw_message_dialog_add_response (dialog, "withdraw", _("Keep as _Withdrawn Runner"));
  adw_message_dialog_add_response (dialog, "remove", _("_Forget and Remove"));
  adw_message_dialog_set_response_appearance (dialog, "remove", ADW_RESPONSE_DESTRUCTIVE);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * sp_window_forget_install:
 * @widget_class: the class of the window
 *
 * Gives the window the actions by which a runner leaves: disconnect and forget.
 */
void
sp_window_forget_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.disconnect-runner", "s", disconnect_runner);
  gtk_widget_class_install_action (widget_class, "win.forget-runner", "s", forget_runner);
}
