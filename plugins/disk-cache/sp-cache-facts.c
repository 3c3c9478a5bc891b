/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-cache-facts.h"

#include "sp-cache-aside.h"
#include "sp-cache-host.h"
#include "sp-cache-store.h"

#include <glib/gi18n-lib.h>

/* Who is forgotten, and whether it went well. */
typedef struct
{
  gint64      athlete_id; /* 0 for all */
  gint64      now_s;
  gboolean    done;
  const char *trouble;    /* (nullable) static */
} Forgetting;

static gpointer
do_forget (SpCacheDb *db,
           gpointer   data)
{
  Forgetting *forgetting = g_task_get_task_data (data);

  sp_cache_db_take_trouble (db);
  if (forgetting->athlete_id != 0)
    forgetting->done = sp_cache_store_forget (db, forgetting->athlete_id, forgetting->now_s);
  else
    forgetting->done = sp_cache_store_forget_all (db);
  forgetting->trouble = sp_cache_db_take_trouble (db);
  if (forgetting->trouble == NULL)
    forgetting->trouble = sp_cache_db_get_shut (db);

  return NULL;
}

static const char *
get_directory (GTask *task)
{
  return sp_fetcher_context_get_directory (sp_fetcher_get_context (g_task_get_source_object (task)));
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
  else if (forgetting->trouble != NULL)
    /* Translators: why, then a folder */
    g_task_return_new_error (task, SP_FETCH_ERROR, SP_FETCH_ERROR_FAILED,
                             _("What is kept could not all be deleted: %s. See to it that there is room in %s and that"
                               " you may write there, then try again."), forgetting->trouble, get_directory (task));
  else
    g_task_return_new_error (task, SP_FETCH_ERROR, SP_FETCH_ERROR_FAILED,
                             _("What is kept could not all be deleted; another program may be using it. Close it, then"
                               " try again, or delete the files in %s."), get_directory (task));
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
  forgetting->now_s = sp_cache_host_get_now_s (sp_cache_host_get (fetcher));
  g_task_set_task_data (task, forgetting, g_free);
  sp_cache_worker_run_async (sp_cache_host_get_worker (sp_cache_host_get (fetcher)), do_forget, task, NULL, NULL,
                             forgotten_cb, task);
}

static gpointer
do_get_storage (SpCacheDb *db,
                gpointer   data)
{
  g_autoptr (SpStorage) storage = NULL;
  g_autofree char *aside = NULL;
  SpCacheFacts facts;
  const char **trouble = data;
  gint64 n_bytes;

  sp_cache_db_take_trouble (db);
  sp_cache_store_get_facts (db, &facts);
  *trouble = sp_cache_db_take_trouble (db);
  if (*trouble == NULL)
    *trouble = sp_cache_db_get_shut (db);
  if (*trouble != NULL)
    return NULL;
  storage = g_new0 (SpStorage, 1);
  storage->n_bytes = facts.n_bytes;
  storage->n_lists = facts.n_lists;
  storage->n_activities = facts.n_details;
  storage->n_efforts = facts.n_efforts;
  storage->n_segments = facts.n_segments;
  storage->oldest_s = facts.oldest_s;
  storage->note = g_strdup (sp_cache_db_get_note (db));
  aside = sp_cache_aside_find (sp_cache_db_get_path (db), &n_bytes);
  if (aside != NULL && storage->note == NULL)
    storage->note = g_strdup_printf (_("Earlier answers were damaged or of a newer program. They were set aside as %s,"
                                       " and go when what is kept is deleted."), aside);

  return g_steal_pointer (&storage);
}

static void
got_storage_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  SpStorage *storage = sp_cache_worker_run_finish (SP_CACHE_WORKER (source), result);
  const char **trouble = g_task_get_task_data (task);

  if (storage != NULL)
    g_task_return_pointer (task, storage, (GDestroyNotify) sp_storage_free);
  else
    /* Translators: a folder, then why */
    g_task_return_new_error (task, SP_FETCH_ERROR, SP_FETCH_ERROR_FAILED,
                             _("What is kept in %s could not be read: %s. Try again; if it stays so, delete what is"
                               " there."), get_directory (task), *trouble);
}

static void
get_storage_async (SpFetcher           *fetcher,
                   GCancellable        *cancellable,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  GTask *task = sp_task_new (fetcher, get_storage_async, cancellable, callback, user_data);
  const char **trouble = g_new0 (const char *, 1);

  g_task_set_task_data (task, trouble, g_free);
  sp_cache_worker_run_async (sp_cache_host_get_worker (sp_cache_host_get (fetcher)), do_get_storage, trouble, NULL,
                             (GDestroyNotify) sp_storage_free, got_storage_cb, task);
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
