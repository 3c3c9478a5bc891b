/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-cache-facts.h"

#include "sp-cache-host.h"
#include "sp-cache-store.h"

#include <glib/gi18n-lib.h>

/* Who is forgotten, and whether it went well. */
typedef struct
{
  gint64   athlete_id; /* 0 for all */
  gboolean done;
} Forgetting;

static gpointer
do_forget (SpCacheDb *db,
           gpointer   data)
{
  Forgetting *forgetting = g_task_get_task_data (data);

  if (forgetting->athlete_id != 0)
    forgetting->done = sp_cache_store_forget (db, forgetting->athlete_id);
  else
    forgetting->done = sp_cache_store_forget_all (db);

  return NULL;
}

static void
forgotten_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Forgetting *forgetting = g_task_get_task_data (task);

  sp_cache_worker_run_finish (SP_CACHE_WORKER (source), result);
  if (forgetting->done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, SP_FETCH_ERROR, SP_FETCH_ERROR_FAILED,
                             _("What is kept could not all be deleted; another program may be using it. Try again."));
}

static void
forget_async (SpFetcher           *fetcher,
              SpAthlete           *athlete,
              GCancellable        *cancellable,
              GAsyncReadyCallback  callback,
              gpointer             user_data)
{
  GTask *task = sp_task_new (fetcher, forget_async, cancellable, callback, user_data);
  Forgetting *forgetting = g_new0 (Forgetting, 1);

  forgetting->athlete_id = athlete != NULL ? sp_athlete_get_id (athlete) : 0;
  g_task_set_task_data (task, forgetting, g_free);
  sp_cache_worker_run_async (sp_cache_host_get_worker (sp_cache_host_get (fetcher)), do_forget, task, NULL, NULL,
                             forgotten_cb, task);
}

static gpointer
do_get_storage (SpCacheDb *db,
                gpointer   data)
{
  SpStorage *storage = g_new0 (SpStorage, 1);
  SpCacheFacts facts;

  sp_cache_store_get_facts (db, &facts);
  storage->n_bytes = facts.n_bytes;
  storage->n_lists = facts.n_lists;
  storage->n_activities = facts.n_details;
  storage->n_efforts = facts.n_efforts;
  storage->n_segments = facts.n_segments;
  storage->oldest_s = facts.oldest_s;
  storage->note = g_strdup (sp_cache_db_get_note (db));

  return storage;
}

static void
got_storage_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;

  g_task_return_pointer (task, sp_cache_worker_run_finish (SP_CACHE_WORKER (source), result),
                         (GDestroyNotify) sp_storage_free);
}

static void
get_storage_async (SpFetcher           *fetcher,
                   GCancellable        *cancellable,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  sp_cache_worker_run_async (sp_cache_host_get_worker (sp_cache_host_get (fetcher)), do_get_storage, NULL, NULL,
                             (GDestroyNotify) sp_storage_free, got_storage_cb,
                             sp_task_new (fetcher, get_storage_async, cancellable, callback, user_data));
}

/**
 * sp_cache_facts_init:
 * @iface: the interface of the cache
 *
 * Gives it the operations that are about what is kept itself.
 */
void
sp_cache_facts_init (SpFetcherInterface *iface)
{
  iface->forget_async = forget_async;
  iface->get_storage_async = get_storage_async;
}
