/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-cache-store.h"

#include "sp-cache-pack.h"
#include "sp-cache-row.h"

/* Pages of lists whose last page is not there yet: a run that goes on begins where the one before was cut off. */

/**
 * sp_cache_store_get_page:
 * @db: a database
 * @frame: of what list
 * @cursor: (nullable): of the page, %NULL for the first
 *
 * Returns: (transfer full) (nullable): the page, %NULL where it is not held
 */
SpActivityPage *
sp_cache_store_get_page (SpCacheDb          *db,
                         const SpCacheFrame *frame,
                         const char         *cursor)
{
  sqlite3_stmt *statement;
  SpActivityPage *page = NULL;

  statement = sp_cache_row_prepare (db, frame->source, frame->athlete,
                                    "SELECT data, fetched_s, source_id, hides_private, next FROM pages"
                                    " WHERE source = ?1 AND athlete = ?2 AND start_s = ?3 AND end_s = ?4"
                                    " AND cursor = ?5 AND fetched_s >= ?6 AND fetched_s <= ?7");
  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 3, frame->period.start_s);
  sqlite3_bind_int64 (statement, 4, frame->period.end_s);
  sp_cache_row_set_text (statement, 5, cursor != NULL ? cursor : "");
  sqlite3_bind_int64 (statement, 6, frame->since_s);
  sqlite3_bind_int64 (statement, 7, frame->until_s);
  if (sp_cache_db_step (db, statement))
    {
      g_autoptr (GBytes) bytes = sp_cache_row_get_bytes (statement, 0);
      SpOrigin origin = sp_cache_row_get_origin (statement, 1, 2);
      g_autoptr (GPtrArray) activities = NULL;

      origin.hides_private = sqlite3_column_int (statement, 3) != 0;
      activities = sp_cache_unpack_page (bytes, &origin);
      if (activities != NULL)
        page = sp_activity_page_new (activities, (const char *) sqlite3_column_text (statement, 4), &origin);
    }
  sqlite3_reset (statement);

  return page;
}

/**
 * sp_cache_store_put_page:
 * @db: a database in the middle of a transaction
 * @frame: of what list
 * @cursor: (nullable): of the page, %NULL for the first: with it a list begins anew
 * @page: a page that is not the last
 * @fetched_s: when it was fetched, UTC seconds since 1970
 *
 * Keeps a page.
 *
 * Returns: whether it is kept
 */
gboolean
sp_cache_store_put_page (SpCacheDb          *db,
                         const SpCacheFrame *frame,
                         const char         *cursor,
                         SpActivityPage     *page,
                         gint64              fetched_s)
{
  g_autoptr (GBytes) bytes = sp_cache_pack_page (page);
  const SpOrigin *origin = sp_activity_page_get_origin (page);
  sqlite3_stmt *statement;

  if (cursor == NULL && !sp_cache_store_drop_pages (db, frame))
    return FALSE;
  statement = sp_cache_row_prepare (db, frame->source, frame->athlete,
                                    "INSERT OR REPLACE INTO pages VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 3, frame->period.start_s);
  sqlite3_bind_int64 (statement, 4, frame->period.end_s);
  sp_cache_row_set_text (statement, 5, cursor != NULL ? cursor : "");
  sp_cache_row_set_text (statement, 6, sp_activity_page_get_next_cursor (page));
  sqlite3_bind_int64 (statement, 7, fetched_s);
  sp_cache_row_set_text (statement, 8, origin->source_id);
  sqlite3_bind_int (statement, 9, origin->hides_private);
  sp_cache_row_set_bytes (statement, 10, bytes);

  return sp_cache_db_run (db, statement);
}

/**
 * sp_cache_store_drop_pages:
 * @db: a database
 * @frame: of what list
 *
 * Deletes the pages of a list that is whole, or begins anew.
 *
 * Returns: whether they are gone
 */
gboolean
sp_cache_store_drop_pages (SpCacheDb          *db,
                           const SpCacheFrame *frame)
{
  sqlite3_stmt *statement;

  statement = sp_cache_row_prepare (db, frame->source, frame->athlete,
                                    "DELETE FROM pages WHERE source = ?1 AND athlete = ?2 AND start_s = ?3"
                                    " AND end_s = ?4");
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 3, frame->period.start_s);
  sqlite3_bind_int64 (statement, 4, frame->period.end_s);

  return sp_cache_db_run (db, statement);
}
