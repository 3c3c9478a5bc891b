/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-cache-fixture.h"
#include "sp-cache-store.h"
#include "sp-cache-worker.h"
#include "support/sp-test-sync.h"
#include "support/sp-test-values.h"

#include <string.h>

#define N_RUNNERS SP_CACHE_FIXTURE_N_RUNNERS
#define N_GROUPS SP_CACHE_FIXTURE_N_GROUPS
#define CALLS(fixture, op) sp_test_fetcher_get_n_calls (SP_TEST_FETCHER ((fixture)->source), (op))

#define ADD(path, func) \
  g_test_add ((path), SpCacheFixture, NULL, sp_cache_fixture_set_up, (func), sp_cache_fixture_tear_down)

static void
a_day_later (SpCacheFixture *fixture)
{
  sp_test_clock_advance (fixture->clock, (gint64) 86400 * G_USEC_PER_SEC);
}

static void
check_whole (SpHarvest   *harvest,
             SpListState  state)
{
  for (guint i = 0; i < N_RUNNERS; i++)
    {
      SpBlock *block = sp_harvest_find_block (harvest, 1001 + i);

      g_assert_cmpint (sp_block_get_info (block)->list, ==, state);
      for (guint j = 0; j < N_GROUPS; j++)
        {
          guint n_found;
          const SpFound *found = sp_block_find_efforts (block, 501 + j, &n_found);

          g_assert_cmpuint (n_found, ==, 1);
          g_assert_cmpint (sp_block_get_effort (block, found, NULL, NULL)->elapsed_s, ==, 300 + i + j);
        }
    }
}

/* With nothing new, a second run costs one list per runner and no other read. */
static void
test_second_run (SpCacheFixture *fixture,
                 gconstpointer   data)
{
  g_autoptr (SpHarvest) first = sp_cache_fixture_run (fixture, "on");
  g_autoptr (SpHarvest) second = NULL;

  check_whole (first, SP_LIST_FRESH);
  a_day_later (fixture);
  second = sp_cache_fixture_run (fixture, "on");
  check_whole (second, SP_LIST_FRESH);
  g_assert_cmpuint (CALLS (fixture, SP_TEST_LIST), ==, N_RUNNERS);
  g_assert_cmpuint (CALLS (fixture, SP_TEST_ANY), ==, N_RUNNERS);
}

/* In the same run nothing is asked twice: that is how one that was cut off goes on. */
static void
test_same_run (SpCacheFixture *fixture,
               gconstpointer   data)
{
  G_GNUC_UNUSED g_autoptr (SpHarvest) first = sp_cache_fixture_run (fixture, "on");
  g_autoptr (SpHarvest) again = sp_cache_fixture_run (fixture, "on");

  check_whole (again, SP_LIST_FRESH);
  g_assert_cmpuint (CALLS (fixture, SP_TEST_ANY), ==, 0);
}

/* An edited activity is read again, a new one too, and one that is gone is gone. */
static void
test_changes (SpCacheFixture *fixture,
              gconstpointer   data)
{
  G_GNUC_UNUSED g_autoptr (SpHarvest) first = sp_cache_fixture_run (fixture, "on");
  g_autoptr (SpHarvest) second = NULL;
  guint n_found;

  a_day_later (fixture);
  sp_table_fetcher_remove (fixture->source, 1001, 1001000);
  sp_table_fetcher_add (fixture->source, 1001, sp_test_activity (.id = 1001000, .start = "2026-01-06T18:00:00",
                                                                .distance_m = 6000, .efforts = { { 501, 250 } }));
  sp_table_fetcher_add (fixture->source, 1002, sp_test_activity (.id = 77, .start = "2026-01-07T18:00:00",
                                                                .efforts = { { 501, 240 } }));
  sp_table_fetcher_remove (fixture->source, 1003, 1003000);
  second = sp_cache_fixture_run (fixture, "on");
  g_assert_cmpuint (CALLS (fixture, SP_TEST_LIST), ==, N_RUNNERS);
  g_assert_cmpuint (CALLS (fixture, SP_TEST_ACTIVITY), ==, 2);
  g_assert_cmpint (sp_block_get_effort (sp_harvest_find_block (second, 1001),
                                        sp_block_find_efforts (sp_harvest_find_block (second, 1001), 501, &n_found),
                                        NULL, NULL)->elapsed_s, ==, 250);
  sp_block_find_efforts (sp_harvest_find_block (second, 1002), 501, &n_found);
  g_assert_cmpuint (n_found, ==, 2);
  sp_block_find_efforts (sp_harvest_find_block (second, 1003), 501, &n_found);
  g_assert_cmpuint (n_found, ==, 0);
}

/* Efforts can appear later: a detail that was fetched soon after the activity's end is read again when it is due. */
static void
test_due (SpCacheFixture *fixture,
          gconstpointer   data)
{
  g_autoptr (SpHarvest) first = NULL;
  g_autoptr (SpHarvest) soon = NULL;
  g_autoptr (SpHarvest) later = NULL;
  g_autoptr (SpHarvest) over = NULL;

  sp_test_clock_step_wall (fixture->clock, sp_time_new (2026, 1, 6, 18, 40, 0) * G_USEC_PER_SEC
                                           - sp_clock_get_wall_us (SP_CLOCK (fixture->clock)));
  first = sp_cache_fixture_run (fixture, "on");
  g_assert_cmpuint (CALLS (fixture, SP_TEST_ACTIVITY), ==, N_RUNNERS);
  sp_test_clock_advance (fixture->clock, (gint64) 600 * G_USEC_PER_SEC);
  soon = sp_cache_fixture_run (fixture, "on");
  g_assert_cmpuint (CALLS (fixture, SP_TEST_ACTIVITY), ==, 0);
  sp_test_clock_advance (fixture->clock, (gint64) 3600 * G_USEC_PER_SEC);
  later = sp_cache_fixture_run (fixture, "on");
  g_assert_cmpuint (CALLS (fixture, SP_TEST_ACTIVITY), ==, N_RUNNERS);
  for (int day = 0; day < 10; day++)
    a_day_later (fixture);
  over = sp_cache_fixture_run (fixture, "on");
  g_assert_cmpuint (CALLS (fixture, SP_TEST_ACTIVITY), ==, 2 * N_RUNNERS);
}

static void
test_offline (SpCacheFixture *fixture,
              gconstpointer   data)
{
  g_autoptr (SpHarvest) nothing = sp_cache_fixture_run (fixture, "offline");
  g_autoptr (SpHarvest) first = NULL;
  g_autoptr (SpHarvest) held = NULL;

  g_assert_cmpuint (CALLS (fixture, SP_TEST_ANY), ==, 0);
  for (guint i = 0; i < N_RUNNERS; i++)
    {
      g_assert_cmpint (sp_block_get_info (sp_harvest_get_block (nothing, i))->list, ==, SP_LIST_FAILED);
      g_assert_cmpint (sp_block_get_info (sp_harvest_get_block (nothing, i))->error_code, ==,
                       SP_FETCH_ERROR_NOT_CACHED);
    }
  first = sp_cache_fixture_run (fixture, "on");
  a_day_later (fixture);
  held = sp_cache_fixture_run (fixture, "offline");
  check_whole (held, SP_LIST_STALE);
  g_assert_cmpuint (CALLS (fixture, SP_TEST_ANY), ==, 0);
}

/* An outage shows the last data; what failed takes the place of nothing. */
static void
test_outage (SpCacheFixture *fixture,
             gconstpointer   data)
{
  g_autoptr (SpHarvest) first = sp_cache_fixture_run (fixture, "on");
  g_autoptr (GError) offline = g_error_new (SP_FETCH_ERROR, SP_FETCH_ERROR_OFFLINE, "Off.");
  g_autoptr (SpHarvest) old = NULL;
  g_autoptr (SpHarvest) healed = NULL;

  a_day_later (fixture);
  sp_test_fetcher_fail (SP_TEST_FETCHER (fixture->source), SP_TEST_ANY, 1, G_MAXUINT, offline);
  old = sp_cache_fixture_run (fixture, "on");
  check_whole (old, SP_LIST_STALE);
  g_assert_cmpint (sp_block_get_info (sp_harvest_get_block (old, 0))->fetched_at_s, ==,
                   sp_block_get_info (sp_harvest_get_block (first, 0))->fetched_at_s);
  sp_test_fetcher_heal (SP_TEST_FETCHER (fixture->source));
  healed = sp_cache_fixture_run (fixture, "on");
  check_whole (healed, SP_LIST_FRESH);
}

/* A list of several pages is kept whole or not at all. */
static void
test_pages (SpCacheFixture *fixture,
            gconstpointer   data)
{
  g_autoptr (GError) failed = g_error_new (SP_FETCH_ERROR, SP_FETCH_ERROR_NOT_FOUND, "Gone.");
  g_autoptr (SpHarvest) cut = NULL;
  g_autoptr (SpHarvest) whole = NULL;
  g_autoptr (SpHarvest) again = NULL;

  sp_table_fetcher_get_settings (fixture->source)->page_size = 2;
  sp_test_fetcher_fail (SP_TEST_FETCHER (fixture->source), SP_TEST_LIST, 4, 3, failed);
  cut = sp_cache_fixture_run (fixture, "on");
  g_assert_cmpint (sp_block_get_info (sp_harvest_get_block (cut, 0))->list, ==, SP_LIST_FAILED);
  sp_test_fetcher_heal (SP_TEST_FETCHER (fixture->source));
  whole = sp_cache_fixture_run (fixture, "on");
  check_whole (whole, SP_LIST_FRESH);
  again = sp_cache_fixture_run (fixture, "on");
  check_whole (again, SP_LIST_FRESH);
  g_assert_cmpuint (CALLS (fixture, SP_TEST_LIST), ==, 0);
}

/* A run that is gone on with begins each list where the one before was cut off. */
static void
test_pages_resumed (SpCacheFixture *fixture,
                    gconstpointer   data)
{
  SpCacheFetcher *cache = sp_cache_fixture_open (fixture, "on");
  SpCacheFetcher *again = sp_cache_fixture_open (fixture, "on");
  g_autoptr (SpAthlete) athlete = sp_athlete_new (1001, "One");
  const SpPeriod period = { sp_test_time ("2026-01-01"), sp_test_time ("2026-02-01") };
  const SpPeriod other = { sp_test_time ("2026-01-01"), sp_test_time ("2026-02-02") };
  g_autofree char *cursor = NULL;

  sp_table_fetcher_get_settings (fixture->source)->page_size = 2;
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (SpActivityPage) page = sp_test_list (SP_FETCHER (i == 0 ? cache : again), athlete, &period, NULL,
                                                      SP_POLICY_DEFAULT, NULL, NULL);

      g_assert_cmpuint (sp_activity_page_get_n (page), ==, 2);
      g_assert_cmpint (sp_activity_page_get_origin (page)->from_cache, ==, i == 1);
      g_free (cursor);
      cursor = g_strdup (sp_activity_page_get_next_cursor (page));
      g_assert_nonnull (cursor);
    }
  g_assert_cmpuint (CALLS (fixture, SP_TEST_LIST), ==, 1);
  /* What has only begun is no list for whoever may not ask for the rest, and none of another period. */
  g_assert_null (sp_test_list (SP_FETCHER (again), athlete, &period, NULL, SP_POLICY_CACHED_ONLY, NULL, NULL));
  {
    g_autoptr (SpActivityPage) page = sp_test_list (SP_FETCHER (again), athlete, &other, NULL, SP_POLICY_DEFAULT, NULL,
                                                    NULL);

    g_assert_false (sp_activity_page_get_origin (page)->from_cache);
  }
  sp_test_assert_finalize_late (cache);
  sp_cache_worker_await_closed ();
  sp_test_settle ();
  sp_test_assert_finalize_late (again);
  sp_cache_worker_await_closed ();
  {
    g_autoptr (SpHarvest) whole = sp_cache_fixture_run (fixture, "on");

    check_whole (whole, SP_LIST_FRESH);
  }
}

/* A list is as old as its oldest page, which may have been fetched long before the last. */
static void
test_slow_pages (SpCacheFixture *fixture,
                 gconstpointer   data)
{
  SpCacheFetcher *cache = sp_cache_fixture_open (fixture, "on");
  gint64 began_s = sp_clock_get_wall_us (SP_CLOCK (fixture->clock)) / G_USEC_PER_SEC;
  g_autoptr (SpAthlete) athlete = sp_athlete_new (1001, "One");
  const SpPeriod period = { sp_test_time ("2026-01-01"), sp_test_time ("2026-02-01") };
  g_autofree char *cursor = NULL;

  sp_table_fetcher_get_settings (fixture->source)->page_size = 2;
  do
    {
      g_autoptr (SpActivityPage) page = sp_test_list (SP_FETCHER (cache), athlete, &period, cursor, SP_POLICY_DEFAULT,
                                                      NULL, NULL);

      g_free (cursor);
      cursor = g_strdup (sp_activity_page_get_next_cursor (page));
      a_day_later (fixture);
    }
  while (cursor != NULL);
  {
    g_autoptr (SpActivityPage) held = sp_test_list (SP_FETCHER (cache), athlete, &period, NULL, SP_POLICY_CACHED_ONLY,
                                                    NULL, NULL);

    g_assert_cmpuint (sp_activity_page_get_n (held), ==, 4);
    g_assert_cmpint (sp_activity_page_get_origin (held)->fetched_at_s, ==, began_s);
  }
  sp_test_settle ();
  sp_test_assert_finalize_late (cache);
  sp_cache_worker_await_closed ();
}

static void
spoil (SpCacheFixture *fixture,
       const char *text)
{
  g_autofree char *path = g_build_filename (fixture->directory, "answers.db", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/* A file that is no database, or a newer one's, is set aside, and everything is fetched anew. */
static void
test_damaged (SpCacheFixture *fixture,
              gconstpointer   data)
{
  g_autofree char *aside = g_build_filename (fixture->directory, "answers.db.corrupt-1", NULL);
  g_autofree char *newer = g_build_filename (fixture->directory, "answers.db.corrupt-2", NULL);
  g_autoptr (SpHarvest) first = NULL;
  g_autoptr (SpHarvest) second = NULL;
  SpCacheDb *db;

  spoil (fixture, "This is not a database, and it is longer than the sixteen bytes that tell one.");
  first = sp_cache_fixture_run (fixture, "on");
  check_whole (first, SP_LIST_FRESH);
  g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));

  db = sp_cache_db_open (fixture->directory);
  g_assert_null (sp_cache_db_get_note (db));
  g_assert_true (sp_cache_db_exec (db, "PRAGMA user_version = 99"));
  sp_cache_db_close (db);
  second = sp_cache_fixture_run (fixture, "on");
  check_whole (second, SP_LIST_FRESH);
  g_assert_true (g_file_test (newer, G_FILE_TEST_EXISTS));
}

/* Damage is found wherever it is: each page in turn is overwritten, and no board is wrong for it. */
static void
test_damaged_inside (SpCacheFixture *fixture,
                     gconstpointer   data)
{
  g_autofree char *path = g_build_filename (fixture->directory, "answers.db", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (SpHarvest) first = NULL;
  guint n_found = 0;
  gsize size;

  first = sp_cache_fixture_run (fixture, "on");
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  for (gsize at = 4096; at < size; at += 4096)
    {
      g_autoptr (SpHarvest) harvest = NULL;
      g_autofree char *damaged = g_memdup2 (bytes, size);

      memset (damaged + at, 0xa5, 2048);
      g_assert_true (g_file_set_contents (path, damaged, (gssize) size, NULL));
      harvest = sp_cache_fixture_run (fixture, "on");
      check_whole (harvest, SP_LIST_FRESH);
      n_found += CALLS (fixture, SP_TEST_ANY) > 0;
    }
  g_assert_cmpuint (n_found, >, 5);
}

/* Where nothing can be written, answers are kept in memory, and the boards are right. */
static void
test_no_place (SpCacheFixture *fixture,
               gconstpointer   data)
{
  g_autofree char *file = g_build_filename (fixture->directory, "a-file", NULL);
  char *directory = fixture->directory;
  g_autoptr (SpHarvest) first = NULL;

  g_file_set_contents (file, "x", -1, NULL);
  fixture->directory = g_build_filename (file, "below", NULL);
  first = sp_cache_fixture_run (fixture, "on");
  check_whole (first, SP_LIST_FRESH);
  g_free (fixture->directory);
  fixture->directory = directory;
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/disk-cache/second-run", test_second_run);
  ADD ("/disk-cache/same-run", test_same_run);
  ADD ("/disk-cache/changes", test_changes);
  ADD ("/disk-cache/due", test_due);
  ADD ("/disk-cache/offline", test_offline);
  ADD ("/disk-cache/outage", test_outage);
  ADD ("/disk-cache/pages", test_pages);
  ADD ("/disk-cache/pages-resumed", test_pages_resumed);
  ADD ("/disk-cache/slow-pages", test_slow_pages);
  ADD ("/disk-cache/damaged", test_damaged);
  ADD ("/disk-cache/damaged-inside", test_damaged_inside);
  ADD ("/disk-cache/no-place", test_no_place);

  return g_test_run ();
}
