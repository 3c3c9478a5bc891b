/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/segment-podium.h"
#include "sp-cache-worker.h"

G_BEGIN_DECLS

/**
 * SpCacheHost:
 * @fetcher: (not owned): the cache itself
 * @upstream: (owned): the source
 * @worker: (owned) (nullable): made with the first question, when the context is known
 * @key: (owned) (nullable): by what the source's answers are kept
 * @lists: (owned): athlete to what is gathered of a list that has still pages to come
 * @offline: whether the source is never asked
 * @has_said_trouble: whether it was said that answers can not be kept
 * @retention_days: days after which answers are deleted, 0 for what the source asks
 *
 * What all parts of a cache share.
 */
typedef struct
{
  SpFetcher     *fetcher;
  SpFetcher     *upstream;
  SpCacheWorker *worker;
  char          *key;
  GHashTable    *lists;
  gboolean       offline;
  gboolean       has_said_trouble;
  guint          retention_days;
} SpCacheHost;

SpCacheHost   *sp_cache_host_new        (SpFetcher   *fetcher);
void           sp_cache_host_free       (SpCacheHost *self);
SpCacheHost   *sp_cache_host_get        (SpFetcher   *fetcher);
const char    *sp_cache_host_get_key    (SpCacheHost *self);
SpCacheWorker *sp_cache_host_get_worker (SpCacheHost *self);
gint64         sp_cache_host_get_now_s  (SpCacheHost *self);
gint64         sp_cache_host_get_run_s  (SpCacheHost *self);

G_END_DECLS
