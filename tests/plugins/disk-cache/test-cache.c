/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-cache-fetcher.h"

#include "sp-cache-store.h"
#include "support/sp-test-series.h"
#include "support/sp-test-sync.h"
#include "support/sp-test-values.h"

#include <glib/gstdio.h>

#define N_RUNNERS 3
#define N_GROUPS 2
#define CALLS(fixture, op) sp_test_fetcher_get_n_calls (SP_TEST_FETCHER ((fixture)->source), (op))

typedef struct
{
  SpTestClock    *clock;
  SpTableFetcher *source;
  SpCompetition  *competition;
  char           *directory;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->clock = sp_test_clock_new (SP_TEST_SERIES_NOW);
  fixture->source = sp_test_series_source (fixture->clock, N_RUNNERS, N_GROUPS);
  fixture->competition = sp_test_series_competition (N_RUNNERS, N_GROUPS);
  fixture->directory = g_dir_make_tmp ("sp-disk-cache-XXXXXX", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->directory, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->directory, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->directory);
  g_clear_object (&fixture->competition);
  g_assert_finalize_object (fixture->source);
  g_assert_finalize_object (fixture->clock);
  g_free (fixture->directory);
}

static SpCacheFetcher *
open_cache (Fixture    *fixture,
            const char *mode)
{
  g_autoptr (SpFetcherContext) context = NULL;
  SpCacheFetcher *cache = g_object_new (SP_TYPE_CACHE_FETCHER, "upstream", fixture->source, "mode",
                                        g_str_equal (mode, "offline") ? 1 : 0, NULL);

  context = sp_fetcher_context_new (SP_CLOCK (fixture->clock), "test", fixture->directory, NULL,
                                    sp_clock_get_wall_us (SP_CLOCK (fixture->clock)) / G_USEC_PER_SEC);
  sp_fetcher_set_context (SP_FETCHER (cache), context);

  return cache;
}

static SpHarvest *
run (Fixture    *fixture,
     const char *mode)
{
  SpCacheFetcher *cache = open_cache (fixture, mode);
  SpHarvest *harvest;

  sp_test_fetcher_forget_calls (SP_TEST_FETCHER (fixture->source));
  harvest = sp_test_prefetch (SP_FETCHER (cache), fixture->clock, fixture->competition, NULL, NULL, NULL);
  sp_test_assert_finalize_late (cache);

  return harvest;
}

static void
a_day_later (Fixture *fixture)
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
test_second_run (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (SpHarvest) first = run (fixture, "on");
  g_autoptr (SpHarvest) second = NULL;

  check_whole (first, SP_LIST_FRESH);
  a_day_later (fixture);
  second = run (fixture, "on");
  check_whole (second, SP_LIST_FRESH);
  g_assert_cmpuint (CALLS (fixture, SP_TEST_LIST), ==, N_RUNNERS);
  g_assert_cmpuint (CALLS (fixture, SP_TEST_ANY), ==, N_RUNNERS);
}

/* In the same run nothing is asked twice: that is how one that was cut off goes on. */
static void
test_same_run (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (SpHarvest) first = run (fixture, "on");
  g_autoptr (SpHarvest) again = run (fixture, "on");

  check_whole (again, SP_LIST_FRESH);
  g_assert_cmpuint (CALLS (fixture, SP_TEST_ANY), ==, 0);
}

/* An edited activity is read again, a new one too, and one that is gone is gone. */
static void
test_changes (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (SpHarvest) first = run (fixture, "on");
  g_autoptr (SpHarvest) second = NULL;
  guint n_found;

  a_day_later (fixture);
  sp_table_fetcher_remove (fixture->source, 1001, 1001000);
  sp_table_fetcher_add (fixture->source, 1001, sp_test_activity (.id = 1001000, .start = "2026-01-06T18:00:00",
                                                                .distance_m = 6000, .efforts = { { 501, 250 } }));
  sp_table_fetcher_add (fixture->source, 1002, sp_test_activity (.id = 77, .start = "2026-01-07T18:00:00",
                                                                .efforts = { { 501, 240 } }));
  sp_table_fetcher_remove (fixture->source, 1003, 1003000);
  second = run (fixture, "on");
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
test_due (Fixture       *fixture,
          gconstpointer  data)
{
  g_autoptr (SpHarvest) first = NULL;
  g_autoptr (SpHarvest) soon = NULL;
  g_autoptr (SpHarvest) later = NULL;
  g_autoptr (SpHarvest) over = NULL;

  sp_test_clock_step_wall (fixture->clock, sp_time_new (2026, 1, 6, 18, 40, 0) * G_USEC_PER_SEC
                                           - sp_clock_get_wall_us (SP_CLOCK (fixture->clock)));
  first = run (fixture, "on");
  g_assert_cmpuint (CALLS (fixture, SP_TEST_ACTIVITY), ==, N_RUNNERS);
  sp_test_clock_advance (fixture->clock, (gint64) 600 * G_USEC_PER_SEC);
  soon = run (fixture, "on");
  g_assert_cmpuint (CALLS (fixture, SP_TEST_ACTIVITY), ==, 0);
  sp_test_clock_advance (fixture->clock, (gint64) 3600 * G_USEC_PER_SEC);
  later = run (fixture, "on");
  g_assert_cmpuint (CALLS (fixture, SP_TEST_ACTIVITY), ==, N_RUNNERS);
  for (int day = 0; day < 10; day++)
    a_day_later (fixture);
  over = run (fixture, "on");
  g_assert_cmpuint (CALLS (fixture, SP_TEST_ACTIVITY), ==, 2 * N_RUNNERS);
}

static void
test_offline (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (SpHarvest) nothing = run (fixture, "offline");
  g_autoptr (SpHarvest) first = NULL;
  g_autoptr (SpHarvest) held = NULL;

  g_assert_cmpuint (CALLS (fixture, SP_TEST_ANY), ==, 0);
  for (guint i = 0; i < N_RUNNERS; i++)
    {
      g_assert_cmpint (sp_block_get_info (sp_harvest_get_block (nothing, i))->list, ==, SP_LIST_FAILED);
      g_assert_cmpint (sp_block_get_info (sp_harvest_get_block (nothing, i))->error_code, ==,
                       SP_FETCH_ERROR_NOT_CACHED);
    }
  first = run (fixture, "on");
  a_day_later (fixture);
  held = run (fixture, "offline");
  check_whole (held, SP_LIST_STALE);
  g_assert_cmpuint (CALLS (fixture, SP_TEST_ANY), ==, 0);
}

/* An outage shows the last data; what failed takes the place of nothing. */
static void
test_outage (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (SpHarvest) first = run (fixture, "on");
  g_autoptr (GError) offline = g_error_new (SP_FETCH_ERROR, SP_FETCH_ERROR_OFFLINE, "Off.");
  g_autoptr (SpHarvest) old = NULL;
  g_autoptr (SpHarvest) healed = NULL;

  a_day_later (fixture);
  sp_test_fetcher_fail (SP_TEST_FETCHER (fixture->source), SP_TEST_ANY, 1, G_MAXUINT, offline);
  old = run (fixture, "on");
  check_whole (old, SP_LIST_STALE);
  g_assert_cmpint (sp_block_get_info (sp_harvest_get_block (old, 0))->fetched_at_s, ==,
                   sp_block_get_info (sp_harvest_get_block (first, 0))->fetched_at_s);
  sp_test_fetcher_heal (SP_TEST_FETCHER (fixture->source));
  healed = run (fixture, "on");
  check_whole (healed, SP_LIST_FRESH);
}

/* A list of several pages is kept whole or not at all. */
static void
test_pages (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GError) failed = g_error_new (SP_FETCH_ERROR, SP_FETCH_ERROR_NOT_FOUND, "Gone.");
  g_autoptr (SpHarvest) cut = NULL;
  g_autoptr (SpHarvest) whole = NULL;
  g_autoptr (SpHarvest) again = NULL;

  sp_table_fetcher_get_settings (fixture->source)->page_size = 2;
  sp_test_fetcher_fail (SP_TEST_FETCHER (fixture->source), SP_TEST_LIST, 4, 3, failed);
  cut = run (fixture, "on");
  g_assert_cmpint (sp_block_get_info (sp_harvest_get_block (cut, 0))->list, ==, SP_LIST_FAILED);
  sp_test_fetcher_heal (SP_TEST_FETCHER (fixture->source));
  whole = run (fixture, "on");
  check_whole (whole, SP_LIST_FRESH);
  again = run (fixture, "on");
  check_whole (again, SP_LIST_FRESH);
  g_assert_cmpuint (CALLS (fixture, SP_TEST_LIST), ==, 0);
}

static void
spoil (Fixture    *fixture,
       const char *text)
{
  g_autofree char *path = g_build_filename (fixture->directory, "answers.db", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/* A file that is no database, or a newer one's, is set aside, and everything is fetched anew. */
static void
test_damaged (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *aside = g_build_filename (fixture->directory, "answers.db.corrupt-1", NULL);
  g_autofree char *newer = g_build_filename (fixture->directory, "answers.db.corrupt-2", NULL);
  g_autoptr (SpHarvest) first = NULL;
  g_autoptr (SpHarvest) second = NULL;
  SpCacheDb *db;

  spoil (fixture, "This is not a database, and it is longer than the sixteen bytes that tell one.");
  first = run (fixture, "on");
  check_whole (first, SP_LIST_FRESH);
  g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));

  db = sp_cache_db_open (fixture->directory);
  g_assert_null (sp_cache_db_get_note (db));
  g_assert_true (sp_cache_db_exec (db, "PRAGMA user_version = 99"));
  sp_cache_db_close (db);
  second = run (fixture, "on");
  check_whole (second, SP_LIST_FRESH);
  g_assert_true (g_file_test (newer, G_FILE_TEST_EXISTS));
}

/* Where nothing can be written, answers are kept in memory, and the boards are right. */
static void
test_no_place (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *file = g_build_filename (fixture->directory, "a-file", NULL);
  char *directory = fixture->directory;
  g_autoptr (SpHarvest) first = NULL;

  g_file_set_contents (file, "x", -1, NULL);
  fixture->directory = g_build_filename (file, "below", NULL);
  first = run (fixture, "on");
  check_whole (first, SP_LIST_FRESH);
  g_free (fixture->directory);
  fixture->directory = directory;
}

/* What is too old is deleted; of a runner who is forgotten no byte is left in any file. */
static void
test_purge_and_forget (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (SpHarvest) first = run (fixture, "on");
  gint64 now_s = sp_clock_get_wall_us (SP_CLOCK (fixture->clock)) / G_USEC_PER_SEC;
  g_autoptr (SpSourceInfo) info = sp_fetcher_describe (SP_FETCHER (fixture->source));
  SpCacheDb *db = sp_cache_db_open (fixture->directory);
  SpCacheFacts facts;

  sp_cache_store_get_facts (db, &facts);
  g_assert_cmpuint (facts.n_lists, ==, N_RUNNERS);
  g_assert_cmpuint (facts.n_details, ==, N_RUNNERS * N_GROUPS);
  g_assert_cmpuint (facts.n_efforts, ==, N_RUNNERS * N_GROUPS);
  g_assert_cmpuint (facts.n_segments, ==, N_GROUPS);
  g_assert_cmpint (facts.oldest_s, ==, now_s);

  g_assert_true (sp_cache_store_forget (db, 1002));
  sp_cache_store_get_facts (db, &facts);
  g_assert_cmpuint (facts.n_lists, ==, N_RUNNERS - 1);
  g_assert_cmpuint (facts.n_details, ==, (N_RUNNERS - 1) * N_GROUPS);

  g_assert_true (sp_cache_store_purge (db, sp_source_info_get_cache_key (info), now_s + 1));
  sp_cache_store_get_facts (db, &facts);
  g_assert_cmpuint (facts.n_lists + facts.n_details + facts.n_segments, ==, 0);
  sp_cache_db_close (db);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/disk-cache/second-run", Fixture, NULL, set_up, test_second_run, tear_down);
  g_test_add ("/disk-cache/same-run", Fixture, NULL, set_up, test_same_run, tear_down);
  g_test_add ("/disk-cache/changes", Fixture, NULL, set_up, test_changes, tear_down);
  g_test_add ("/disk-cache/due", Fixture, NULL, set_up, test_due, tear_down);
  g_test_add ("/disk-cache/offline", Fixture, NULL, set_up, test_offline, tear_down);
  g_test_add ("/disk-cache/outage", Fixture, NULL, set_up, test_outage, tear_down);
  g_test_add ("/disk-cache/pages", Fixture, NULL, set_up, test_pages, tear_down);
  g_test_add ("/disk-cache/damaged", Fixture, NULL, set_up, test_damaged, tear_down);
  g_test_add ("/disk-cache/no-place", Fixture, NULL, set_up, test_no_place, tear_down);
  g_test_add ("/disk-cache/purge-and-forget", Fixture, NULL, set_up, test_purge_and_forget, tear_down);

  return g_test_run ();
}
