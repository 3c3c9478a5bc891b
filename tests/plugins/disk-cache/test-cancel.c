/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A run that is cancelled at each of its steps, and gone on with: nothing that was read is read again. */
#include "sp-cache-fixture.h"
#include "sp-cache-worker.h"

#include "engine/sp-prefetcher.h"
#include "support/sp-test-sync.h"

#define N_RUNNERS SP_CACHE_FIXTURE_N_RUNNERS
#define N_GROUPS SP_CACHE_FIXTURE_N_GROUPS
#define PAGE_SIZE 2
#define MAX_IN_FLIGHT 4

/* Cancels when so many steps are done. */
typedef struct
{
  GCancellable *cancellable;
  guint         n_left;
} Stop;

static void
changed_cb (SpPrefetcher *prefetcher,
            Stop         *stop)
{
  if (stop->n_left > 0 && --stop->n_left == 0)
    g_cancellable_cancel (stop->cancellable);
}

static SpHarvest *
run (SpCacheFixture *fixture,
     Stop           *stop)
{
  SpCacheFetcher *cache = sp_cache_fixture_open (fixture, "on");
  SpPrefetchOptions options = SP_PREFETCH_OPTIONS_DEFAULT;
  SpPrefetcher *prefetcher = sp_prefetcher_new (SP_FETCHER (cache), SP_CLOCK (fixture->clock));
  g_autoptr (GAsyncResult) result = NULL;
  SpHarvest *harvest;

  options.now_local_s = sp_clock_get_wall_us (SP_CLOCK (fixture->clock)) / G_USEC_PER_SEC;
  g_signal_connect (prefetcher, "changed", G_CALLBACK (changed_cb), stop);
  sp_prefetcher_run_async (prefetcher, fixture->competition, &options, stop->cancellable, sp_test_store_result,
                           &result);
  harvest = sp_prefetcher_run_finish (prefetcher, sp_test_await (&result), NULL);
  g_clear_object (&result);
  sp_test_settle ();
  sp_test_assert_finalize_late (prefetcher);
  sp_test_assert_finalize_late (cache);
  sp_cache_worker_await_closed ();

  return harvest;
}

/* Returns whether the run had so many steps. */
static gboolean
try_nth (guint  nth,
         guint *n_needed)
{
  SpCacheFixture fixture = { NULL };
  Stop stop = { g_cancellable_new (), nth }, never = { NULL, 0 };
  g_autoptr (SpHarvest) cut = NULL;
  g_autoptr (SpHarvest) whole = NULL;
  gboolean was_cut;
  guint n_reads;

  sp_cache_fixture_set_up (&fixture, NULL);
  sp_table_fetcher_get_settings (fixture.source)->page_size = PAGE_SIZE;
  cut = run (&fixture, &stop);
  was_cut = sp_harvest_get_info (cut)->cancelled;
  whole = run (&fixture, &never);
  g_assert_false (sp_harvest_get_info (whole)->cancelled);
  for (guint i = 0; i < N_RUNNERS; i++)
    for (guint j = 0; j < N_GROUPS; j++)
      {
        SpBlock *block = sp_harvest_find_block (whole, 1001 + i);
        guint n_found;

        g_assert_cmpint (sp_block_get_info (block)->list, ==, SP_LIST_FRESH);
        sp_block_find_efforts (block, 501 + j, &n_found);
        g_assert_cmpuint (n_found, ==, 1);
      }
  n_reads = sp_test_fetcher_get_n_calls (SP_TEST_FETCHER (fixture.source), SP_TEST_ANY);
  if (!was_cut)
    *n_needed = n_reads;
  g_assert_cmpuint (n_reads, <=, *n_needed + MAX_IN_FLIGHT);
  sp_cache_fixture_tear_down (&fixture, NULL);
  g_object_unref (stop.cancellable);

  return was_cut;
}

static void
test_nth (void)
{
  guint n_needed = 0, nth;

  g_assert_false (try_nth (G_MAXUINT, &n_needed));
  g_assert_cmpuint (n_needed, ==, N_GROUPS + 2 * N_RUNNERS + N_GROUPS * N_RUNNERS);
  for (nth = 1; nth < 500 && try_nth (nth, &n_needed); nth++)
    ;
  g_assert_cmpuint (nth, >, 10);
  g_assert_cmpuint (nth, <, 500);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/disk-cache/cancel/nth", test_nth);

  return g_test_run ();
}
