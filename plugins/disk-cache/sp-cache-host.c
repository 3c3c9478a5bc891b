/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-cache-host.h"

#include "sp-cache-gathered.h"
#include "sp-cache-store.h"

#define HOST_KEY "sp-cache-host"

/**
 * sp_cache_host_new:
 * @fetcher: the cache
 *
 * Returns: (transfer full): what its parts share
 */
SpCacheHost *
sp_cache_host_new (SpFetcher *fetcher)
{
  SpCacheHost *self = g_new0 (SpCacheHost, 1);

  self->fetcher = fetcher;
  self->lists = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) sp_cache_gathered_unref);
  g_object_set_data (G_OBJECT (fetcher), HOST_KEY, self);

  return self;
}

/**
 * sp_cache_host_free:
 * @self: (transfer full): what the parts of a cache share
 *
 * Lets go of it.
 */
void
sp_cache_host_free (SpCacheHost *self)
{
  g_clear_object (&self->worker);
  g_clear_object (&self->upstream);
  g_clear_pointer (&self->lists, g_hash_table_unref);
  g_clear_pointer (&self->key, g_free);
  g_free (self);
}

/**
 * sp_cache_host_get:
 * @fetcher: a cache
 *
 * Returns: (transfer none): what its parts share
 */
SpCacheHost *
sp_cache_host_get (SpFetcher *fetcher)
{
  return g_object_get_data (G_OBJECT (fetcher), HOST_KEY);
}

/**
 * sp_cache_host_get_now_s:
 * @self: what the parts of a cache share
 *
 * Returns: UTC seconds since 1970
 */
gint64
sp_cache_host_get_now_s (SpCacheHost *self)
{
  SpFetcherContext *context = sp_fetcher_get_context (self->fetcher);

  return sp_clock_get_wall_us (sp_fetcher_context_get_clock (context)) / G_USEC_PER_SEC;
}

/**
 * sp_cache_host_get_run_s:
 * @self: what the parts of a cache share
 *
 * Returns: when the run began, UTC seconds since 1970
 */
gint64
sp_cache_host_get_run_s (SpCacheHost *self)
{
  return sp_fetcher_context_get_run_started_s (sp_fetcher_get_context (self->fetcher));
}

/**
 * sp_cache_host_get_key:
 * @self: what the parts of a cache share
 *
 * Returns: (transfer none): by what the source's answers are kept
 */
const char *
sp_cache_host_get_key (SpCacheHost *self)
{
  if (self->key == NULL)
    {
      g_autoptr (SpSourceInfo) info = sp_fetcher_describe (self->upstream);

      self->key = g_strdup (sp_source_info_get_cache_key (info));
    }

  return self->key;
}

/* What is purged when the database is opened. */
typedef struct
{
  char   *key;
  gint64  keep_s;
  gint64  now_s;
} Purge;

static void
purge_free (gpointer data)
{
  Purge *purge = data;

  g_free (purge->key);
  g_free (purge);
}

static gpointer
do_purge (SpCacheDb *db,
          gpointer   data)
{
  Purge *purge = data;

  sp_cache_store_purge (db, purge->key, purge->keep_s, purge->now_s);

  return NULL;
}

/**
 * sp_cache_host_get_worker:
 * @self: what the parts of a cache share
 *
 * Returns: (transfer none): the worker, which first deletes what is too old to be kept
 */
SpCacheWorker *
sp_cache_host_get_worker (SpCacheHost *self)
{
  g_autoptr (SpSourceInfo) info = NULL;
  gint64 retention_s;
  Purge *purge;

  if (self->worker != NULL)
    return self->worker;

  self->worker = sp_cache_worker_new (sp_fetcher_context_get_directory (sp_fetcher_get_context (self->fetcher)));
  info = sp_fetcher_describe (self->upstream);
  retention_s = self->retention_days > 0 ? (gint64) self->retention_days * SP_TIME_DAY_S
                                         : sp_source_info_get_retention_s (info);
  purge = g_new0 (Purge, 1);
  purge->key = g_strdup (sp_cache_host_get_key (self));
  purge->keep_s = MAX (retention_s, 0);
  purge->now_s = sp_cache_host_get_now_s (self);
  sp_cache_worker_run_async (self->worker, do_purge, purge, purge_free, NULL, NULL, NULL);

  return self->worker;
}
