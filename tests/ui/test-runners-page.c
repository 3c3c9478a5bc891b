/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-runners-page.h"

#include "api/sp-error.h"
#include "support/sp-test-series.h"
#include "support/sp-test-sync.h"
#include "ui/sp-main-window.h"
#include "ui/sp-runner-edits.h"
#include "ui/sp-runner-form.h"
#include "ui/sp-runner-item.h"
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
  GtkWidget         *page;
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
  g_assert_true (sp_main_window_show_page (f->window, SP_PAGE_RUNNERS, ""));
  f->page = sp_page_stack_get_page (sp_main_window_get_pages (f->window), SP_PAGE_RUNNERS);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  sp_test_settle ();
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

static GListModel *
get_rows (Fixture *f)
{
  return G_LIST_MODEL (gtk_column_view_get_model (find_widget (f->page, GTK_TYPE_COLUMN_VIEW, 0)));
}

static SpRunnerItem *
get_row (Fixture *f,
         guint    position)
{
  g_autoptr (SpRunnerItem) item = g_list_model_get_item (get_rows (f), position);

  g_assert_nonnull (item);

  return item;
}

static const SpRunnerValues *
get_runner (Fixture *f,
            guint    position)
{
  return sp_runner_get_values (sp_runner_item_get_runner (get_row (f, position)));
}

static const SpRunnerValues *
find_values (Fixture    *f,
             const char *key)
{
  SpRunner *runner = sp_competition_find_runner (get_competition (f), key);

  g_assert_nonnull (runner);

  return sp_runner_get_values (runner);
}

static void
type (Fixture    *f,
      const char *title,
      const char *text)
{
  GtkWidget *row = find_row (f->page, title);

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  g_signal_emit_by_name (row, "apply");
}

/* Whoever needs the organiser comes first; search and states leave the others out. */
static void
test_states (Fixture      *f,
             gconstpointer data)
{
  g_autoptr (GError) dead = g_error_new (SP_FETCH_ERROR, SP_FETCH_ERROR_UNAUTHORIZED, "Connect again.");
  g_autofree char *before = sp_runners_page_to_summary (SP_RUNNERS_PAGE (f->page));
  g_autofree char *after = NULL;
  GtkWidget *search = find_widget (f->page, GTK_TYPE_SEARCH_ENTRY, 0);
  GtkDropDown *states = find_widget (f->page, GTK_TYPE_DROP_DOWN, 0);

  g_assert_cmpstr (before, ==, "3 runners, 0 connected");
  g_assert_cmpint (sp_runner_item_get_state (get_row (f, 0)), ==, SP_RUNNER_UNASKED);
  sp_test_fetcher_fail_athlete (SP_TEST_FETCHER (f->source), SP_TEST_LIST, 1003, G_MAXUINT, dead);
  refresh (f);
  after = sp_runners_page_to_summary (SP_RUNNERS_PAGE (f->page));
  g_assert_cmpstr (after, ==, "3 runners, 2 connected");
  g_assert_cmpint (get_runner (f, 0)->id, ==, 1003);
  g_assert_cmpint (sp_runner_item_get_state (get_row (f, 0)), ==, SP_RUNNER_UNCONNECTED);
  g_assert_cmpint (sp_runner_item_get_state (get_row (f, 1)), ==, SP_RUNNER_CONNECTED);

  gtk_drop_down_set_selected (states, SP_RUNNER_CONNECTED + 1);
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (f)), ==, 2);
  gtk_drop_down_set_selected (states, 0);
  gtk_editable_set_text (GTK_EDITABLE (search), get_runner (f, 0)->name);
  g_signal_emit_by_name (search, "search-changed");
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (f)), ==, 1);
}

static void
test_edit (Fixture      *f,
           gconstpointer data)
{
  g_autofree char *key = g_strdup (get_runner (f, 0)->key);
  g_autofree char *name = g_strdup (get_runner (f, 0)->name);

  g_assert_false (sp_runners_page_show_runner (SP_RUNNERS_PAGE (f->page), "nobody"));
  g_assert_true (sp_runners_page_show_runner (SP_RUNNERS_PAGE (f->page), key));
  type (f, "Name", " Zoe Quinn ");
  g_assert_cmpstr (find_values (f, key)->name, ==, "Zoe Quinn");
  type (f, "Name", " ");
  g_assert_cmpstr (find_values (f, key)->name, ==, "Zoe Quinn");
  g_assert_true (gtk_widget_has_css_class (find_row (f->page, "Name"), "error"));
  type (f, "Birthday, such as 14 March", "29 February");
  g_assert_cmpint (find_values (f, key)->birth_month, ==, 2);
  g_assert_cmpint (find_values (f, key)->birth_day, ==, 29);
  type (f, "Birthday, such as 14 March", "31 February");
  g_assert_cmpint (find_values (f, key)->birth_day, ==, 29);
  type (f, "Athlete ID, if any", "9007199254740993");
  g_assert_cmpint (find_values (f, key)->id, ==, G_GINT64_CONSTANT (9007199254740993));
  type (f, "Athlete ID, if any", "12x");
  g_assert_cmpint (find_values (f, key)->id, ==, G_GINT64_CONSTANT (9007199254740993));
  type (f, "Athlete ID, if any", "1002");
  g_assert_cmpint (find_values (f, key)->id, ==, G_GINT64_CONSTANT (9007199254740993));
  type (f, "Athlete ID, if any", "");
  g_assert_cmpint (find_values (f, key)->id, ==, 0);
  for (guint i = 0; i < 4; i++)
    sp_open_competition_undo (f->open);
  g_assert_cmpstr (find_values (f, key)->name, ==, name);
}

/* The last entry of the teams asks for the name of a new one. */
static void
test_team (Fixture      *f,
           gconstpointer data)
{
  g_autofree char *key = g_strdup (get_runner (f, 0)->key);
  AdwComboRow *team;
  GtkWidget *entry;
  guint n;

  g_assert_true (sp_runners_page_show_runner (SP_RUNNERS_PAGE (f->page), key));
  team = find_row (f->page, "Segment team");
  entry = find_row (f->page, "Name of the New Team");
  n = g_list_model_get_n_items (adw_combo_row_get_model (team));
  g_assert_false (gtk_widget_get_visible (entry));
  adw_combo_row_set_selected (team, n - 1);
  g_assert_true (gtk_widget_get_visible (entry));
  type (f, "Name of the New Team", "Night Jars");
  g_assert_cmpstr (find_values (f, key)->segment_team, ==, "Night Jars");
  g_assert_false (gtk_widget_get_visible (entry));
  adw_combo_row_set_selected (team, 0);
  sp_test_settle ();
  g_assert_null (find_values (f, key)->segment_team);
}

static void
test_add_and_remove (Fixture      *f,
                     gconstpointer data)
{
  SpRunner *added;
  g_autofree char *key = NULL;

  gtk_widget_activate_action (f->page, "win.add-runner", NULL);
  g_assert_cmpuint (sp_competition_get_n_runners (get_competition (f)), ==, N_RUNNERS + 1);
  added = sp_competition_get_runner (get_competition (f), N_RUNNERS);
  key = g_strdup (sp_runner_get_values (added)->key);
  type (f, "Name", "Nia Bowen");
  g_assert_cmpstr (find_values (f, key)->name, ==, "Nia Bowen");
  g_assert_cmpint (sp_runner_item_get_state (get_row (f, 0)), ==, SP_RUNNER_NO_ACCOUNT);
  gtk_widget_activate_action (f->page, "win.remove-runner", "s", key);
  g_assert_null (sp_competition_find_runner (get_competition (f), key));
  g_assert_false (adw_flap_get_reveal_flap (find_widget (f->page, ADW_TYPE_FLAP, 0)));
  gtk_widget_activate_action (f->page, "win.undo", NULL);
  g_assert_cmpstr (find_values (f, key)->name, ==, "Nia Bowen");
}

/* Forgetting asks; who stays as withdrawn is named no more. */
static void
test_forget (Fixture      *f,
             gconstpointer data)
{
  g_autofree char *key = g_strdup (get_runner (f, 0)->key);
  g_autofree char *other = g_strdup (get_runner (f, 1)->key);
  AdwMessageDialog *dialog;

  gtk_widget_activate_action (f->page, "win.forget-runner", "s", "nobody");
  g_assert_null (find_window (ADW_TYPE_MESSAGE_DIALOG));
  gtk_widget_activate_action (f->page, "win.forget-runner", "s", key);
  dialog = find_window (ADW_TYPE_MESSAGE_DIALOG);
  adw_message_dialog_response (dialog, "cancel");
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_assert_false (sp_open_competition_can_undo (f->open));

  gtk_widget_activate_action (f->page, "win.forget-runner", "s", key);
  dialog = find_window (ADW_TYPE_MESSAGE_DIALOG);
  adw_message_dialog_response (dialog, "withdraw");
  gtk_window_destroy (GTK_WINDOW (dialog));
  sp_test_settle ();
  g_assert_cmpstr (find_values (f, key)->name, ==, "Withdrawn runner");
  g_assert_cmpint (find_values (f, key)->id, ==, 0);

  gtk_widget_activate_action (f->page, "win.forget-runner", "s", other);
  dialog = find_window (ADW_TYPE_MESSAGE_DIALOG);
  adw_message_dialog_response (dialog, "remove");
  gtk_window_destroy (GTK_WINDOW (dialog));
  sp_test_settle ();
  g_assert_null (sp_competition_find_runner (get_competition (f), other));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  expect_questions ();
  application = ADW_APPLICATION (adw_application_new (NULL, G_APPLICATION_NON_UNIQUE));
  if (!g_application_register (G_APPLICATION (application), NULL, NULL))
    return 1;

  g_test_add ("/ui/runners-page/states", Fixture, NULL, set_up, test_states, tear_down);
  g_test_add ("/ui/runners-page/edit", Fixture, NULL, set_up, test_edit, tear_down);
  g_test_add ("/ui/runners-page/team", Fixture, NULL, set_up, test_team, tear_down);
  g_test_add ("/ui/runners-page/add-and-remove", Fixture, NULL, set_up, test_add_and_remove, tear_down);
  g_test_add ("/ui/runners-page/forget", Fixture, NULL, set_up, test_forget, tear_down);

  return g_test_run ();
}
