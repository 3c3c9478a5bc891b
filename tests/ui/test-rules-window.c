/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-rules-window.h"

#include "support/sp-caching-fetcher.h"
#include "support/sp-test-series.h"
#include "support/sp-test-sync.h"
#include "ui/sp-main-window.h"
#include "ui/sp-rule-edits.h"
#include "widgets.h"

#define N_RUNNERS 3
#define N_GROUPS 2

typedef struct
{
  SpTestClock       *clock;
  SpTableFetcher    *source;
  SpSession         *session;
  SpOpenCompetition *open;
  SpMainWindow      *window;
  SpRulesWindow     *rules;
} Fixture;

static AdwApplication *application;

static SpFetcher *
open_cb (gint64     run_started_s,
         gpointer   user_data,
         GError   **error)
{
  Fixture *f = user_data;

  sp_test_begin_run (SP_FETCHER (f->source), f->clock);

  return g_object_ref (SP_FETCHER (f->source));
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autoptr (SpCompetition) competition = sp_test_series_competition (N_RUNNERS, N_GROUPS);

  f->clock = sp_test_clock_new (SP_TEST_SERIES_NOW);
  f->source = sp_test_series_source (f->clock, N_RUNNERS, N_GROUPS);
  f->session = sp_session_new (SP_CLOCK (f->clock), NULL);
  sp_session_set_source (f->session, "table", open_cb, f, NULL);
  sp_session_set_competition (f->session, competition);
  f->open = sp_open_competition_new (f->session, NULL, "Table", NULL);
  f->window = sp_main_window_new (GTK_APPLICATION (application));
  sp_main_window_set_open (f->window, f->open);
  gtk_window_present (GTK_WINDOW (f->window));
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.rules", NULL);
  f->rules = find_window (SP_TYPE_RULES_WINDOW);
  g_assert_nonnull (f->rules);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.rules", NULL);
  g_assert_cmpuint (count_windows (SP_TYPE_RULES_WINDOW), ==, 1);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  sp_test_settle ();
  g_assert_null (find_window (SP_TYPE_RULES_WINDOW));
  g_clear_object (&f->open);
  g_clear_object (&f->session);
  sp_test_settle ();
  g_assert_finalize_object (f->source);
  g_assert_finalize_object (f->clock);
}

static SpCompetition *
get_competition (Fixture *f)
{
  return sp_session_get_competition (f->session);
}

static void
refresh (Fixture *f)
{
  sp_open_competition_refresh (f->open, NULL);
  while (sp_session_is_running (f->session))
    g_main_context_iteration (NULL, TRUE);
  sp_test_settle ();
}

static SpBoardState
get_state (Fixture *f,
           guint    index)
{
  g_autoptr (SpBoard) board = NULL;

  board = g_list_model_get_item (sp_results_get_values (sp_session_get_results (f->session))->boards, index);

  return sp_board_get_values (board)->state;
}

static void
click (GtkWidget  *row,
       const char *label)
{
  GtkButton *button;

  for (guint i = 0; (button = find_widget (row, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_button_get_label (button), label) == 0)
      {
        g_signal_emit_by_name (button, "clicked");
        return;
      }
  g_assert_not_reached ();
}

/* Rules of every board take effect as they are switched, and undoing shows in the window too. */
static void
test_rules (Fixture      *f,
            gconstpointer data)
{
  GtkSwitch *flagged = find_widget (find_row (f->rules, "Leave flagged runs out"), GTK_TYPE_SWITCH, 0);
  GtkSwitch *missing = find_widget (find_row (f->rules, "Default time also when data are missing"), GTK_TYPE_SWITCH, 0);

  gtk_switch_set_active (flagged, TRUE);
  g_assert_true (sp_competition_get_rules (get_competition (f))->leave_flagged_out);
  gtk_switch_set_active (missing, TRUE);
  g_assert_true (sp_competition_get_rules (get_competition (f))->leave_flagged_out);
  g_assert_true (sp_competition_get_rules (get_competition (f))->default_when_missing);
  sp_open_competition_undo (f->open);
  g_assert_false (gtk_switch_get_active (missing));
  g_assert_true (gtk_switch_get_active (flagged));
  g_assert_true (sp_open_competition_can_undo (f->open));
  sp_open_competition_undo (f->open);
  g_assert_false (sp_open_competition_can_undo (f->open));
}

static void
test_sports (Fixture      *f,
             gconstpointer data)
{
  GtkWidget *board = find_row (f->rules, "Segment 2");
  GtkWidget *entry = find_widget (board, ADW_TYPE_ENTRY_ROW, 0);
  const SpGroupValues *values;

  refresh (f);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (board), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Trail Run");
  g_signal_emit_by_name (entry, "apply");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_assert_false (sp_open_competition_can_undo (f->open));
  gtk_editable_set_text (GTK_EDITABLE (entry), "Ride");
  g_signal_emit_by_name (entry, "apply");
  values = sp_group_get_values (sp_competition_find_group (get_competition (f), "502"));
  g_assert_cmpstr (values->sports[0], ==, "Ride");
  board = find_row (f->rules, "Segment 2");
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (board)));
  entry = find_widget (board, ADW_TYPE_ENTRY_ROW, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Ride");
}

/* A board that is complete is closed at once; one that is not asks first. Closed ones are opened again. */
static void
test_closing (Fixture      *f,
              gconstpointer data)
{
  GtkWidget *board = find_row (f->rules, "Segment 1");
  AdwMessageDialog *dialog;

  g_assert_cmpint (get_state (f, 0), ==, SP_BOARD_PROVISIONAL);
  click (board, "_Close");
  dialog = find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_cmpstr (adw_message_dialog_get_heading (dialog), ==, "Close Segment 1?");
  g_assert_nonnull (strstr (adw_message_dialog_get_body (dialog), "3 runners are missing"));
  adw_message_dialog_response (dialog, "cancel");
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_assert_false (sp_open_competition_can_undo (f->open));

  refresh (f);
  g_assert_cmpint (get_state (f, 0), ==, SP_BOARD_COMPLETE);
  click (board, "_Close");
  g_assert_null (find_window (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_cmpint (get_state (f, 0), ==, SP_BOARD_CLOSED);
  board = find_row (f->rules, "Segment 1");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (board)), ==, "Closed");
  click (board, "_Open Again");
  g_assert_cmpint (get_state (f, 0), ==, SP_BOARD_COMPLETE);
}

/* By the menu of the board that is shown; a dialog that is answered closes it although something is missing. */
static void
test_shown_board (Fixture      *f,
                  gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (f->window);
  AdwMessageDialog *dialog;

  g_assert_true (sp_main_window_show_page (f->window, SP_PAGE_OVERVIEW, ""));
  gtk_widget_activate_action (window, "win.close-this-board", NULL);
  g_assert_null (find_window (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_true (sp_main_window_show_page (f->window, SP_PAGE_BOARD, "502"));
  gtk_widget_activate_action (window, "win.reopen-this-board", NULL);
  g_assert_false (sp_open_competition_can_undo (f->open));
  gtk_widget_activate_action (window, "win.close-this-board", NULL);
  dialog = find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  adw_message_dialog_response (dialog, "close-board");
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_assert_cmpint (get_state (f, 1), ==, SP_BOARD_CLOSED);
  gtk_widget_activate_action (window, "win.close-this-board", NULL);
  g_assert_null (find_window (ADW_TYPE_MESSAGE_DIALOG));
  gtk_widget_activate_action (window, "win.reopen-this-board", NULL);
  g_assert_cmpint (get_state (f, 1), !=, SP_BOARD_CLOSED);
}

/* Results that came with a document stay as they are when a board is closed, and a later run does not change it. */
static void
test_kept_results (Fixture      *f,
                   gconstpointer data)
{
  g_autoptr (SpResults) kept = NULL;
  g_autoptr (SpSession) other = sp_session_new (SP_CLOCK (f->clock), NULL);
  g_autoptr (SpOpenCompetition) open = NULL;
  g_autoptr (SpCompetition) closed = NULL;
  g_autoptr (SpBoard) board = NULL;

  refresh (f);
  kept = g_object_ref (sp_session_get_results (f->session));
  sp_session_set_source (other, "table", open_cb, f, NULL);
  sp_session_set_competition (other, get_competition (f));
  sp_session_set_results (other, kept);
  open = sp_open_competition_new (other, NULL, "Table", NULL);
  closed = sp_rule_edits_set_closed (get_competition (f), "501", 1000);
  sp_open_competition_edit (open, closed, "Closed.");
  sp_open_competition_refresh (open, NULL);
  while (sp_session_is_running (other))
    g_main_context_iteration (NULL, TRUE);
  board = g_list_model_get_item (sp_results_get_values (sp_session_get_results (other))->boards, 0);
  g_assert_cmpint (sp_board_get_values (board)->state, ==, SP_BOARD_CLOSED);
  g_assert_cmpuint (sp_board_get_values (board)->n_timed, ==, N_RUNNERS);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  application = ADW_APPLICATION (adw_application_new (NULL, G_APPLICATION_NON_UNIQUE));
  if (!g_application_register (G_APPLICATION (application), NULL, NULL))
    return 1;

  g_test_add ("/ui/rules-window/rules", Fixture, NULL, set_up, test_rules, tear_down);
  g_test_add ("/ui/rules-window/sports", Fixture, NULL, set_up, test_sports, tear_down);
  g_test_add ("/ui/rules-window/closing", Fixture, NULL, set_up, test_closing, tear_down);
  g_test_add ("/ui/rules-window/shown-board", Fixture, NULL, set_up, test_shown_board, tear_down);
  g_test_add ("/ui/rules-window/kept-results", Fixture, NULL, set_up, test_kept_results, tear_down);

  return g_test_run ();
}
