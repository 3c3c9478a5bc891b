/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-cache-db.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define FILE_NAME "answers.db"
#define VERSION 2
#define BUSY_MS 10000

struct _SpCacheDb
{
  sqlite3    *db;
  GHashTable *statements; /* (owned) sql -> sqlite3_stmt */
  char       *note;       /* (owned) (nullable) what the organiser should know of it */
};

/* A detail has about a kilobyte. In a table without row ids that spills each row over into a page of its own. */
#define ACTIVITIES \
  "CREATE TABLE activities (source TEXT NOT NULL, athlete INTEGER NOT NULL, id INTEGER NOT NULL," \
  " start_s INTEGER NOT NULL, fingerprint INTEGER NOT NULL, listed BLOB, detail BLOB, detail_fingerprint INTEGER," \
  " detail_s INTEGER, source_id TEXT, n_efforts INTEGER, PRIMARY KEY (source, athlete, id)) STRICT;"

static const char schema[] =
  "CREATE TABLE lists (source TEXT NOT NULL, athlete INTEGER NOT NULL, start_s INTEGER NOT NULL,"
  " end_s INTEGER NOT NULL, fetched_s INTEGER NOT NULL, source_id TEXT, hides_private INTEGER NOT NULL,"
  " ids BLOB NOT NULL, PRIMARY KEY (source, athlete, start_s, end_s)) STRICT;"
  ACTIVITIES
  "CREATE TABLE segments (source TEXT NOT NULL, id INTEGER NOT NULL, fetched_s INTEGER NOT NULL, source_id TEXT,"
  " data BLOB NOT NULL, PRIMARY KEY (source, id)) STRICT;"
  "PRAGMA user_version = 2;";

/* From each version to the next. */
static const char * const migrations[VERSION] = {
  [1] = "ALTER TABLE activities RENAME TO activities_1;" ACTIVITIES
        "INSERT INTO activities SELECT * FROM activities_1; DROP TABLE activities_1; PRAGMA user_version = 2;",
};

static void
set_note (SpCacheDb *self,
          char      *note)
{
  g_free (self->note);
  self->note = note;
  g_message ("%s", note);
}

static int
get_version (sqlite3 *db)
{
  sqlite3_stmt *statement = NULL;
  int version = -1;

  if (sqlite3_prepare_v2 (db, "PRAGMA user_version", -1, &statement, NULL) == SQLITE_OK
      && sqlite3_step (statement) == SQLITE_ROW)
    version = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);

  return version;
}

/* Opens and brings up to date. What is wrong with the file itself is told apart from what is wrong around it. */
static int
try_open (SpCacheDb  *self,
          const char *path)
{
  int version;
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX;
  int rc = sqlite3_open_v2 (path, &self->db, flags, NULL);

  if (rc != SQLITE_OK)
    return rc;
  sqlite3_extended_result_codes (self->db, 0);
  sqlite3_busy_timeout (self->db, BUSY_MS);
  rc = sqlite3_exec (self->db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;"
                     "PRAGMA foreign_keys = ON; PRAGMA quick_check;", NULL, NULL, NULL);
  if (rc != SQLITE_OK)
    return rc;
  rc = sqlite3_exec (self->db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
  if (rc != SQLITE_OK)
    return rc;
  version = get_version (self->db);
  if (version == 0)
    rc = sqlite3_exec (self->db, schema, NULL, NULL, NULL);
  else if (version < 0 || version > VERSION)
    rc = SQLITE_NOTADB;
  for (; rc == SQLITE_OK && version > 0 && version < VERSION; version++)
    rc = sqlite3_exec (self->db, migrations[version], NULL, NULL, NULL);
  sqlite3_exec (self->db, rc == SQLITE_OK ? "COMMIT" : "ROLLBACK", NULL, NULL, NULL);

  return rc;
}

static void
close_db (SpCacheDb *self)
{
  sqlite3_close (self->db);
  self->db = NULL;
}

/* The file goes beside its place under a name that is free; so do the two that belong to it. */
static char *
set_aside (const char *path)
{
  static const char * const tails[] = { "", "-wal", "-shm" };
  char *aside = NULL;

  for (int i = 1; i < 1000; i++)
    {
      g_free (aside);
      aside = g_strdup_printf ("%s.corrupt-%d", path, i);
      if (!g_file_test (aside, G_FILE_TEST_EXISTS))
        break;
    }
  for (guint i = 0; i < G_N_ELEMENTS (tails); i++)
    {
      g_autofree char *from = g_strconcat (path, tails[i], NULL);
      g_autofree char *to = g_strconcat (aside, tails[i], NULL);

      g_rename (from, to);
    }

  return aside;
}

/**
 * sp_cache_db_open:
 * @directory: where the file is; made where it is missing
 *
 * Opens the database. A file that is damaged, or of a newer program, is set aside; where nothing can be written,
 * answers are kept in memory. Both are said, and neither is an error: a cache may be empty, and never wrong.
 *
 * Returns: (transfer full): the database
 */
SpCacheDb *
sp_cache_db_open (const char *directory)
{
  SpCacheDb *self = g_new0 (SpCacheDb, 1);
  g_autofree char *path = g_build_filename (directory, FILE_NAME, NULL);
  int rc;

  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) sqlite3_finalize);
  g_mkdir_with_parents (directory, 0700);
  rc = try_open (self, path);
  if (rc == SQLITE_NOTADB || rc == SQLITE_CORRUPT)
    {
      g_autofree char *aside = NULL;

      close_db (self);
      aside = set_aside (path);
      set_note (self, g_strdup_printf (_("The kept answers were damaged or of a newer program; they are set aside as %s"
                                         " and everything is fetched anew."), aside));
      rc = try_open (self, path);
    }
  if (rc != SQLITE_OK)
    {
      /* Translators: a folder, then why */
      set_note (self, g_strdup_printf (_("Answers can not be kept in %s: %s. They are kept until the program ends."),
                                       directory, sqlite3_errstr (rc)));
      close_db (self);
      try_open (self, ":memory:");
    }
  else
    g_chmod (path, 0600);

  return self;
}

/**
 * sp_cache_db_close:
 * @self: (transfer full): a database
 *
 * Closes it.
 */
void
sp_cache_db_close (SpCacheDb *self)
{
  g_clear_pointer (&self->statements, g_hash_table_unref);
  close_db (self);
  g_free (self->note);
  g_free (self);
}

/**
 * sp_cache_db_get_note:
 * @self: a database
 *
 * Returns: (transfer none) (nullable): what the organiser should know of it
 */
const char *
sp_cache_db_get_note (SpCacheDb *self)
{
  return self->note;
}

/**
 * sp_cache_db_get:
 * @self: a database
 *
 * Returns: (transfer none): SQLite's own
 */
sqlite3 *
sp_cache_db_get (SpCacheDb *self)
{
  return self->db;
}

/**
 * sp_cache_db_prepare:
 * @self: a database
 * @sql: a statement, static text
 *
 * Prepares a statement, once.
 *
 * Returns: (transfer none) (nullable): the statement, without values; %NULL where the database is of no use
 */
sqlite3_stmt *
sp_cache_db_prepare (SpCacheDb  *self,
                     const char *sql)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);

  if (statement == NULL)
    {
      if (sqlite3_prepare_v2 (self->db, sql, -1, &statement, NULL) != SQLITE_OK)
        return NULL;
      g_hash_table_insert (self->statements, (gpointer) sql, statement);
    }
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);

  return statement;
}

/**
 * sp_cache_db_run:
 * @self: a database
 * @statement: (nullable): a statement with its values, that answers nothing
 *
 * Runs it.
 *
 * Returns: whether it went well
 */
gboolean
sp_cache_db_run (SpCacheDb    *self,
                 sqlite3_stmt *statement)
{
  int rc;

  if (statement == NULL)
    return FALSE;
  rc = sqlite3_step (statement);
  sqlite3_reset (statement);

  return rc == SQLITE_DONE || rc == SQLITE_ROW;
}

/**
 * sp_cache_db_exec:
 * @self: a database
 * @sql: statements
 *
 * Runs them.
 *
 * Returns: whether all went well
 */
gboolean
sp_cache_db_exec (SpCacheDb  *self,
                  const char *sql)
{
  return sqlite3_exec (self->db, sql, NULL, NULL, NULL) == SQLITE_OK;
}
