/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-reader.h"

#include "api/sp-task.h"
#include "engine/sp-run-log.h"

/**
 * SpReader:
 *
 * Makes one operation of a fetcher succeed where it can: paced, with the quota waited for, and tried again where what
 * failed may pass.
 */
struct _SpReader
{
  GObject parent_instance;

  SpFetcher *fetcher; /* (owned) */
  SpClock   *clock;   /* (owned) */
  SpGate    *gate;    /* (owned) */
  guint      n_reads;
  guint      n_refused;
};

G_DEFINE_FINAL_TYPE (SpReader, sp_reader, G_TYPE_OBJECT)

/* One operation under way. */
typedef struct
{
  SpReadKind  kind;
  SpAthlete  *athlete;
  gint64      id;
  SpPeriod    period;
  char       *cursor;
  SpPolicy    policy;
  guint       n_attempts;
  guint       n_retries;
  gboolean    waited_for_reset;
} Operation;

static void
operation_free (gpointer data)
{
  Operation *op = data;

  g_clear_pointer (&op->athlete, sp_athlete_unref);
  g_free (op->cursor);
  g_free (op);
}

static void
sp_reader_finalize (GObject *object)
{
  SpReader *self = SP_READER (object);

  g_clear_object (&self->fetcher);
  g_clear_object (&self->clock);
  g_clear_object (&self->gate);

  G_OBJECT_CLASS (sp_reader_parent_class)->finalize (object);
}

static void
sp_reader_class_init (SpReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_reader_finalize;
}

static void
sp_reader_init (SpReader *self)
{
}

/**
 * sp_reader_new:
 * @fetcher: whom to ask
 * @clock: tells the time and waits
 * @gate: lets requests through
 *
 * Returns: (transfer full): a new reader
 */
SpReader *
sp_reader_new (SpFetcher *fetcher,
               SpClock   *clock,
               SpGate    *gate)
{
  SpReader *self;

  g_return_val_if_fail (SP_IS_FETCHER (fetcher) && SP_IS_CLOCK (clock) && SP_IS_GATE (gate), NULL);

  self = g_object_new (SP_TYPE_READER, NULL);
  self->fetcher = g_object_ref (fetcher);
  self->clock = g_object_ref (clock);
  self->gate = g_object_ref (gate);

  return self;
}

static void try_again (GTask *task);

static void
free_answer (SpReadKind kind,
             gpointer   answer)
{
  static const GDestroyNotify unref[] = {
    [SP_READ_LIST] = (GDestroyNotify) sp_activity_page_unref,
    [SP_READ_DETAIL] = (GDestroyNotify) sp_activity_unref,
    [SP_READ_SEGMENT] = (GDestroyNotify) sp_segment_unref,
    [SP_READ_EFFORTS] = (GDestroyNotify) sp_effort_page_unref,
  };

  unref[kind] (answer);
}

static gpointer
take_answer (SpReader      *self,
             Operation     *op,
             GAsyncResult  *result,
             guint         *n_reads,
             GError       **error)
{
  gpointer answer = NULL;

  *n_reads = 0;
  switch (op->kind)
    {
    case SP_READ_LIST:
      answer = sp_fetcher_list_activities_finish (self->fetcher, result, error);
      *n_reads = answer != NULL ? sp_activity_page_get_origin (answer)->n_reads : 0;
      break;
    case SP_READ_DETAIL:
      answer = sp_fetcher_get_activity_finish (self->fetcher, result, error);
      *n_reads = answer != NULL ? sp_activity_get_origin (answer)->n_reads : 0;
      break;
    case SP_READ_SEGMENT:
      answer = sp_fetcher_get_segment_finish (self->fetcher, result, error);
      *n_reads = answer != NULL ? sp_segment_get_origin (answer)->n_reads : 0;
      break;
    case SP_READ_EFFORTS:
      answer = sp_fetcher_list_efforts_finish (self->fetcher, result, error);
      *n_reads = answer != NULL ? sp_effort_page_get_origin (answer)->n_reads : 0;
      break;
    default:
      g_assert_not_reached ();
    }

  return answer;
}

static void
waited_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (!sp_clock_wait_until_finish (SP_CLOCK (source), result, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    try_again (task);
}

/* What a failure asks for: the reset waited for once for free, another attempt, or the end. */
static void
handle_failure (GTask  *task,
                GError *error)
{
  SpReader *self = g_task_get_source_object (task);
  Operation *op = g_task_get_task_data (task);
  gint64 now_us = sp_clock_get_wall_us (self->clock);
  SpQuota *quota = NULL;
  gboolean has_reset = FALSE;

  if (g_error_matches (error, SP_FETCH_ERROR, SP_FETCH_ERROR_RATE_LIMITED))
    {
      self->n_refused++;
      quota = sp_fetcher_get_quota (self->fetcher);
      has_reset = quota != NULL && sp_quota_get_resume_at_us (quota, now_us) > now_us;
      g_clear_pointer (&quota, sp_quota_unref);
    }
  if (has_reset && !op->waited_for_reset)
    {
      op->waited_for_reset = TRUE;
      try_again (task);
      g_error_free (error);
      return;
    }

  op->n_attempts++;
  if (!sp_fetch_error_may_pass (error) || op->n_attempts >= SP_READER_ATTEMPTS || op->policy == SP_POLICY_CACHED_ONLY)
    {
      g_task_return_error (task, error);
      return;
    }

  op->n_retries++;
  sp_run_log_retry (op->kind, op->athlete, op->n_attempts, SP_READER_ATTEMPTS, 1u << op->n_attempts, error);
  g_error_free (error);
  sp_clock_wait_until_async (self->clock, now_us + (1 << op->n_attempts) * G_USEC_PER_SEC,
                             g_task_get_cancellable (task), waited_cb, g_object_ref (task));
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  SpReader *self = g_task_get_source_object (task);
  Operation *op = g_task_get_task_data (task);
  g_autoptr (SpQuota) quota = NULL;
  GError *error = NULL;
  guint n_reads;
  gpointer answer = take_answer (self, op, result, &n_reads, &error);

  self->n_reads += n_reads;
  if (op->policy != SP_POLICY_CACHED_ONLY)
    {
      quota = sp_fetcher_get_quota (self->fetcher);
      sp_gate_leave (self->gate, quota);
    }

  if (answer != NULL && g_task_return_error_if_cancelled (task))
    free_answer (op->kind, answer);
  else if (answer != NULL)
    g_task_return_pointer (task, answer, NULL);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, error);
  else
    handle_failure (task, error);
}

static void
issue (GTask *task)
{
  SpReader *self = g_task_get_source_object (task);
  Operation *op = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  g_object_ref (task);
  switch (op->kind)
    {
    case SP_READ_LIST:
      sp_fetcher_list_activities_async (self->fetcher, op->athlete, &op->period, op->cursor, op->policy, cancellable,
                                        answered_cb, task);
      break;
    case SP_READ_DETAIL:
      sp_fetcher_get_activity_async (self->fetcher, op->athlete, op->id, op->policy, cancellable, answered_cb, task);
      break;
    case SP_READ_SEGMENT:
      sp_fetcher_get_segment_async (self->fetcher, op->athlete, op->id, op->policy, cancellable, answered_cb, task);
      break;
    case SP_READ_EFFORTS:
      sp_fetcher_list_efforts_async (self->fetcher, op->athlete, op->id, &op->period, op->cursor, op->policy,
                                     cancellable, answered_cb, task);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
passed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (!sp_gate_pass_finish (SP_GATE (source), result, &error))
    g_task_return_error (task, error);
  else
    issue (task);
}

static void
try_again (GTask *task)
{
  SpReader *self = g_task_get_source_object (task);
  Operation *op = g_task_get_task_data (task);

  if (op->policy == SP_POLICY_CACHED_ONLY)
    issue (task);
  else
    sp_gate_pass_async (self->gate, passed_cb, g_object_ref (task));
}

/**
 * sp_reader_read_async:
 * @self: a reader
 * @read: what to ask; copied
 * @cancellable: (nullable): ends it, its waits too
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Asks. A reset that the source tells is waited for, once for nothing; a failure that may pass is tried again after 2
 * and 4 seconds.
 */
void
sp_reader_read_async (SpReader            *self,
                      const SpRead        *read,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Operation *op;

  g_return_if_fail (SP_IS_READER (self));
  g_return_if_fail (read != NULL);

  task = sp_task_new (self, sp_reader_read_async, cancellable, callback, user_data);
  op = g_new0 (Operation, 1);
  op->kind = read->kind;
  op->athlete = read->athlete != NULL ? sp_athlete_ref (read->athlete) : NULL;
  op->id = read->id;
  if (read->period != NULL)
    op->period = *read->period;
  op->cursor = g_strdup (read->cursor);
  op->policy = read->policy;
  g_task_set_task_data (task, op, operation_free);
  try_again (task);
}

/**
 * sp_reader_read_finish:
 * @self: a reader
 * @result: what the callback was given
 * @n_retries: (out) (optional): attempts after the first, also where it failed
 * @error: return location: what the fetcher said last, or %SP_FETCH_ERROR_RATE_LIMITED where the wait would be too long
 *
 * Returns: (transfer full) (nullable): the answer: an #SpActivityPage, #SpActivity, #SpSegment or #SpEffortPage
 */
gpointer
sp_reader_read_finish (SpReader      *self,
                       GAsyncResult  *result,
                       guint         *n_retries,
                       GError       **error)
{
  g_return_val_if_fail (SP_IS_READER (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (n_retries != NULL)
    *n_retries = ((Operation *) g_task_get_task_data (G_TASK (result)))->n_retries;

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * sp_reader_get_n_reads:
 * @self: a reader
 *
 * Returns: counted reads that good answers have spent so far
 */
guint
sp_reader_get_n_reads (SpReader *self)
{
  g_return_val_if_fail (SP_IS_READER (self), 0);

  return self->n_reads;
}

/**
 * sp_reader_get_n_refused:
 * @self: a reader
 *
 * Returns: how often the source has refused for its quota
 */
guint
sp_reader_get_n_refused (SpReader *self)
{
  g_return_val_if_fail (SP_IS_READER (self), 0);

  return self->n_refused;
}
