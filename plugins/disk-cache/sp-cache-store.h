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
 * @n_bytes: how large the files are, with what was set aside
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

/**
 * SpCacheFrame:
 * @source: the source's key
 * @athlete: the runner
 * @period: what a list covers, or has to cover, UTC
 * @since_s: how old a held answer may be, UTC seconds since 1970
 * @until_s: how new; what seems to come from later was fetched by a clock that has been set back since
 * @now_s: when it is asked, UTC seconds since 1970
 *
 * Of what list a question is.
 */
typedef struct
{
  const char *source;
  gint64      athlete;
  SpPeriod    period;
  gint64      since_s;
  gint64      until_s;
  gint64      now_s;
} SpCacheFrame;

/* Clocks are put right by seconds all the time; that is no reason to ask again. */
#define SP_CACHE_SLACK_S 300

SpActivityPage *sp_cache_store_get_list        (SpCacheDb          *db,
                                                const SpCacheFrame *frame);
gboolean        sp_cache_store_put_list        (SpCacheDb          *db,
                                                const SpCacheFrame *frame,
                                                GPtrArray          *activities,
                                                const SpOrigin     *origin);
SpActivityPage *sp_cache_store_get_page        (SpCacheDb          *db,
                                                const SpCacheFrame *frame,
                                                const char         *cursor);
gboolean        sp_cache_store_put_page        (SpCacheDb          *db,
                                                const SpCacheFrame *frame,
                                                const char         *cursor,
                                                SpActivityPage     *page,
                                                gint64              fetched_s);
gboolean        sp_cache_store_drop_pages      (SpCacheDb          *db,
                                                const SpCacheFrame *frame);
gboolean        sp_cache_store_get_fingerprint (SpCacheDb          *db,
                                                const char         *source,
                                                gint64              athlete,
                                                gint64              id,
                                                guint64            *fingerprint);
SpActivity     *sp_cache_store_get_detail      (SpCacheDb          *db,
                                                const char         *source,
                                                gint64              athlete,
                                                gint64              id,
                                                gboolean            as_listed);
gboolean        sp_cache_store_put_detail      (SpCacheDb          *db,
                                                const char         *source,
                                                gint64              athlete,
                                                SpActivity         *activity,
                                                guint64             fingerprint,
                                                gint64              fetched_s);
GArray         *sp_cache_store_peek            (SpCacheDb          *db,
                                                const char         *source,
                                                gint64              athlete,
                                                const gint64       *ids,
                                                gsize               n_ids);
SpSegment      *sp_cache_store_get_segment     (SpCacheDb          *db,
                                                const char         *source,
                                                gint64              id,
                                                gint64              since_s);
gboolean        sp_cache_store_put_segment     (SpCacheDb          *db,
                                                const char         *source,
                                                SpSegment          *segment,
                                                gint64              fetched_s);
gboolean        sp_cache_store_purge           (SpCacheDb          *db,
                                                const char         *source,
                                                gint64              keep_s,
                                                gint64              now_s);
gboolean        sp_cache_store_forget          (SpCacheDb          *db,
                                                gint64              athlete,
                                                gint64              now_s);
gboolean        sp_cache_store_is_forgotten    (SpCacheDb          *db,
                                                gint64              athlete,
                                                gint64              run_s);
gboolean        sp_cache_store_forget_all      (SpCacheDb          *db);
void            sp_cache_store_get_facts       (SpCacheDb          *db,
                                                SpCacheFacts       *facts);

G_END_DECLS
