/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/segment-podium.h"
#include "sp-cache-worker.h"

G_BEGIN_DECLS

#define SP_TYPE_CACHE_FETCHER (sp_cache_fetcher_get_type ())
G_DECLARE_FINAL_TYPE (SpCacheFetcher, sp_cache_fetcher, SP, CACHE_FETCHER, GObject)

SpFetcher     *sp_cache_fetcher_get_upstream (SpCacheFetcher *self);
SpCacheWorker *sp_cache_fetcher_get_worker   (SpCacheFetcher *self);
const char    *sp_cache_fetcher_get_key      (SpCacheFetcher *self);
gint64         sp_cache_fetcher_get_now_s    (SpCacheFetcher *self);
gint64         sp_cache_fetcher_get_run_s    (SpCacheFetcher *self);
gboolean       sp_cache_fetcher_is_offline   (SpCacheFetcher *self);
GHashTable    *sp_cache_fetcher_get_lists    (SpCacheFetcher *self);

G_END_DECLS
