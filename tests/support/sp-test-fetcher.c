/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/sp-test-fetcher.h"

#include "api/sp-task.h"

typedef struct
{
  SpTestOp  op;
  gint64    athlete_id; /* 0: whoever */
  guint     nth;        /* 1: the next call */
  guint     times;
  GError   *error;      /* (owned) */
} Fault;

typedef struct
{
  GAsyncReadyCallback callback;
  gpointer            user_data;
} Caller;

typedef struct
{
  GPtrArray *faults; /* (owned) (element-type Fault) */
  GString   *log;    /* (owned) */
  guint      n_calls[SP_TEST_N_OPS];
  guint      n_in_flight;
  guint      max_in_flight;
} SpTestFetcherPrivate;

/**
 * SpTestFetcher:
 *
 * A fetcher that counts and logs each call, and fails the calls it is told to fail. What it answers is up to its
 * subclasses.
 */
static void sp_test_fetcher_fetcher_init (SpFetcherInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (SpTestFetcher, sp_test_fetcher, G_TYPE_OBJECT,
                                  G_ADD_PRIVATE (SpTestFetcher)
                                  G_IMPLEMENT_INTERFACE (SP_TYPE_FETCHER, sp_test_fetcher_fetcher_init))

static SpTestFetcherPrivate *
priv (SpTestFetcher *self)
{
  return sp_test_fetcher_get_instance_private (self);
}

static void
fault_free (Fault *fault)
{
  g_clear_error (&fault->error);
  g_free (fault);
}

/* Each fault that fits counts this call; the first whose turn it is, answers. */
static const GError *
take_fault (SpTestFetcher *self,
            SpTestCall    *call)
{
  const GError *error = NULL;

  for (guint i = 0; i < priv (self)->faults->len; i++)
    {
      Fault *fault = g_ptr_array_index (priv (self)->faults, i);

      if (fault->op != SP_TEST_ANY ? fault->op != call->op : call->op == SP_TEST_PEEK)
        continue;
      if (fault->athlete_id != 0 && (call->athlete == NULL || fault->athlete_id != sp_athlete_get_id (call->athlete)))
        continue;
      if (fault->nth > 1)
        fault->nth--;
      else if (fault->times > 0 && error == NULL)
        {
          fault->times -= fault->times != G_MAXUINT;
          error = fault->error;
        }
    }

  return error;
}

/* The call is over before its caller hears of it, who may begin the next one at once. */
static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autofree Caller *caller = user_data;

  priv (SP_TEST_FETCHER (source))->n_in_flight--;
  if (caller->callback != NULL)
    caller->callback (source, result, caller->user_data);
}

static void
call (SpFetcher           *fetcher,
      SpTestOp             op,
      SpAthlete           *athlete,
      gint64               id,
      const SpPeriod      *period,
      const char          *cursor,
      SpPolicy             policy,
      GArray              *ids,
      GCancellable        *cancellable,
      GAsyncReadyCallback  callback,
      gpointer             user_data)
{
  SpTestFetcher *self = SP_TEST_FETCHER (fetcher);
  SpTestCall *record = g_new0 (SpTestCall, 1);
  Caller *caller = g_new0 (Caller, 1);
  GTask *task = sp_task_new (self, call, cancellable, answered_cb, caller);
  g_autofree char *text = NULL;
  const GError *error;

  caller->callback = callback;
  caller->user_data = user_data;

  record->op = op;
  record->athlete = athlete != NULL ? sp_athlete_ref (athlete) : NULL;
  record->id = id;
  if (period != NULL)
    record->period = *period;
  record->cursor = g_strdup (cursor);
  record->policy = policy;
  record->ids = ids;
  g_task_set_task_data (task, record, (GDestroyNotify) sp_test_call_free);

  text = sp_test_call_to_text (record);
  g_string_append_printf (priv (self)->log, "%s%s", priv (self)->log->len > 0 ? "; " : "", text);
  priv (self)->n_calls[op]++;
  priv (self)->n_in_flight++;
  priv (self)->max_in_flight = MAX (priv (self)->max_in_flight, priv (self)->n_in_flight);

  error = take_fault (self, record);
  if (error != NULL)
    {
      g_task_return_error (task, g_error_copy (error));
      g_object_unref (task);
    }
  else
    SP_TEST_FETCHER_GET_CLASS (self)->answer (self, task, record);
}

static void
list_activities_async (SpFetcher *self, SpAthlete *athlete, const SpPeriod *period, const char *cursor, SpPolicy policy,
                       GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  call (self, SP_TEST_LIST, athlete, 0, period, cursor, policy, NULL, cancellable, callback, user_data);
}

static void
get_activity_async (SpFetcher *self, SpAthlete *athlete, gint64 activity_id, SpPolicy policy,
                    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  call (self, SP_TEST_ACTIVITY, athlete, activity_id, NULL, NULL, policy, NULL, cancellable, callback, user_data);
}

static void
get_segment_async (SpFetcher *self, SpAthlete *athlete, gint64 segment_id, SpPolicy policy,
                   GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  call (self, SP_TEST_SEGMENT, athlete, segment_id, NULL, NULL, policy, NULL, cancellable, callback, user_data);
}

static void
list_efforts_async (SpFetcher *self, SpAthlete *athlete, gint64 segment_id, const SpPeriod *period, const char *cursor,
                    SpPolicy policy, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  call (self, SP_TEST_EFFORTS, athlete, segment_id, period, cursor, policy, NULL, cancellable, callback, user_data);
}

static void
peek_async (SpFetcher *self, SpAthlete *athlete, const gint64 *ids, gsize n_ids,
            GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GArray *copy = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (n_ids > 0)
    g_array_append_vals (copy, ids, (guint) n_ids);
  call (self, SP_TEST_PEEK, athlete, 0, NULL, NULL, SP_POLICY_DEFAULT, copy, cancellable, callback, user_data);
}

static SpFetcherFeatures
get_features (SpFetcher *self)
{
  return SP_TEST_FETCHER_GET_CLASS (self)->get_features (SP_TEST_FETCHER (self));
}

static SpSourceInfo *
describe (SpFetcher *self)
{
  return SP_TEST_FETCHER_GET_CLASS (self)->describe (SP_TEST_FETCHER (self));
}

static SpQuota *
get_quota (SpFetcher *self)
{
  return SP_TEST_FETCHER_GET_CLASS (self)->get_quota (SP_TEST_FETCHER (self));
}

static void
sp_test_fetcher_fetcher_init (SpFetcherInterface *iface)
{
  iface->get_features = get_features;
  iface->describe = describe;
  iface->get_quota = get_quota;
  iface->list_activities_async = list_activities_async;
  iface->get_activity_async = get_activity_async;
  iface->get_segment_async = get_segment_async;
  iface->list_efforts_async = list_efforts_async;
  iface->peek_async = peek_async;
}

static void
sp_test_fetcher_finalize (GObject *object)
{
  SpTestFetcher *self = SP_TEST_FETCHER (object);

  g_ptr_array_unref (priv (self)->faults);
  g_string_free (priv (self)->log, TRUE);

  G_OBJECT_CLASS (sp_test_fetcher_parent_class)->finalize (object);
}

static void
sp_test_fetcher_class_init (SpTestFetcherClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_test_fetcher_finalize;
}

static void
sp_test_fetcher_init (SpTestFetcher *self)
{
  priv (self)->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) fault_free);
  priv (self)->log = g_string_new (NULL);
}

static void
add_fault (SpTestFetcher *self,
           SpTestOp       op,
           gint64         athlete_id,
           guint          nth,
           guint          times,
           const GError  *error)
{
  Fault *fault = g_new0 (Fault, 1);

  fault->op = op;
  fault->athlete_id = athlete_id;
  fault->nth = nth;
  fault->times = times;
  fault->error = g_error_copy (error);
  g_ptr_array_add (priv (self)->faults, fault);
}

/**
 * sp_test_fetcher_fail:
 * @self: a fetcher
 * @op: calls of which operation; %SP_TEST_ANY counts all but peeks
 * @nth: the first of them that fails, 1 for the next one from now
 * @times: how many fail in a row, %G_MAXUINT for all
 * @error: what they fail with
 *
 * Has calls fail.
 */
void
sp_test_fetcher_fail (SpTestFetcher *self,
                      SpTestOp       op,
                      guint          nth,
                      guint          times,
                      const GError  *error)
{
  add_fault (self, op, 0, nth, times, error);
}

/**
 * sp_test_fetcher_fail_athlete:
 * @self: a fetcher
 * @op: calls of which operation; %SP_TEST_ANY counts all but peeks
 * @athlete_id: about whom
 * @times: how many fail in a row from now, %G_MAXUINT for all
 * @error: what they fail with
 *
 * Has calls about one athlete fail.
 */
void
sp_test_fetcher_fail_athlete (SpTestFetcher *self,
                              SpTestOp       op,
                              gint64         athlete_id,
                              guint          times,
                              const GError  *error)
{
  add_fault (self, op, athlete_id, 1, times, error);
}

/**
 * sp_test_fetcher_heal:
 * @self: a fetcher
 *
 * Ends all failing.
 */
void
sp_test_fetcher_heal (SpTestFetcher *self)
{
  g_ptr_array_set_size (priv (self)->faults, 0);
}

/**
 * sp_test_fetcher_get_n_calls:
 * @self: a fetcher
 * @op: an operation; %SP_TEST_ANY for all but peeks
 *
 * Returns: how often it was called, failed calls included
 */
guint
sp_test_fetcher_get_n_calls (SpTestFetcher *self,
                             SpTestOp       op)
{
  guint n_calls = 0;

  if (op != SP_TEST_ANY)
    return priv (self)->n_calls[op];
  for (guint i = 0; i < SP_TEST_PEEK; i++)
    n_calls += priv (self)->n_calls[i];

  return n_calls;
}

/**
 * sp_test_fetcher_get_max_in_flight:
 * @self: a fetcher
 *
 * Returns: how many calls there were at once, at most
 */
guint
sp_test_fetcher_get_max_in_flight (SpTestFetcher *self)
{
  return priv (self)->max_in_flight;
}

/**
 * sp_test_fetcher_get_log:
 * @self: a fetcher
 *
 * Returns: (transfer none): all calls in order, as sp_test_call_to_text() writes them, with `; ` between
 */
const char *
sp_test_fetcher_get_log (SpTestFetcher *self)
{
  return priv (self)->log->str;
}

/**
 * sp_test_fetcher_forget_calls:
 * @self: a fetcher
 *
 * Empties the log and sets all counts to 0.
 */
void
sp_test_fetcher_forget_calls (SpTestFetcher *self)
{
  g_string_truncate (priv (self)->log, 0);
  memset (priv (self)->n_calls, 0, sizeof priv (self)->n_calls);
  priv (self)->max_in_flight = priv (self)->n_in_flight;
}
