/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-cache-call.h"

#include "sp-cache-gathered.h"
#include "sp-cache-host.h"
#include "sp-cache-store.h"

#include <glib/gi18n-lib.h>

/* Geometry hardly ever changes. */
#define SEGMENT_AGE_S (30 * 86400)

/* One question: first what is held, then the source, then what it answered is kept, and only then handed on. */
typedef struct
{
  SpCacheOp        op;
  SpAthlete       *athlete;         /* (owned) (nullable) */
  gint64           id;
  char            *cursor;          /* (owned) (nullable) */
  SpPolicy         policy;
  char            *key;             /* (owned) */
  SpCacheFrame     frame;
  gint64           run_s;
  gint64           asked_s;
  gboolean         as_listed;
  gboolean         was_listed;
  guint64          fingerprint;     /* what the list told when it was asked, where it had told of it */
  const char      *trouble;         /* (nullable) static: why it could not be looked for, or not be kept */
  gpointer         answer;          /* (owned) (nullable) what the source said */
  SpCacheGathered *gathered;        /* (owned) (nullable) the whole list, with its last page */
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
  g_clear_pointer (&call->gathered, sp_cache_gathered_unref);
  g_free (call->cursor);
  g_free (call->key);
  g_free (call);
}

/* A list that has only begun is gone on with where it may be asked for the rest. */
static gpointer
look_up_list (SpCacheDb *db,
              Call      *call)
{
  SpActivityPage *page = call->cursor == NULL ? sp_cache_store_get_list (db, &call->frame) : NULL;

  if (page == NULL && call->policy == SP_POLICY_DEFAULT)
    page = sp_cache_store_get_page (db, &call->frame, call->cursor);

  return page;
}

static gpointer
look_up_detail (SpCacheDb *db,
                Call      *call)
{
  call->was_listed = sp_cache_store_get_fingerprint (db, call->key, call->frame.athlete, call->id, &call->fingerprint);
  if (call->policy == SP_POLICY_REFRESH)
    return NULL;

  return sp_cache_store_get_detail (db, call->key, call->frame.athlete, call->id, call->as_listed);
}

/* In the worker's thread; the call is not touched elsewhere meanwhile. */
static gpointer
look_up (SpCacheDb *db,
         gpointer   data)
{
  Call *call = g_task_get_task_data (data);
  gpointer held = NULL;

  sp_cache_db_take_trouble (db);
  if (call->op == SP_CACHE_LIST)
    held = look_up_list (db, call);
  else if (call->op == SP_CACHE_DETAIL)
    held = look_up_detail (db, call);
  else
    held = sp_cache_store_get_segment (db, call->key, call->id, call->frame.since_s);
  call->trouble = sp_cache_db_take_trouble (db);
  if (call->trouble == NULL)
    call->trouble = sp_cache_db_get_shut (db);

  return held;
}

/* A source need not say when it answered. */
static gint64
when (Call           *call,
      const SpOrigin *origin)
{
  return origin->fetched_at_s != SP_TIME_UNKNOWN ? origin->fetched_at_s : call->asked_s;
}

static gboolean
keep_list (SpCacheDb *db,
           Call      *call)
{
  if (call->gathered != NULL)
    return sp_cache_store_put_list (db, &call->frame, call->gathered->activities, &call->gathered->origin);
  if (sp_activity_page_get_next_cursor (call->answer) == NULL)
    return TRUE;

  return sp_cache_store_put_page (db, &call->frame, call->cursor, call->answer,
                                  when (call, sp_activity_page_get_origin (call->answer)));
}

static gboolean
keep_detail (SpCacheDb *db,
             Call      *call)
{
  if (!sp_activity_has_efforts (call->answer)
      || (sp_activity_get_flags (call->answer) & SP_ACTIVITY_PROCESSING) != 0)
    return TRUE;

  return sp_cache_store_put_detail (db, call->key, call->frame.athlete, call->answer,
                                    call->was_listed ? call->fingerprint : sp_activity_get_fingerprint (call->answer),
                                    when (call, sp_activity_get_origin (call->answer)));
}

static gboolean
keep_answer (SpCacheDb *db,
             Call      *call)
{
  if (call->op == SP_CACHE_SEGMENT)
    return sp_cache_store_put_segment (db, call->key, call->answer,
                                       when (call, sp_segment_get_origin (call->answer)));
  if (sp_cache_store_is_forgotten (db, call->frame.athlete, call->run_s))
    return TRUE;

  return call->op == SP_CACHE_LIST ? keep_list (db, call) : keep_detail (db, call);
}

static gpointer
keep (SpCacheDb *db,
      gpointer   data)
{
  Call *call = g_task_get_task_data (data);

  sp_cache_db_take_trouble (db);
  if (sp_cache_db_exec (db, "BEGIN IMMEDIATE"))
    sp_cache_db_end (db, keep_answer (db, call));
  call->trouble = sp_cache_db_take_trouble (db);

  return NULL;
}

/* It is said once, and not for each answer. */
static void
say_trouble (SpCacheHost *self,
             const char  *trouble)
{
  if (trouble == NULL || self->has_said_trouble)
    return;
  self->has_said_trouble = TRUE;
  g_log_structured (G_LOG_DOMAIN, G_LOG_LEVEL_MESSAGE, "SP_EVENT", "notice",
                    /* Translators: a folder, then why */
                    "MESSAGE", _("What was fetched cannot be kept in %s: %s. The next run asks for it again. See to it"
                                 " that there is room there."),
                    sp_fetcher_context_get_directory (sp_fetcher_get_context (self->fetcher)), trouble);
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Call *call = g_task_get_task_data (task);

  sp_cache_worker_run_finish (SP_CACHE_WORKER (source), result);
  say_trouble (sp_cache_host_get (g_task_get_source_object (task)), call->trouble);
  g_task_return_pointer (task, g_steal_pointer (&call->answer), unref[call->op]);
}

/* The pages of a list are gathered until the last is there; a list that begins anew forgets the one before. */
static void
gather (SpCacheHost    *self,
        Call           *call,
        SpActivityPage *page)
{
  GHashTable *lists = self->lists;
  SpCacheGathered *gathered;

  if (call->cursor == NULL)
    g_hash_table_insert (lists, g_memdup2 (&call->frame.athlete, sizeof (gint64)), sp_cache_gathered_new ());
  gathered = g_hash_table_lookup (lists, &call->frame.athlete);
  if (gathered == NULL)
    return;
  sp_cache_gathered_add (gathered, page, when (call, sp_activity_page_get_origin (page)));
  if (sp_activity_page_get_next_cursor (page) == NULL)
    {
      call->gathered = sp_cache_gathered_ref (gathered);
      g_hash_table_remove (lists, &call->frame.athlete);
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
  call->frame.until_s = sp_cache_host_get_now_s (self) + SP_CACHE_SLACK_S;
  if (call->op == SP_CACHE_LIST)
    gather (self, call, call->answer);
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
    sp_fetcher_list_activities_async (upstream, call->athlete, &call->frame.period, call->cursor, policy, cancellable,
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
    {
      if (call->op == SP_CACHE_LIST && sp_activity_page_get_next_cursor (held) != NULL)
        gather (sp_cache_host_get (g_task_get_source_object (task)), call, held);
      g_task_return_pointer (task, held, unref[call->op]);
    }
  else if (g_task_return_error_if_cancelled (task))
    return;
  else if (call->policy == SP_POLICY_CACHED_ONLY && call->trouble != NULL)
    /* Translators: why */
    g_task_return_new_error (task, SP_FETCH_ERROR, SP_FETCH_ERROR_FAILED,
                             _("What is kept could not be read: %s. Refresh again."), call->trouble);
  else if (call->policy == SP_POLICY_CACHED_ONLY)
    g_task_return_new_error (task, SP_FETCH_ERROR, SP_FETCH_ERROR_NOT_CACHED,
                             _("Nothing is kept of this, and the source was not to be asked. Let it be asked, and"
                               " refresh."));
  else
    ask_upstream (task);
}

/* How old a held answer may be, and what it has to agree with. */
static void
set_worth (SpCacheHost *self,
           Call        *call)
{
  call->frame.now_s = call->asked_s;
  call->frame.since_s = G_MININT64;
  call->frame.until_s = G_MAXINT64;
  if (call->policy == SP_POLICY_CACHED_ONLY)
    return;
  if (call->op == SP_CACHE_LIST)
    {
      call->frame.since_s = call->run_s;
      call->frame.until_s = call->asked_s + SP_CACHE_SLACK_S;
    }
  else if (call->op == SP_CACHE_SEGMENT)
    call->frame.since_s = call->asked_s - SEGMENT_AGE_S;
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
  call->id = ask->id;
  call->cursor = g_strdup (ask->cursor);
  call->policy = self->offline ? SP_POLICY_CACHED_ONLY : ask->policy;
  call->key = g_strdup (sp_cache_host_get_key (self));
  call->frame.source = call->key;
  call->frame.athlete = ask->athlete != NULL ? sp_athlete_get_id (ask->athlete) : 0;
  call->frame.period = ask->period;
  call->run_s = sp_cache_host_get_run_s (self);
  call->asked_s = sp_cache_host_get_now_s (self);
  set_worth (self, call);
  g_task_set_task_data (task, call, call_free);

  if (call->policy == SP_POLICY_REFRESH && call->op != SP_CACHE_DETAIL)
    ask_upstream (task);
  else
    sp_cache_worker_run_async (sp_cache_host_get_worker (self), look_up, g_object_ref (task), g_object_unref, NULL,
                               looked_up_cb, g_object_ref (task));
}
