/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-cache-schema.h"

/* A detail has about a kilobyte. In a table without row ids that spills each row over into a page of its own, as it was
 * in version 1. */
#define ACTIVITIES_2 \
  "CREATE TABLE activities (source TEXT NOT NULL, athlete INTEGER NOT NULL, id INTEGER NOT NULL," \
  " start_s INTEGER NOT NULL, fingerprint INTEGER NOT NULL, listed BLOB, detail BLOB, detail_fingerprint INTEGER," \
  " detail_s INTEGER, source_id TEXT, n_efforts INTEGER, PRIMARY KEY (source, athlete, id)) STRICT;"

/* Where a new database begins: with version 2. */
static const char first[] =
  "CREATE TABLE lists (source TEXT NOT NULL, athlete INTEGER NOT NULL, start_s INTEGER NOT NULL,"
  " end_s INTEGER NOT NULL, fetched_s INTEGER NOT NULL, source_id TEXT, hides_private INTEGER NOT NULL,"
  " ids BLOB NOT NULL, PRIMARY KEY (source, athlete, start_s, end_s)) STRICT;"
  ACTIVITIES_2
  "CREATE TABLE segments (source TEXT NOT NULL, id INTEGER NOT NULL, fetched_s INTEGER NOT NULL, source_id TEXT,"
  " data BLOB NOT NULL, PRIMARY KEY (source, id)) STRICT;"
  "PRAGMA user_version = 2;";

/* From each version to the next. Version 3 knows how old a list's entry is also when no list has it any more, how long
 * each source's answers may be kept, the first pages of a list that has no end yet, and whom to keep nothing of. */
static const char * const migrations[] = {
  [1] = "ALTER TABLE activities RENAME TO activities_1;" ACTIVITIES_2
        "INSERT INTO activities SELECT * FROM activities_1; DROP TABLE activities_1; PRAGMA user_version = 2;",
  [2] = "ALTER TABLE activities ADD COLUMN listed_s INTEGER;"
        "UPDATE activities SET listed_s = coalesce ((SELECT max (fetched_s) FROM lists WHERE lists.source ="
        " activities.source AND lists.athlete = activities.athlete), detail_s, 0) WHERE listed IS NOT NULL;"
        "CREATE TABLE sources (source TEXT NOT NULL PRIMARY KEY, keep_s INTEGER NOT NULL) STRICT;"
        "CREATE TABLE pages (source TEXT NOT NULL, athlete INTEGER NOT NULL, start_s INTEGER NOT NULL,"
        " end_s INTEGER NOT NULL, cursor TEXT NOT NULL, next TEXT NOT NULL, fetched_s INTEGER NOT NULL,"
        " source_id TEXT, hides_private INTEGER NOT NULL, data BLOB NOT NULL,"
        " PRIMARY KEY (source, athlete, start_s, end_s, cursor)) STRICT;"
        "CREATE TABLE forgotten (who TEXT NOT NULL PRIMARY KEY, at_s INTEGER NOT NULL) STRICT;"
        "PRAGMA user_version = 3;",
};

static int
get_version (sqlite3 *db,
             int     *version)
{
  sqlite3_stmt *statement = NULL;
  int rc = sqlite3_prepare_v2 (db, "PRAGMA user_version", -1, &statement, NULL);

  if (rc == SQLITE_OK)
    rc = sqlite3_step (statement);
  if (rc == SQLITE_ROW)
    *version = sqlite3_column_int (statement, 0);
  sqlite3_finalize (statement);

  return rc == SQLITE_ROW ? SQLITE_OK : rc;
}

static int
bring_up (sqlite3 *db)
{
  int version = 0, rc;

  rc = get_version (db, &version);
  if (rc == SQLITE_OK && (version < 0 || version > (int) G_N_ELEMENTS (migrations)))
    return SQLITE_NOTADB;
  if (rc == SQLITE_OK && version == 0)
    {
      rc = sqlite3_exec (db, first, NULL, NULL, NULL);
      version = 2;
    }
  for (; rc == SQLITE_OK && version < (int) G_N_ELEMENTS (migrations); version++)
    rc = sqlite3_exec (db, migrations[version], NULL, NULL, NULL);

  return rc;
}

/**
 * sp_cache_schema_bring_up:
 * @db: a database that was just opened
 *
 * Gives a new database its tables, and one of an older program those that it lacks: all of it or nothing.
 *
 * Returns: SQLite's code; `SQLITE_NOTADB` also for a database of a newer program
 */
int
sp_cache_schema_bring_up (sqlite3 *db)
{
  int rc = sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL);

  if (rc != SQLITE_OK)
    return rc;
  rc = bring_up (db);
  if (rc == SQLITE_OK)
    rc = sqlite3_exec (db, "COMMIT", NULL, NULL, NULL);
  if (rc != SQLITE_OK)
    sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL);

  return rc;
}
