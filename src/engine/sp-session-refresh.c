/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-session-private.h"

#include "api/sp-task.h"
#include "engine/sp-harvest-merge.h"
#include "engine/sp-local-time.h"
#include "engine/sp-run-record.h"

static void
end (GTask   *task,
     GError  *error)
{
  SpSession *self = g_task_get_source_object (task);

  sp_session_set_progress (self, NULL);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, !sp_harvest_get_info (self->harvest)->cancelled);
}

static void
scored_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;

  sp_session_take_from_worker (SP_SESSION (source), result);
  end (task, NULL);
}

static void
run_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  SpSession *self = g_task_get_source_object (task);
  g_autoptr (SpHarvest) harvest = NULL;
  g_autoptr (SpHarvest) known = NULL;
  GError *error = NULL;

  harvest = sp_prefetcher_run_finish (SP_PREFETCHER (source), result, &error);
  g_clear_object (&self->prefetcher);
  if (harvest == NULL)
    {
      end (task, error);
      return;
    }
  known = g_steal_pointer (&self->harvest);
  self->harvest = sp_harvest_merge (known, harvest);
  if (!sp_harvest_is_cut_off (harvest))
    sp_run_record_end (self->directory, self->key);
  sp_session_score_in_worker (self, scored_cb, g_steal_pointer (&task));
}

/**
 * sp_session_refresh_async:
 * @self: a session with a competition and a source, of which none is under way
 * @options: how; its time is set from the session's clock
 * @cancellable: (nullable): ends it and keeps what was fetched
 * @callback: called when it is done and scored
 * @user_data: data for @callback
 *
 * Asks the source for what the competition needs, and scores it. A run that was cut off less than six hours ago is gone
 * on with.
 */
void
sp_session_refresh_async (SpSession               *self,
                          const SpPrefetchOptions *options,
                          GCancellable            *cancellable,
                          GAsyncReadyCallback      callback,
                          gpointer                 user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (SpFetcher) fetcher = NULL;
  SpPrefetchOptions its_options;
  GError *error = NULL;
  gint64 now_s;

  g_return_if_fail (SP_IS_SESSION (self) && self->progress == NULL);
  g_return_if_fail (self->competition != NULL && self->open != NULL && options != NULL);

  task = sp_task_new (self, sp_session_refresh_async, cancellable, callback, user_data);
  g_task_set_check_cancellable (task, FALSE);
  now_s = sp_clock_get_wall_us (self->clock) / G_USEC_PER_SEC;
  fetcher = self->open (sp_run_record_begin (self->directory, self->key, now_s), self->open_data, &error);
  if (fetcher == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  its_options = *options;
  its_options.now_local_s = sp_local_time_now_s (self->clock);
  self->prefetcher = sp_prefetcher_new (fetcher, self->clock);
  sp_session_set_progress (self, sp_prefetcher_get_progress (self->prefetcher));
  sp_prefetcher_run_async (self->prefetcher, self->competition, &its_options, cancellable, run_cb,
                           g_steal_pointer (&task));
}

/**
 * sp_session_refresh_finish:
 * @self: a session
 * @result: what the callback was given
 * @error: return location: no source could be opened, or there is nothing to ask
 *
 * Ends it.
 *
 * Returns: %TRUE where it ran to its end; %FALSE without an error where it was cancelled: what was fetched is kept
 */
gboolean
sp_session_refresh_finish (SpSession     *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (SP_IS_SESSION (self) && g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
