/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-cache-fixture.h"
#include "sp-cache-worker.h"

#include "support/sp-test-folder.h"
#include "support/sp-test-sync.h"

void
sp_cache_fixture_set_up (SpCacheFixture *fixture,
                         gconstpointer   data)
{
  fixture->clock = sp_test_clock_new (SP_TEST_SERIES_NOW);
  fixture->source = sp_test_series_source (fixture->clock, SP_CACHE_FIXTURE_N_RUNNERS, SP_CACHE_FIXTURE_N_GROUPS);
  fixture->competition = sp_test_series_competition (SP_CACHE_FIXTURE_N_RUNNERS, SP_CACHE_FIXTURE_N_GROUPS);
  fixture->directory = g_dir_make_tmp ("sp-disk-cache-XXXXXX", NULL);
}

void
sp_cache_fixture_tear_down (SpCacheFixture *fixture,
                            gconstpointer   data)
{
  sp_test_remove_folder (fixture->directory);
  g_clear_object (&fixture->competition);
  g_assert_finalize_object (fixture->source);
  g_assert_finalize_object (fixture->clock);
  g_free (fixture->directory);
}

SpCacheFetcher *
sp_cache_fixture_open (SpCacheFixture *fixture,
                       const char     *mode)
{
  g_autoptr (SpFetcherContext) context = NULL;
  SpCacheFetcher *cache = g_object_new (SP_TYPE_CACHE_FETCHER, "upstream", fixture->source, "mode",
                                        g_str_equal (mode, "offline") ? 1 : 0, NULL);

  context = sp_fetcher_context_new (SP_CLOCK (fixture->clock), "test", fixture->directory, NULL,
                                    sp_clock_get_wall_us (SP_CLOCK (fixture->clock)) / G_USEC_PER_SEC);
  sp_fetcher_set_context (SP_FETCHER (cache), context);

  return cache;
}

SpHarvest *
sp_cache_fixture_run (SpCacheFixture *fixture,
                      const char     *mode)
{
  SpCacheFetcher *cache = sp_cache_fixture_open (fixture, mode);
  SpHarvest *harvest;

  sp_test_fetcher_forget_calls (SP_TEST_FETCHER (fixture->source));
  harvest = sp_test_prefetch (SP_FETCHER (cache), fixture->clock, fixture->competition, NULL, NULL, NULL);
  sp_test_assert_finalize_late (cache);
  sp_cache_worker_await_closed ();

  return harvest;
}
