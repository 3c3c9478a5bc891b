/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-cache-worker.h"

#include "api/sp-task.h"

#include <stdlib.h>

/**
 * SpCacheWorker:
 *
 * The one thread that owns the database: jobs are done in order, and answer where they were asked.
 */
struct _SpCacheWorker
{
  GObject parent_instance;

  GThreadPool *pool;
  struct Own  *own; /* until it is given to the last job */
};

G_DEFINE_FINAL_TYPE (SpCacheWorker, sp_cache_worker, G_TYPE_OBJECT)

/* What is the thread's own, and outlives the worker until it is closed. */
typedef struct Own
{
  char      *directory; /* (owned) */
  SpCacheDb *db;        /* (owned) (nullable) opened by the first job */
} Own;

/* How many databases are still to be closed by threads whose workers are gone. */
static guint n_closing;
static GMutex closing_mutex;
static GCond closing_cond;

/* A job on its way through the thread, which lets go of no object: the last to do so may have to wait for it. */
typedef struct
{
  GTask          *task;    /* (owned) */
  GMainContext   *context; /* (owned) */
  SpCacheJob      job;
  gpointer        data;
  GDestroyNotify  destroy;
  GDestroyNotify  free_answer;
  gpointer        answer;
} Work;

static gboolean
deliver (gpointer data)
{
  Work *work = data;

  g_task_return_pointer (work->task, work->answer, work->free_answer);
  if (work->destroy != NULL)
    work->destroy (work->data);
  g_object_unref (work->task);
  g_main_context_unref (work->context);
  g_free (work);

  return G_SOURCE_REMOVE;
}

/* Empties the log beside the file, which takes its time. */
static void
close_own (Own *own)
{
  g_clear_pointer (&own->db, sp_cache_db_close);
  g_free (own->directory);
  g_free (own);
  g_mutex_lock (&closing_mutex);
  n_closing--;
  g_cond_broadcast (&closing_cond);
  g_mutex_unlock (&closing_mutex);
}

static void
do_work (gpointer data,
         gpointer user_data)
{
  Own *own = user_data;
  Work *work = data;
  g_autoptr (GSource) source = NULL;

  if (data == own)
    {
      close_own (own);
      return;
    }
  source = g_idle_source_new ();
  if (own->db == NULL)
    {
      sp_cache_worker_await_closed ();
      own->db = sp_cache_db_open (own->directory);
    }
  work->answer = work->job (own->db, work->data);
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, deliver, work, NULL);
  g_source_attach (source, work->context);
}

/* By the time nobody needs the worker all its jobs are done but the last, which is left to the thread. */
static void
sp_cache_worker_finalize (GObject *object)
{
  SpCacheWorker *self = SP_CACHE_WORKER (object);

  g_mutex_lock (&closing_mutex);
  n_closing++;
  g_mutex_unlock (&closing_mutex);
  g_thread_pool_push (self->pool, self->own, NULL);
  g_thread_pool_free (self->pool, FALSE, FALSE);

  G_OBJECT_CLASS (sp_cache_worker_parent_class)->finalize (object);
}

static void
sp_cache_worker_class_init (SpCacheWorkerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_cache_worker_finalize;
  /* The process does not end before what is open is closed. */
  atexit (sp_cache_worker_await_closed);
}

static void
sp_cache_worker_init (SpCacheWorker *self)
{
  self->own = g_new0 (Own, 1);
  self->pool = g_thread_pool_new (do_work, self->own, 1, TRUE, NULL);
}

/**
 * sp_cache_worker_new:
 * @directory: where the database is
 *
 * Returns: (transfer full): a worker that has not opened it yet
 */
SpCacheWorker *
sp_cache_worker_new (const char *directory)
{
  SpCacheWorker *self = g_object_new (SP_TYPE_CACHE_WORKER, NULL);

  self->own->directory = g_strdup (directory);

  return self;
}

/**
 * sp_cache_worker_run_async:
 * @self: a worker
 * @job: what is to be done
 * @data: data for @job
 * @destroy: (nullable): frees @data
 * @free_answer: (nullable): frees an answer that nobody takes
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Has a job done. It is not cancelled: what a source has answered is to be kept.
 */
void
sp_cache_worker_run_async (SpCacheWorker       *self,
                           SpCacheJob           job,
                           gpointer             data,
                           GDestroyNotify       destroy,
                           GDestroyNotify       free_answer,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  Work *work = g_new0 (Work, 1);

  work->task = sp_task_new (self, sp_cache_worker_run_async, NULL, callback, user_data);
  work->context = g_main_context_ref_thread_default ();
  work->job = job;
  work->data = data;
  work->destroy = destroy;
  work->free_answer = free_answer;
  g_thread_pool_push (self->pool, work, NULL);
}

/**
 * sp_cache_worker_run_finish:
 * @self: a worker
 * @result: what the callback was given
 *
 * Returns: (transfer full) (nullable): what the job brought
 */
gpointer
sp_cache_worker_run_finish (SpCacheWorker *self,
                            GAsyncResult  *result)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/**
 * sp_cache_worker_await_closed:
 *
 * Waits until each database is closed whose worker is gone.
 */
void
sp_cache_worker_await_closed (void)
{
  g_mutex_lock (&closing_mutex);
  while (n_closing > 0)
    g_cond_wait (&closing_cond, &closing_mutex);
  g_mutex_unlock (&closing_mutex);
}
