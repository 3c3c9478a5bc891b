/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Databases of each version that was ever written are brought up to date with all that they hold. */
#include "sp-cache-fixture.h"
#include "sp-cache-db.h"

#include "support/sp-test-sync.h"

#include <glib/gstdio.h>

/* Word for word as those versions made them. */
static const char version_1[] =
  "CREATE TABLE lists (source TEXT NOT NULL, athlete INTEGER NOT NULL, start_s INTEGER NOT NULL,"
  " end_s INTEGER NOT NULL, fetched_s INTEGER NOT NULL, source_id TEXT, hides_private INTEGER NOT NULL,"
  " ids BLOB NOT NULL, PRIMARY KEY (source, athlete, start_s, end_s)) STRICT;"
  "CREATE TABLE activities (source TEXT NOT NULL, athlete INTEGER NOT NULL, id INTEGER NOT NULL,"
  " start_s INTEGER NOT NULL, fingerprint INTEGER NOT NULL, listed BLOB, detail BLOB, detail_fingerprint INTEGER,"
  " detail_s INTEGER, source_id TEXT, n_efforts INTEGER, PRIMARY KEY (source, athlete, id)) STRICT, WITHOUT ROWID;"
  "CREATE TABLE segments (source TEXT NOT NULL, id INTEGER NOT NULL, fetched_s INTEGER NOT NULL, source_id TEXT,"
  " data BLOB NOT NULL, PRIMARY KEY (source, id)) STRICT;"
  "PRAGMA user_version = 1;";

static const char version_2[] =
  "CREATE TABLE lists (source TEXT NOT NULL, athlete INTEGER NOT NULL, start_s INTEGER NOT NULL,"
  " end_s INTEGER NOT NULL, fetched_s INTEGER NOT NULL, source_id TEXT, hides_private INTEGER NOT NULL,"
  " ids BLOB NOT NULL, PRIMARY KEY (source, athlete, start_s, end_s)) STRICT;"
  "CREATE TABLE activities (source TEXT NOT NULL, athlete INTEGER NOT NULL, id INTEGER NOT NULL,"
  " start_s INTEGER NOT NULL, fingerprint INTEGER NOT NULL, listed BLOB, detail BLOB, detail_fingerprint INTEGER,"
  " detail_s INTEGER, source_id TEXT, n_efforts INTEGER, PRIMARY KEY (source, athlete, id)) STRICT;"
  "CREATE TABLE segments (source TEXT NOT NULL, id INTEGER NOT NULL, fetched_s INTEGER NOT NULL, source_id TEXT,"
  " data BLOB NOT NULL, PRIMARY KEY (source, id)) STRICT;"
  "PRAGMA user_version = 2;";

static void
exec (sqlite3    *db,
      const char *sql)
{
  g_autofree char *message = NULL;
  char *error = NULL;

  sqlite3_exec (db, sql, NULL, NULL, &error);
  message = g_strdup (error);
  sqlite3_free (error);
  g_assert_cmpstr (message, ==, NULL);
}

/* The answer to a question, its rows one after the other. */
static char *
ask (SpCacheFixture *fixture,
     const char     *sql)
{
  g_autofree char *path = g_build_filename (fixture->directory, "answers.db", NULL);
  GString *text = g_string_new (NULL);
  sqlite3_stmt *statement = NULL;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (text, "%s\n", sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (db);

  return g_string_free (text, FALSE);
}

/* The same answers, in a database as an older program made it. */
static void
make_older (SpCacheFixture *fixture,
            const char     *schema)
{
  g_autofree char *path = g_build_filename (fixture->directory, "answers.db", NULL);
  g_autofree char *old_path = g_build_filename (fixture->directory, "old.db", NULL);
  g_autofree char *attach = g_strdup_printf ("ATTACH '%s' AS now", path);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (old_path, &db), ==, SQLITE_OK);
  exec (db, "PRAGMA journal_mode = WAL");
  exec (db, schema);
  exec (db, attach);
  exec (db, "INSERT INTO lists SELECT source, athlete, start_s, end_s, fetched_s, source_id, hides_private, ids"
            " FROM now.lists");
  exec (db, "INSERT INTO activities SELECT source, athlete, id, start_s, fingerprint, listed, detail,"
            " detail_fingerprint, detail_s, source_id, n_efforts FROM now.activities");
  exec (db, "INSERT INTO segments SELECT source, id, fetched_s, source_id, data FROM now.segments");
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  g_assert_cmpint (g_rename (old_path, path), ==, 0);
}

static void
test_version (SpCacheFixture *fixture,
              gconstpointer   data)
{
  static const char tables[] = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name";
  G_GNUC_UNUSED g_autoptr (SpHarvest) first = sp_cache_fixture_run (fixture, "on");
  g_autofree char *new_tables = ask (fixture, tables);
  g_autofree char *its_tables = NULL, *n_undated = NULL, *whole = NULL;
  g_autoptr (SpHarvest) again = NULL;
  g_autoptr (SpHarvest) later = NULL;

  make_older (fixture, data);
  again = sp_cache_fixture_run (fixture, "on");
  g_assert_cmpuint (sp_test_fetcher_get_n_calls (SP_TEST_FETCHER (fixture->source), SP_TEST_ANY), ==, 0);
  for (guint i = 0; i < SP_CACHE_FIXTURE_N_RUNNERS; i++)
    g_assert_cmpint (sp_block_get_info (sp_harvest_get_block (again, i))->list, ==, SP_LIST_FRESH);
  its_tables = ask (fixture, tables);
  g_assert_cmpstr (its_tables, ==, new_tables);
  n_undated = ask (fixture, "SELECT count (*) FROM activities WHERE listed_s IS NULL OR listed_s IS NOT detail_s"
                            " AND detail_s IS NOT NULL");
  g_assert_cmpstr (n_undated, ==, "0\n");
  whole = ask (fixture, "PRAGMA integrity_check");
  g_assert_cmpstr (whole, ==, "ok\n");

  sp_test_clock_advance (fixture->clock, (gint64) SP_TIME_DAY_S * G_USEC_PER_SEC);
  later = sp_cache_fixture_run (fixture, "on");
  g_assert_cmpuint (sp_test_fetcher_get_n_calls (SP_TEST_FETCHER (fixture->source), SP_TEST_ANY), ==,
                    SP_CACHE_FIXTURE_N_RUNNERS);
}

/* SQLite holds each column to its type. */
static void
test_strict (SpCacheFixture *fixture,
             gconstpointer   data)
{
  G_GNUC_UNUSED g_autoptr (SpHarvest) first = sp_cache_fixture_run (fixture, "on");
  g_autofree char *lax = ask (fixture, "SELECT name FROM pragma_table_list WHERE schema = 'main' AND NOT strict"
                                       " AND name NOT LIKE 'sqlite_%'");
  g_autofree char *mode = ask (fixture, "PRAGMA journal_mode");

  g_assert_cmpstr (lax, ==, "");
  g_assert_cmpstr (mode, ==, "wal\n");
}

/* Two versions that bring it up to date at once: one waits for the other. */
static gpointer
open_and_close (gpointer data)
{
  SpCacheDb *db = sp_cache_db_open (data);

  g_assert_null (sp_cache_db_get_note (db));
  sp_cache_db_close (db);

  return NULL;
}

static void
test_at_once (SpCacheFixture *fixture,
              gconstpointer   data)
{
  G_GNUC_UNUSED g_autoptr (SpHarvest) first = sp_cache_fixture_run (fixture, "on");
  g_autofree char *version = NULL;
  GThread *threads[4];

  make_older (fixture, version_1);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("opener", open_and_close, fixture->directory);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  version = ask (fixture, "PRAGMA user_version");
  g_assert_cmpstr (version, ==, "3\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/disk-cache/schema/version-1", SpCacheFixture, version_1, sp_cache_fixture_set_up, test_version,
              sp_cache_fixture_tear_down);
  g_test_add ("/disk-cache/schema/version-2", SpCacheFixture, version_2, sp_cache_fixture_set_up, test_version,
              sp_cache_fixture_tear_down);
  g_test_add ("/disk-cache/schema/strict", SpCacheFixture, NULL, sp_cache_fixture_set_up, test_strict,
              sp_cache_fixture_tear_down);
  g_test_add ("/disk-cache/schema/at-once", SpCacheFixture, NULL, sp_cache_fixture_set_up, test_at_once,
              sp_cache_fixture_tear_down);

  return g_test_run ();
}
