/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is not there yet has its calm page, with a next step. */
#include "ui/sp-main-window.h"

#include "model/sp-board-words.h"
#include "support/sp-test-clock.h"
#include "support/sp-test-club.h"
#include "support/sp-test-sync.h"
#include "ui/sp-board-page.h"
#include "ui/sp-rule-edits.h"
#include "widgets.h"

#define NOW "2026-02-02T10:30:00"

static AdwApplication *application;

static SpMainWindow *
open_window (SpCompetition *competition)
{
  g_autoptr (SpTestClock) clock = sp_test_clock_new (NOW);
  g_autoptr (SpSession) session = sp_session_new (SP_CLOCK (clock), NULL);
  g_autoptr (SpOpenCompetition) open = NULL;
  SpMainWindow *window = sp_main_window_new (GTK_APPLICATION (application));

  sp_session_set_competition (session, competition);
  open = sp_open_competition_new (session, NULL, "Source", NULL);
  sp_main_window_set_open (window, open);
  gtk_window_present (GTK_WINDOW (window));
  sp_test_settle ();

  return window;
}

static void
close_window (SpMainWindow *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  sp_test_settle ();
}

static void
test_no_boards (void)
{
  g_autoptr (SpCompetition) competition = sp_test_competition (.runners = { sp_test_runner (.id = 1) });
  SpMainWindow *window = open_window (competition);
  GtkWidget *row = find_row (window, "Name the segments and their dates in a workbook");
  GtkWidget *button;

  g_assert_nonnull (row);
  button = find_widget (row, GTK_TYPE_BUTTON, 0);
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==, "app.import");
  g_assert_null (find_row (window, "Nothing to do"));
  close_window (window);
}

/* Of a board that is still to open only the day is shown; its button leads to the runners. */
static void
test_upcoming (void)
{
  g_autoptr (SpCompetition) competition = NULL;
  SpMainWindow *window;
  GtkWidget *page, *status, *views;

  competition = sp_test_competition (.runners = { sp_test_runner (.id = 1) },
                                     .groups = { sp_test_group (.windows = { { "2026-02-09", "2026-02-15" } }) });
  window = open_window (competition);
  g_assert_true (sp_main_window_show_page (window, SP_PAGE_BOARD,
                                           sp_group_get_values (sp_competition_get_group (competition, 0))->key));
  page = sp_page_stack_get_page (sp_main_window_get_pages (window), SP_PAGE_BOARD);
  views = gtk_widget_get_ancestor (find_widget (page, ADW_TYPE_STATUS_PAGE, 0), GTK_TYPE_STACK);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (views)), ==, "upcoming");
  status = gtk_stack_get_visible_child (GTK_STACK (views));
  g_assert_nonnull (strstr (adw_status_page_get_title (ADW_STATUS_PAGE (status)), "Opens"));
  gtk_widget_activate_action (find_widget (status, GTK_TYPE_BUTTON, 0), "win.runners", NULL);
  g_assert_true (sp_page_stack_is_shown (sp_main_window_get_pages (window), SP_PAGE_RUNNERS));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.quality", NULL);
  g_assert_true (sp_page_stack_is_shown (sp_main_window_get_pages (window), SP_PAGE_QUALITY));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.overview", NULL);
  g_assert_true (sp_page_stack_is_shown (sp_main_window_get_pages (window), SP_PAGE_OVERVIEW));
  close_window (window);
}

/* A closed board says since when, and what was missing then. */
static void
test_closed (void)
{
  g_autoptr (SpCompetition) before = NULL;
  g_autoptr (SpCompetition) competition = NULL;
  SpMainWindow *window;
  g_autofree char *detail = NULL;
  GtkWidget *page;

  before = sp_test_competition (.runners = { sp_test_runner (.id = 1) },
                                .groups = { sp_test_group (.windows = { { "2026-01-05", "2026-01-11" } }) });
  competition = sp_rule_edits_set_closed (before, sp_group_get_values (sp_competition_get_group (before, 0))->key,
                                          sp_test_time ("2026-01-25T12:00:00"));
  window = open_window (competition);
  sp_main_window_show_page (window, SP_PAGE_BOARD,
                            sp_group_get_values (sp_competition_get_group (competition, 0))->key);
  page = sp_page_stack_get_page (sp_main_window_get_pages (window), SP_PAGE_BOARD);
  detail = sp_board_words_detail (sp_board_page_get_board (SP_BOARD_PAGE (page)));
  g_assert_nonnull (strstr (detail, "25 Jan"));
  g_assert_nonnull (strstr (detail, "1 runner missing"));
  close_window (window);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  application = ADW_APPLICATION (adw_application_new (NULL, G_APPLICATION_NON_UNIQUE));
  if (!g_application_register (G_APPLICATION (application), NULL, NULL))
    return 1;

  g_test_add_func ("/ui/missing-pages/no-boards", test_no_boards);
  g_test_add_func ("/ui/missing-pages/upcoming", test_upcoming);
  g_test_add_func ("/ui/missing-pages/closed", test_closed);

  return g_test_run ();
}
