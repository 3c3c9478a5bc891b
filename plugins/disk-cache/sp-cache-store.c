/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-cache-store.h"

#include "sp-cache-pack.h"

static void
bind_text (sqlite3_stmt *statement,
           int           index,
           const char   *text)
{
  sqlite3_bind_text (statement, index, text, -1, SQLITE_TRANSIENT);
}

static void
bind_bytes (sqlite3_stmt *statement,
            int           index,
            GBytes       *bytes)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  sqlite3_bind_blob (statement, index, data, (int) size, SQLITE_TRANSIENT);
}

static GBytes *
column_bytes (sqlite3_stmt *statement,
              int           index)
{
  return g_bytes_new (sqlite3_column_blob (statement, index), (gsize) sqlite3_column_bytes (statement, index));
}

static SpOrigin
held_origin (sqlite3_stmt *statement,
             int           fetched,
             int           source_id)
{
  const char *id = (const char *) sqlite3_column_text (statement, source_id);

  return (SpOrigin) { g_intern_string (id), sqlite3_column_int64 (statement, fetched), 0, TRUE, FALSE };
}

static SpActivity *
get_listed (SpCacheDb      *db,
            const char     *source,
            gint64          athlete,
            gint64          id,
            const SpOrigin *origin)
{
  sqlite3_stmt *statement = sp_cache_db_prepare (db, "SELECT listed FROM activities WHERE source = ?1 AND athlete = ?2"
                                                     " AND id = ?3 AND listed IS NOT NULL");
  SpActivity *activity = NULL;

  if (statement == NULL)
    return NULL;
  bind_text (statement, 1, source);
  sqlite3_bind_int64 (statement, 2, athlete);
  sqlite3_bind_int64 (statement, 3, id);
  if (sqlite3_step (statement) == SQLITE_ROW)
    {
      g_autoptr (GBytes) bytes = column_bytes (statement, 0);

      activity = sp_cache_unpack_activity (bytes, origin);
    }
  sqlite3_reset (statement);

  return activity;
}

/**
 * sp_cache_store_get_list:
 * @db: a database
 * @source: the source's key
 * @athlete: the runner
 * @period: what is asked for, UTC; a list that covers less proves too little and is no answer
 * @since_s: how old it may be, UTC seconds since 1970
 * @until_s: how new; what seems to come from later was fetched by a clock that has been set back since
 *
 * Returns: (transfer full) (nullable): the newest whole list, as one page; %NULL where none is held
 */
SpActivityPage *
sp_cache_store_get_list (SpCacheDb      *db,
                         const char     *source,
                         gint64          athlete,
                         const SpPeriod *period,
                         gint64          since_s,
                         gint64          until_s)
{
  sqlite3_stmt *statement;
  g_autoptr (GPtrArray) activities = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_activity_unref);
  g_autoptr (GBytes) ids = NULL;
  SpOrigin origin;
  gsize size;
  const gint64 *its_ids;
  gboolean found;

  statement = sp_cache_db_prepare (db, "SELECT ids, fetched_s, source_id, hides_private FROM lists WHERE source = ?1"
                                       " AND athlete = ?2 AND start_s <= ?3 AND end_s >= ?4 AND fetched_s >= ?5"
                                       " AND fetched_s <= ?6 ORDER BY fetched_s DESC LIMIT 1");
  if (statement == NULL)
    return NULL;
  bind_text (statement, 1, source);
  sqlite3_bind_int64 (statement, 2, athlete);
  sqlite3_bind_int64 (statement, 3, period->start_s);
  sqlite3_bind_int64 (statement, 4, period->end_s);
  sqlite3_bind_int64 (statement, 5, since_s);
  sqlite3_bind_int64 (statement, 6, until_s);
  found = sqlite3_step (statement) == SQLITE_ROW;
  if (found)
    {
      ids = column_bytes (statement, 0);
      origin = held_origin (statement, 1, 2);
      origin.hides_private = sqlite3_column_int (statement, 3) != 0;
    }
  sqlite3_reset (statement);
  if (!found)
    return NULL;

  its_ids = g_bytes_get_data (ids, &size);
  for (gsize i = 0; i < size / sizeof (gint64); i++)
    {
      SpActivity *activity = get_listed (db, source, athlete, its_ids[i], &origin);

      /* A list with a hole is no list. */
      if (activity == NULL)
        return NULL;
      g_ptr_array_add (activities, activity);
    }

  return sp_activity_page_new (activities, NULL, &origin);
}

static gboolean
put_listed (SpCacheDb  *db,
            const char *source,
            gint64      athlete,
            SpActivity *activity)
{
  sqlite3_stmt *statement;
  g_autoptr (GBytes) bytes = sp_cache_pack_listed (activity);

  statement = sp_cache_db_prepare (db, "INSERT INTO activities (source, athlete, id, start_s, fingerprint, listed)"
                                       " VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (source, athlete, id) DO UPDATE"
                                       " SET start_s = ?4, fingerprint = ?5, listed = ?6");
  if (statement == NULL)
    return FALSE;
  bind_text (statement, 1, source);
  sqlite3_bind_int64 (statement, 2, athlete);
  sqlite3_bind_int64 (statement, 3, sp_activity_get_id (activity));
  sqlite3_bind_int64 (statement, 4, sp_activity_get_start_utc_s (activity));
  sqlite3_bind_int64 (statement, 5, (gint64) sp_activity_get_fingerprint (activity));
  bind_bytes (statement, 6, bytes);

  return sp_cache_db_run (db, statement);
}

/* An activity that the list now lacks is gone, and with it the older lists that hold it. */
static gboolean
drop_lacking (SpCacheDb      *db,
              const char     *source,
              gint64          athlete,
              const SpPeriod *period,
              GHashTable     *ids)
{
  g_autoptr (GArray) gone = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *statement;
  gboolean good = TRUE;

  statement = sp_cache_db_prepare (db, "SELECT id FROM activities WHERE source = ?1 AND athlete = ?2"
                                       " AND start_s > ?3 AND start_s < ?4");
  if (statement == NULL)
    return FALSE;
  bind_text (statement, 1, source);
  sqlite3_bind_int64 (statement, 2, athlete);
  sqlite3_bind_int64 (statement, 3, period->start_s);
  sqlite3_bind_int64 (statement, 4, period->end_s);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      if (!g_hash_table_contains (ids, &id))
        g_array_append_val (gone, id);
    }
  sqlite3_reset (statement);
  for (guint i = 0; i < gone->len && good; i++)
    {
      statement = sp_cache_db_prepare (db, "DELETE FROM activities WHERE source = ?1 AND athlete = ?2 AND id = ?3");
      if (statement == NULL)
        return FALSE;
      bind_text (statement, 1, source);
      sqlite3_bind_int64 (statement, 2, athlete);
      sqlite3_bind_int64 (statement, 3, g_array_index (gone, gint64, i));
      good = sp_cache_db_run (db, statement);
    }

  return good;
}

static gboolean
replace_list (SpCacheDb      *db,
              const char     *source,
              gint64          athlete,
              const SpPeriod *period,
              GArray         *ids,
              const SpOrigin *origin)
{
  sqlite3_stmt *statement;

  statement = sp_cache_db_prepare (db, "DELETE FROM lists WHERE source = ?1 AND athlete = ?2 AND fetched_s <= ?3");
  if (statement == NULL)
    return FALSE;
  bind_text (statement, 1, source);
  sqlite3_bind_int64 (statement, 2, athlete);
  sqlite3_bind_int64 (statement, 3, origin->fetched_at_s);
  if (!sp_cache_db_run (db, statement))
    return FALSE;
  statement = sp_cache_db_prepare (db, "INSERT OR REPLACE INTO lists VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
  if (statement == NULL)
    return FALSE;
  bind_text (statement, 1, source);
  sqlite3_bind_int64 (statement, 2, athlete);
  sqlite3_bind_int64 (statement, 3, period->start_s);
  sqlite3_bind_int64 (statement, 4, period->end_s);
  sqlite3_bind_int64 (statement, 5, origin->fetched_at_s);
  bind_text (statement, 6, origin->source_id);
  sqlite3_bind_int (statement, 7, origin->hides_private);
  sqlite3_bind_blob (statement, 8, ids->data != NULL ? ids->data : "", (int) (ids->len * sizeof (gint64)),
                     SQLITE_TRANSIENT);

  return sp_cache_db_run (db, statement);
}

static gboolean
end (SpCacheDb *db,
     gboolean   good)
{
  return sp_cache_db_exec (db, good ? "COMMIT" : "ROLLBACK") && good;
}

/**
 * sp_cache_store_put_list:
 * @db: a database
 * @source: the source's key
 * @athlete: the runner
 * @period: what the list covers, UTC
 * @activities: (element-type SpActivity): all that it holds, from its first page to its last
 * @origin: where it comes from
 *
 * Keeps a whole list, or nothing of it.
 *
 * Returns: whether it is kept
 */
gboolean
sp_cache_store_put_list (SpCacheDb      *db,
                         const char     *source,
                         gint64          athlete,
                         const SpPeriod *period,
                         GPtrArray      *activities,
                         const SpOrigin *origin)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean good = TRUE;

  if (!sp_cache_db_exec (db, "BEGIN IMMEDIATE"))
    return FALSE;
  for (guint i = 0; i < activities->len && good; i++)
    {
      gint64 id = sp_activity_get_id (activities->pdata[i]);

      if (!g_hash_table_add (seen, g_memdup2 (&id, sizeof id)))
        continue;
      g_array_append_val (ids, id);
      good = put_listed (db, source, athlete, activities->pdata[i]);
    }
  good = good && drop_lacking (db, source, athlete, period, seen)
         && replace_list (db, source, athlete, period, ids, origin);

  return end (db, good);
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

  statement = sp_cache_db_prepare (db, "SELECT detail, detail_s, source_id, fingerprint = detail_fingerprint"
                                       " FROM activities WHERE source = ?1 AND athlete = ?2 AND id = ?3"
                                       " AND detail IS NOT NULL");
  if (statement == NULL)
    return NULL;
  bind_text (statement, 1, source);
  sqlite3_bind_int64 (statement, 2, athlete);
  sqlite3_bind_int64 (statement, 3, id);
  if (sqlite3_step (statement) == SQLITE_ROW && (!as_listed || sqlite3_column_int (statement, 3) != 0))
    {
      g_autoptr (GBytes) bytes = column_bytes (statement, 0);
      SpOrigin origin = held_origin (statement, 1, 2);

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
 *
 * Keeps a detail, as of what the list now tells of the activity.
 *
 * Returns: whether it is kept
 */
gboolean
sp_cache_store_put_detail (SpCacheDb  *db,
                           const char *source,
                           gint64      athlete,
                           SpActivity *activity)
{
  g_autoptr (GBytes) bytes = sp_cache_pack_detail (activity);
  const SpOrigin *origin = sp_activity_get_origin (activity);
  sqlite3_stmt *statement;
  guint n_efforts;

  sp_activity_get_efforts (activity, &n_efforts);
  statement = sp_cache_db_prepare (db, "INSERT INTO activities (source, athlete, id, start_s, fingerprint, detail,"
                                       " detail_fingerprint, detail_s, source_id, n_efforts)"
                                       " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?5, ?7, ?8, ?9)"
                                       " ON CONFLICT (source, athlete, id) DO UPDATE SET detail = ?6,"
                                       " detail_fingerprint = fingerprint, detail_s = ?7, source_id = ?8,"
                                       " n_efforts = ?9");
  if (statement == NULL)
    return FALSE;
  bind_text (statement, 1, source);
  sqlite3_bind_int64 (statement, 2, athlete);
  sqlite3_bind_int64 (statement, 3, sp_activity_get_id (activity));
  sqlite3_bind_int64 (statement, 4, sp_activity_get_start_utc_s (activity));
  sqlite3_bind_int64 (statement, 5, (gint64) sp_activity_get_fingerprint (activity));
  bind_bytes (statement, 6, bytes);
  sqlite3_bind_int64 (statement, 7, origin->fetched_at_s);
  bind_text (statement, 8, origin->source_id);
  sqlite3_bind_int64 (statement, 9, n_efforts);

  return sp_cache_db_run (db, statement);
}
