/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever call to the disk fails, once or from then on: what is known is right, and the database stays whole. */
#define _GNU_SOURCE /* memmem */
#include "sp-cache-fixture.h"
#include "sp-cache-store.h"
#include "sp-fail-vfs.h"

#include "support/sp-test-sync.h"
#include "support/sp-test-values.h"

#include <glib/gstdio.h>
#include <string.h>

#define N_RUNNERS SP_CACHE_FIXTURE_N_RUNNERS
#define N_GROUPS SP_CACHE_FIXTURE_N_GROUPS
#define MOST_CALLS 5000

typedef struct
{
  gboolean for_good;
  gboolean warm; /* whether answers are kept from before */
  int      code;
} Case;

static const Case cases[] = {
  { FALSE, FALSE, SQLITE_IOERR_WRITE }, { TRUE, FALSE, SQLITE_FULL }, { FALSE, TRUE, SQLITE_IOERR_WRITE },
  { TRUE, TRUE, SQLITE_FULL },
};

static void
check_right (SpHarvest *harvest)
{
  for (guint i = 0; i < N_RUNNERS; i++)
    {
      SpBlock *block = sp_harvest_find_block (harvest, 1001 + i);

      g_assert_cmpint (sp_block_get_info (block)->list, ==, SP_LIST_FRESH);
      for (guint j = 0; j < N_GROUPS; j++)
        {
          guint n_found;
          const SpFound *found = sp_block_find_efforts (block, 501 + j, &n_found);

          g_assert_cmpuint (n_found, ==, 1);
          g_assert_cmpint (sp_block_get_effort (block, found, NULL, NULL)->elapsed_s, ==, 300 + i + j);
        }
    }
}

static void
check_whole (SpCacheFixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->directory, "answers.db", NULL);
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return;
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "PRAGMA integrity_check", -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 0), ==, "ok");
  sqlite3_finalize (statement);
  sqlite3_close (db);
}

/* One run in which the n-th call fails, and one after it in which nothing does. Returns whether there was an n-th. */
static gboolean
try_nth (const Case *its_case,
         guint       nth)
{
  SpCacheFixture fixture = { NULL };
  gboolean has_failed;

  sp_cache_fixture_set_up (&fixture, NULL);
  if (its_case->warm)
    {
      G_GNUC_UNUSED g_autoptr (SpHarvest) before = sp_cache_fixture_run (&fixture, "on");

      sp_test_clock_advance (fixture.clock, (gint64) 86400 * G_USEC_PER_SEC);
    }
  sp_fail_vfs_set (nth, its_case->for_good, its_case->code);
  {
    g_autoptr (SpHarvest) harvest = sp_cache_fixture_run (&fixture, "on");

    check_right (harvest);
  }
  sp_fail_vfs_heal ();
  has_failed = sp_fail_vfs_has_failed ();
  {
    g_autoptr (SpHarvest) harvest = sp_cache_fixture_run (&fixture, "on");

    check_right (harvest);
  }
  check_whole (&fixture);
  sp_cache_fixture_tear_down (&fixture, NULL);

  return has_failed;
}

/* What could not be looked for is not said to be not there. */
static gboolean
try_nth_offline (guint nth)
{
  SpCacheFixture fixture = { NULL };

  sp_cache_fixture_set_up (&fixture, NULL);
  {
    G_GNUC_UNUSED g_autoptr (SpHarvest) before = sp_cache_fixture_run (&fixture, "on");
  }
  sp_fail_vfs_set (nth, TRUE, SQLITE_IOERR_READ);
  {
    g_autoptr (SpHarvest) harvest = sp_cache_fixture_run (&fixture, "offline");

    for (guint i = 0; i < N_RUNNERS; i++)
      {
        const SpBlockInfo *info = sp_block_get_info (sp_harvest_find_block (harvest, 1001 + i));

        g_assert_cmpint (info->error_code, !=, SP_FETCH_ERROR_NOT_CACHED);
        g_assert_true (info->list != SP_LIST_FAILED || info->error_code == SP_FETCH_ERROR_FAILED);
      }
  }
  sp_fail_vfs_heal ();
  {
    g_autoptr (SpHarvest) harvest = sp_cache_fixture_run (&fixture, "on");

    check_right (harvest);
    g_assert_cmpuint (sp_test_fetcher_get_n_calls (SP_TEST_FETCHER (fixture.source), SP_TEST_ACTIVITY), ==, 0);
  }
  sp_cache_fixture_tear_down (&fixture, NULL);

  return sp_fail_vfs_has_failed ();
}

static void
test_offline (void)
{
  guint nth;

  for (nth = 1; nth < MOST_CALLS && try_nth_offline (nth); nth++)
    ;
  g_assert_cmpuint (nth, >, 10);
  g_assert_cmpuint (nth, <, MOST_CALLS);
}

/* Who is said to be forgotten is: whatever call fails. */
static gboolean
try_nth_forget (guint nth)
{
  SpCacheFixture fixture = { NULL };
  gboolean done, has_failed;
  SpCacheDb *db;

  sp_cache_fixture_set_up (&fixture, NULL);
  sp_table_fetcher_add (fixture.source, 1002, sp_test_activity (.id = 78, .start = "2026-01-07T18:00:00",
                                                                .sport = "Unicycling-of-1002"));
  {
    G_GNUC_UNUSED g_autoptr (SpHarvest) before = sp_cache_fixture_run (&fixture, "on");
  }
  sp_fail_vfs_set (nth, FALSE, SQLITE_IOERR_WRITE);
  db = sp_cache_db_open (fixture.directory);
  done = sp_cache_store_forget (db, 1002, 1);
  sp_fail_vfs_heal ();
  has_failed = sp_fail_vfs_has_failed ();
  if (done)
    {
      g_autofree char *path = g_build_filename (fixture.directory, "answers.db", NULL);
      g_autofree char *bytes = NULL;
      gsize size;

      g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
      g_assert_null (memmem (bytes, size, "Unicycling-of-1002", strlen ("Unicycling-of-1002")));
    }
  g_assert_true (done || has_failed);
  sp_cache_db_close (db);
  check_whole (&fixture);
  sp_cache_fixture_tear_down (&fixture, NULL);

  return has_failed;
}

static void
test_forget (void)
{
  guint nth;

  for (nth = 1; nth < MOST_CALLS && try_nth_forget (nth); nth++)
    ;
  g_assert_cmpuint (nth, >, 10);
  g_assert_cmpuint (nth, <, MOST_CALLS);
}

static void
test_nth (gconstpointer data)
{
  const Case *its_case = data;
  guint step = g_test_thorough () ? 1 : 3;
  guint nth;

  for (nth = 1; nth < MOST_CALLS && try_nth (its_case, nth); nth += nth < 30 ? 1 : step)
    ;
  g_assert_cmpuint (nth, >, 30);
  g_assert_cmpuint (nth, <, MOST_CALLS);
  g_test_message ("%u calls", nth);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sp_fail_vfs_register ();
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/disk-cache/failures/%s-%s", cases[i].warm ? "warm" : "cold",
                                               cases[i].for_good ? "full" : "once");

      g_test_add_data_func (path, &cases[i], test_nth);
    }

  g_test_add_func ("/disk-cache/failures/offline", test_offline);
  g_test_add_func ("/disk-cache/failures/forget", test_forget);

  return g_test_run ();
}
