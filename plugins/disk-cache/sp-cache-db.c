/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-cache-db.h"

#include "sp-cache-aside.h"
#include "sp-cache-schema.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define FILE_NAME "answers.db"
#define BUSY_MS 10000

struct _SpCacheDb
{
  sqlite3    *db;
  char       *path;       /* (owned) */
  GHashTable *statements; /* (owned) sql -> sqlite3_stmt */
  char       *note;       /* (owned) (nullable) what the organiser should know of it */
  int         shut;       /* why there is a file that could not be opened, SQLITE_OK where there is none */
  int         trouble;    /* the code of what last went wrong, SQLITE_OK where nothing did */
};

static void
set_note (SpCacheDb *self,
          char      *note)
{
  g_free (self->note);
  self->note = note;
  g_log_structured (G_LOG_DOMAIN, G_LOG_LEVEL_MESSAGE, "SP_EVENT", "notice", "MESSAGE", "%s", note);
}

/* That a page could not be read says nothing of what is in it. */
static int
judge (const char *finding)
{
  const char *code;

  if (g_strcmp0 (finding, "ok") == 0)
    return SQLITE_OK;
  if (finding == NULL || strstr (finding, "failed to get page") != NULL)
    return SQLITE_IOERR;
  code = strstr (finding, "error code=");
  if (code != NULL && (g_ascii_strtoll (code + strlen ("error code="), NULL, 10) & 0xff) == SQLITE_IOERR)
    return SQLITE_IOERR;

  return SQLITE_CORRUPT;
}

/* What is wrong inside is told in rows, and is no failure of the question. */
static int
check_whole (sqlite3 *db)
{
  sqlite3_stmt *statement = NULL;
  int rc = sqlite3_prepare_v2 (db, "PRAGMA quick_check (1)", -1, &statement, NULL);

  if (rc == SQLITE_OK)
    rc = sqlite3_step (statement);
  if (rc == SQLITE_ROW)
    rc = judge ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);

  return rc;
}

/* Opens and brings up to date. What is wrong with the file itself is told apart from what is wrong around it. */
static int
try_open (SpCacheDb  *self,
          const char *path)
{
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX;
  int rc = sqlite3_open_v2 (path, &self->db, flags, NULL);

  if (rc != SQLITE_OK)
    return rc;
  sqlite3_extended_result_codes (self->db, 0);
  sqlite3_busy_timeout (self->db, BUSY_MS);
  rc = sqlite3_exec (self->db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;"
                     "PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;", NULL, NULL, NULL);
  if (rc == SQLITE_OK)
    rc = check_whole (self->db);
  if (rc == SQLITE_OK)
    rc = sp_cache_schema_bring_up (self->db);

  return rc;
}

static void
close_db (SpCacheDb *self)
{
  sqlite3_close (self->db);
  self->db = NULL;
}

static int
open_or_set_aside (SpCacheDb *self)
{
  g_autofree char *aside = NULL;
  int rc = try_open (self, self->path);

  if (rc != SQLITE_NOTADB && rc != SQLITE_CORRUPT)
    return rc;
  close_db (self);
  aside = sp_cache_aside_move (self->path);
  if (aside == NULL)
    return rc;
  /* Translators: a file */
  set_note (self, g_strdup_printf (_("The kept answers were damaged or of a newer program. They are set aside as %s,"
                                     " which you may delete, and everything is fetched anew."), aside));

  return try_open (self, self->path);
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
  int lock, rc;

  self->path = g_build_filename (directory, FILE_NAME, NULL);
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) sqlite3_finalize);
  g_mkdir_with_parents (directory, 0700);
  lock = sp_cache_aside_lock (self->path);
  rc = open_or_set_aside (self);
  sp_cache_aside_unlock (lock);
  if (rc != SQLITE_OK)
    {
      /* Translators: a folder, then why */
      set_note (self, g_strdup_printf (_("Answers cannot be kept in %s: %s. They are kept until the program ends, and"
                                         " the next run asks for all of them again. See to it that there is room, and"
                                         " that you may write there."), directory, sqlite3_errstr (rc)));
      close_db (self);
      self->shut = g_file_test (self->path, G_FILE_TEST_EXISTS) ? rc : SQLITE_OK;
      try_open (self, ":memory:");
    }
  else
    g_chmod (self->path, 0600);

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
  g_free (self->path);
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
 * sp_cache_db_get_shut:
 * @self: a database
 *
 * Returns: (transfer none) (nullable): why its file, which is there, could not be opened and is as it was; %NULL where
 *   nothing is hidden
 */
const char *
sp_cache_db_get_shut (SpCacheDb *self)
{
  return self->shut != SQLITE_OK ? sqlite3_errstr (self->shut) : NULL;
}

/**
 * sp_cache_db_get_path:
 * @self: a database
 *
 * Returns: (transfer none): where its file is, or would be
 */
const char *
sp_cache_db_get_path (SpCacheDb *self)
{
  return self->path;
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
 * sp_cache_db_take_trouble:
 * @self: a database
 *
 * Tells what went wrong since it was last asked: that nothing was found may mean that it could not be looked for.
 *
 * Returns: (transfer none) (nullable): what last went wrong, %NULL where nothing did
 */
const char *
sp_cache_db_take_trouble (SpCacheDb *self)
{
  int rc = self->trouble;

  self->trouble = SQLITE_OK;

  return rc != SQLITE_OK ? sqlite3_errstr (rc) : NULL;
}

static gboolean
note_trouble (SpCacheDb *self,
              int        rc)
{
  if (rc == SQLITE_OK || rc == SQLITE_ROW || rc == SQLITE_DONE)
    return FALSE;
  self->trouble = rc;

  return TRUE;
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
      if (note_trouble (self, sqlite3_prepare_v2 (self->db, sql, -1, &statement, NULL)))
        return NULL;
      g_hash_table_insert (self->statements, (gpointer) sql, statement);
    }
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);

  return statement;
}

/**
 * sp_cache_db_step:
 * @self: a database
 * @statement: a statement with its values
 *
 * Goes to its next row.
 *
 * Returns: whether there is one; where there is none, sp_cache_db_take_trouble() tells whether that is known
 */
gboolean
sp_cache_db_step (SpCacheDb    *self,
                  sqlite3_stmt *statement)
{
  int rc = sqlite3_step (statement);

  note_trouble (self, rc);

  return rc == SQLITE_ROW;
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
  gboolean good;

  if (statement == NULL)
    return FALSE;
  good = !note_trouble (self, sqlite3_step (statement));
  sqlite3_reset (statement);

  return good;
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
  return !note_trouble (self, sqlite3_exec (self->db, sql, NULL, NULL, NULL));
}

/**
 * sp_cache_db_end:
 * @self: a database in the middle of a transaction
 * @good: whether what was done so far went well
 *
 * Makes all of it count, or nothing.
 *
 * Returns: whether all of it counts
 */
gboolean
sp_cache_db_end (SpCacheDb *self,
                 gboolean   good)
{
  if (good && sp_cache_db_exec (self, "COMMIT"))
    return TRUE;
  sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);

  return FALSE;
}

/**
 * sp_cache_db_checkpoint:
 * @self: a database
 *
 * Empties the log beside the file. Whoever reads just now is waited for, and may keep it from being emptied.
 *
 * Returns: whether it is empty
 */
gboolean
sp_cache_db_checkpoint (SpCacheDb *self)
{
  sqlite3_stmt *statement = sp_cache_db_prepare (self, "PRAGMA wal_checkpoint (TRUNCATE)");
  gboolean empty;

  if (statement == NULL)
    return FALSE;
  empty = sp_cache_db_step (self, statement) && sqlite3_column_int (statement, 0) == 0;
  sqlite3_reset (statement);

  return empty;
}
