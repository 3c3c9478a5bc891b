/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-session.h"

#include "model/sp-competition-builder.h"
#include "support/sp-caching-fetcher.h"
#include "support/sp-test-folder.h"
#include "support/sp-test-series.h"
#include "support/sp-test-sync.h"

typedef struct
{
  SpTestClock      *clock;
  SpTableFetcher   *source;
  SpCachingFetcher *cache;
  SpSession        *session;
  char             *directory;
  gint64            run_started_s;
} Fixture;

static SpFetcher *
open_cache (gint64     run_started_s,
            gpointer   user_data,
            GError   **error)
{
  Fixture *fixture = user_data;
  g_autoptr (SpFetcherContext) context = NULL;

  fixture->run_started_s = run_started_s;
  context = sp_fetcher_context_new (SP_CLOCK (fixture->clock), "test", fixture->directory, NULL, run_started_s);
  sp_fetcher_set_context (SP_FETCHER (fixture->cache), context);

  return g_object_ref (SP_FETCHER (fixture->cache));
}

static SpFetcher *
open_nothing (gint64     run_started_s,
              gpointer   user_data,
              GError   **error)
{
  g_set_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_FAILED, "No such source.");

  return NULL;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (SpCompetition) competition = sp_test_series_competition (3, 2);

  fixture->clock = sp_test_clock_new (SP_TEST_SERIES_NOW);
  fixture->source = sp_test_series_source (fixture->clock, 3, 2);
  fixture->cache = sp_caching_fetcher_new (SP_FETCHER (fixture->source));
  fixture->directory = g_dir_make_tmp ("sp-session-XXXXXX", NULL);
  fixture->session = sp_session_new (SP_CLOCK (fixture->clock), fixture->directory);
  sp_session_set_source (fixture->session, "table", open_cache, fixture, NULL);
  sp_session_set_competition (fixture->session, competition);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  sp_test_assert_finalize_late (fixture->session);
  g_assert_finalize_object (fixture->cache);
  g_assert_finalize_object (fixture->source);
  g_assert_finalize_object (fixture->clock);
  sp_test_remove_folder (fixture->directory);
  g_free (fixture->directory);
}

static gboolean
refresh (Fixture       *fixture,
         GCancellable  *cancellable,
         GError       **error)
{
  SpPrefetchOptions options = SP_PREFETCH_OPTIONS_DEFAULT;
  g_autoptr (GAsyncResult) result = NULL;
  gboolean done;

  sp_session_refresh_async (fixture->session, &options, cancellable, sp_test_store_result, &result);
  sp_test_await (&result);
  done = sp_session_refresh_finish (fixture->session, result, error);
  g_clear_object (&result);
  sp_test_settle ();

  return done;
}

static SpRowState
state_of (Fixture *fixture,
          guint    board,
          gint64   id,
          guint   *flags)
{
  const SpResultsValues *results = sp_results_get_values (sp_session_get_results (fixture->session));
  g_autoptr (SpBoard) its_board = g_list_model_get_item (results->boards, board);
  GListModel *rows = sp_board_get_values (its_board)->rows;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (SpRow) row = g_list_model_get_item (rows, i);
      const SpRowValues *values = sp_row_get_values (row);

      if (sp_runner_get_values (values->runner)->id != id)
        continue;
      *flags = values->flags;

      return values->state;
    }
  g_assert_not_reached ();
}

static void
test_refresh (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  guint flags;

  sp_session_score (fixture->session);
  g_assert_cmpint (state_of (fixture, 0, 1001, &flags), ==, SP_ROW_NO_DATA);
  g_assert_true (refresh (fixture, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (sp_results_all_known (sp_session_get_results (fixture->session)));
  g_assert_cmpint (state_of (fixture, 0, 1001, &flags), ==, SP_ROW_TIMED);
  g_assert_cmpint (fixture->run_started_s, ==, sp_clock_get_wall_us (SP_CLOCK (fixture->clock)) / G_USEC_PER_SEC);
  g_assert_false (sp_session_is_running (fixture->session));

  /* A finished run leaves no mark: the next one begins anew, with one list per runner and nothing else. */
  sp_test_clock_advance (fixture->clock, (gint64) 60 * G_USEC_PER_SEC);
  sp_test_fetcher_forget_calls (SP_TEST_FETCHER (fixture->source));
  g_assert_true (refresh (fixture, NULL, &error));
  g_assert_cmpuint (sp_test_fetcher_get_n_calls (SP_TEST_FETCHER (fixture->source), SP_TEST_ANY), ==, 3);
}

static void
cancel_soon (SpProgress   *progress,
             GCancellable *cancellable)
{
  if (sp_progress_get_values (progress)->n_details_done > 0)
    g_cancellable_cancel (cancellable);
}

static void
follow (SpSession    *session,
        GParamSpec   *pspec,
        GCancellable *cancellable)
{
  if (sp_session_is_running (session))
    g_signal_connect (sp_session_get_progress (session), "changed", G_CALLBACK (cancel_soon), cancellable);
}

/* A cancelled run keeps what it has, and the next goes on where it stopped, within six hours. */
static void
test_resume (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gint64 began_s = sp_clock_get_wall_us (SP_CLOCK (fixture->clock)) / G_USEC_PER_SEC;
  g_autoptr (GError) error = NULL;
  guint n_reads;
  gulong handler;

  handler = g_signal_connect (fixture->session, "notify::running", G_CALLBACK (follow), cancellable);
  sp_table_fetcher_get_settings (fixture->source)->latency_us = 1000;
  g_assert_false (refresh (fixture, cancellable, &error));
  g_assert_no_error (error);
  g_signal_handler_disconnect (fixture->session, handler);
  g_assert_false (sp_results_all_known (sp_session_get_results (fixture->session)));
  n_reads = sp_table_fetcher_get_n_reads (fixture->source);

  sp_test_clock_advance (fixture->clock, (gint64) 3600 * G_USEC_PER_SEC);
  g_assert_true (refresh (fixture, NULL, &error));
  g_assert_cmpint (fixture->run_started_s, ==, began_s);
  g_assert_true (sp_results_all_known (sp_session_get_results (fixture->session)));
  g_assert_cmpuint (sp_table_fetcher_get_n_reads (fixture->source), <=, 2 + 3 + 6 + 4);
  g_assert_cmpuint (sp_table_fetcher_get_n_reads (fixture->source), >, n_reads);

  g_clear_object (&cancellable);
  cancellable = g_cancellable_new ();
  g_cancellable_cancel (cancellable);
  g_assert_false (refresh (fixture, cancellable, &error));
  sp_test_clock_advance (fixture->clock, (gint64) 7 * 3600 * G_USEC_PER_SEC);
  g_assert_true (refresh (fixture, NULL, &error));
  g_assert_cmpint (fixture->run_started_s, ==, sp_clock_get_wall_us (SP_CLOCK (fixture->clock)) / G_USEC_PER_SEC);
}

/* A run that may not wait for the quota is gone on with too, also where only details were left. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  gint64 began_s = sp_clock_get_wall_us (SP_CLOCK (fixture->clock)) / G_USEC_PER_SEC;
  SpPrefetchOptions options = SP_PREFETCH_OPTIONS_DEFAULT;
  g_autoptr (GAsyncResult) result = NULL;

  sp_table_fetcher_limit (fixture->source, 3600, 8);
  options.max_wait_us = 0;
  sp_session_refresh_async (fixture->session, &options, NULL, sp_test_store_result, &result);
  sp_test_await (&result);
  g_assert_true (sp_session_refresh_finish (fixture->session, result, NULL));
  g_clear_object (&result);
  sp_test_settle ();
  g_assert_false (sp_results_all_known (sp_session_get_results (fixture->session)));

  sp_test_clock_advance (fixture->clock, (gint64) 2 * 3600 * G_USEC_PER_SEC);
  sp_test_fetcher_forget_calls (SP_TEST_FETCHER (fixture->source));
  g_assert_true (refresh (fixture, NULL, NULL));
  g_assert_cmpint (fixture->run_started_s, ==, began_s);
  g_assert_true (sp_results_all_known (sp_session_get_results (fixture->session)));
  g_assert_cmpuint (sp_test_fetcher_get_n_calls (SP_TEST_FETCHER (fixture->source), SP_TEST_LIST), ==, 0);
}

/* One runner asked anew: the others stay as they were; a source that fails leaves what was known, as old data. */
static void
test_one_runner_and_failure (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (GError) offline = g_error_new (SP_FETCH_ERROR, SP_FETCH_ERROR_OFFLINE, "Off.");
  g_autoptr (GPtrArray) only = g_ptr_array_new ();
  SpPrefetchOptions options = SP_PREFETCH_OPTIONS_DEFAULT;
  g_autoptr (GAsyncResult) result = NULL;
  guint flags;

  g_assert_true (refresh (fixture, NULL, NULL));
  sp_test_clock_advance (fixture->clock, (gint64) 60 * G_USEC_PER_SEC);
  sp_test_fetcher_fail (SP_TEST_FETCHER (fixture->source), SP_TEST_LIST, 1, G_MAXUINT, offline);
  g_ptr_array_add (only, (gpointer) "1002");
  options.only = only;
  sp_session_refresh_async (fixture->session, &options, NULL, sp_test_store_result, &result);
  sp_test_await (&result);
  g_assert_true (sp_session_refresh_finish (fixture->session, result, NULL));

  g_assert_cmpint (state_of (fixture, 0, 1001, &flags), ==, SP_ROW_TIMED);
  g_assert_cmpuint (flags & SP_ROW_STALE, ==, 0);
  g_assert_cmpint (state_of (fixture, 0, 1002, &flags), ==, SP_ROW_TIMED);
  g_assert_cmpuint (flags & SP_ROW_STALE, ==, SP_ROW_STALE);
  g_clear_object (&result);
  sp_test_settle ();
}

/* An edit makes skipped activities matter: no data until they are fetched, and only they are. */
static void
test_edit (Fixture       *fixture,
           gconstpointer  data)
{
  static const char * const sports[] = { "Run", "Ride", NULL };
  g_autoptr (SpCompetitionBuilder) builder = NULL;
  g_autoptr (SpCompetition) edited = NULL;
  g_autoptr (SpGroup) group = NULL;
  SpGroupValues values;
  guint flags;

  g_assert_true (refresh (fixture, NULL, NULL));
  builder = sp_competition_builder_new_from (sp_session_get_competition (fixture->session));
  values = *sp_group_get_values (sp_competition_get_group (sp_session_get_competition (fixture->session), 0));
  values.sports = sports;
  group = sp_group_new (&values);
  sp_competition_builder_put_group (builder, group);
  edited = sp_competition_builder_end (builder);
  sp_session_set_competition (fixture->session, edited);
  sp_session_score (fixture->session);
  g_assert_cmpint (state_of (fixture, 0, 1001, &flags), ==, SP_ROW_TIMED);
  g_assert_cmpuint (flags & SP_ROW_INCOMPLETE, ==, SP_ROW_INCOMPLETE);

  sp_test_fetcher_forget_calls (SP_TEST_FETCHER (fixture->source));
  sp_test_clock_advance (fixture->clock, (gint64) 60 * G_USEC_PER_SEC);
  g_assert_true (refresh (fixture, NULL, NULL));
  g_assert_cmpuint (sp_test_fetcher_get_n_calls (SP_TEST_FETCHER (fixture->source), SP_TEST_ACTIVITY), ==, 3);
  g_assert_cmpint (state_of (fixture, 0, 1001, &flags), ==, SP_ROW_TIMED);
  g_assert_cmpuint (flags & SP_ROW_INCOMPLETE, ==, 0);
}

static void
assert_of_latest (SpSession  *session,
                  GParamSpec *pspec,
                  guint      *n_results)
{
  g_assert_true (sp_results_get_values (sp_session_get_results (session))->competition
                 == sp_session_get_competition (session));
  (*n_results)++;
}

/* What a worker began before an edit is never shown after it. */
static void
test_soon (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (SpCompetition) edited = sp_test_series_competition (2, 1);
  guint n_results = 0;

  g_signal_connect (fixture->session, "notify::results", G_CALLBACK (assert_of_latest), &n_results);
  sp_session_score_soon (fixture->session);
  sp_session_set_competition (fixture->session, edited);
  sp_session_score (fixture->session);
  g_assert_cmpuint (n_results, ==, 1);
  while (n_results < 3)
    {
      sp_session_score_soon (fixture->session);
      g_main_context_iteration (NULL, TRUE);
    }
  sp_test_settle ();
}

static void
test_no_source (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  sp_session_set_source (fixture->session, "none", open_nothing, NULL, NULL);
  g_assert_false (refresh (fixture, NULL, &error));
  g_assert_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_FAILED);
  g_assert_false (sp_session_is_running (fixture->session));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/engine/session/refresh", Fixture, NULL, set_up, test_refresh, tear_down);
  g_test_add ("/engine/session/resume", Fixture, NULL, set_up, test_resume, tear_down);
  g_test_add ("/engine/session/refused", Fixture, NULL, set_up, test_refused, tear_down);
  g_test_add ("/engine/session/one-runner-and-failure", Fixture, NULL, set_up, test_one_runner_and_failure, tear_down);
  g_test_add ("/engine/session/edit", Fixture, NULL, set_up, test_edit, tear_down);
  g_test_add ("/engine/session/soon", Fixture, NULL, set_up, test_soon, tear_down);
  g_test_add ("/engine/session/no-source", Fixture, NULL, set_up, test_no_source, tear_down);

  return g_test_run ();
}
