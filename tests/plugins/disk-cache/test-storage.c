/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-cache-fixture.h"
#include "sp-cache-store.h"
#include "sp-cache-worker.h"
#include "support/sp-test-sync.h"
#include "support/sp-test-values.h"

#include <string.h>

#define N_RUNNERS SP_CACHE_FIXTURE_N_RUNNERS
#define N_GROUPS SP_CACHE_FIXTURE_N_GROUPS

#define ADD(path, func) \
  g_test_add ((path), SpCacheFixture, NULL, sp_cache_fixture_set_up, (func), sp_cache_fixture_tear_down)

static gboolean
is_in_files (SpCacheFixture *fixture,
             const char *text)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->directory, 0, NULL);
  const char *name;
  gboolean found = FALSE;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->directory, name, NULL);
      g_autofree char *bytes = NULL;
      gsize size;

      g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
      for (gsize i = 0; !found && i + strlen (text) <= size; i++)
        found = memcmp (bytes + i, text, strlen (text)) == 0;
    }

  return found;
}

/* What is too old is deleted; of a runner who is forgotten no byte is left in any file. */
static void
test_purge_and_forget (SpCacheFixture *fixture,
                       gconstpointer   data)
{
  g_autoptr (SpHarvest) first = NULL;
  gint64 now_s = sp_clock_get_wall_us (SP_CLOCK (fixture->clock)) / G_USEC_PER_SEC;
  g_autoptr (SpSourceInfo) info = sp_fetcher_describe (SP_FETCHER (fixture->source));
  SpCacheDb *db;
  SpCacheFacts facts;

  sp_table_fetcher_add (fixture->source, 1002, sp_test_activity (.id = 78, .start = "2026-01-07T18:00:00",
                                                                .sport = "Unicycling-of-1002"));
  first = sp_cache_fixture_run (fixture, "on");
  g_assert_true (is_in_files (fixture, "Unicycling-of-1002"));
  db = sp_cache_db_open (fixture->directory);
  sp_cache_store_get_facts (db, &facts);
  g_assert_cmpuint (facts.n_lists, ==, N_RUNNERS);
  g_assert_cmpuint (facts.n_details, ==, N_RUNNERS * N_GROUPS);
  g_assert_cmpuint (facts.n_efforts, ==, N_RUNNERS * N_GROUPS);
  g_assert_cmpuint (facts.n_segments, ==, N_GROUPS);
  g_assert_cmpint (facts.oldest_s, ==, now_s);

  g_assert_true (sp_cache_store_forget (db, 1002, now_s));
  g_assert_false (is_in_files (fixture, "Unicycling-of-1002"));
  sp_cache_store_get_facts (db, &facts);
  g_assert_cmpuint (facts.n_lists, ==, N_RUNNERS - 1);
  g_assert_cmpuint (facts.n_details, ==, (N_RUNNERS - 1) * N_GROUPS);

  g_assert_true (sp_cache_store_purge (db, sp_source_info_get_cache_key (info), 100, now_s + 100));
  sp_cache_store_get_facts (db, &facts);
  g_assert_cmpuint (facts.n_lists, ==, N_RUNNERS - 1);
  g_assert_true (sp_cache_store_purge (db, "another source", 1, now_s + 100));
  sp_cache_store_get_facts (db, &facts);
  g_assert_cmpuint (facts.n_lists, ==, N_RUNNERS - 1);
  g_assert_true (sp_cache_store_purge (db, "another source", 1, now_s + 101));
  sp_cache_store_get_facts (db, &facts);
  g_assert_cmpuint (facts.n_lists + facts.n_details + facts.n_segments, ==, 0);
  sp_cache_db_close (db);
}

static void
forget_storage (SpFetcher *fetcher,
                SpAthlete *athlete)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  sp_fetcher_forget_async (fetcher, athlete, NULL, sp_test_store_result, &result);
  g_assert_true (sp_fetcher_forget_finish (fetcher, sp_test_await (&result), &error));
  g_assert_no_error (error);
}

static SpStorage *
get_storage (SpFetcher *fetcher)
{
  g_autoptr (GAsyncResult) result = NULL;

  sp_fetcher_get_storage_async (fetcher, NULL, sp_test_store_result, &result);

  return sp_fetcher_get_storage_finish (fetcher, sp_test_await (&result), NULL);
}

/* The same through the contract; a source that keeps nothing says so. */
static void
test_storage (SpCacheFixture *fixture,
              gconstpointer   data)
{
  G_GNUC_UNUSED g_autoptr (SpHarvest) first = sp_cache_fixture_run (fixture, "on");
  g_autoptr (SpAthlete) athlete = sp_athlete_new (1001, "One");
  g_autoptr (SpStorage) before = NULL;
  g_autoptr (SpStorage) after = NULL;
  g_autoptr (SpStorage) copy = NULL;
  g_autoptr (SpStorage) nothing = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  SpCacheFetcher *cache = sp_cache_fixture_open (fixture, "on");

  before = get_storage (SP_FETCHER (cache));
  g_assert_cmpuint (before->n_lists, ==, N_RUNNERS);
  g_assert_cmpint (before->n_bytes, >, 0);
  g_assert_null (before->note);
  copy = sp_storage_copy (before);
  g_assert_cmpuint (copy->n_efforts, ==, before->n_efforts);
  forget_storage (SP_FETCHER (cache), athlete);
  after = get_storage (SP_FETCHER (cache));
  g_assert_cmpuint (after->n_lists, ==, N_RUNNERS - 1);
  forget_storage (SP_FETCHER (cache), NULL);
  nothing = get_storage (SP_FETCHER (cache));
  g_assert_cmpuint (nothing->n_lists + nothing->n_activities + nothing->n_segments, ==, 0);
  sp_test_settle ();
  sp_test_assert_finalize_late (cache);
  sp_cache_worker_await_closed ();

  sp_fetcher_forget_async (SP_FETCHER (fixture->source), athlete, NULL, sp_test_store_result, &result);
  g_assert_false (sp_fetcher_forget_finish (SP_FETCHER (fixture->source), sp_test_await (&result), &error));
  g_assert_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_UNSUPPORTED);
}

static void
run_it (SpCacheFixture *fixture)
{
  G_GNUC_UNUSED g_autoptr (SpHarvest) harvest = sp_cache_fixture_run (fixture, "on");
}

static void
add_unicycling (SpCacheFixture *fixture)
{
  sp_table_fetcher_add (fixture->source, 1002, sp_test_activity (.id = 78, .start = "2026-01-07T18:00:00",
                                                                .sport = "Unicycling-of-1002"));
}

/* Whoever reads just now keeps old bytes in the log; that is no forgetting, and it is said. */
static void
test_forget_beside_reader (SpCacheFixture *fixture,
                           gconstpointer   data)
{
  gint64 now_s = sp_clock_get_wall_us (SP_CLOCK (fixture->clock)) / G_USEC_PER_SEC;
  SpCacheDb *db, *reader;

  add_unicycling (fixture);
  run_it (fixture);
  db = sp_cache_db_open (fixture->directory);
  reader = sp_cache_db_open (fixture->directory);
  sqlite3_busy_timeout (sp_cache_db_get (db), 10);
  g_assert_true (sp_cache_db_exec (reader, "BEGIN; SELECT count (*) FROM activities;"));
  g_assert_false (sp_cache_store_forget (db, 1002, now_s));
  g_assert_true (is_in_files (fixture, "Unicycling-of-1002"));
  g_assert_true (sp_cache_db_exec (reader, "COMMIT"));
  g_assert_true (sp_cache_store_forget (db, 1002, now_s));
  g_assert_false (is_in_files (fixture, "Unicycling-of-1002"));
  sp_cache_db_close (reader);
  sp_cache_db_close (db);
}

/* What was set aside holds runners too. It goes when one is forgotten, and when it is too old to be kept. */
static void
test_set_aside (SpCacheFixture *fixture,
                gconstpointer   data)
{
  g_autofree char *aside = g_build_filename (fixture->directory, "answers.db.corrupt-1", NULL);
  gint64 now_s = g_get_real_time () / G_USEC_PER_SEC;
  SpCacheDb *db;

  add_unicycling (fixture);
  for (int way = 0; way < 2; way++)
    {
      run_it (fixture);
      db = sp_cache_db_open (fixture->directory);
      g_assert_true (sp_cache_db_exec (db, "PRAGMA user_version = 99"));
      sp_cache_db_close (db);
      db = sp_cache_db_open (fixture->directory);
      g_assert_nonnull (sp_cache_db_get_note (db));
      g_assert_true (is_in_files (fixture, "Unicycling-of-1002"));
      g_assert_true (sp_cache_store_purge (db, "table", way == 0 ? 1000 : 0, now_s));
      g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
      if (way == 0)
        g_assert_true (sp_cache_store_purge (db, "table", 1000, now_s + 2000));
      else
        g_assert_true (sp_cache_store_forget (db, 1002, now_s));
      g_assert_false (g_file_test (aside, G_FILE_TEST_EXISTS));
      g_assert_false (is_in_files (fixture, "Unicycling-of-1002"));
      sp_cache_db_close (db);
    }
}

/* Of what was set aside the organiser is told for as long as it is there. */
static void
test_note (SpCacheFixture *fixture,
           gconstpointer   data)
{
  SpCacheDb *db = sp_cache_db_open (fixture->directory);
  SpCacheFetcher *cache;

  g_assert_true (sp_cache_db_exec (db, "PRAGMA user_version = 99"));
  sp_cache_db_close (db);
  run_it (fixture);
  cache = sp_cache_fixture_open (fixture, "on");
  {
    g_autoptr (SpStorage) storage = get_storage (SP_FETCHER (cache));

    g_assert_nonnull (strstr (storage->note, "answers.db.corrupt-1"));
  }
  forget_storage (SP_FETCHER (cache), NULL);
  {
    g_autoptr (SpStorage) storage = get_storage (SP_FETCHER (cache));

    g_assert_null (storage->note);
  }
  sp_test_settle ();
  sp_test_assert_finalize_late (cache);
  sp_cache_worker_await_closed ();
}

/* What no list tells any more, since the competition went on to other weeks, is not kept for ever. */
static void
test_purge_of_what_is_past (SpCacheFixture *fixture,
                            gconstpointer   data)
{
  g_autoptr (SpSourceInfo) info = sp_fetcher_describe (SP_FETCHER (fixture->source));
  gint64 now_s = sp_clock_get_wall_us (SP_CLOCK (fixture->clock)) / G_USEC_PER_SEC;
  SpCacheDb *db;

  add_unicycling (fixture);
  run_it (fixture);
  db = sp_cache_db_open (fixture->directory);
  g_assert_true (sp_cache_db_exec (db, "UPDATE lists SET fetched_s = fetched_s + 5000"));
  g_assert_true (sp_cache_store_purge (db, sp_source_info_get_cache_key (info), 1000, now_s + 2000));
  sp_cache_db_close (db);
  g_assert_false (is_in_files (fixture, "Unicycling-of-1002"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/disk-cache/purge-and-forget", test_purge_and_forget);
  ADD ("/disk-cache/storage", test_storage);
  ADD ("/disk-cache/forget-beside-reader", test_forget_beside_reader);
  ADD ("/disk-cache/set-aside", test_set_aside);
  ADD ("/disk-cache/note", test_note);
  ADD ("/disk-cache/purge-of-what-is-past", test_purge_of_what_is_past);

  return g_test_run ();
}
