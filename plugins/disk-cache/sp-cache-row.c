/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-cache-row.h"

/**
 * sp_cache_row_prepare:
 * @db: a database
 * @text: the first value, mostly the source's key
 * @number: the second, mostly the runner
 * @sql: a statement
 *
 * Prepares a statement whose values begin with a text and a number, and sets these.
 *
 * Returns: (transfer none) (nullable): the statement, without its other values; %NULL where the database is of no use
 */
sqlite3_stmt *
sp_cache_row_prepare (SpCacheDb  *db,
                      const char *text,
                      gint64      number,
                      const char *sql)
{
  sqlite3_stmt *statement = sp_cache_db_prepare (db, sql);

  if (statement == NULL)
    return NULL;
  sp_cache_row_set_text (statement, 1, text);
  sqlite3_bind_int64 (statement, 2, number);

  return statement;
}

/**
 * sp_cache_row_set_text:
 * @statement: a statement
 * @index: of the value, from 1
 * @text: (nullable): a text; copied
 *
 * Sets a value.
 */
void
sp_cache_row_set_text (sqlite3_stmt *statement,
                       int           index,
                       const char   *text)
{
  sqlite3_bind_text (statement, index, text, -1, SQLITE_TRANSIENT);
}

/**
 * sp_cache_row_set_bytes:
 * @statement: a statement
 * @index: of the value, from 1
 * @bytes: bytes; copied
 *
 * Sets a value.
 */
void
sp_cache_row_set_bytes (sqlite3_stmt *statement,
                        int           index,
                        GBytes       *bytes)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  sqlite3_bind_blob (statement, index, size > 0 ? data : "", (int) size, SQLITE_TRANSIENT);
}

/**
 * sp_cache_row_get_bytes:
 * @statement: a statement that is at a row
 * @column: of the row, from 0
 *
 * Returns: (transfer full): a copy of the bytes there
 */
GBytes *
sp_cache_row_get_bytes (sqlite3_stmt *statement,
                        int           column)
{
  return g_bytes_new (sqlite3_column_blob (statement, column), (gsize) sqlite3_column_bytes (statement, column));
}

/**
 * sp_cache_row_get_origin:
 * @statement: a statement that is at a row
 * @fetched: column with the time of the answer
 * @source_id: column with the id of the source
 *
 * Returns: where a held answer comes from
 */
SpOrigin
sp_cache_row_get_origin (sqlite3_stmt *statement,
                         int           fetched,
                         int           source_id)
{
  const char *id = (const char *) sqlite3_column_text (statement, source_id);

  return (SpOrigin) { g_intern_string (id), sqlite3_column_int64 (statement, fetched), 0, TRUE, FALSE };
}
