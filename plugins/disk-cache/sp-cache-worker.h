/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-cache-db.h"

G_BEGIN_DECLS

/**
 * SpCacheJob:
 * @db: the database, which nobody else uses meanwhile
 * @data: what the job was given
 *
 * What is done in the worker's thread.
 *
 * Returns: (transfer full) (nullable): what the job brings
 */
typedef gpointer (*SpCacheJob) (SpCacheDb *db,
                                gpointer   data);

#define SP_TYPE_CACHE_WORKER (sp_cache_worker_get_type ())
G_DECLARE_FINAL_TYPE (SpCacheWorker, sp_cache_worker, SP, CACHE_WORKER, GObject)

SpCacheWorker *sp_cache_worker_new          (const char           *directory);
void           sp_cache_worker_run_async    (SpCacheWorker        *self,
                                             SpCacheJob            job,
                                             gpointer              data,
                                             GDestroyNotify        destroy,
                                             GDestroyNotify        free_answer,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gpointer       sp_cache_worker_run_finish   (SpCacheWorker        *self,
                                             GAsyncResult         *result);
void           sp_cache_worker_await_closed (void);

G_END_DECLS
