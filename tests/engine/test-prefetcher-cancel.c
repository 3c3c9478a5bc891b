/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-prefetcher.h"

#include "support/sp-caching-fetcher.h"
#include "support/sp-hold-fetcher.h"
#include "support/sp-test-series.h"
#include "support/sp-test-sync.h"

#define N_RUNNERS 5
#define N_GROUPS 2

static void
check_sealed (SpHarvest *harvest)
{
  g_assert_true (sp_harvest_get_info (harvest)->sealed);
  for (guint i = 0; i < sp_harvest_get_n (harvest); i++)
    {
      SpBlock *block = sp_harvest_get_block (harvest, i);

      g_assert_cmpint (sp_block_get_info (block)->list, !=, SP_LIST_PENDING);
      g_assert_cmpint (sp_block_get_info (block)->list, !=, SP_LIST_FAILED);
      for (guint j = 0; j < sp_block_get_n (block) && sp_block_get_info (block)->list == SP_LIST_FRESH; j++)
        {
          SpActivity *activity = sp_block_get_activity (block, j);

          if (g_str_equal (sp_activity_get_sport (activity), "Run") && sp_activity_get_id (activity) % 1000 < 900)
            g_assert_cmpint (sp_block_get_state (block, j), !=, SP_DETAIL_NOT_HELD);
        }
    }
}

/* Cancels when @fetcher has been asked @step times, and says how often it was asked in all. */
static SpHarvest *
run_and_cancel (SpFetcher     *fetcher,
                SpTestFetcher *counted,
                SpTestClock   *clock,
                SpCompetition *competition,
                guint          step)
{
  SpPrefetchOptions options = SP_PREFETCH_OPTIONS_DEFAULT;
  SpPrefetcher *prefetcher = sp_prefetcher_new (fetcher, SP_CLOCK (clock));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  SpHarvest *harvest;
  guint n_at_cancel = 0;

  options.now_local_s = sp_clock_get_wall_us (SP_CLOCK (clock)) / G_USEC_PER_SEC;
  sp_prefetcher_run_async (prefetcher, competition, &options, cancellable, sp_test_store_result, &result);
  while (result == NULL)
    {
      if (sp_test_fetcher_get_n_calls (counted, SP_TEST_ANY) >= step && !g_cancellable_is_cancelled (cancellable))
        {
          g_cancellable_cancel (cancellable);
          n_at_cancel = sp_test_fetcher_get_n_calls (counted, SP_TEST_ANY);
        }
      g_main_context_iteration (NULL, TRUE);
    }
  harvest = sp_prefetcher_run_finish (prefetcher, result, &error);
  g_assert_no_error (error);
  if (g_cancellable_is_cancelled (cancellable))
    {
      g_assert_cmpuint (sp_test_fetcher_get_n_calls (counted, SP_TEST_ANY), ==, n_at_cancel);
      g_assert_true (sp_harvest_get_info (harvest)->cancelled);
    }
  g_clear_object (&result);
  sp_test_settle ();
  g_assert_finalize_object (prefetcher);

  return harvest;
}

/* At every step: no read after it, nothing leaks, and a later run completes. */
static void
test_every_step (void)
{
  g_autoptr (SpCompetition) competition = sp_test_series_competition (N_RUNNERS, N_GROUPS);

  for (guint step = 0; step <= N_GROUPS + N_RUNNERS + N_RUNNERS * N_GROUPS; step++)
    {
      SpTestClock *clock = sp_test_clock_new (SP_TEST_SERIES_NOW);
      SpTableFetcher *source = sp_test_series_source (clock, N_RUNNERS, N_GROUPS);
      SpCachingFetcher *cache = sp_caching_fetcher_new (SP_FETCHER (source));
      g_autoptr (SpHarvest) harvest = NULL;
      g_autoptr (SpHarvest) later = NULL;

      sp_test_begin_run (SP_FETCHER (cache), clock);
      sp_table_fetcher_get_settings (source)->latency_us = 1000;
      harvest = run_and_cancel (SP_FETCHER (cache), SP_TEST_FETCHER (source), clock, competition, step);
      check_sealed (harvest);

      later = sp_test_prefetch (SP_FETCHER (cache), clock, competition, NULL, NULL, NULL);
      g_assert_false (sp_harvest_get_info (later)->cancelled);
      for (guint i = 0; i < N_RUNNERS; i++)
        for (guint j = 0; j < N_GROUPS; j++)
          {
            guint n_found;

            sp_block_find_efforts (sp_harvest_get_block (later, i), 501 + j, &n_found);
            g_assert_cmpuint (n_found, ==, 1);
          }
      /* What the first run was told is not asked again: at most what was in flight is. */
      g_assert_cmpuint (sp_table_fetcher_get_n_reads (source), <=, N_GROUPS + N_RUNNERS + N_RUNNERS * N_GROUPS + 4);
      g_assert_finalize_object (cache);
      g_assert_finalize_object (source);
      g_assert_finalize_object (clock);
    }
}

/* While it waits for a quota, and while it waits to try again. */
static void
test_while_waiting (void)
{
  g_autoptr (SpCompetition) competition = sp_test_series_competition (N_RUNNERS, N_GROUPS);
  g_autoptr (GError) offline = g_error_new (SP_FETCH_ERROR, SP_FETCH_ERROR_OFFLINE, "Off.");

  for (guint way = 0; way < 2; way++)
    {
      SpTestClock *clock = sp_test_clock_new (SP_TEST_SERIES_NOW);
      SpTableFetcher *source = sp_test_series_source (clock, N_RUNNERS, N_GROUPS);
      SpPrefetcher *prefetcher = sp_prefetcher_new (SP_FETCHER (source), SP_CLOCK (clock));
      SpPrefetchOptions options = SP_PREFETCH_OPTIONS_DEFAULT;
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GAsyncResult) result = NULL;
      g_autoptr (SpHarvest) harvest = NULL;
      guint n_calls;

      if (way == 0)
        sp_table_fetcher_limit (source, 900, 4);
      else
        sp_test_fetcher_fail (SP_TEST_FETCHER (source), SP_TEST_LIST, 1, G_MAXUINT, offline);
      options.now_local_s = sp_clock_get_wall_us (SP_CLOCK (clock)) / G_USEC_PER_SEC;
      sp_test_clock_hold (clock);
      sp_prefetcher_run_async (prefetcher, competition, &options, cancellable, sp_test_store_result, &result);
      while (sp_test_clock_get_n_waiting (clock) == 0)
        g_main_context_iteration (NULL, TRUE);
      sp_test_settle ();
      n_calls = sp_test_fetcher_get_n_calls (SP_TEST_FETCHER (source), SP_TEST_ANY);
      g_cancellable_cancel (cancellable);
      sp_test_await (&result);
      harvest = sp_prefetcher_run_finish (prefetcher, result, NULL);
      g_assert_true (sp_harvest_get_info (harvest)->cancelled);
      g_assert_cmpuint (sp_test_fetcher_get_n_calls (SP_TEST_FETCHER (source), SP_TEST_ANY), ==, n_calls);
      g_assert_cmpuint (sp_test_clock_get_n_waiting (clock), ==, 0);
      sp_test_clock_release (clock);
      g_clear_object (&result);
      sp_test_settle ();
      g_assert_finalize_object (prefetcher);
      g_assert_finalize_object (source);
      g_assert_finalize_object (clock);
    }
}

/* While every request is in flight and none answers. */
static void
test_in_flight (void)
{
  SpTestClock *clock = sp_test_clock_new (SP_TEST_SERIES_NOW);
  SpTableFetcher *source = sp_test_series_source (clock, N_RUNNERS, N_GROUPS);
  SpHoldFetcher *hold = sp_hold_fetcher_new (SP_FETCHER (source));
  g_autoptr (SpCompetition) competition = sp_test_series_competition (N_RUNNERS, N_GROUPS);
  SpPrefetcher *prefetcher = sp_prefetcher_new (SP_FETCHER (hold), SP_CLOCK (clock));
  SpPrefetchOptions options = SP_PREFETCH_OPTIONS_DEFAULT;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SpHarvest) harvest = NULL;

  options.now_local_s = sp_clock_get_wall_us (SP_CLOCK (clock)) / G_USEC_PER_SEC;
  sp_prefetcher_run_async (prefetcher, competition, &options, cancellable, sp_test_store_result, &result);
  sp_test_settle ();
  g_assert_cmpuint (sp_hold_fetcher_get_n_held (hold), ==, N_GROUPS);
  g_cancellable_cancel (cancellable);
  sp_test_await (&result);
  harvest = sp_prefetcher_run_finish (prefetcher, result, NULL);
  g_assert_true (sp_harvest_get_info (harvest)->cancelled);
  g_assert_cmpuint (sp_table_fetcher_get_n_reads (source), ==, 0);
  for (guint i = 0; i < sp_harvest_get_n (harvest); i++)
    g_assert_cmpint (sp_block_get_info (sp_harvest_get_block (harvest, i))->list, ==, SP_LIST_CANCELLED);
  g_clear_object (&result);
  sp_test_settle ();
  g_assert_finalize_object (prefetcher);
  g_assert_finalize_object (hold);
  g_assert_finalize_object (source);
  g_assert_finalize_object (clock);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/prefetcher/cancel/every-step", test_every_step);
  g_test_add_func ("/engine/prefetcher/cancel/while-waiting", test_while_waiting);
  g_test_add_func ("/engine/prefetcher/cancel/in-flight", test_in_flight);

  return g_test_run ();
}
