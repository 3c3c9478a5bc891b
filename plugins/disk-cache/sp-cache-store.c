/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-cache-store.h"

#include "sp-cache-pack.h"
#include "sp-cache-row.h"

/* Details, and what is known of them. */

/**
 * sp_cache_store_get_fingerprint:
 * @db: a database
 * @source: the source's key
 * @athlete: the runner
 * @id: the activity
 * @fingerprint: (out): what the list now tells of it
 *
 * Tells as of what a detail is that is asked for now. A list that another program brings meanwhile may be newer.
 *
 * Returns: whether a list has told of it
 */
gboolean
sp_cache_store_get_fingerprint (SpCacheDb  *db,
                                const char *source,
                                gint64      athlete,
                                gint64      id,
                                guint64    *fingerprint)
{
  sqlite3_stmt *statement;
  gboolean found;

  statement = sp_cache_row_prepare (db, source, athlete,
                                    "SELECT fingerprint FROM activities WHERE source = ?1 AND athlete = ?2"
                                    " AND id = ?3 AND listed IS NOT NULL");
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 3, id);
  found = sp_cache_db_step (db, statement);
  if (found)
    *fingerprint = (guint64) sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);

  return found;
}

/**
 * sp_cache_store_get_detail:
 * @db: a database
 * @source: the source's key
 * @athlete: the runner
 * @id: the activity
 * @as_listed: whether it has to be of the activity as the list now tells it
 *
 * Returns: (transfer full) (nullable): the detail, %NULL where none is held
 */
SpActivity *
sp_cache_store_get_detail (SpCacheDb  *db,
                           const char *source,
                           gint64      athlete,
                           gint64      id,
                           gboolean    as_listed)
{
  sqlite3_stmt *statement;
  SpActivity *activity = NULL;

  statement = sp_cache_row_prepare (db, source, athlete,
                                    "SELECT detail, detail_s, source_id, fingerprint = detail_fingerprint"
                                    " FROM activities WHERE source = ?1 AND athlete = ?2 AND id = ?3"
                                    " AND detail IS NOT NULL");
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 3, id);
  if (sp_cache_db_step (db, statement) && (!as_listed || sqlite3_column_int (statement, 3) != 0))
    {
      g_autoptr (GBytes) bytes = sp_cache_row_get_bytes (statement, 0);
      SpOrigin origin = sp_cache_row_get_origin (statement, 1, 2);

      activity = sp_cache_unpack_activity (bytes, &origin);
    }
  sqlite3_reset (statement);

  return activity;
}

/**
 * sp_cache_store_put_detail:
 * @db: a database
 * @source: the source's key
 * @athlete: the runner
 * @activity: a detail
 * @fingerprint: what the list told of the activity when the detail was asked for
 * @fetched_s: when it was fetched, UTC seconds since 1970
 *
 * Keeps a detail.
 *
 * Returns: whether it is kept
 */
gboolean
sp_cache_store_put_detail (SpCacheDb  *db,
                           const char *source,
                           gint64      athlete,
                           SpActivity *activity,
                           guint64     fingerprint,
                           gint64      fetched_s)
{
  g_autoptr (GBytes) bytes = sp_cache_pack_detail (activity);
  sqlite3_stmt *statement;
  guint n_efforts;

  sp_activity_get_efforts (activity, &n_efforts);
  statement = sp_cache_row_prepare (db, source, athlete,
                                    "INSERT INTO activities (source, athlete, id, start_s, fingerprint, detail,"
                                    " detail_fingerprint, detail_s, source_id, n_efforts)"
                                    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?5, ?7, ?8, ?9)"
                                    " ON CONFLICT (source, athlete, id) DO UPDATE SET detail = ?6,"
                                    " detail_fingerprint = ?5, detail_s = ?7, source_id = ?8, n_efforts = ?9");
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 3, sp_activity_get_id (activity));
  sqlite3_bind_int64 (statement, 4, sp_activity_get_start_utc_s (activity));
  sqlite3_bind_int64 (statement, 5, (gint64) fingerprint);
  sp_cache_row_set_bytes (statement, 6, bytes);
  sqlite3_bind_int64 (statement, 7, fetched_s);
  sp_cache_row_set_text (statement, 8, sp_activity_get_origin (activity)->source_id);
  sqlite3_bind_int64 (statement, 9, n_efforts);

  return sp_cache_db_run (db, statement);
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

      statement = sp_cache_row_prepare (db, source, athlete,
                                        "SELECT detail_s, detail_fingerprint, n_efforts FROM activities"
                                        " WHERE source = ?1 AND athlete = ?2 AND id = ?3 AND detail IS NOT NULL");
      if (statement == NULL)
        break;
      sqlite3_bind_int64 (statement, 3, ids[i]);
      if (sp_cache_db_step (db, statement))
        {
          SpHeld one = { ids[i], sqlite3_column_int64 (statement, 0), (guint64) sqlite3_column_int64 (statement, 1),
                         (guint) sqlite3_column_int (statement, 2) };

          g_array_append_val (held, one);
        }
      sqlite3_reset (statement);
    }

  return held;
}

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

  statement = sp_cache_row_prepare (db, source, id,
                                    "SELECT data, fetched_s, source_id FROM segments WHERE source = ?1 AND id = ?2"
                                    " AND fetched_s >= ?3");
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 3, since_s);
  if (sp_cache_db_step (db, statement))
    {
      g_autoptr (GBytes) bytes = sp_cache_row_get_bytes (statement, 0);
      SpOrigin origin = sp_cache_row_get_origin (statement, 1, 2);

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
 * @fetched_s: when it was fetched, UTC seconds since 1970
 *
 * Keeps its geometry.
 *
 * Returns: whether it is kept
 */
gboolean
sp_cache_store_put_segment (SpCacheDb  *db,
                            const char *source,
                            SpSegment  *segment,
                            gint64      fetched_s)
{
  g_autoptr (GBytes) bytes = sp_cache_pack_segment (segment);
  sqlite3_stmt *statement;

  statement = sp_cache_row_prepare (db, source, sp_segment_get_id (segment),
                                    "INSERT OR REPLACE INTO segments VALUES (?1, ?2, ?3, ?4, ?5)");
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 3, fetched_s);
  sp_cache_row_set_text (statement, 4, sp_segment_get_origin (segment)->source_id);
  sp_cache_row_set_bytes (statement, 5, bytes);

  return sp_cache_db_run (db, statement);
}
