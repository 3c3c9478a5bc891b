/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-cache-pack.h"
#include "sp-cache-store.h"

/* The rest of what is kept: geometry, what may go, and what there is. */

/**
 * sp_cache_store_get_segment:
 * @db: a database
 * @source: the source's key
 * @id: the segment
 * @since_s: how old it may be, UTC seconds since 1970
 *
 * Returns: (transfer full) (nullable): its geometry, %NULL where none is held
 */
SpSegment *
sp_cache_store_get_segment (SpCacheDb  *db,
                            const char *source,
                            gint64      id,
                            gint64      since_s)
{
  sqlite3_stmt *statement;
  SpSegment *segment = NULL;

  statement = sp_cache_db_prepare (db, "SELECT data, fetched_s, source_id FROM segments WHERE source = ?1 AND id = ?2"
                                       " AND fetched_s >= ?3");
  if (statement == NULL)
    return NULL;
  sqlite3_bind_text (statement, 1, source, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 2, id);
  sqlite3_bind_int64 (statement, 3, since_s);
  if (sqlite3_step (statement) == SQLITE_ROW)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (sqlite3_column_blob (statement, 0),
                                              (gsize) sqlite3_column_bytes (statement, 0));
      SpOrigin origin = { g_intern_string ((const char *) sqlite3_column_text (statement, 2)),
                          sqlite3_column_int64 (statement, 1), 0, TRUE, FALSE };

      segment = sp_cache_unpack_segment (bytes, &origin);
    }
  sqlite3_reset (statement);

  return segment;
}

/**
 * sp_cache_store_put_segment:
 * @db: a database
 * @source: the source's key
 * @segment: a segment
 *
 * Keeps its geometry.
 *
 * Returns: whether it is kept
 */
gboolean
sp_cache_store_put_segment (SpCacheDb  *db,
                            const char *source,
                            SpSegment  *segment)
{
  g_autoptr (GBytes) bytes = sp_cache_pack_segment (segment);
  const SpOrigin *origin = sp_segment_get_origin (segment);
  sqlite3_stmt *statement;
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  statement = sp_cache_db_prepare (db, "INSERT OR REPLACE INTO segments VALUES (?1, ?2, ?3, ?4, ?5)");
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, source, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (statement, 2, sp_segment_get_id (segment));
  sqlite3_bind_int64 (statement, 3, origin->fetched_at_s);
  sqlite3_bind_text (statement, 4, origin->source_id, -1, SQLITE_TRANSIENT);
  sqlite3_bind_blob (statement, 5, data, (int) size, SQLITE_TRANSIENT);

  return sp_cache_db_run (db, statement);
}

static gboolean
run_with (SpCacheDb  *db,
          const char *sql,
          const char *source,
          gint64      number)
{
  sqlite3_stmt *statement = sp_cache_db_prepare (db, sql);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, number);
  if (source != NULL)
    sqlite3_bind_text (statement, 2, source, -1, SQLITE_TRANSIENT);

  return sp_cache_db_run (db, statement);
}

/**
 * sp_cache_store_purge:
 * @db: a database
 * @source: the source's key
 * @before_s: what was fetched before that goes, UTC seconds since 1970
 *
 * Deletes what is too old to be kept. A list entry goes with the lists that held it.
 *
 * Returns: whether it went well
 */
gboolean
sp_cache_store_purge (SpCacheDb  *db,
                      const char *source,
                      gint64      before_s)
{
  gboolean good;

  if (!sp_cache_db_exec (db, "BEGIN IMMEDIATE"))
    return FALSE;
  good = run_with (db, "DELETE FROM lists WHERE fetched_s < ?1 AND source = ?2", source, before_s)
         && run_with (db, "UPDATE activities SET detail = NULL, detail_s = NULL, detail_fingerprint = NULL,"
                          " n_efforts = NULL WHERE detail_s < ?1 AND source = ?2", source, before_s)
         && run_with (db, "DELETE FROM activities WHERE source = ?2 AND detail IS NULL AND athlete NOT IN"
                          " (SELECT athlete FROM lists WHERE source = ?2) AND ?1 = ?1", source, before_s)
         && run_with (db, "DELETE FROM segments WHERE fetched_s < ?1 AND source = ?2", source, before_s);

  return sp_cache_db_exec (db, good ? "COMMIT" : "ROLLBACK") && good;
}

/* What is deleted is gone from the file and from the log beside it. */
static gboolean
wipe (SpCacheDb *db)
{
  return sp_cache_db_exec (db, "PRAGMA wal_checkpoint (TRUNCATE); VACUUM; PRAGMA wal_checkpoint (TRUNCATE)");
}

/**
 * sp_cache_store_forget:
 * @db: a database
 * @athlete: a runner
 *
 * Deletes all that is kept of a runner, from the file and from the log beside it, so that no byte of it is left.
 *
 * Returns: whether it went well
 */
gboolean
sp_cache_store_forget (SpCacheDb *db,
                       gint64     athlete)
{
  gboolean good;

  if (!sp_cache_db_exec (db, "BEGIN IMMEDIATE"))
    return FALSE;
  good = run_with (db, "DELETE FROM lists WHERE athlete = ?1", NULL, athlete)
         && run_with (db, "DELETE FROM activities WHERE athlete = ?1", NULL, athlete);
  good = sp_cache_db_exec (db, good ? "COMMIT" : "ROLLBACK") && good;

  return good && wipe (db);
}

/**
 * sp_cache_store_forget_all:
 * @db: a database
 *
 * Deletes all that is kept.
 *
 * Returns: whether it went well
 */
gboolean
sp_cache_store_forget_all (SpCacheDb *db)
{
  return sp_cache_db_exec (db, "BEGIN IMMEDIATE; DELETE FROM lists; DELETE FROM activities; DELETE FROM segments;"
                               "COMMIT") && wipe (db);
}

static gint64
get_number (SpCacheDb  *db,
            const char *sql)
{
  sqlite3_stmt *statement = sp_cache_db_prepare (db, sql);
  gint64 number = 0;

  if (statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
    number = sqlite3_column_int64 (statement, 0);
  if (statement != NULL)
    sqlite3_reset (statement);

  return number;
}

/**
 * sp_cache_store_get_facts:
 * @db: a database
 * @facts: (out caller-allocates): what is kept
 *
 * Tells what is kept.
 */
void
sp_cache_store_get_facts (SpCacheDb    *db,
                          SpCacheFacts *facts)
{
  facts->n_lists = (guint) get_number (db, "SELECT count (*) FROM lists");
  facts->n_details = (guint) get_number (db, "SELECT count (*) FROM activities WHERE detail IS NOT NULL");
  facts->n_efforts = (guint) get_number (db, "SELECT coalesce (sum (n_efforts), 0) FROM activities");
  facts->n_segments = (guint) get_number (db, "SELECT count (*) FROM segments");
  facts->n_bytes = get_number (db, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");
  facts->oldest_s = get_number (db, "SELECT coalesce (min (s), 0) FROM (SELECT min (fetched_s) AS s FROM lists UNION"
                                    " SELECT min (detail_s) FROM activities)");
}

/**
 * sp_cache_store_peek:
 * @db: a database
 * @source: the source's key
 * @athlete: the runner
 * @ids: (array length=n_ids): activities
 * @n_ids: how many
 *
 * Returns: (transfer full): of #SpHeld: those whose detail is held
 */
GArray *
sp_cache_store_peek (SpCacheDb    *db,
                     const char   *source,
                     gint64        athlete,
                     const gint64 *ids,
                     gsize         n_ids)
{
  GArray *held = g_array_new (FALSE, FALSE, sizeof (SpHeld));

  for (gsize i = 0; i < n_ids; i++)
    {
      sqlite3_stmt *statement;

      statement = sp_cache_db_prepare (db, "SELECT detail_s, detail_fingerprint, n_efforts FROM activities"
                                           " WHERE source = ?1 AND athlete = ?2 AND id = ?3 AND detail IS NOT NULL");
      if (statement == NULL)
        break;
      sqlite3_bind_text (statement, 1, source, -1, SQLITE_TRANSIENT);
      sqlite3_bind_int64 (statement, 2, athlete);
      sqlite3_bind_int64 (statement, 3, ids[i]);
      if (sqlite3_step (statement) == SQLITE_ROW)
        {
          SpHeld one = { ids[i], sqlite3_column_int64 (statement, 0), (guint64) sqlite3_column_int64 (statement, 1),
                         (guint) sqlite3_column_int (statement, 2) };

          g_array_append_val (held, one);
        }
      sqlite3_reset (statement);
    }

  return held;
}
