/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-cache-worker.h"

#include "api/sp-task.h"

/**
 * SpCacheWorker:
 *
 * The one thread that owns the database: jobs are done in order, and answer where they were asked.
 */
struct _SpCacheWorker
{
  GObject parent_instance;

  GThreadPool *pool;
  char        *directory; /* (owned) */
  SpCacheDb   *db;        /* (owned) (nullable) opened by the first job */
};

G_DEFINE_FINAL_TYPE (SpCacheWorker, sp_cache_worker, G_TYPE_OBJECT)

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

static void
do_work (gpointer data,
         gpointer user_data)
{
  SpCacheWorker *self = user_data;
  Work *work = data;
  g_autoptr (GSource) source = g_idle_source_new ();

  if (self->db == NULL)
    self->db = sp_cache_db_open (self->directory);
  work->answer = work->job (self->db, work->data);
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, deliver, work, NULL);
  g_source_attach (source, work->context);
}

static void
sp_cache_worker_finalize (GObject *object)
{
  SpCacheWorker *self = SP_CACHE_WORKER (object);

  g_thread_pool_free (self->pool, FALSE, TRUE);
  g_clear_pointer (&self->db, sp_cache_db_close);
  g_clear_pointer (&self->directory, g_free);

  G_OBJECT_CLASS (sp_cache_worker_parent_class)->finalize (object);
}

static void
sp_cache_worker_class_init (SpCacheWorkerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_cache_worker_finalize;
}

static void
sp_cache_worker_init (SpCacheWorker *self)
{
  self->pool = g_thread_pool_new (do_work, self, 1, TRUE, NULL);
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

  self->directory = g_strdup (directory);

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
