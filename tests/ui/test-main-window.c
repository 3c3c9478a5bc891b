/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-main-window.h"

#include "support/sp-caching-fetcher.h"
#include "support/sp-test-series.h"
#include "support/sp-test-sync.h"
#include "ui/sp-board-page.h"
#include "ui/sp-row-item.h"

#define N_RUNNERS 5
#define N_GROUPS 2
#define CALLS(fixture, op) sp_test_fetcher_get_n_calls (SP_TEST_FETCHER ((fixture)->source), (op))

typedef struct
{
  SpTestClock      *clock;
  SpTableFetcher   *source;
  SpCachingFetcher *cache;
  SpSession        *session;
  SpMainWindow     *window;
} Fixture;

/* A process has one. */
static AdwApplication *application;

static SpFetcher *
open_cb (gint64     run_started_s,
         gpointer   user_data,
         GError   **error)
{
  Fixture *fixture = user_data;
  g_autoptr (SpFetcherContext) context = NULL;

  context = sp_fetcher_context_new (SP_CLOCK (fixture->clock), "test", "/nonexistent", NULL, run_started_s);
  sp_fetcher_set_context (SP_FETCHER (fixture->cache), context);

  return g_object_ref (SP_FETCHER (fixture->cache));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (SpCompetition) competition = sp_test_series_competition (N_RUNNERS, N_GROUPS);

  fixture->clock = sp_test_clock_new (SP_TEST_SERIES_NOW);
  fixture->source = sp_test_series_source (fixture->clock, N_RUNNERS, N_GROUPS);
  fixture->cache = sp_caching_fetcher_new (SP_FETCHER (fixture->source));
  fixture->session = sp_session_new (SP_CLOCK (fixture->clock), NULL);
  sp_session_set_source (fixture->session, "table", open_cb, fixture, NULL);
  sp_session_set_competition (fixture->session, competition);
  fixture->window = sp_main_window_new (GTK_APPLICATION (application));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  sp_test_settle ();
  g_clear_object (&fixture->session);
  sp_test_settle ();
  g_assert_finalize_object (fixture->cache);
  g_assert_finalize_object (fixture->source);
  g_assert_finalize_object (fixture->clock);
}

static void
show (Fixture *fixture)
{
  g_autoptr (SpOpenCompetition) open = sp_open_competition_new (fixture->session, NULL, "Table", NULL);

  sp_main_window_set_open (fixture->window, open);
}

static void
wait_until_done (Fixture *fixture)
{
  while (sp_session_is_running (fixture->session))
    g_main_context_iteration (NULL, TRUE);
  sp_test_settle ();
}

static SpBoardPage *
show_board (Fixture    *fixture,
            const char *key)
{
  SpPageStack *pages = sp_main_window_get_pages (fixture->window);

  g_assert_true (sp_main_window_show_page (fixture->window, SP_PAGE_BOARD, key));
  g_assert_true (sp_page_stack_is_shown (pages, SP_PAGE_BOARD));

  return SP_BOARD_PAGE (sp_page_stack_get_page (pages, SP_PAGE_BOARD));
}

static gpointer
find_child (GtkWidget *widget,
            GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find_child (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static const SpRowValues *
shown_row (SpBoardPage *page,
           guint        position)
{
  GtkColumnView *view = find_child (GTK_WIDGET (page), GTK_TYPE_COLUMN_VIEW);
  g_autoptr (SpRowItem) item = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (view)), position);

  return sp_row_get_values (sp_row_item_get_row (item));
}

static guint
count_rows (SpBoardPage *page)
{
  GtkColumnView *view = find_child (GTK_WIDGET (page), GTK_TYPE_COLUMN_VIEW);

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (view)));
}

/* From the first start to a board, with nothing asked twice after a cancel. */
static void
test_refresh (Fixture       *fixture,
              gconstpointer  data)
{
  SpBoardPage *page;

  show (fixture);
  page = show_board (fixture, "501");
  g_assert_cmpuint (count_rows (page), ==, N_RUNNERS);
  g_assert_cmpint (shown_row (page, 0)->state, ==, SP_ROW_NO_DATA);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.refresh", NULL);
  g_assert_true (sp_session_is_running (fixture->session));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.cancel", NULL);
  wait_until_done (fixture);
  g_assert_cmpuint (CALLS (fixture, SP_TEST_ACTIVITY), ==, 0);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.refresh", NULL);
  wait_until_done (fixture);
  g_assert_cmpuint (CALLS (fixture, SP_TEST_ACTIVITY), ==, N_RUNNERS * N_GROUPS);
  g_assert_cmpint (shown_row (page, 0)->state, ==, SP_ROW_TIMED);
  g_assert_cmpint (shown_row (page, 0)->time_s, ==, 300);
  g_assert_cmpuint (shown_row (page, N_RUNNERS - 1)->rank, ==, N_RUNNERS);
}

static void
sort_by (SpBoardPage *page,
         guint        column,
         GtkSortType  direction)
{
  GtkColumnView *view = find_child (GTK_WIDGET (page), GTK_TYPE_COLUMN_VIEW);
  g_autoptr (GtkColumnViewColumn) its_column = NULL;

  its_column = g_list_model_get_item (gtk_column_view_get_columns (view), column);
  gtk_column_view_sort_by_column (view, its_column, direction);
}

/* Whoever has no place stands below, however the others are sorted. */
static void
test_sort (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GError) dead = g_error_new (SP_FETCH_ERROR, SP_FETCH_ERROR_UNAUTHORIZED, "Connect again.");
  SpBoardPage *page;

  sp_test_fetcher_fail_athlete (SP_TEST_FETCHER (fixture->source), SP_TEST_LIST, 1001, G_MAXUINT, dead);
  show (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.refresh", NULL);
  wait_until_done (fixture);
  page = show_board (fixture, "502");
  for (guint column = 0; column < 8; column++)
    for (int direction = GTK_SORT_ASCENDING; direction <= GTK_SORT_DESCENDING; direction++)
      {
        sort_by (page, column, (GtkSortType) direction);
        g_assert_cmpint (shown_row (page, N_RUNNERS - 1)->state, ==, SP_ROW_NO_DATA);
      }
  sort_by (page, 3, GTK_SORT_DESCENDING);
  g_assert_cmpint (shown_row (page, 0)->time_s, ==, 305);
  sort_by (page, 3, GTK_SORT_ASCENDING);
  g_assert_cmpint (shown_row (page, 0)->time_s, ==, 302);
}

static void
test_filter_and_why (Fixture       *fixture,
                     gconstpointer  data)
{
  SpBoardPage *page;
  GtkDropDown *team;
  GtkWidget *entry, *why;

  show (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.refresh", NULL);
  wait_until_done (fixture);
  page = show_board (fixture, "501");
  team = find_child (GTK_WIDGET (page), GTK_TYPE_DROP_DOWN);
  gtk_drop_down_set_selected (team, 1);
  g_assert_cmpuint (count_rows (page), ==, 2);
  gtk_drop_down_set_selected (team, 0);
  g_assert_cmpuint (count_rows (page), ==, N_RUNNERS);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.search", NULL);
  entry = find_child (find_child (GTK_WIDGET (page), GTK_TYPE_SEARCH_BAR), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "runner 3");
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_cmpuint (count_rows (page), ==, 1);
  g_assert_cmpint (sp_runner_get_values (shown_row (page, 0)->runner)->id, ==, 1003);
  g_assert_true (sp_board_page_show_why (page, 0));
  g_assert_false (sp_board_page_show_why (page, 1));
  why = find_child (GTK_WIDGET (page), g_type_from_name ("SpWhyPane"));
  g_assert_true (gtk_widget_get_visible (why));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.close-why", NULL);
  g_assert_false (gtk_widget_get_visible (why));
}

/* Every page can be shown, before anything is known and after. */
static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  static const SpPageKind kinds[] = { SP_PAGE_OVERVIEW, SP_PAGE_RUNNERS, SP_PAGE_QUALITY };

  show (fixture);
  for (int known = 0; known < 2; known++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        {
          g_assert_true (sp_main_window_show_page (fixture->window, kinds[i], ""));
          g_assert_true (sp_page_stack_is_shown (sp_main_window_get_pages (fixture->window), kinds[i]));
        }
      gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.refresh", NULL);
      wait_until_done (fixture);
    }
  g_assert_false (sp_main_window_show_page (fixture->window, SP_PAGE_BOARD, "no such board"));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  application = ADW_APPLICATION (adw_application_new (NULL, G_APPLICATION_NON_UNIQUE));
  if (!g_application_register (G_APPLICATION (application), NULL, NULL))
    return 1;

  g_test_add ("/ui/main-window/refresh", Fixture, NULL, set_up, test_refresh, tear_down);
  g_test_add ("/ui/main-window/sort", Fixture, NULL, set_up, test_sort, tear_down);
  g_test_add ("/ui/main-window/filter-and-why", Fixture, NULL, set_up, test_filter_and_why, tear_down);
  g_test_add ("/ui/main-window/pages", Fixture, NULL, set_up, test_pages, tear_down);

  return g_test_run ();
}
