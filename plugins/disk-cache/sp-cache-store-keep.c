/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-cache-store.h"

#include "sp-cache-aside.h"
#include "sp-cache-row.h"

/* What may go, what has to, and what there is. */

/* First pages of a list are of use for as long as a run is gone on with; nobody's forgetting is remembered for longer
 * than any run lasts. */
#define PAGES_S (6 * 3600)
#define FORGOTTEN_S (30 * SP_TIME_DAY_S)

static gboolean
run_with (SpCacheDb  *db,
          const char *sql,
          gint64      number)
{
  sqlite3_stmt *statement = sp_cache_db_prepare (db, sql);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, number);

  return sp_cache_db_run (db, statement);
}

static gboolean
put_source (SpCacheDb  *db,
            const char *source,
            gint64      keep_s)
{
  return sp_cache_db_run (db, sp_cache_row_prepare (db, source, keep_s,
                                                    "INSERT OR REPLACE INTO sources VALUES (?1, ?2)"));
}

#define TOO_OLD(time) time " < ?1 - (SELECT keep_s FROM sources WHERE sources.source = "
#define AND_KEPT_FOR_A_TIME " AND keep_s > 0)"

/**
 * sp_cache_store_purge:
 * @db: a database
 * @source: the source's key
 * @keep_s: for how many seconds its answers may be kept, 0 for as long as one likes
 * @now_s: UTC seconds since 1970
 *
 * Deletes what is too old to be kept: of this source, and of each that was used before by what was said of it then.
 *
 * Returns: whether it went well
 */
gboolean
sp_cache_store_purge (SpCacheDb  *db,
                      const char *source,
                      gint64      keep_s,
                      gint64      now_s)
{
  int n_before = sqlite3_total_changes (sp_cache_db_get (db));
  gboolean good;

  if (!sp_cache_db_exec (db, "BEGIN IMMEDIATE"))
    return FALSE;
  good = put_source (db, source, keep_s)
         && run_with (db, "DELETE FROM lists WHERE " TOO_OLD ("fetched_s") "lists.source" AND_KEPT_FOR_A_TIME, now_s)
         && run_with (db, "UPDATE activities SET detail = NULL, detail_s = NULL, detail_fingerprint = NULL,"
                          " n_efforts = NULL WHERE " TOO_OLD ("detail_s") "activities.source" AND_KEPT_FOR_A_TIME,
                      now_s)
         && run_with (db, "DELETE FROM activities WHERE detail IS NULL AND (listed IS NULL OR "
                          TOO_OLD ("listed_s") "activities.source" AND_KEPT_FOR_A_TIME ")", now_s)
         && run_with (db, "UPDATE activities SET listed = NULL, listed_s = NULL WHERE "
                          TOO_OLD ("listed_s") "activities.source" AND_KEPT_FOR_A_TIME, now_s)
         && run_with (db, "DELETE FROM segments WHERE " TOO_OLD ("fetched_s") "segments.source" AND_KEPT_FOR_A_TIME,
                      now_s)
         && run_with (db, "DELETE FROM pages WHERE fetched_s < ?1", now_s - PAGES_S)
         && run_with (db, "DELETE FROM forgotten WHERE at_s < ?1", now_s - FORGOTTEN_S);
  good = sp_cache_db_end (db, good);

  /* One row is the source's own; what is deleted is to be gone from the log too. */
  if (good && sqlite3_total_changes (sp_cache_db_get (db)) > n_before + 1)
    sp_cache_db_checkpoint (db);
  if (keep_s > 0)
    sp_cache_aside_delete (sp_cache_db_get_path (db), now_s - keep_s);

  return good;
}

/* What is deleted is gone from the file, from the log beside it, and from what was set aside. */
static gboolean
wipe (SpCacheDb *db)
{
  gboolean gone = sp_cache_aside_delete (sp_cache_db_get_path (db), G_MAXINT64);

  if (sp_cache_db_get_shut (db) != NULL)
    return FALSE;

  return sp_cache_db_checkpoint (db) && sp_cache_db_exec (db, "VACUUM") && sp_cache_db_checkpoint (db) && gone;
}

/* Who is forgotten is remembered by a number that does not tell who it is. */
static char *
hash_of (gint64 athlete)
{
  g_autofree char *text = g_strdup_printf ("forgotten %" G_GINT64_FORMAT, athlete);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

static gboolean
put_forgotten (SpCacheDb *db,
               gint64     athlete,
               gint64     now_s)
{
  g_autofree char *who = hash_of (athlete);

  return sp_cache_db_run (db, sp_cache_row_prepare (db, who, now_s,
                                                    "INSERT OR REPLACE INTO forgotten VALUES (?1, ?2)"));
}

/**
 * sp_cache_store_forget:
 * @db: a database
 * @athlete: a runner
 * @now_s: UTC seconds since 1970
 *
 * Deletes all that is kept of a runner, from every file, so that no byte of it is left. A run that is under way will
 * keep nothing of the runner either.
 *
 * Returns: whether it went well
 */
gboolean
sp_cache_store_forget (SpCacheDb *db,
                       gint64     athlete,
                       gint64     now_s)
{
  gboolean good;

  if (!sp_cache_db_exec (db, "BEGIN IMMEDIATE"))
    return FALSE;
  good = run_with (db, "DELETE FROM lists WHERE athlete = ?1", athlete)
         && run_with (db, "DELETE FROM activities WHERE athlete = ?1", athlete)
         && run_with (db, "DELETE FROM pages WHERE athlete = ?1", athlete)
         && put_forgotten (db, athlete, now_s);

  return sp_cache_db_end (db, good) && wipe (db);
}

/**
 * sp_cache_store_is_forgotten:
 * @db: a database
 * @athlete: a runner
 * @run_s: when the run began that asked for the runner, UTC seconds since 1970
 *
 * Returns: whether the runner was forgotten since
 */
gboolean
sp_cache_store_is_forgotten (SpCacheDb *db,
                             gint64     athlete,
                             gint64     run_s)
{
  g_autofree char *who = hash_of (athlete);
  sqlite3_stmt *statement = sp_cache_row_prepare (db, who, run_s,
                                                  "SELECT 1 FROM forgotten WHERE who = ?1 AND at_s > ?2");
  gboolean forgotten;

  if (statement == NULL)
    return FALSE;
  forgotten = sp_cache_db_step (db, statement);
  sqlite3_reset (statement);

  return forgotten;
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
  if (!sp_cache_db_exec (db, "BEGIN IMMEDIATE"))
    return FALSE;

  return sp_cache_db_end (db, sp_cache_db_exec (db, "DELETE FROM lists; DELETE FROM activities; DELETE FROM segments;"
                                                    "DELETE FROM pages")) && wipe (db);
}

static gint64
get_number (SpCacheDb  *db,
            const char *sql)
{
  sqlite3_stmt *statement = sp_cache_db_prepare (db, sql);
  gint64 number = 0;

  if (statement == NULL)
    return 0;
  if (sp_cache_db_step (db, statement))
    number = sqlite3_column_int64 (statement, 0);
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
  g_autofree char *aside = NULL;
  gint64 n_aside;

  aside = sp_cache_aside_find (sp_cache_db_get_path (db), &n_aside);
  facts->n_lists = (guint) get_number (db, "SELECT count (*) FROM lists");
  facts->n_details = (guint) get_number (db, "SELECT count (*) FROM activities WHERE detail IS NOT NULL");
  facts->n_efforts = (guint) get_number (db, "SELECT coalesce (sum (n_efforts), 0) FROM activities");
  facts->n_segments = (guint) get_number (db, "SELECT count (*) FROM segments");
  facts->n_bytes = n_aside
                   + get_number (db, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");
  facts->oldest_s = get_number (db, "SELECT coalesce (min (s), 0) FROM (SELECT min (fetched_s) AS s FROM lists UNION"
                                    " SELECT min (detail_s) FROM activities UNION SELECT min (listed_s) FROM"
                                    " activities UNION SELECT min (fetched_s) FROM segments)");
}
