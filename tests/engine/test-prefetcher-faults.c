/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-prefetcher.h"

#include "model/sp-sports.h"
#include "support/sp-caching-fetcher.h"
#include "support/sp-test-series.h"
#include "support/sp-test-sync.h"

#define N_RUNNERS 5
#define N_GROUPS 3

static GError *
make_error (SpFetchError code)
{
  return g_error_new (SP_FETCH_ERROR, code, "Made to fail (%u).", code);
}

/* TestPrefetchIntegration.test_prefetch_uses_disk_cache_on_rate_limit: three refusals with two waits, then old data. */
static void
test_stale_after_three_429_with_two_waits (void)
{
  SpTestClock *clock = sp_test_clock_new (SP_TEST_SERIES_NOW);
  SpTableFetcher *source = sp_test_series_source (clock, 2, 2);
  SpCachingFetcher *cache = sp_caching_fetcher_new (SP_FETCHER (source));
  g_autoptr (SpCompetition) competition = sp_test_series_competition (2, 2);
  g_autoptr (GError) refused = make_error (SP_FETCH_ERROR_RATE_LIMITED);
  g_autoptr (SpHarvest) before = NULL;
  g_autoptr (SpHarvest) harvest = NULL;
  const SpBlockInfo *info;
  guint n_waits, n_found;

  sp_test_begin_run (SP_FETCHER (cache), clock);
  before = sp_test_prefetch (SP_FETCHER (cache), clock, competition, NULL, NULL, NULL);
  sp_test_clock_advance (clock, (gint64) 86400 * G_USEC_PER_SEC);
  sp_test_begin_run (SP_FETCHER (cache), clock);
  sp_test_fetcher_fail_athlete (SP_TEST_FETCHER (source), SP_TEST_LIST, 1001, G_MAXUINT, refused);
  sp_test_fetcher_forget_calls (SP_TEST_FETCHER (source));
  n_waits = sp_test_clock_get_n_waits (clock);

  harvest = sp_test_prefetch (SP_FETCHER (cache), clock, competition, NULL, NULL, NULL);
  info = sp_block_get_info (sp_harvest_find_block (harvest, 1001));
  g_assert_cmpint (info->list, ==, SP_LIST_STALE);
  g_assert_cmpint (info->error_code, ==, SP_FETCH_ERROR_RATE_LIMITED);
  g_assert_cmpuint (info->n_retries, ==, 2);
  g_assert_cmpint (info->fetched_at_s, ==, sp_block_get_info (sp_harvest_find_block (before, 1001))->fetched_at_s);
  g_assert_cmpuint (sp_test_fetcher_get_n_calls (SP_TEST_FETCHER (source), SP_TEST_LIST), ==, 3 + 1);
  g_assert_cmpuint (sp_test_clock_get_n_waits (clock) - n_waits, ==, 2);
  g_assert_cmpint (sp_test_clock_get_wait_us (clock, n_waits), ==, 2 * G_USEC_PER_SEC);
  g_assert_cmpint (sp_test_clock_get_wait_us (clock, n_waits + 1), ==, 4 * G_USEC_PER_SEC);
  sp_block_find_efforts (sp_harvest_find_block (harvest, 1001), 501, &n_found);
  g_assert_cmpuint (n_found, ==, 1);
  g_assert_cmpint (sp_block_get_info (sp_harvest_find_block (harvest, 1002))->list, ==, SP_LIST_FRESH);

  g_assert_finalize_object (cache);
  g_assert_finalize_object (source);
  g_assert_finalize_object (clock);
}

/* TestPrefetchIntegration.test_prefetch_records_error_when_no_cache: failed, with its reason. */
static void
test_records_error_when_no_cache (void)
{
  SpTestClock *clock = sp_test_clock_new (SP_TEST_SERIES_NOW);
  SpTableFetcher *source = sp_test_series_source (clock, 2, 1);
  g_autoptr (SpCompetition) competition = sp_test_series_competition (2, 1);
  g_autoptr (GError) refused = make_error (SP_FETCH_ERROR_RATE_LIMITED);
  g_autoptr (SpHarvest) harvest = NULL;
  const SpBlockInfo *info;

  sp_test_fetcher_fail_athlete (SP_TEST_FETCHER (source), SP_TEST_LIST, 1001, G_MAXUINT, refused);
  harvest = sp_test_prefetch (SP_FETCHER (source), clock, competition, NULL, NULL, NULL);
  info = sp_block_get_info (sp_harvest_find_block (harvest, 1001));
  g_assert_cmpint (info->list, ==, SP_LIST_FAILED);
  g_assert_cmpstr (info->reason, ==, refused->message);
  g_assert_cmpuint (info->n_retries, ==, 2);
  g_assert_cmpint (sp_block_get_info (sp_harvest_find_block (harvest, 1002))->list, ==, SP_LIST_FRESH);
  g_assert_finalize_object (source);
  g_assert_finalize_object (clock);
}

/* A retired connection is not asked again and again: what is left of that runner is unknown at once. */
static void
test_dead_runner (void)
{
  SpTestClock *clock = sp_test_clock_new (SP_TEST_SERIES_NOW);
  SpTableFetcher *source = sp_test_series_source (clock, 2, 4);
  g_autoptr (SpCompetition) competition = sp_test_series_competition (2, 4);
  g_autoptr (GError) dead = make_error (SP_FETCH_ERROR_UNAUTHORIZED);
  g_autoptr (SpHarvest) harvest = NULL;
  SpPrefetchOptions options = SP_PREFETCH_OPTIONS_DEFAULT;
  guint n_unknown = 0;

  options.max_workers = 1;
  sp_test_fetcher_fail_athlete (SP_TEST_FETCHER (source), SP_TEST_ACTIVITY, 1001, G_MAXUINT, dead);
  harvest = sp_test_prefetch (SP_FETCHER (source), clock, competition, &options, NULL, NULL);
  for (guint i = 0; i < sp_block_get_n (sp_harvest_find_block (harvest, 1001)); i++)
    n_unknown += sp_block_get_state (sp_harvest_find_block (harvest, 1001), i) == SP_DETAIL_UNKNOWN;
  g_assert_cmpuint (n_unknown, ==, 4);
  g_assert_cmpuint (sp_test_fetcher_get_n_calls (SP_TEST_FETCHER (source), SP_TEST_ACTIVITY), ==, 1 + 4);
  g_assert_finalize_object (source);
  g_assert_finalize_object (clock);
}

/* Where details can not be had, the source's list of efforts tells what it can. */
static void
test_second_source (void)
{
  SpTestClock *clock = sp_test_clock_new (SP_TEST_SERIES_NOW);
  SpTableFetcher *source = sp_test_series_source (clock, 2, 2);
  g_autoptr (SpCompetition) competition = sp_test_series_competition (2, 2);
  g_autoptr (GError) failed = make_error (SP_FETCH_ERROR_FAILED);
  g_autoptr (SpHarvest) harvest = NULL;
  const SpFound *found;
  SpActivity *activity;
  guint n_found;

  sp_table_fetcher_get_settings (source)->lists_efforts = TRUE;
  sp_test_fetcher_fail_athlete (SP_TEST_FETCHER (source), SP_TEST_ACTIVITY, 1002, G_MAXUINT, failed);
  harvest = sp_test_prefetch (SP_FETCHER (source), clock, competition, NULL, NULL, NULL);
  found = sp_block_find_efforts (sp_harvest_find_block (harvest, 1002), 502, &n_found);
  g_assert_cmpuint (n_found, ==, 2);
  sp_block_get_effort (sp_harvest_find_block (harvest, 1002), &found[1], &activity, NULL);
  g_assert_cmpstr (sp_activity_get_sport (activity), ==, "Ride");
  g_assert_cmpint (sp_block_get_state (sp_harvest_find_block (harvest, 1002), 0), ==, SP_DETAIL_UNKNOWN);
  g_assert_cmpuint (sp_test_fetcher_get_n_calls (SP_TEST_FETCHER (source), SP_TEST_EFFORTS), ==, 2);
  g_assert_finalize_object (source);
  g_assert_finalize_object (clock);
}

/* Each effort is either found or accounted for: its runner's list is not known, or its activity is not. */
static void
check_accounted (SpHarvest *harvest)
{
  g_assert_true (sp_harvest_get_info (harvest)->sealed);
  for (guint i = 0; i < N_RUNNERS; i++)
    {
      SpBlock *block = sp_harvest_find_block (harvest, 1001 + i);
      const SpBlockInfo *info = sp_block_get_info (block);

      g_assert_cmpint (info->list, !=, SP_LIST_PENDING);
      g_assert_false (info->asking);
      if (info->list == SP_LIST_FAILED)
        {
          g_assert_nonnull (info->reason);
          continue;
        }
      g_assert_cmpuint (sp_block_get_n (block), >=, 2 * N_GROUPS);
      for (guint j = 0; j < sp_block_get_n (block); j++)
        {
          SpActivity *activity = sp_block_get_activity (block, j);
          gboolean wanted = g_str_equal (sp_activity_get_sport (activity), "Run")
                            && sp_activity_get_id (activity) % 1000 < 900;

          g_assert_true (!wanted || sp_block_get_state (block, j) != SP_DETAIL_NOT_HELD);
          if (sp_block_get_state (block, j) == SP_DETAIL_UNKNOWN)
            g_assert_nonnull (sp_block_get_reason (block, j));
        }
    }
}

/* Each error on the N-th call of each operation, once and for ever, for each N. */
static void
test_nth_call (void)
{
  static const SpTestOp ops[] = { SP_TEST_LIST, SP_TEST_ACTIVITY, SP_TEST_SEGMENT };
  g_autoptr (SpCompetition) competition = sp_test_series_competition (N_RUNNERS, N_GROUPS);

  for (int code = SP_FETCH_ERROR_FAILED; code <= SP_FETCH_ERROR_NOT_CACHED; code++)
    for (guint op = 0; op < G_N_ELEMENTS (ops); op++)
      for (guint nth = 1; nth <= N_RUNNERS * N_GROUPS + 1; nth++)
        for (guint times = 1; times <= 4; times += 3)
          {
            SpTestClock *clock = sp_test_clock_new (SP_TEST_SERIES_NOW);
            SpTableFetcher *source = sp_test_series_source (clock, N_RUNNERS, N_GROUPS);
            g_autoptr (GError) planted = make_error (code);
            g_autoptr (GError) error = NULL;
            g_autoptr (SpHarvest) harvest = NULL;

            sp_test_fetcher_fail (SP_TEST_FETCHER (source), ops[op], nth, times, planted);
            harvest = sp_test_prefetch (SP_FETCHER (source), clock, competition, NULL, NULL, &error);
            g_assert_no_error (error);
            check_accounted (harvest);
            g_assert_finalize_object (source);
            g_assert_finalize_object (clock);
          }
}

/* A failure that passes leaves no trace but the count of attempts. */
static void
test_passing_failure (void)
{
  SpTestClock *clock = sp_test_clock_new (SP_TEST_SERIES_NOW);
  SpTableFetcher *source = sp_test_series_source (clock, 1, 1);
  g_autoptr (SpCompetition) competition = sp_test_series_competition (1, 1);
  g_autoptr (GError) offline = make_error (SP_FETCH_ERROR_OFFLINE);
  g_autoptr (SpHarvest) harvest = NULL;

  sp_test_fetcher_fail (SP_TEST_FETCHER (source), SP_TEST_LIST, 1, 2, offline);
  sp_test_fetcher_fail (SP_TEST_FETCHER (source), SP_TEST_ACTIVITY, 1, 1, offline);
  harvest = sp_test_prefetch (SP_FETCHER (source), clock, competition, NULL, NULL, NULL);
  g_assert_cmpint (sp_block_get_info (sp_harvest_get_block (harvest, 0))->list, ==, SP_LIST_FRESH);
  g_assert_cmpuint (sp_block_get_info (sp_harvest_get_block (harvest, 0))->n_retries, ==, 3);
  g_assert_null (sp_block_get_info (sp_harvest_get_block (harvest, 0))->reason);
  g_assert_finalize_object (source);
  g_assert_finalize_object (clock);
}

static const char *
get_sport (int code)
{
  SpTestClock *clock = sp_test_clock_new (SP_TEST_SERIES_NOW);
  SpTableFetcher *source = sp_test_series_source (clock, 1, 1);
  g_autoptr (SpCompetition) competition = sp_test_series_competition (1, 1);
  g_autoptr (GError) planted = make_error (code);
  g_autoptr (SpHarvest) harvest = NULL;
  SpSegment *segment;
  const char *sport;

  sp_test_fetcher_fail (SP_TEST_FETCHER (source), SP_TEST_SEGMENT, 1, G_MAXUINT, planted);
  harvest = sp_test_prefetch (SP_FETCHER (source), clock, competition, NULL, NULL, NULL);
  segment = sp_harvest_find_segment (harvest, 501);
  sport = segment != NULL ? g_intern_string (sp_segment_get_sport (segment)) : NULL;
  g_assert_finalize_object (source);
  g_assert_finalize_object (clock);

  return sport;
}

/* A segment that could not be read is not one of which the source tells nothing: with the latter runs and rides count,
 * with the former nothing is known. */
static void
test_segment_not_had (void)
{
  g_assert_cmpstr (get_sport (SP_FETCH_ERROR_NOT_FOUND), ==, SP_SPORTS_NOT_HAD);
  g_assert_cmpstr (get_sport (SP_FETCH_ERROR_FAILED), ==, SP_SPORTS_NOT_HAD);
  g_assert_cmpstr (get_sport (SP_FETCH_ERROR_PROTOCOL), ==, SP_SPORTS_NOT_HAD);
  g_assert_null (get_sport (SP_FETCH_ERROR_UNSUPPORTED));
  g_assert_null (get_sport (SP_FETCH_ERROR_NOT_CACHED));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/prefetcher/segment-not-had", test_segment_not_had);

  g_test_add_func ("/engine/prefetcher/stale-after-three-429-with-two-waits",
                   test_stale_after_three_429_with_two_waits);
  g_test_add_func ("/engine/prefetcher/records-error-when-no-cache", test_records_error_when_no_cache);
  g_test_add_func ("/engine/prefetcher/dead-runner", test_dead_runner);
  g_test_add_func ("/engine/prefetcher/second-source", test_second_source);
  g_test_add_func ("/engine/prefetcher/nth-call", test_nth_call);
  g_test_add_func ("/engine/prefetcher/passing-failure", test_passing_failure);

  return g_test_run ();
}
