/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-prefetcher.h"

#include "support/sp-test-series.h"
#include "support/sp-test-sync.h"

#define CALLS(source, op) sp_test_fetcher_get_n_calls (SP_TEST_FETCHER (source), (op))

/* What 9 runners on 2 segments need: 2 geometries, 9 lists, 18 details. */
#define N_READS 29

/* The quota is kept to the last request, and waited for to its boundary and not longer. */
static void
test_kept (void)
{
  SpTestClock *clock = sp_test_clock_new ("2026-02-02T19:01:00Z");
  SpTableFetcher *source = sp_test_series_source (clock, 9, 2);
  g_autoptr (SpCompetition) competition = sp_test_series_competition (9, 2);
  g_autoptr (SpHarvest) harvest = NULL;
  gint64 end_s = sp_time_new (2026, 2, 2, 19, 30, 0);

  sp_table_fetcher_limit (source, 900, 10);
  sp_table_fetcher_limit (source, 86400, 1000);
  harvest = sp_test_prefetch (SP_FETCHER (source), clock, competition, NULL, NULL, NULL);
  g_assert_cmpuint (sp_table_fetcher_get_n_reads (source), ==, N_READS);
  g_assert_cmpuint (sp_table_fetcher_get_n_refused (source), ==, 0);
  g_assert_cmpint (sp_clock_get_wall_us (SP_CLOCK (clock)) / G_USEC_PER_SEC, ==, end_s);
  g_assert_finalize_object (source);
  g_assert_finalize_object (clock);
}

static void
test_days (void)
{
  SpTestClock *clock = sp_test_clock_new ("2026-02-02T19:01:00Z");
  SpTableFetcher *source = sp_test_series_source (clock, 9, 2);
  g_autoptr (SpCompetition) competition = sp_test_series_competition (9, 2);
  g_autoptr (SpHarvest) harvest = NULL;

  sp_table_fetcher_limit (source, 900, 7);
  sp_table_fetcher_limit (source, 86400, 12);
  harvest = sp_test_prefetch (SP_FETCHER (source), clock, competition, NULL, NULL, NULL);
  g_assert_cmpuint (sp_table_fetcher_get_n_reads (source), ==, N_READS);
  g_assert_cmpuint (sp_table_fetcher_get_n_refused (source), ==, 0);
  g_assert_cmpint (sp_clock_get_wall_us (SP_CLOCK (clock)) / G_USEC_PER_SEC, ==, sp_time_new (2026, 2, 4, 0, 0, 0));
  g_assert_finalize_object (source);
  g_assert_finalize_object (clock);
}

/* A source that tells no limit gets a pause of one to two seconds after each batch of lists but the last. */
static void
test_pauses (void)
{
  SpTestClock *clock = sp_test_clock_new (SP_TEST_SERIES_NOW);
  SpTableFetcher *source = sp_test_series_source (clock, 9, 2);
  g_autoptr (SpCompetition) competition = sp_test_series_competition (9, 2);
  g_autoptr (SpHarvest) harvest = NULL;

  harvest = sp_test_prefetch (SP_FETCHER (source), clock, competition, NULL, NULL, NULL);
  g_assert_cmpuint (sp_test_clock_get_n_waits (clock), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpint (sp_test_clock_get_wait_us (clock, i), >=, G_USEC_PER_SEC);
      g_assert_cmpint (sp_test_clock_get_wait_us (clock, i), <=, 2 * G_USEC_PER_SEC);
    }
  g_assert_finalize_object (source);
  g_assert_finalize_object (clock);
}

/* What may not be waited for is not asked: the lists that are in stay, the rest fails by name, and nothing is
 * refused. */
static void
test_max_wait (void)
{
  SpTestClock *clock = sp_test_clock_new ("2026-02-02T19:01:00Z");
  SpTableFetcher *source = sp_test_series_source (clock, 9, 2);
  g_autoptr (SpCompetition) competition = sp_test_series_competition (9, 2);
  SpPrefetchOptions options = SP_PREFETCH_OPTIONS_DEFAULT;
  g_autoptr (SpHarvest) harvest = NULL;
  guint n_fresh = 0, n_failed = 0;

  options.max_wait_us = (gint64) 60 * G_USEC_PER_SEC;
  sp_table_fetcher_limit (source, 900, 8);
  harvest = sp_test_prefetch (SP_FETCHER (source), clock, competition, &options, NULL, NULL);
  for (guint i = 0; i < sp_harvest_get_n (harvest); i++)
    {
      const SpBlockInfo *info = sp_block_get_info (sp_harvest_get_block (harvest, i));

      n_fresh += info->list == SP_LIST_FRESH;
      n_failed += info->list == SP_LIST_FAILED;
      if (info->list == SP_LIST_FAILED)
        {
          g_assert_cmpint (info->error_code, ==, SP_FETCH_ERROR_RATE_LIMITED);
          g_assert_cmpuint (info->n_retries, ==, 0);
          g_assert_nonnull (strstr (info->reason, "19:15"));
        }
    }
  g_assert_cmpuint (n_fresh, ==, 6);
  g_assert_cmpuint (n_failed, ==, 3);
  g_assert_cmpuint (sp_table_fetcher_get_n_reads (source), ==, 8);
  g_assert_cmpuint (sp_table_fetcher_get_n_refused (source), ==, 0);
  g_assert_cmpuint (sp_test_clock_get_n_waits (clock), ==, 0);
  g_assert_finalize_object (source);
  g_assert_finalize_object (clock);
}

static void
note_wait (SpProgress *progress,
           gpointer    user_data)
{
  gint64 *waits = user_data;
  const SpProgressValues *values = sp_progress_get_values (progress);

  if (values->wait_until_us != 0)
    {
      waits[0] = values->wait_until_us;
      g_assert_cmpint (values->expected_end_us, >=, values->wait_until_us);
    }
}

static void
test_wait_is_shown (void)
{
  SpTestClock *clock = sp_test_clock_new ("2026-02-02T19:01:00Z");
  SpTableFetcher *source = sp_test_series_source (clock, 9, 2);
  g_autoptr (SpCompetition) competition = sp_test_series_competition (9, 2);
  SpPrefetcher *prefetcher = sp_prefetcher_new (SP_FETCHER (source), SP_CLOCK (clock));
  SpPrefetchOptions options = SP_PREFETCH_OPTIONS_DEFAULT;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SpHarvest) harvest = NULL;
  gint64 wait_us = 0;

  sp_table_fetcher_limit (source, 900, 20);
  options.now_local_s = sp_clock_get_wall_us (SP_CLOCK (clock)) / G_USEC_PER_SEC;
  g_signal_connect (sp_prefetcher_get_progress (prefetcher), "changed", G_CALLBACK (note_wait), &wait_us);
  sp_prefetcher_run_async (prefetcher, competition, &options, NULL, sp_test_store_result, &result);
  sp_test_await (&result);
  harvest = sp_prefetcher_run_finish (prefetcher, result, NULL);
  g_assert_cmpint (wait_us / G_USEC_PER_SEC, ==, sp_time_new (2026, 2, 2, 19, 15, 0));
  g_assert_cmpint (sp_progress_get_values (sp_prefetcher_get_progress (prefetcher))->wait_until_us, ==, 0);
  g_assert_cmpuint (sp_progress_get_values (sp_prefetcher_get_progress (prefetcher))->n_reads, ==, N_READS);
  g_clear_object (&result);
  sp_test_settle ();
  g_assert_finalize_object (prefetcher);
  g_assert_finalize_object (source);
  g_assert_finalize_object (clock);
}

/* Others use the same quota: what they leave is noticed, and a refusal that tells its reset is waited for,
 * for nothing. */
static void
test_refused_by_surprise (void)
{
  SpTestClock *clock = sp_test_clock_new ("2026-02-02T19:14:00Z");
  SpTableFetcher *source = sp_test_series_source (clock, 2, 1);
  g_autoptr (SpCompetition) competition = sp_test_series_competition (2, 1);
  g_autoptr (GError) refused = g_error_new (SP_FETCH_ERROR, SP_FETCH_ERROR_RATE_LIMITED, "Too many.");
  g_autoptr (SpHarvest) harvest = NULL;

  sp_table_fetcher_limit (source, 900, 3);
  sp_test_fetcher_fail (SP_TEST_FETCHER (source), SP_TEST_ACTIVITY, 1, 1, refused);
  harvest = sp_test_prefetch (SP_FETCHER (source), clock, competition, NULL, NULL, NULL);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpint (sp_block_get_info (sp_harvest_get_block (harvest, i))->list, ==, SP_LIST_FRESH);
  g_assert_cmpuint (sp_table_fetcher_get_n_reads (source), ==, 1 + 2 + 2);
  g_assert_finalize_object (source);
  g_assert_finalize_object (clock);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/prefetcher/quota/kept", test_kept);
  g_test_add_func ("/engine/prefetcher/quota/days", test_days);
  g_test_add_func ("/engine/prefetcher/quota/pauses", test_pauses);
  g_test_add_func ("/engine/prefetcher/quota/max-wait", test_max_wait);
  g_test_add_func ("/engine/prefetcher/quota/wait-is-shown", test_wait_is_shown);
  g_test_add_func ("/engine/prefetcher/quota/refused-by-surprise", test_refused_by_surprise);

  return g_test_run ();
}
