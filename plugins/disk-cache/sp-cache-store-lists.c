/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-cache-store.h"

#include "sp-cache-pack.h"
#include "sp-cache-row.h"

/* Whole lists: the ids that each tells, and of each activity what the newest of them tells. */

static SpActivity *
get_listed (SpCacheDb          *db,
            const SpCacheFrame *frame,
            gint64              id,
            const SpOrigin     *origin)
{
  sqlite3_stmt *statement = sp_cache_row_prepare (db, frame->source, frame->athlete,
                                                  "SELECT listed FROM activities WHERE source = ?1 AND athlete = ?2"
                                                  " AND id = ?3 AND listed IS NOT NULL");
  SpActivity *activity = NULL;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 3, id);
  if (sp_cache_db_step (db, statement))
    {
      g_autoptr (GBytes) bytes = sp_cache_row_get_bytes (statement, 0);

      activity = sp_cache_unpack_activity (bytes, origin);
    }
  sqlite3_reset (statement);

  return activity;
}

/**
 * sp_cache_store_get_list:
 * @db: a database
 * @frame: of what list; one that covers less proves too little and is no answer
 *
 * Returns: (transfer full) (nullable): the newest whole list, as one page; %NULL where none is held
 */
SpActivityPage *
sp_cache_store_get_list (SpCacheDb          *db,
                         const SpCacheFrame *frame)
{
  sqlite3_stmt *statement;
  g_autoptr (GPtrArray) activities = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_activity_unref);
  g_autoptr (GBytes) ids = NULL;
  SpOrigin origin;
  gsize size;
  const gint64 *its_ids;

  statement = sp_cache_row_prepare (db, frame->source, frame->athlete,
                                    "SELECT ids, fetched_s, source_id, hides_private FROM lists WHERE source = ?1"
                                    " AND athlete = ?2 AND start_s <= ?3 AND end_s >= ?4 AND fetched_s >= ?5"
                                    " AND fetched_s <= ?6 ORDER BY fetched_s > ?7, fetched_s DESC LIMIT 1");
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 3, frame->period.start_s);
  sqlite3_bind_int64 (statement, 4, frame->period.end_s);
  sqlite3_bind_int64 (statement, 5, frame->since_s);
  sqlite3_bind_int64 (statement, 6, frame->until_s);
  sqlite3_bind_int64 (statement, 7, frame->now_s + SP_CACHE_SLACK_S);
  if (sp_cache_db_step (db, statement))
    {
      ids = sp_cache_row_get_bytes (statement, 0);
      origin = sp_cache_row_get_origin (statement, 1, 2);
      origin.hides_private = sqlite3_column_int (statement, 3) != 0;
      /* Of what day it really is nobody knows. It is better than nothing, and proves nothing. */
      if (origin.fetched_at_s > frame->now_s + SP_CACHE_SLACK_S)
        origin.fetched_at_s = MIN (frame->period.start_s, frame->now_s);
    }
  sqlite3_reset (statement);
  if (ids == NULL)
    return NULL;

  its_ids = g_bytes_get_data (ids, &size);
  for (gsize i = 0; i < size / sizeof (gint64); i++)
    {
      SpActivity *activity = get_listed (db, frame, its_ids[i], &origin);

      /* A list with a hole is no list. */
      if (activity == NULL)
        return NULL;
      g_ptr_array_add (activities, activity);
    }

  return sp_activity_page_new (activities, NULL, &origin);
}

static gboolean
put_listed (SpCacheDb          *db,
            const SpCacheFrame *frame,
            SpActivity         *activity,
            gint64              fetched_s)
{
  sqlite3_stmt *statement;
  g_autoptr (GBytes) bytes = sp_cache_pack_listed (activity);

  statement = sp_cache_row_prepare (db, frame->source, frame->athlete,
                                    "INSERT INTO activities (source, athlete, id, start_s, fingerprint, listed,"
                                    " listed_s) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
                                    " ON CONFLICT (source, athlete, id) DO UPDATE"
                                    " SET start_s = ?4, fingerprint = ?5, listed = ?6, listed_s = ?7");
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 3, sp_activity_get_id (activity));
  sqlite3_bind_int64 (statement, 4, sp_activity_get_start_utc_s (activity));
  sqlite3_bind_int64 (statement, 5, (gint64) sp_activity_get_fingerprint (activity));
  sp_cache_row_set_bytes (statement, 6, bytes);
  sqlite3_bind_int64 (statement, 7, fetched_s);

  return sp_cache_db_run (db, statement);
}

/* What the list lacks and should have: what begins well inside its period and is known from an older one. */
static GArray *
find_gone (SpCacheDb          *db,
           const SpCacheFrame *frame,
           GHashTable         *ids)
{
  g_autoptr (GArray) gone = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *statement;

  statement = sp_cache_row_prepare (db, frame->source, frame->athlete,
                                    "SELECT id FROM activities WHERE source = ?1 AND athlete = ?2"
                                    " AND start_s > ?3 AND start_s < ?4");
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 3, frame->period.start_s);
  sqlite3_bind_int64 (statement, 4, frame->period.end_s);
  sp_cache_db_take_trouble (db);
  while (sp_cache_db_step (db, statement))
    {
      gint64 id = sqlite3_column_int64 (statement, 0);

      if (!g_hash_table_contains (ids, &id))
        g_array_append_val (gone, id);
    }
  sqlite3_reset (statement);

  return sp_cache_db_take_trouble (db) == NULL ? g_steal_pointer (&gone) : NULL;
}

static gboolean
is_in (GArray *ids,
       gint64  id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;

  return FALSE;
}

/* Of another list of the runner, what is left of it. */
static GBytes *
without (GBytes *ids,
         GArray *gone)
{
  gsize size;
  const gint64 *its_ids = g_bytes_get_data (ids, &size);
  GByteArray *left = g_byte_array_new ();

  for (gsize i = 0; i < size / sizeof (gint64); i++)
    if (!is_in (gone, its_ids[i]))
      g_byte_array_append (left, (const guint8 *) &its_ids[i], sizeof (gint64));

  return g_byte_array_free_to_bytes (left);
}

/* An activity that is gone is gone from all lists: other competitions may have asked for other periods. */
static gboolean
strike_out (SpCacheDb          *db,
            const SpCacheFrame *frame,
            GArray             *gone)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *statement;
  gboolean good = TRUE;

  statement = sp_cache_row_prepare (db, frame->source, frame->athlete,
                                    "SELECT rowid, ids FROM lists WHERE source = ?1 AND athlete = ?2");
  if (statement == NULL)
    return FALSE;
  sp_cache_db_take_trouble (db);
  while (sp_cache_db_step (db, statement))
    {
      gint64 row = sqlite3_column_int64 (statement, 0);
      g_autoptr (GBytes) ids = sp_cache_row_get_bytes (statement, 1);

      g_array_append_val (rows, row);
      g_ptr_array_add (lists, without (ids, gone));
    }
  sqlite3_reset (statement);
  if (sp_cache_db_take_trouble (db) != NULL)
    return FALSE;
  for (guint i = 0; i < rows->len && good; i++)
    {
      statement = sp_cache_db_prepare (db, "UPDATE lists SET ids = ?1 WHERE rowid = ?2");
      if (statement == NULL)
        return FALSE;
      sp_cache_row_set_bytes (statement, 1, lists->pdata[i]);
      sqlite3_bind_int64 (statement, 2, g_array_index (rows, gint64, i));
      good = sp_cache_db_run (db, statement);
    }

  return good;
}

static gboolean
drop_lacking (SpCacheDb          *db,
              const SpCacheFrame *frame,
              GHashTable         *ids)
{
  g_autoptr (GArray) gone = find_gone (db, frame, ids);
  gboolean good = gone != NULL;

  for (guint i = 0; good && i < gone->len; i++)
    {
      sqlite3_stmt *statement;

      statement = sp_cache_row_prepare (db, frame->source, frame->athlete,
                                        "DELETE FROM activities WHERE source = ?1 AND athlete = ?2 AND id = ?3");
      if (statement == NULL)
        return FALSE;
      sqlite3_bind_int64 (statement, 3, g_array_index (gone, gint64, i));
      good = sp_cache_db_run (db, statement);
    }

  return good && (gone->len == 0 || strike_out (db, frame, gone));
}

/* It takes the place of those that cover no more than it does, and of those of a clock that has been set back since. */
static gboolean
replace_list (SpCacheDb          *db,
              const SpCacheFrame *frame,
              GArray             *ids,
              const SpOrigin     *origin)
{
  g_autoptr (GBytes) bytes = g_bytes_new (ids->data, ids->len * sizeof (gint64));
  sqlite3_stmt *statement;

  statement = sp_cache_row_prepare (db, frame->source, frame->athlete,
                                    "DELETE FROM lists WHERE source = ?1 AND athlete = ?2"
                                    " AND ((start_s >= ?3 AND end_s <= ?4) OR fetched_s > ?5)");
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 3, frame->period.start_s);
  sqlite3_bind_int64 (statement, 4, frame->period.end_s);
  sqlite3_bind_int64 (statement, 5, origin->fetched_at_s + SP_CACHE_SLACK_S);
  if (!sp_cache_db_run (db, statement))
    return FALSE;
  statement = sp_cache_row_prepare (db, frame->source, frame->athlete,
                                    "INSERT INTO lists VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 3, frame->period.start_s);
  sqlite3_bind_int64 (statement, 4, frame->period.end_s);
  sqlite3_bind_int64 (statement, 5, origin->fetched_at_s);
  sp_cache_row_set_text (statement, 6, origin->source_id);
  sqlite3_bind_int (statement, 7, origin->hides_private);
  sp_cache_row_set_bytes (statement, 8, bytes);

  return sp_cache_db_run (db, statement);
}

/* Whether another program has brought a newer one meanwhile. */
static gboolean
is_outdated (SpCacheDb          *db,
             const SpCacheFrame *frame,
             gint64              fetched_s)
{
  sqlite3_stmt *statement;
  gboolean outdated;

  statement = sp_cache_row_prepare (db, frame->source, frame->athlete,
                                    "SELECT 1 FROM lists WHERE source = ?1 AND athlete = ?2 AND start_s <= ?3"
                                    " AND end_s >= ?4 AND fetched_s > ?5 AND fetched_s <= ?6");
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 3, frame->period.start_s);
  sqlite3_bind_int64 (statement, 4, frame->period.end_s);
  sqlite3_bind_int64 (statement, 5, fetched_s);
  sqlite3_bind_int64 (statement, 6, frame->until_s);
  outdated = sp_cache_db_step (db, statement);
  sqlite3_reset (statement);

  return outdated;
}

/**
 * sp_cache_store_put_list:
 * @db: a database in the middle of a transaction
 * @frame: of what list
 * @activities: (element-type SpActivity): all that it holds, from its first page to its last
 * @origin: where it comes from
 *
 * Keeps a whole list, unless a newer one is kept. What it lacks is gone.
 *
 * Returns: whether all went well; otherwise nothing of it may be kept
 */
gboolean
sp_cache_store_put_list (SpCacheDb          *db,
                         const SpCacheFrame *frame,
                         GPtrArray          *activities,
                         const SpOrigin     *origin)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean good = TRUE;

  if (is_outdated (db, frame, origin->fetched_at_s))
    return sp_cache_store_drop_pages (db, frame);
  for (guint i = 0; i < activities->len && good; i++)
    {
      gint64 id = sp_activity_get_id (activities->pdata[i]);

      if (!g_hash_table_add (seen, g_memdup2 (&id, sizeof id)))
        continue;
      g_array_append_val (ids, id);
      good = put_listed (db, frame, activities->pdata[i], origin->fetched_at_s);
    }

  return good && drop_lacking (db, frame, seen) && replace_list (db, frame, ids, origin)
         && sp_cache_store_drop_pages (db, frame);
}
