/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-cache-call.h"

#include "sp-cache-host.h"
#include "sp-cache-store.h"

#include <glib/gi18n-lib.h>

/* Clocks are put right by seconds all the time; that is no reason to ask again. */
#define SLACK_S 300

/* Geometry hardly ever changes. */
#define SEGMENT_AGE_S (30 * 86400)

/* One question: first what is held, then the source, then what it answered is kept, and only then handed on. */
typedef struct
{
  SpCacheOp   op;
  SpAthlete  *athlete;  /* (owned) (nullable) */
  gint64      athlete_id;
  gint64      id;
  SpPeriod    period;
  char       *cursor;   /* (owned) (nullable) */
  SpPolicy    policy;
  char       *key;      /* (owned) */
  gint64      since_s;
  gint64      until_s;
  gboolean    as_listed;
  gpointer    answer;   /* (owned) (nullable) what the source said */
  GPtrArray  *gathered; /* (owned) (nullable) the whole list, with its last page */
} Call;

static const GDestroyNotify unref[] = {
  [SP_CACHE_LIST] = (GDestroyNotify) sp_activity_page_unref,
  [SP_CACHE_DETAIL] = (GDestroyNotify) sp_activity_unref,
  [SP_CACHE_SEGMENT] = (GDestroyNotify) sp_segment_unref,
};

static void
call_free (gpointer data)
{
  Call *call = data;

  if (call->answer != NULL)
    unref[call->op] (call->answer);
  g_clear_pointer (&call->athlete, sp_athlete_unref);
  g_clear_pointer (&call->gathered, g_ptr_array_unref);
  g_free (call->cursor);
  g_free (call->key);
  g_free (call);
}

/* In the worker's thread; the call is not touched elsewhere meanwhile. */
static gpointer
look_up (SpCacheDb *db,
         gpointer   data)
{
  Call *call = g_task_get_task_data (data);

  switch (call->op)
    {
    case SP_CACHE_LIST:
      return sp_cache_store_get_list (db, call->key, call->athlete_id, &call->period, call->since_s,
                                      call->until_s);
    case SP_CACHE_DETAIL:
      return sp_cache_store_get_detail (db, call->key, call->athlete_id, call->id, call->as_listed);
    case SP_CACHE_SEGMENT:
      return sp_cache_store_get_segment (db, call->key, call->id, call->since_s);
    default:
      g_assert_not_reached ();
    }
}

static gpointer
keep (SpCacheDb *db,
      gpointer   data)
{
  Call *call = g_task_get_task_data (data);
  gboolean kept = TRUE;

  if (call->op == SP_CACHE_LIST && call->gathered != NULL)
    kept = sp_cache_store_put_list (db, call->key, call->athlete_id, &call->period, call->gathered,
                                    sp_activity_page_get_origin (call->answer));
  else if (call->op == SP_CACHE_DETAIL && sp_activity_has_efforts (call->answer)
           && (sp_activity_get_flags (call->answer) & SP_ACTIVITY_PROCESSING) == 0)
    kept = sp_cache_store_put_detail (db, call->key, call->athlete_id, call->answer);
  else if (call->op == SP_CACHE_SEGMENT)
    kept = sp_cache_store_put_segment (db, call->key, call->answer);
  if (!kept)
    g_message ("An answer could not be kept: %s", sqlite3_errmsg (sp_cache_db_get (db)));

  return NULL;
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Call *call = g_task_get_task_data (task);

  sp_cache_worker_run_finish (SP_CACHE_WORKER (source), result);
  g_task_return_pointer (task, g_steal_pointer (&call->answer), unref[call->op]);
}

/* The pages of a list are gathered until the last is there; a list that begins anew forgets the one before. */
static void
gather (SpCacheHost *self,
        Call           *call)
{
  GHashTable *lists = self->lists;
  GPtrArray *gathered;

  if (call->cursor == NULL)
    g_hash_table_insert (lists, g_memdup2 (&call->athlete_id, sizeof (gint64)),
                         g_ptr_array_new_with_free_func ((GDestroyNotify) sp_activity_unref));
  gathered = g_hash_table_lookup (lists, &call->athlete_id);
  if (gathered == NULL)
    return;
  for (guint i = 0; i < sp_activity_page_get_n (call->answer); i++)
    g_ptr_array_add (gathered, sp_activity_ref (sp_activity_page_get (call->answer, i)));
  if (sp_activity_page_get_next_cursor (call->answer) == NULL)
    {
      call->gathered = g_ptr_array_ref (gathered);
      g_hash_table_remove (lists, &call->athlete_id);
    }
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  SpCacheHost *self = sp_cache_host_get (g_task_get_source_object (task));
  Call *call = g_task_get_task_data (task);
  SpFetcher *upstream = SP_FETCHER (source);
  GError *error = NULL;

  if (call->op == SP_CACHE_LIST)
    call->answer = sp_fetcher_list_activities_finish (upstream, result, &error);
  else if (call->op == SP_CACHE_DETAIL)
    call->answer = sp_fetcher_get_activity_finish (upstream, result, &error);
  else
    call->answer = sp_fetcher_get_segment_finish (upstream, result, &error);
  if (call->answer == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (call->op == SP_CACHE_LIST)
    gather (self, call);
  sp_cache_worker_run_async (sp_cache_host_get_worker (self), keep, g_object_ref (task), g_object_unref, NULL,
                             kept_cb, g_object_ref (task));
}

static void
ask_upstream (GTask *task)
{
  SpCacheHost *self = sp_cache_host_get (g_task_get_source_object (task));
  Call *call = g_task_get_task_data (task);
  SpFetcher *upstream = self->upstream;
  GCancellable *cancellable = g_task_get_cancellable (task);
  SpPolicy policy = call->policy;

  g_object_ref (task);
  if (call->op == SP_CACHE_LIST)
    sp_fetcher_list_activities_async (upstream, call->athlete, &call->period, call->cursor, policy, cancellable,
                                      answered_cb, task);
  else if (call->op == SP_CACHE_DETAIL)
    sp_fetcher_get_activity_async (upstream, call->athlete, call->id, policy, cancellable, answered_cb, task);
  else
    sp_fetcher_get_segment_async (upstream, call->athlete, call->id, policy, cancellable, answered_cb, task);
}

static void
looked_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Call *call = g_task_get_task_data (task);
  gpointer held = sp_cache_worker_run_finish (SP_CACHE_WORKER (source), result);

  if (held != NULL && g_task_return_error_if_cancelled (task))
    unref[call->op] (held);
  else if (held != NULL)
    g_task_return_pointer (task, held, unref[call->op]);
  else if (g_task_return_error_if_cancelled (task))
    return;
  else if (call->policy == SP_POLICY_CACHED_ONLY)
    g_task_return_new_error (task, SP_FETCH_ERROR, SP_FETCH_ERROR_NOT_CACHED,
                             _("Nothing is kept of this, and the source was not to be asked."));
  else
    ask_upstream (task);
}

/* How old a held answer may be, and what it has to agree with. */
static void
set_worth (SpCacheHost *self,
           Call           *call)
{
  call->since_s = G_MININT64;
  call->until_s = G_MAXINT64;
  if (call->policy == SP_POLICY_CACHED_ONLY)
    return;
  if (call->op == SP_CACHE_LIST)
    {
      call->since_s = sp_cache_host_get_run_s (self);
      call->until_s = sp_cache_host_get_now_s (self) + SLACK_S;
    }
  else if (call->op == SP_CACHE_SEGMENT)
    call->since_s = sp_cache_host_get_now_s (self) - SEGMENT_AGE_S;
  call->as_listed = TRUE;
}

/**
 * sp_cache_call_start:
 * @task: (transfer full): what is to be answered, of a cache
 * @ask: what is asked; copied
 *
 * Answers from what is held where the policy allows it, and from the source otherwise. What the source answers is kept
 * before it is handed on; a failure never takes the place of an answer.
 */
void
sp_cache_call_start (GTask            *task,
                     const SpCacheAsk *ask)
{
  G_GNUC_UNUSED g_autoptr (GTask) owned = task;
  SpCacheHost *self = sp_cache_host_get (g_task_get_source_object (task));
  Call *call = g_new0 (Call, 1);

  call->op = ask->op;
  call->athlete = ask->athlete != NULL ? sp_athlete_ref (ask->athlete) : NULL;
  call->athlete_id = ask->athlete != NULL ? sp_athlete_get_id (ask->athlete) : 0;
  call->id = ask->id;
  call->period = ask->period;
  call->cursor = g_strdup (ask->cursor);
  call->policy = self->offline ? SP_POLICY_CACHED_ONLY : ask->policy;
  call->key = g_strdup (sp_cache_host_get_key (self));
  set_worth (self, call);
  g_task_set_task_data (task, call, call_free);

  if (call->policy == SP_POLICY_REFRESH || (call->op == SP_CACHE_LIST && call->cursor != NULL))
    ask_upstream (task);
  else
    sp_cache_worker_run_async (sp_cache_host_get_worker (self), look_up, g_object_ref (task), g_object_unref, NULL,
                               looked_up_cb, g_object_ref (task));
}
