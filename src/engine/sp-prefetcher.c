/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-prefetcher-private.h"

#include "api/sp-task.h"
#include "engine/sp-run-log.h"
#include "engine/sp-union.h"

/**
 * SpPrefetcher:
 *
 * Asks once for all that the boards need: the segments' geometry, a list per runner over the union of all windows, and
 * the details that can matter. It keeps to the quota, tries again what may pass, and calls by name what it could not
 * have. It runs once.
 */
G_DEFINE_FINAL_TYPE (SpPrefetcher, sp_prefetcher, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
sp_prefetcher_finalize (GObject *object)
{
  SpPrefetcher *self = SP_PREFETCHER (object);

  g_clear_object (&self->fetcher);
  g_clear_object (&self->clock);
  g_clear_object (&self->progress);
  g_clear_object (&self->competition);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->pacer);
  g_clear_object (&self->gate);
  g_clear_object (&self->reader);
  g_clear_object (&self->queue);
  g_clear_pointer (&self->works, g_ptr_array_unref);
  g_clear_pointer (&self->segments, g_ptr_array_unref);
  g_clear_pointer (&self->passes, g_array_unref);

  G_OBJECT_CLASS (sp_prefetcher_parent_class)->finalize (object);
}

static void
sp_prefetcher_class_init (SpPrefetcherClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_prefetcher_finalize;

  /**
   * SpPrefetcher::changed:
   * @self: a prefetcher
   *
   * More is known; a snapshot will show it. It can come very often: show it when there is time.
   */
  signals[CHANGED] = g_signal_new ("changed", SP_TYPE_PREFETCHER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
sp_prefetcher_init (SpPrefetcher *self)
{
  self->progress = sp_progress_new ();
  self->works = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_work_free);
  self->segments = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_segment_unref);
  self->passes = g_array_new (FALSE, FALSE, sizeof (SpPass));
}

/**
 * sp_prefetcher_new:
 * @fetcher: whom to ask
 * @clock: tells the time and waits
 *
 * Returns: (transfer full): a new prefetcher
 */
SpPrefetcher *
sp_prefetcher_new (SpFetcher *fetcher,
                   SpClock   *clock)
{
  SpPrefetcher *self;

  g_return_val_if_fail (SP_IS_FETCHER (fetcher) && SP_IS_CLOCK (clock), NULL);

  self = g_object_new (SP_TYPE_PREFETCHER, NULL);
  self->fetcher = g_object_ref (fetcher);
  self->clock = g_object_ref (clock);

  return self;
}

/**
 * sp_prefetcher_get_progress:
 * @self: a prefetcher
 *
 * Returns: (transfer none): how far it is
 */
SpProgress *
sp_prefetcher_get_progress (SpPrefetcher *self)
{
  g_return_val_if_fail (SP_IS_PREFETCHER (self), NULL);

  return self->progress;
}

gboolean
sp_prefetcher_is_cancelled (SpPrefetcher *self)
{
  return g_cancellable_is_cancelled (self->cancellable);
}

/* Requests that are still to make, as far as is known: while lists come in, their runners' share of details. */
static guint
count_left (SpPrefetcher *self)
{
  guint n_lists = self->n_lists - MIN (self->n_lists_done, self->n_lists);
  guint n_details = self->n_details;

  if (self->phase <= SP_PHASE_LISTS && self->n_lists_done > 0)
    n_details += (guint) ((guint64) self->n_details * n_lists / self->n_lists_done);

  return n_lists + n_details - self->n_details_done;
}

void
sp_prefetcher_tell (SpPrefetcher *self)
{
  gint64 now_us = sp_clock_get_wall_us (self->clock);
  guint n_reads = sp_reader_get_n_reads (self->reader);
  guint n_left = count_left (self);
  SpProgressValues values = {
    .phase = self->phase,
    .n_runners = self->n_lists,
    .n_runners_done = self->n_lists_done,
    .n_details = self->n_details,
    .n_details_done = self->n_details_done,
    .n_reads = n_reads,
    .n_refused = sp_reader_get_n_refused (self->reader),
    .wait_until_us = sp_gate_get_wait_us (self->gate),
    .quota = sp_pacer_get_quota (self->pacer),
  };

  if (n_reads > 0 && (sp_pacer_has_quota (self->pacer) || n_left > 0))
    {
      gint64 took_us = MAX (now_us - self->started_us - sp_gate_get_waited_us (self->gate), 0);

      values.expected_end_us = sp_pacer_expect_end_us (self->pacer, n_left, now_us) + took_us / n_reads * n_left;
    }
  sp_progress_set_values (self->progress, &values);
  g_signal_emit (self, signals[CHANGED], 0);
}

static SpHarvest *
make_harvest (SpPrefetcher *self,
              gboolean      sealed)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new ();
  SpHarvestInfo info = {
    .started_s = self->started_s,
    .finished_s = sp_clock_get_wall_us (self->clock) / G_USEC_PER_SEC,
    .source_id = self->source_id,
    .source_name = self->options.source_name,
    .thorough = self->options.thorough,
    .cancelled = sp_prefetcher_is_cancelled (self),
    .refused = self->is_refused,
    .sealed = sealed,
    .utc_offset_s = sp_union_offset_s (self->options.now_local_s, self->started_s),
  };

  for (guint i = 0; i < self->works->len; i++)
    g_ptr_array_add (blocks, sp_work_get_block (self->works->pdata[i]));

  return sp_harvest_new (&info, blocks, self->segments);
}

/**
 * sp_prefetcher_snapshot:
 * @self: a prefetcher
 *
 * Tells what is known so far. It shares all that did not change with the snapshot before.
 *
 * Returns: (transfer full): a harvest that is not sealed
 */
SpHarvest *
sp_prefetcher_snapshot (SpPrefetcher *self)
{
  g_return_val_if_fail (SP_IS_PREFETCHER (self), NULL);

  return make_harvest (self, FALSE);
}

static void
log_end (SpPrefetcher *self)
{
  guint n[SP_LIST_CANCELLED + 1] = { 0 };

  for (guint i = 0; i < self->works->len; i++)
    n[sp_work_get_list (self->works->pdata[i])]++;
  sp_run_log_end (n[SP_LIST_FRESH] + n[SP_LIST_STALE], self->works->len, n[SP_LIST_FRESH], n[SP_LIST_STALE],
                  n[SP_LIST_FAILED], sp_prefetcher_is_cancelled (self));
}

static void
seal (SpPrefetcher *self)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  for (guint i = 0; i < self->works->len; i++)
    if (sp_work_get_list (self->works->pdata[i]) == SP_LIST_PENDING)
      sp_work_end_list (self->works->pdata[i], SP_LIST_CANCELLED, NULL);
  self->phase = SP_PHASE_DONE;
  log_end (self);
  sp_prefetcher_tell (self);
  g_task_return_pointer (task, make_harvest (self, TRUE), (GDestroyNotify) sp_harvest_unref);
}

void
sp_prefetcher_next_pass (SpPrefetcher *self)
{
  self->pass++;
  if (self->pass >= self->passes->len || sp_prefetcher_is_cancelled (self))
    seal (self);
  else
    sp_prefetcher_start_lists (self);
}

/**
 * sp_prefetcher_run_async:
 * @self: a prefetcher that has not run
 * @competition: what it is for
 * @options: how to do it; copied
 * @cancellable: (nullable): ends the run: no request goes out after it
 * @callback: called when the harvest is sealed
 * @user_data: data for @callback
 *
 * Runs.
 */
void
sp_prefetcher_run_async (SpPrefetcher            *self,
                         SpCompetition           *competition,
                         const SpPrefetchOptions *options,
                         GCancellable            *cancellable,
                         GAsyncReadyCallback      callback,
                         gpointer                 user_data)
{
  SpFetcherContext *context;
  GError *error = NULL;

  g_return_if_fail (SP_IS_PREFETCHER (self) && self->competition == NULL);
  g_return_if_fail (SP_IS_COMPETITION (competition));
  g_return_if_fail (options != NULL);

  self->competition = g_object_ref (competition);
  self->options = *options;
  self->options.source_name = g_intern_string (options->source_name);
  if (self->options.max_workers == 0)
    self->options.max_workers = 4;
  g_set_object (&self->cancellable, cancellable);
  self->task = sp_task_new (self, sp_prefetcher_run_async, cancellable, callback, user_data);
  g_task_set_check_cancellable (self->task, FALSE);

  self->pacer = sp_pacer_new (options->seed);
  self->gate = sp_gate_new (self->clock, self->pacer, options->max_wait_us, cancellable);
  g_signal_connect_object (self->gate, "changed", G_CALLBACK (sp_prefetcher_tell), self, G_CONNECT_SWAPPED);
  self->reader = sp_reader_new (self->fetcher, self->clock, self->gate);
  self->started_us = sp_clock_get_wall_us (self->clock);
  self->started_s = self->started_us / G_USEC_PER_SEC;
  context = sp_fetcher_get_context (self->fetcher);
  self->run_started_s = context != NULL ? sp_fetcher_context_get_run_started_s (context) : self->started_s;

  if (!sp_prefetcher_gather (self, &error))
    {
      g_autoptr (GTask) task = g_steal_pointer (&self->task);

      g_task_return_error (task, error);
      return;
    }
  self->options.only = NULL;
  if (self->passes->len == 0)
    {
      g_ptr_array_set_size (self->works, 0);
      seal (self);
      return;
    }
  self->n_lists = self->works->len * self->passes->len;
  sp_run_log_start (self->works->len, &g_array_index (self->passes, SpPass, 0).local);
  sp_prefetcher_start_segments (self);
}

/**
 * sp_prefetcher_run_finish:
 * @self: a prefetcher
 * @result: what the callback was given
 * @error: return location; a competition that asks for nothing at all is an error, a run that was cancelled is not
 *
 * Ends it.
 *
 * Returns: (transfer full) (nullable): the sealed harvest
 */
SpHarvest *
sp_prefetcher_run_finish (SpPrefetcher  *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (SP_IS_PREFETCHER (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
