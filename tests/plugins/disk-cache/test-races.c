/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two programs on one cache, in every order that can do harm: what is newer wins, and who is forgotten stays so. */
#include "sp-cache-fixture.h"
#include "sp-cache-store.h"
#include "sp-cache-worker.h"

#include "support/sp-test-sync.h"

#define RUN 1001000
#define KEY "key"
#define NOW 50000

#define ADD(path, func) \
  g_test_add ((path), SpCacheFixture, NULL, sp_cache_fixture_set_up, (func), sp_cache_fixture_tear_down)

static gint64
now_s (SpCacheFixture *fixture)
{
  return sp_clock_get_wall_us (SP_CLOCK (fixture->clock)) / G_USEC_PER_SEC;
}

/* A list of activities with these ids, in the first hundred days since 1970, one each day. */
static gboolean
put_list (SpCacheDb  *db,
          SpPeriod    period,
          gint64      fetched_s,
          const char *ids)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_activity_unref);
  SpCacheFrame frame = { KEY, 1, period, 0, fetched_s + SP_CACHE_SLACK_S, fetched_s };
  SpOrigin origin = { "table", fetched_s, 1, FALSE, FALSE };

  for (gsize i = 0; ids[i] != '\0'; i++)
    {
      gint64 start_s = (ids[i] - '0') * SP_TIME_DAY_S;
      g_autoptr (SpActivityBuilder) builder = sp_activity_builder_new (ids[i], start_s, start_s);

      g_ptr_array_add (list, sp_activity_builder_end (builder));
    }
  g_assert_true (sp_cache_db_exec (db, "BEGIN IMMEDIATE"));

  return sp_cache_db_end (db, sp_cache_store_put_list (db, &frame, list, &origin));
}

/* The ids of the list that is held for a period, and when it was fetched. */
static char *
get_list (SpCacheDb *db,
          SpPeriod   period)
{
  SpCacheFrame frame = { KEY, 1, period, G_MININT64, G_MAXINT64, NOW };
  g_autoptr (SpActivityPage) page = sp_cache_store_get_list (db, &frame);
  GString *text = g_string_new (NULL);

  for (guint i = 0; page != NULL && i < sp_activity_page_get_n (page); i++)
    g_string_append_c (text, (char) sp_activity_get_id (sp_activity_page_get (page, i)));
  if (page != NULL)
    g_string_append_printf (text, " %d", (int) sp_activity_page_get_origin (page)->fetched_at_s);

  return g_string_free (text, FALSE);
}

static void
assert_list (SpCacheDb  *db,
             SpPeriod    period,
             const char *expected)
{
  g_autofree char *held = get_list (db, period);

  g_assert_cmpstr (held, ==, expected);
}

static const SpPeriod whole = { 0, 9 * SP_TIME_DAY_S + 1 }, early = { 0, 5 * SP_TIME_DAY_S + 1 },
                      late = { 3 * SP_TIME_DAY_S - 1, 9 * SP_TIME_DAY_S + 1 };

/* A list that took longer on its way does not take the place of a newer one. */
static void
test_older_list (SpCacheFixture *fixture,
                 gconstpointer   data)
{
  SpCacheDb *db = sp_cache_db_open (fixture->directory);

  g_assert_true (put_list (db, whole, 1000, "123"));
  g_assert_true (put_list (db, whole, 990, "12"));
  assert_list (db, whole, "123 1000");
  g_assert_true (put_list (db, whole, 1010, "23"));
  assert_list (db, whole, "23 1010");
  /* But what seems to be of tomorrow is of a clock that has been set back. */
  g_assert_true (put_list (db, whole, 100000, "1234"));
  g_assert_true (put_list (db, whole, 1020, "2"));
  assert_list (db, whole, "2 1020");
  sp_cache_db_close (db);
}

/* What seems to be of tomorrow comes after all that is known to be older, and proves nothing of any day. */
static void
test_of_tomorrow (SpCacheFixture *fixture,
                  gconstpointer   data)
{
  SpCacheDb *db = sp_cache_db_open (fixture->directory);

  g_assert_true (put_list (db, whole, 1000, "123"));
  g_assert_true (sp_cache_db_exec (db, "INSERT INTO lists SELECT source, athlete, start_s - 1, end_s, 99999, source_id,"
                                       " hides_private, x'' FROM lists"));
  assert_list (db, whole, "123 1000");
  g_assert_true (sp_cache_db_exec (db, "DELETE FROM lists WHERE fetched_s = 1000"));
  assert_list (db, whole, " 0");
  sp_cache_db_close (db);
}

/* Competitions may ask for other periods of the same runner; each has its list, and what is gone is gone from all. */
static void
test_other_periods (SpCacheFixture *fixture,
                    gconstpointer   data)
{
  SpCacheDb *db = sp_cache_db_open (fixture->directory);

  g_assert_true (put_list (db, early, 1000, "124"));
  g_assert_true (put_list (db, late, 2000, "478"));
  assert_list (db, early, "124 1000");
  assert_list (db, late, "478 2000");
  assert_list (db, whole, "");
  g_assert_true (put_list (db, late, 3000, "78"));
  assert_list (db, early, "12 1000");
  assert_list (db, late, "78 3000");
  g_assert_true (put_list (db, whole, 4000, "1278"));
  assert_list (db, early, "1278 4000");
  sp_cache_db_close (db);
}

/* Another program brings a list that tells of an edit. */
static void
bring_edit (SpCacheFixture *fixture)
{
  SpCacheDb *db = sp_cache_db_open (fixture->directory);

  g_assert_true (sp_cache_db_exec (db, "UPDATE activities SET fingerprint = 77 WHERE athlete = 1001"));
  sp_cache_db_close (db);
}

/* A detail that was asked for before the activity was edited is not taken for one of the edited activity. */
static void
test_edited_meanwhile (SpCacheFixture *fixture,
                       gconstpointer   data)
{
  G_GNUC_UNUSED g_autoptr (SpHarvest) first = sp_cache_fixture_run (fixture, "on");
  SpCacheFetcher *cache = sp_cache_fixture_open (fixture, "on");
  g_autoptr (SpAthlete) athlete = sp_athlete_new (1001, "One");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SpActivity) before = NULL;
  g_autoptr (SpActivity) after = NULL;
  const gint64 ids[] = { RUN };
  g_autoptr (GArray) held = NULL;

  sp_table_fetcher_get_settings (fixture->source)->latency_us = G_USEC_PER_SEC;
  sp_test_fetcher_forget_calls (SP_TEST_FETCHER (fixture->source));
  sp_fetcher_get_activity_async (SP_FETCHER (cache), athlete, RUN, SP_POLICY_REFRESH, NULL, sp_test_store_result,
                                 &result);
  while (sp_test_fetcher_get_n_calls (SP_TEST_FETCHER (fixture->source), SP_TEST_ANY) == 0)
    g_main_context_iteration (NULL, TRUE);
  bring_edit (fixture);
  before = sp_fetcher_get_activity_finish (SP_FETCHER (cache), sp_test_await (&result), NULL);
  g_assert_nonnull (before);
  held = sp_test_peek (SP_FETCHER (cache), athlete, ids, 1, NULL, NULL);
  g_assert_cmpuint (held->len, ==, 1);
  g_assert_cmpuint (g_array_index (held, SpHeld, 0).fingerprint, !=, 77);
  after = sp_test_get_activity (SP_FETCHER (cache), athlete, RUN, SP_POLICY_DEFAULT, NULL, NULL);
  g_assert_nonnull (after);
  g_assert_cmpuint (sp_test_fetcher_get_n_calls (SP_TEST_FETCHER (fixture->source), SP_TEST_ANY), ==, 2);
  g_clear_object (&result);
  sp_test_settle ();
  sp_test_assert_finalize_late (cache);
  sp_cache_worker_await_closed ();
}

static guint
count_lists (SpCacheFixture *fixture)
{
  SpCacheDb *db = sp_cache_db_open (fixture->directory);
  SpCacheFacts facts;

  sp_cache_store_get_facts (db, &facts);
  sp_cache_db_close (db);

  return facts.n_lists;
}

/* Who is forgotten while a run is under way is not kept again by that run; by the next one, which was asked to, yes. */
static void
test_forgotten_meanwhile (SpCacheFixture *fixture,
                          gconstpointer   data)
{
  SpCacheFetcher *cache = sp_cache_fixture_open (fixture, "on");
  SpCacheDb *db = sp_cache_db_open (fixture->directory);
  g_autoptr (SpHarvest) harvest = NULL;
  g_autoptr (SpHarvest) later = NULL;

  sp_test_clock_advance (fixture->clock, (gint64) 60 * G_USEC_PER_SEC);
  g_assert_true (sp_cache_store_forget (db, 1002, now_s (fixture)));
  sp_cache_db_close (db);
  harvest = sp_test_prefetch (SP_FETCHER (cache), fixture->clock, fixture->competition, NULL, NULL, NULL);
  g_assert_cmpint (sp_block_get_info (sp_harvest_find_block (harvest, 1002))->list, ==, SP_LIST_FRESH);
  sp_test_assert_finalize_late (cache);
  sp_cache_worker_await_closed ();
  g_assert_cmpuint (count_lists (fixture), ==, SP_CACHE_FIXTURE_N_RUNNERS - 1);
  later = sp_cache_fixture_run (fixture, "on");
  g_assert_cmpuint (count_lists (fixture), ==, SP_CACHE_FIXTURE_N_RUNNERS);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/disk-cache/races/older-list", test_older_list);
  ADD ("/disk-cache/races/of-tomorrow", test_of_tomorrow);
  ADD ("/disk-cache/races/other-periods", test_other_periods);
  ADD ("/disk-cache/races/edited-meanwhile", test_edited_meanwhile);
  ADD ("/disk-cache/races/forgotten-meanwhile", test_forgotten_meanwhile);

  return g_test_run ();
}
