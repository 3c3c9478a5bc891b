/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-prefetcher.h"

#include "model/sp-competition-builder.h"
#include "support/sp-test-series.h"
#include "support/sp-test-sync.h"
#include "support/sp-test-values.h"

#define CALLS(source, op) sp_test_fetcher_get_n_calls (SP_TEST_FETCHER (source), (op))

static guint
count_states (SpHarvest   *harvest,
              SpListState  state)
{
  guint n = 0;

  for (guint i = 0; i < sp_harvest_get_n (harvest); i++)
    n += sp_block_get_info (sp_harvest_get_block (harvest, i))->list == state;

  return n;
}

/* TestPrefetchIntegration.test_prefetch_populates_cache: one list per runner and one detail per needed activity. */
static void
test_prefetch_populates (void)
{
  SpTestClock *clock = sp_test_clock_new (SP_TEST_SERIES_NOW);
  SpTableFetcher *source = sp_test_series_source (clock, 3, 2);
  g_autoptr (SpCompetition) competition = sp_test_series_competition (3, 2);
  g_autoptr (GError) error = NULL;
  g_autoptr (SpHarvest) harvest = NULL;

  harvest = sp_test_prefetch (SP_FETCHER (source), clock, competition, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (sp_harvest_get_info (harvest)->sealed);
  g_assert_false (sp_harvest_get_info (harvest)->cancelled);
  g_assert_cmpuint (sp_harvest_get_n (harvest), ==, 3);
  g_assert_cmpuint (count_states (harvest, SP_LIST_FRESH), ==, 3);
  g_assert_cmpuint (CALLS (source, SP_TEST_LIST), ==, 3);
  g_assert_cmpuint (CALLS (source, SP_TEST_ACTIVITY), ==, 3 * 2);
  g_assert_cmpuint (CALLS (source, SP_TEST_SEGMENT), ==, 2);
  g_assert_cmpuint (sp_test_fetcher_get_max_in_flight (SP_TEST_FETCHER (source)), <=, 4);
  g_assert_nonnull (sp_harvest_find_segment (harvest, 502));

  for (guint i = 0; i < 3; i++)
    {
      SpBlock *block = sp_harvest_find_block (harvest, 1001 + i);
      guint n_found;
      const SpFound *found = sp_block_find_efforts (block, 502, &n_found);

      g_assert_cmpuint (n_found, ==, 1);
      g_assert_cmpint (sp_block_get_effort (block, found, NULL, NULL)->elapsed_s, ==, 301 + i);
      g_assert_cmpuint (sp_block_get_n (block), ==, 4);
    }
  g_assert_finalize_object (source);
  g_assert_finalize_object (clock);
}

/* TestAPICallReduction: 5 runners x 4 segments make 5 list operations; the old way makes 20. */
static void
test_api_calls_scale_with_runners_not_segments (void)
{
  SpPrefetchOptions options = SP_PREFETCH_OPTIONS_DEFAULT;
  g_autoptr (SpCompetition) competition = sp_test_series_competition (5, 4);
  guint n_efforts[2] = { 0, 0 };

  for (int way = 0; way < 2; way++)
    {
      SpTestClock *clock = sp_test_clock_new (SP_TEST_SERIES_NOW);
      SpTableFetcher *source = sp_test_series_source (clock, 5, 4);
      g_autoptr (SpHarvest) harvest = NULL;

      options.strategy = way == 0 ? SP_STRATEGY_UNION : SP_STRATEGY_PER_SEGMENT;
      harvest = sp_test_prefetch (SP_FETCHER (source), clock, competition, &options, NULL, NULL);
      g_assert_cmpuint (CALLS (source, SP_TEST_LIST), ==, way == 0 ? 5 : 20);
      for (guint i = 0; i < 5; i++)
        for (guint j = 0; j < 4; j++)
          {
            guint n_found;

            sp_block_find_efforts (sp_harvest_get_block (harvest, i), 501 + j, &n_found);
            n_efforts[way] += n_found;
          }
      g_assert_finalize_object (source);
      g_assert_finalize_object (clock);
    }
  g_assert_cmpuint (n_efforts[0], ==, 20);
  g_assert_cmpuint (n_efforts[1], ==, 20);
}

/* A distance series reaches beyond the windows of the boards; the old way lists it as well. */
static void
test_series_beyond_windows (void)
{
  g_autoptr (SpCompetition) boards = sp_test_series_competition (2, 1);
  g_autoptr (SpCompetitionBuilder) builder = sp_competition_builder_new_from (boards);
  g_autoptr (SpCompetition) competition = NULL;
  g_autoptr (SpSeriesWindow) window = sp_series_window_new (&(SpSeriesWindowValues) {
    .key = "s", .start_local_s = sp_test_time ("2025-10-30T00:00:00"),
    .end_local_s = sp_test_time ("2025-11-05T23:59:59") });

  sp_competition_builder_put_series_window (builder, window);
  competition = sp_competition_builder_end (builder);
  for (int way = 0; way < 2; way++)
    {
      SpTestClock *clock = sp_test_clock_new (SP_TEST_SERIES_NOW);
      SpTableFetcher *source = sp_test_series_source (clock, 2, 1);
      SpPrefetchOptions options = SP_PREFETCH_OPTIONS_DEFAULT;
      g_autoptr (SpHarvest) harvest = NULL;

      options.strategy = way == 0 ? SP_STRATEGY_UNION : SP_STRATEGY_PER_SEGMENT;
      harvest = sp_test_prefetch (SP_FETCHER (source), clock, competition, &options, NULL, NULL);
      g_assert_cmpuint (sp_block_get_n (sp_harvest_get_block (harvest, 0)), ==, 3);
      g_assert_cmpuint (CALLS (source, SP_TEST_LIST), ==, way == 0 ? 2 : 4);
      g_assert_cmpuint (CALLS (source, SP_TEST_ACTIVITY), ==, 2);
      g_assert_finalize_object (source);
      g_assert_finalize_object (clock);
    }
}

static void
test_only_some (void)
{
  SpTestClock *clock = sp_test_clock_new (SP_TEST_SERIES_NOW);
  SpTableFetcher *source = sp_test_series_source (clock, 5, 2);
  g_autoptr (SpCompetition) competition = sp_test_series_competition (5, 2);
  g_autoptr (GPtrArray) only = g_ptr_array_new ();
  SpPrefetchOptions options = SP_PREFETCH_OPTIONS_DEFAULT;
  g_autoptr (SpHarvest) harvest = NULL;

  g_ptr_array_add (only, (gpointer) "1003");
  options.only = only;
  harvest = sp_test_prefetch (SP_FETCHER (source), clock, competition, &options, NULL, NULL);
  g_assert_cmpuint (sp_harvest_get_n (harvest), ==, 1);
  g_assert_nonnull (sp_harvest_find_block (harvest, 1003));
  g_assert_null (sp_harvest_find_block (harvest, 1001));
  g_assert_cmpuint (CALLS (source, SP_TEST_LIST), ==, 1);
  g_assert_finalize_object (source);
  g_assert_finalize_object (clock);
}

/* Before the first window opens nothing is asked. */
static void
test_future (void)
{
  SpTestClock *clock = sp_test_clock_new ("2025-12-01T12:00:00Z");
  SpTableFetcher *source = sp_test_series_source (clock, 3, 2);
  g_autoptr (SpCompetition) competition = sp_test_series_competition (3, 2);
  g_autoptr (GError) error = NULL;
  g_autoptr (SpHarvest) harvest = NULL;

  harvest = sp_test_prefetch (SP_FETCHER (source), clock, competition, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sp_harvest_get_n (harvest), ==, 0);
  g_assert_cmpuint (CALLS (source, SP_TEST_ANY), ==, 0);
  g_assert_finalize_object (source);
  g_assert_finalize_object (clock);
}

static void
test_pages (void)
{
  SpTestClock *clock = sp_test_clock_new (SP_TEST_SERIES_NOW);
  SpTableFetcher *source = sp_test_series_source (clock, 2, 4);
  g_autoptr (SpCompetition) competition = sp_test_series_competition (2, 4);
  g_autoptr (SpHarvest) harvest = NULL;

  sp_table_fetcher_get_settings (source)->page_size = 3;
  harvest = sp_test_prefetch (SP_FETCHER (source), clock, competition, NULL, NULL, NULL);
  g_assert_cmpuint (sp_block_get_n (sp_harvest_find_block (harvest, 1002)), ==, 8);
  g_assert_cmpuint (CALLS (source, SP_TEST_LIST), ==, 2 * 3);
  g_assert_cmpuint (CALLS (source, SP_TEST_ACTIVITY), ==, 2 * 4);
  g_assert_finalize_object (source);
  g_assert_finalize_object (clock);
}

static void
note_progress (SpProgress *progress,
               gpointer    user_data)
{
  const SpProgressValues *values = sp_progress_get_values (progress);
  double *last = user_data;

  g_assert_cmpfloat (sp_progress_get_part (progress), >=, *last);
  g_assert_cmpuint (values->n_runners_done, <=, values->n_runners);
  g_assert_cmpuint (values->n_details_done, <=, values->n_details);
  *last = sp_progress_get_part (progress);
}

/* Snapshots share the blocks that did not change, and the last is what is sealed. */
static void
test_progress_and_snapshots (void)
{
  SpTestClock *clock = sp_test_clock_new (SP_TEST_SERIES_NOW);
  SpTableFetcher *source = sp_test_series_source (clock, 9, 4);
  g_autoptr (SpCompetition) competition = sp_test_series_competition (9, 4);
  SpPrefetcher *prefetcher = sp_prefetcher_new (SP_FETCHER (source), SP_CLOCK (clock));
  SpPrefetchOptions options = SP_PREFETCH_OPTIONS_DEFAULT;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SpHarvest) first = NULL;
  g_autoptr (SpHarvest) second = NULL;
  g_autoptr (SpHarvest) last = NULL;
  double part = 0;

  options.now_local_s = sp_clock_get_wall_us (SP_CLOCK (clock)) / G_USEC_PER_SEC;
  g_signal_connect (sp_prefetcher_get_progress (prefetcher), "changed", G_CALLBACK (note_progress), &part);
  sp_prefetcher_run_async (prefetcher, competition, &options, NULL, sp_test_store_result, &result);
  while (sp_progress_get_values (sp_prefetcher_get_progress (prefetcher))->n_runners_done < 4)
    g_main_context_iteration (NULL, TRUE);
  first = sp_prefetcher_snapshot (prefetcher);
  g_assert_false (sp_harvest_get_info (first)->sealed);
  g_assert_cmpuint (count_states (first, SP_LIST_PENDING), >, 0);
  second = sp_prefetcher_snapshot (prefetcher);
  for (guint i = 0; i < 9; i++)
    g_assert_true (sp_harvest_get_block (first, i) == sp_harvest_get_block (second, i));

  sp_test_await (&result);
  last = sp_prefetcher_run_finish (prefetcher, result, NULL);
  g_assert_cmpuint (count_states (last, SP_LIST_FRESH), ==, 9);
  g_assert_cmpuint (count_states (first, SP_LIST_PENDING), >, 0);
  g_assert_cmpfloat (part, ==, 1);
  g_clear_object (&result);
  sp_test_settle ();
  g_assert_finalize_object (prefetcher);
  g_assert_finalize_object (source);
  g_assert_finalize_object (clock);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/prefetcher/prefetch-populates", test_prefetch_populates);
  g_test_add_func ("/engine/prefetcher/api-calls-scale-with-runners-not-segments",
                   test_api_calls_scale_with_runners_not_segments);
  g_test_add_func ("/engine/prefetcher/series-beyond-windows", test_series_beyond_windows);
  g_test_add_func ("/engine/prefetcher/only-some", test_only_some);
  g_test_add_func ("/engine/prefetcher/future", test_future);
  g_test_add_func ("/engine/prefetcher/pages", test_pages);
  g_test_add_func ("/engine/prefetcher/progress-and-snapshots", test_progress_and_snapshots);

  return g_test_run ();
}
