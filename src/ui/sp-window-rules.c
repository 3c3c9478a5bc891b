/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-main-window-private.h"

#include "engine/sp-local-time.h"
#include "ui/sp-board-page.h"
#include "ui/sp-rule-edits.h"
#include "ui/sp-rules-window.h"

#include <glib/gi18n-lib.h>

#define RULES_WINDOW "sp-rules-window"

static void
rules_gone_cb (GtkWidget *window)
{
  g_object_set_data (G_OBJECT (window), RULES_WINDOW, NULL);
}

static void
show_rules (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  SpOpenCompetition *open = sp_main_window_get_open (SP_MAIN_WINDOW (widget));
  GtkWindow *window = g_object_get_data (G_OBJECT (widget), RULES_WINDOW);

  if (open == NULL)
    return;
  if (window != NULL)
    {
      gtk_window_present (window);
      return;
    }
  window = sp_rules_window_new (open);
  g_object_set_data (G_OBJECT (widget), RULES_WINDOW, window);
  g_signal_connect_object (window, "destroy", G_CALLBACK (rules_gone_cb), widget, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (window, GTK_WINDOW (widget));
  gtk_window_set_destroy_with_parent (window, TRUE);
  gtk_window_present (window);
}

static SpBoard *
get_shown_board (GtkWidget *widget)
{
  SpPageStack *pages = sp_main_window_get_pages (SP_MAIN_WINDOW (widget));

  if (!sp_page_stack_is_shown (pages, SP_PAGE_BOARD))
    return NULL;

  return sp_board_page_get_board (SP_BOARD_PAGE (sp_page_stack_get_page (pages, SP_PAGE_BOARD)));
}

static void
set_closed (GtkWidget  *widget,
            const char *key,
            gboolean    closed)
{
  SpOpenCompetition *open = sp_main_window_get_open (SP_MAIN_WINDOW (widget));
  SpCompetition *competition = sp_session_get_competition (sp_open_competition_get_session (open));
  SpGroup *group = sp_competition_find_group (competition, key);
  gint64 now_local_s = sp_local_time_from_utc (g_get_real_time () / G_USEC_PER_SEC);
  g_autoptr (SpCompetition) next = NULL;
  g_autofree char *what = NULL;

  if (group == NULL)
    return;
  next = sp_rule_edits_set_closed (competition, key, closed ? now_local_s : SP_TIME_UNKNOWN);
  what = g_strdup_printf (closed ? _("%s is closed: it stands as it is.")
                                 : _("%s is open again. Refresh to bring it up to date."),
                          sp_group_get_values (group)->name);
  sp_open_competition_edit (open, next, what);
}

static SpBoard *
find_board (GtkWidget  *widget,
            const char *key)
{
  SpResults *results = sp_session_get_results (sp_main_window_get_session (SP_MAIN_WINDOW (widget)));

  return results != NULL ? sp_results_find_board (results, key) : NULL;
}

static void
answered_cb (GtkWidget  *window,
             const char *response,
             GtkWidget  *dialog)
{
  if (g_str_equal (response, "close-board"))
    set_closed (window, g_object_get_data (G_OBJECT (dialog), "key"), TRUE);
}

/* What is closed too early is the mistake that costs: a runner's time never comes in. */
static void
ask (GtkWidget  *widget,
     const char *key,
     SpBoard    *board)
{
  const SpBoardValues *values = sp_board_get_values (board);
  guint n_open = values->n_no_data + values->n_stale + values->n_to_come;
  g_autofree char *missing = NULL;
  GtkWidget *dialog;

  if (values->state == SP_BOARD_OPEN || values->state == SP_BOARD_UPCOMING)
    missing = g_strdup (_("Its dates are not over: who still runs does not count."));
  else
    missing = g_strdup_printf (ngettext ("%u runner is missing or has old data, and stays so.",
                                         "%u runners are missing or have old data, and stay so.", n_open), n_open);
  dialog = adw_message_dialog_new (GTK_WINDOW (widget), NULL, missing);
  /* Translators: the name of a board, which then stands as it is */
  adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (dialog), _("Close %s?"),
                                     sp_group_get_values (values->group)->name);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "close-board",
                                    _("Close _Board"), NULL);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "key", g_strdup (key), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
close_board (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  const char *key = g_variant_get_string (parameter, NULL);
  g_autoptr (SpBoard) board = find_board (widget, key);

  if (board == NULL || sp_board_get_values (board)->state == SP_BOARD_COMPLETE)
    set_closed (widget, key, TRUE);
  else if (sp_board_get_values (board)->state != SP_BOARD_CLOSED)
    ask (widget, key, board);
}

static void
reopen_board (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  set_closed (widget, g_variant_get_string (parameter, NULL), FALSE);
}

/* The same for the board that is shown. */
static void
turn_shown_board (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  SpBoard *board = get_shown_board (widget);
  const char *action = g_str_equal (name, "win.close-this-board") ? "win.close-board" : "win.reopen-board";

  if (board != NULL)
    gtk_widget_activate_action (widget, action, "s", sp_group_get_values (sp_board_get_values (board)->group)->key);
}

/**
 * sp_window_rules_update:
 * @window: a window that shows a page
 *
 * Offers to close the board that is shown, or to open it again.
 */
void
sp_window_rules_update (GtkWidget *window)
{
  SpBoard *board = get_shown_board (window);
  gboolean closed = board != NULL && sp_board_get_values (board)->state == SP_BOARD_CLOSED;

  gtk_widget_action_set_enabled (window, "win.close-this-board", board != NULL && !closed);
  gtk_widget_action_set_enabled (window, "win.reopen-this-board", closed);
}

/**
 * sp_window_rules_install:
 * @widget_class: the class of the window
 *
 * Gives the window what is about rules: their own window, and closing a board or opening it again.
 */
void
sp_window_rules_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.rules", NULL, show_rules);
  gtk_widget_class_install_action (widget_class, "win.close-board", "s", close_board);
  gtk_widget_class_install_action (widget_class, "win.reopen-board", "s", reopen_board);
  gtk_widget_class_install_action (widget_class, "win.close-this-board", NULL, turn_shown_board);
  gtk_widget_class_install_action (widget_class, "win.reopen-this-board", NULL, turn_shown_board);
}
