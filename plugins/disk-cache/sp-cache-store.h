/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-activity-page.h"
#include "api/sp-fetcher.h"
#include "sp-cache-db.h"

G_BEGIN_DECLS

/**
 * SpCacheFacts:
 * @n_lists: lists that are kept
 * @n_details: details that are kept
 * @n_efforts: efforts in them
 * @n_segments: segments that are kept
 * @n_bytes: how large the file is
 * @oldest_s: when the oldest answer was fetched, UTC seconds since 1970, 0 where there is none
 *
 * What is kept.
 */
typedef struct
{
  guint  n_lists;
  guint  n_details;
  guint  n_efforts;
  guint  n_segments;
  gint64 n_bytes;
  gint64 oldest_s;
} SpCacheFacts;

SpActivityPage *sp_cache_store_get_list    (SpCacheDb      *db,
                                            const char     *source,
                                            gint64          athlete,
                                            const SpPeriod *period,
                                            gint64          since_s,
                                            gint64          until_s);
gboolean        sp_cache_store_put_list    (SpCacheDb      *db,
                                            const char     *source,
                                            gint64          athlete,
                                            const SpPeriod *period,
                                            GPtrArray      *activities,
                                            const SpOrigin *origin);
SpActivity     *sp_cache_store_get_detail  (SpCacheDb      *db,
                                            const char     *source,
                                            gint64          athlete,
                                            gint64          id,
                                            gboolean        as_listed);
gboolean        sp_cache_store_put_detail  (SpCacheDb      *db,
                                            const char     *source,
                                            gint64          athlete,
                                            SpActivity     *activity);
SpSegment      *sp_cache_store_get_segment (SpCacheDb      *db,
                                            const char     *source,
                                            gint64          id,
                                            gint64          since_s);
gboolean        sp_cache_store_put_segment (SpCacheDb      *db,
                                            const char     *source,
                                            SpSegment      *segment);
GArray         *sp_cache_store_peek        (SpCacheDb      *db,
                                            const char     *source,
                                            gint64          athlete,
                                            const gint64   *ids,
                                            gsize           n_ids);
gboolean        sp_cache_store_purge       (SpCacheDb      *db,
                                            const char     *source,
                                            gint64          before_s);
gboolean        sp_cache_store_forget      (SpCacheDb      *db,
                                            gint64          athlete);
gboolean        sp_cache_store_forget_all  (SpCacheDb      *db);
void            sp_cache_store_get_facts   (SpCacheDb      *db,
                                            SpCacheFacts   *facts);

G_END_DECLS
