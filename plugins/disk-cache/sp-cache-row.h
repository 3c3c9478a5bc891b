/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/segment-podium.h"
#include "sp-cache-db.h"

G_BEGIN_DECLS

sqlite3_stmt *sp_cache_row_prepare    (SpCacheDb    *db,
                                       const char   *text,
                                       gint64        number,
                                       const char   *sql);
void          sp_cache_row_set_text   (sqlite3_stmt *statement,
                                       int           index,
                                       const char   *text);
void          sp_cache_row_set_bytes  (sqlite3_stmt *statement,
                                       int           index,
                                       GBytes       *bytes);
GBytes       *sp_cache_row_get_bytes  (sqlite3_stmt *statement,
                                       int           column);
SpOrigin      sp_cache_row_get_origin (sqlite3_stmt *statement,
                                       int           fetched,
                                       int           source_id);

G_END_DECLS
