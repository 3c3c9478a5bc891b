/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-gate.h"

#include "api/sp-error.h"
#include "api/sp-task.h"

#include <glib/gi18n-lib.h>

/**
 * SpGate:
 *
 * Lets requests through in order, one by one as the pacer allows, and waits for the quota on the given clock. It shuts
 * for good when it would have to wait longer than was allowed.
 */
struct _SpGate
{
  GObject parent_instance;

  SpClock      *clock;       /* (owned) */
  SpPacer      *pacer;       /* (owned) */
  GCancellable *cancellable; /* (owned) (nullable) */
  GQueue        queue;       /* of owned #GTask */
  gint64        max_wait_us;
  gint64        waited_us;
  gint64        wait_until_us;
  gboolean      shut;
};

G_DEFINE_FINAL_TYPE (SpGate, sp_gate, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
sp_gate_finalize (GObject *object)
{
  SpGate *self = SP_GATE (object);

  g_queue_clear_full (&self->queue, g_object_unref);
  g_clear_object (&self->clock);
  g_clear_object (&self->pacer);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (sp_gate_parent_class)->finalize (object);
}

static void
sp_gate_class_init (SpGateClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_gate_finalize;

  /**
   * SpGate::changed:
   * @self: a gate
   *
   * It began to wait, or waits no more.
   */
  signals[CHANGED] = g_signal_new ("changed", SP_TYPE_GATE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
sp_gate_init (SpGate *self)
{
  g_queue_init (&self->queue);
}

/**
 * sp_gate_new:
 * @clock: tells the time and waits
 * @pacer: knows what is allowed
 * @max_wait_us: how long it may wait in all, in microseconds, negative for as long as it takes
 * @cancellable: (nullable): ends every wait
 *
 * Returns: (transfer full): a new gate
 */
SpGate *
sp_gate_new (SpClock      *clock,
             SpPacer      *pacer,
             gint64        max_wait_us,
             GCancellable *cancellable)
{
  SpGate *self;

  g_return_val_if_fail (SP_IS_CLOCK (clock) && SP_IS_PACER (pacer), NULL);

  self = g_object_new (SP_TYPE_GATE, NULL);
  self->clock = g_object_ref (clock);
  self->pacer = g_object_ref (pacer);
  self->max_wait_us = max_wait_us;
  g_set_object (&self->cancellable, cancellable);

  return self;
}

static void pump (SpGate *self);

static void
set_wait (SpGate *self,
          gint64  until_us)
{
  if (self->wait_until_us == until_us)
    return;
  self->wait_until_us = until_us;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
waited_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (SpGate) self = user_data;

  sp_clock_wait_until_finish (SP_CLOCK (source), result, NULL);
  set_wait (self, 0);
  pump (self);
}

static void
refuse_all (SpGate *self,
            gint64  next_us)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (next_us / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);
  g_autofree char *when = g_date_time_format (local, "%F %R");
  GTask *task;

  self->shut = TRUE;
  while ((task = g_queue_pop_head (&self->queue)) != NULL)
    {
      g_task_return_new_error (task, SP_FETCH_ERROR, SP_FETCH_ERROR_RATE_LIMITED,
                               _("The source allows no further request until %s, which is longer than may be waited."
                                 " Run again then."), when);
      g_object_unref (task);
    }
}

static void
pump (SpGate *self)
{
  while (!g_queue_is_empty (&self->queue) && self->wait_until_us == 0)
    {
      gint64 now_us = sp_clock_get_wall_us (self->clock);
      gint64 next_us = sp_pacer_get_next_us (self->pacer, now_us);

      if (g_cancellable_is_cancelled (self->cancellable) || next_us <= now_us)
        {
          g_autoptr (GTask) task = g_queue_pop_head (&self->queue);

          if (g_task_return_error_if_cancelled (task))
            continue;
          sp_pacer_begin (self->pacer);
          g_task_return_boolean (task, TRUE);
          continue;
        }
      if (next_us == SP_PACER_WHEN_ANSWERED)
        return;
      if (self->max_wait_us >= 0 && self->waited_us + next_us - now_us > self->max_wait_us)
        {
          refuse_all (self, next_us);
          return;
        }
      self->waited_us += next_us - now_us;
      set_wait (self, next_us);
      sp_clock_wait_until_async (self->clock, next_us, self->cancellable, waited_cb, g_object_ref (self));
    }
}

/**
 * sp_gate_pass_async:
 * @self: a gate
 * @callback: called when a request may go out
 * @user_data: data for @callback
 *
 * Asks to be let through. Who was let through has to say [method@Gate.leave] when the request is answered.
 */
void
sp_gate_pass_async (SpGate              *self,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (SP_IS_GATE (self));

  task = sp_task_new (self, sp_gate_pass_async, self->cancellable, callback, user_data);
  g_task_set_check_cancellable (task, FALSE);
  g_queue_push_tail (&self->queue, task);
  pump (self);
}

/**
 * sp_gate_pass_finish:
 * @self: a gate
 * @result: what the callback was given
 * @error: return location; %SP_FETCH_ERROR_RATE_LIMITED where it may not wait so long
 *
 * Returns: whether the request may go out
 */
gboolean
sp_gate_pass_finish (SpGate        *self,
                     GAsyncResult  *result,
                     GError       **error)
{
  g_return_val_if_fail (SP_IS_GATE (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * sp_gate_leave:
 * @self: a gate
 * @quota: (nullable): what the source allows now
 *
 * Says that a request was answered.
 */
void
sp_gate_leave (SpGate  *self,
               SpQuota *quota)
{
  g_return_if_fail (SP_IS_GATE (self));

  sp_pacer_end (self->pacer);
  sp_pacer_set_quota (self->pacer, quota);
  pump (self);
}

/**
 * sp_gate_is_shut:
 * @self: a gate
 *
 * Returns: whether it would have had to wait too long, and lets nobody through any more
 */
gboolean
sp_gate_is_shut (SpGate *self)
{
  g_return_val_if_fail (SP_IS_GATE (self), TRUE);

  return self->shut;
}

/**
 * sp_gate_get_wait_us:
 * @self: a gate
 *
 * Returns: until when it waits, UTC microseconds since 1970, 0 while it does not
 */
gint64
sp_gate_get_wait_us (SpGate *self)
{
  g_return_val_if_fail (SP_IS_GATE (self), 0);

  return self->wait_until_us;
}

/**
 * sp_gate_get_waited_us:
 * @self: a gate
 *
 * Returns: how long it has waited for quotas in all, the wait under way included, in microseconds
 */
gint64
sp_gate_get_waited_us (SpGate *self)
{
  g_return_val_if_fail (SP_IS_GATE (self), 0);

  return self->waited_us;
}
