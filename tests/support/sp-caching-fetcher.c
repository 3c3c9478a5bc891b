/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/sp-caching-fetcher.h"

typedef struct
{
  SpTestOp  op;
  gpointer  answer; /* (owned): a page, activity or segment */
  SpPeriod  period; /* of a page */
  guint64   fingerprint; /* of an activity: what its list said then */
} Entry;

/**
 * SpCachingFetcher:
 *
 * The plainest cache before another fetcher, in memory: lists, details and segments. Set a new context for a new run:
 * its start says which lists are fresh.
 */
struct _SpCachingFetcher
{
  SpTestFetcher parent_instance;

  SpFetcher    *upstream; /* (owned) */
  GHashTable   *entries;  /* (owned) (element-type utf8 Entry) */
  GHashTable   *listed;   /* (owned) (element-type utf8 guint64): fingerprints of the latest lists */
};

G_DEFINE_FINAL_TYPE (SpCachingFetcher, sp_caching_fetcher, SP_TYPE_TEST_FETCHER)

static void
answer_unref (SpTestOp op,
              gpointer answer)
{
  if (op == SP_TEST_LIST)
    sp_activity_page_unref (answer);
  else if (op == SP_TEST_ACTIVITY)
    sp_activity_unref (answer);
  else
    sp_segment_unref (answer);
}

static gpointer
answer_ref (SpTestOp op,
            gpointer answer)
{
  if (op == SP_TEST_LIST)
    return sp_activity_page_ref (answer);
  if (op == SP_TEST_ACTIVITY)
    return sp_activity_ref (answer);

  return sp_segment_ref (answer);
}

static void
entry_free (Entry *entry)
{
  answer_unref (entry->op, entry->answer);
  g_free (entry);
}

static char *
make_key (SpTestOp    op,
          gint64      athlete_id,
          gint64      id,
          const char *cursor)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s", sp_test_op_get_name (op), athlete_id, id,
                          cursor != NULL ? cursor : "");
}

static char *
make_call_key (SpTestCall *call)
{
  gboolean is_personal = call->athlete != NULL && call->op != SP_TEST_SEGMENT;

  return make_key (call->op, is_personal ? sp_athlete_get_id (call->athlete) : 0, call->id, call->cursor);
}

static const SpOrigin *
get_origin (Entry *entry)
{
  if (entry->op == SP_TEST_LIST)
    return sp_activity_page_get_origin (entry->answer);
  if (entry->op == SP_TEST_ACTIVITY)
    return sp_activity_get_origin (entry->answer);

  return sp_segment_get_origin (entry->answer);
}

static guint64
get_listed (SpCachingFetcher *self,
            gint64            athlete_id,
            gint64            id)
{
  g_autofree char *key = make_key (SP_TEST_ACTIVITY, athlete_id, id, NULL);
  guint64 *fingerprint = g_hash_table_lookup (self->listed, key);

  return fingerprint != NULL ? *fingerprint : 0;
}

/* A list that was asked for a shorter period knows nothing of the rest, but what was to come then may be missing. */
static gboolean
is_good (SpCachingFetcher *self,
         Entry            *entry,
         SpTestCall       *call)
{
  SpFetcherContext *context = sp_fetcher_get_context (SP_FETCHER (self));

  if (entry->op == SP_TEST_LIST &&
      (entry->period.start_s > call->period.start_s ||
       entry->period.end_s < MIN (call->period.end_s, get_origin (entry)->fetched_at_s)))
    return FALSE;
  if (call->policy == SP_POLICY_CACHED_ONLY || entry->op == SP_TEST_SEGMENT)
    return TRUE;
  if (entry->op == SP_TEST_ACTIVITY)
    return entry->fingerprint == get_listed (self, sp_athlete_get_id (call->athlete), call->id);

  return context != NULL && get_origin (entry)->fetched_at_s >= sp_fetcher_context_get_run_started_s (context);
}

/* The held answer, as one that cost nothing now. */
static void
return_held (GTask *task,
             Entry *entry)
{
  SpOrigin origin = *get_origin (entry);

  origin.from_cache = TRUE;
  origin.n_reads = 0;
  if (entry->op == SP_TEST_LIST)
    {
      g_autoptr(GPtrArray) activities = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_activity_unref);

      for (guint i = 0; i < sp_activity_page_get_n (entry->answer); i++)
        g_ptr_array_add (activities, sp_activity_ref (sp_activity_page_get (entry->answer, i)));
      g_task_return_pointer (task, sp_activity_page_new (activities, sp_activity_page_get_next_cursor (entry->answer),
                                                         &origin), (GDestroyNotify) sp_activity_page_unref);
    }
  else if (entry->op == SP_TEST_ACTIVITY)
    g_task_return_pointer (task, sp_activity_with_origin (entry->answer, &origin), (GDestroyNotify) sp_activity_unref);
  else
    g_task_return_pointer (task, sp_segment_new (sp_segment_get_id (entry->answer), sp_segment_get_name (entry->answer),
                                                 sp_segment_get_sport (entry->answer),
                                                 sp_segment_get_distance_m (entry->answer),
                                                 sp_segment_get_route (entry->answer), &origin),
                           (GDestroyNotify) sp_segment_unref);
}

static void
keep (gpointer    fetcher,
      SpTestCall *call,
      gpointer    answer)
{
  SpCachingFetcher *self = fetcher;
  Entry *entry = g_new0 (Entry, 1);
  gint64 athlete_id = call->athlete != NULL ? sp_athlete_get_id (call->athlete) : 0;

  entry->op = call->op;
  entry->period = call->period;
  entry->answer = answer_ref (call->op, answer);
  if (call->op == SP_TEST_LIST)
    for (guint i = 0; i < sp_activity_page_get_n (answer); i++)
      {
        SpActivity *activity = sp_activity_page_get (answer, i);
        guint64 fingerprint = sp_activity_get_fingerprint (activity);

        g_hash_table_replace (self->listed, make_key (SP_TEST_ACTIVITY, athlete_id, sp_activity_get_id (activity),
                                                      NULL),
                              g_memdup2 (&fingerprint, sizeof fingerprint));
      }
  else if (call->op == SP_TEST_ACTIVITY)
    entry->fingerprint = get_listed (self, athlete_id, call->id);
  g_hash_table_replace (self->entries, make_call_key (call), entry);
}

static void
return_peek (SpCachingFetcher *self,
             GTask            *task,
             SpTestCall       *call)
{
  GArray *held = g_array_new (FALSE, FALSE, sizeof (SpHeld));

  for (guint i = 0; i < call->ids->len; i++)
    {
      gint64 id = g_array_index (call->ids, gint64, i);
      g_autofree char *key = make_key (SP_TEST_ACTIVITY, sp_athlete_get_id (call->athlete), id, NULL);
      Entry *entry = g_hash_table_lookup (self->entries, key);
      SpHeld item = { id };

      if (entry == NULL)
        continue;
      item.fetched_at_s = get_origin (entry)->fetched_at_s;
      item.fingerprint = entry->fingerprint;
      sp_activity_get_efforts (entry->answer, &item.n_efforts);
      g_array_append_val (held, item);
    }
  g_task_return_pointer (task, held, (GDestroyNotify) g_array_unref);
}

static void
sp_caching_fetcher_answer (SpTestFetcher *fetcher,
                           GTask         *task,
                           SpTestCall    *call)
{
  SpCachingFetcher *self = SP_CACHING_FETCHER (fetcher);
  g_autofree char *key = make_call_key (call);
  Entry *entry = g_hash_table_lookup (self->entries, key);

  if (call->op == SP_TEST_PEEK)
    return_peek (self, task, call);
  else if (entry != NULL && call->policy != SP_POLICY_REFRESH && is_good (self, entry, call))
    return_held (task, entry);
  else if (call->policy == SP_POLICY_CACHED_ONLY)
    g_task_return_new_error (task, SP_FETCH_ERROR, SP_FETCH_ERROR_NOT_CACHED, "Nothing is held");
  else
    {
      if (call->op != SP_TEST_EFFORTS)
        call->on_answer = keep;
      sp_test_call_forward (task, self->upstream);
      return;
    }
  g_object_unref (task);
}

static SpFetcherFeatures
sp_caching_fetcher_get_features (SpTestFetcher *fetcher)
{
  return SP_FETCHER_HOLDS | sp_fetcher_get_features (SP_CACHING_FETCHER (fetcher)->upstream);
}

static SpSourceInfo *
sp_caching_fetcher_describe (SpTestFetcher *fetcher)
{
  return sp_fetcher_describe (SP_CACHING_FETCHER (fetcher)->upstream);
}

static SpQuota *
sp_caching_fetcher_get_quota (SpTestFetcher *fetcher)
{
  return sp_fetcher_get_quota (SP_CACHING_FETCHER (fetcher)->upstream);
}

static void
sp_caching_fetcher_finalize (GObject *object)
{
  SpCachingFetcher *self = SP_CACHING_FETCHER (object);

  g_clear_object (&self->upstream);
  g_clear_pointer (&self->entries, g_hash_table_unref);
  g_clear_pointer (&self->listed, g_hash_table_unref);

  G_OBJECT_CLASS (sp_caching_fetcher_parent_class)->finalize (object);
}

static void
sp_caching_fetcher_class_init (SpCachingFetcherClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_caching_fetcher_finalize;
  klass->parent_class.answer = sp_caching_fetcher_answer;
  klass->parent_class.get_features = sp_caching_fetcher_get_features;
  klass->parent_class.describe = sp_caching_fetcher_describe;
  klass->parent_class.get_quota = sp_caching_fetcher_get_quota;
}

static void
sp_caching_fetcher_init (SpCachingFetcher *self)
{
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) entry_free);
  self->listed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * sp_caching_fetcher_new:
 * @upstream: whose answers it keeps
 *
 * Returns: (transfer full): an empty cache
 */
SpCachingFetcher *
sp_caching_fetcher_new (SpFetcher *upstream)
{
  SpCachingFetcher *self = g_object_new (SP_TYPE_CACHING_FETCHER, NULL);

  self->upstream = g_object_ref (upstream);
  g_signal_connect_object (upstream, "quota-changed", G_CALLBACK (sp_fetcher_quota_changed), self, G_CONNECT_SWAPPED);

  return self;
}
