/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * SpCacheDb:
 *
 * An open database: one connection, for one thread at a time.
 */
typedef struct _SpCacheDb SpCacheDb;

SpCacheDb    *sp_cache_db_open         (const char   *directory);
void          sp_cache_db_close        (SpCacheDb    *self);
const char   *sp_cache_db_get_note     (SpCacheDb    *self);
const char   *sp_cache_db_get_shut     (SpCacheDb    *self);
const char   *sp_cache_db_get_path     (SpCacheDb    *self);
sqlite3_stmt *sp_cache_db_prepare      (SpCacheDb    *self,
                                        const char   *sql);
gboolean      sp_cache_db_step         (SpCacheDb    *self,
                                        sqlite3_stmt *statement);
gboolean      sp_cache_db_run          (SpCacheDb    *self,
                                        sqlite3_stmt *statement);
gboolean      sp_cache_db_exec         (SpCacheDb    *self,
                                        const char   *sql);
gboolean      sp_cache_db_end          (SpCacheDb    *self,
                                        gboolean      good);
gboolean      sp_cache_db_checkpoint   (SpCacheDb    *self);
const char   *sp_cache_db_take_trouble (SpCacheDb    *self);
sqlite3      *sp_cache_db_get          (SpCacheDb    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpCacheDb, sp_cache_db_close)

G_END_DECLS
