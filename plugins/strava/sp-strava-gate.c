/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-strava-gate.h"

struct _SpStravaGate
{
  SpStravaGateFunc begin;
  guint            room;
  GQueue           waiting; /* (element-type Waiter) */
};

typedef struct
{
  SpStravaGate *gate;
  GTask        *task;   /* (owned) */
  GSource      *source; /* (owned) (nullable): its cancellable's */
} Waiter;

static GTask *
waiter_end (Waiter *waiter)
{
  GTask *task = g_steal_pointer (&waiter->task);

  if (waiter->source != NULL)
    g_source_destroy (waiter->source);
  g_clear_pointer (&waiter->source, g_source_unref);
  g_free (waiter);

  return task;
}

static gboolean
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  Waiter *waiter = user_data;
  g_autoptr(GTask) task = NULL;

  g_queue_remove (&waiter->gate->waiting, waiter);
  task = waiter_end (waiter);
  g_task_return_error_if_cancelled (task);

  return G_SOURCE_REMOVE;
}

/**
 * sp_strava_gate_new:
 * @room: how many operations may be under way
 * @begin: begins one
 *
 * Returns: (transfer full): a gate that nobody has passed
 */
SpStravaGate *
sp_strava_gate_new (guint            room,
                    SpStravaGateFunc begin)
{
  SpStravaGate *self = g_new0 (SpStravaGate, 1);

  self->begin = begin;
  self->room = room;
  g_queue_init (&self->waiting);

  return self;
}

/**
 * sp_strava_gate_free:
 * @self: (transfer full): a gate at which nobody waits
 *
 * Frees it.
 */
void
sp_strava_gate_free (SpStravaGate *self)
{
  g_warn_if_fail (g_queue_is_empty (&self->waiting));
  g_free (self);
}

/**
 * sp_strava_gate_enter:
 * @self: a gate
 * @task: (transfer full): an operation
 *
 * Begins it at once where there is room, otherwise when its turn has come. Where it is cancelled before that, it has
 * its answer.
 */
void
sp_strava_gate_enter (SpStravaGate *self,
                      GTask        *task)
{
  Waiter *waiter;

  if (self->room > 0)
    {
      self->room--;
      self->begin (task);
      return;
    }
  waiter = g_new0 (Waiter, 1);
  waiter->gate = self;
  waiter->task = task;
  g_queue_push_tail (&self->waiting, waiter);
  if (g_task_get_cancellable (task) == NULL)
    return;
  waiter->source = g_cancellable_source_new (g_task_get_cancellable (task));
  g_source_set_callback (waiter->source, G_SOURCE_FUNC (cancelled_cb), waiter, NULL);
  g_source_attach (waiter->source, g_task_get_context (task));
}

/**
 * sp_strava_gate_leave:
 * @self: a gate
 *
 * Says that an operation is over, and begins the next.
 */
void
sp_strava_gate_leave (SpStravaGate *self)
{
  Waiter *waiter = g_queue_pop_head (&self->waiting);

  if (waiter != NULL)
    self->begin (waiter_end (waiter));
  else
    self->room++;
}
