/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "platform/sp-real-clock.h"

#include "api/sp-task.h"

/**
 * SpRealClock:
 *
 * The computer's clock. A wait looks at the time of day again every few seconds, because timers stand still while the
 * computer sleeps and know nothing of a clock that is set.
 */
struct _SpRealClock
{
  GObject    parent_instance;

  SpWallFunc wall;
  gpointer   user_data;
  guint      slice_ms;
};

#define SLICE_MS 5000

typedef struct
{
  gint64   until_us;
  GSource *timer;     /* (owned) (nullable) */
  GSource *cancelled; /* (owned) (nullable) */
} Wait;

static void sp_real_clock_clock_init (SpClockInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SpRealClock, sp_real_clock, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SP_TYPE_CLOCK, sp_real_clock_clock_init))

static void arm (GTask *task);

static gint64
real_wall (gpointer user_data)
{
  return g_get_real_time ();
}

static gint64
get_wall_us (SpClock *clock)
{
  SpRealClock *self = SP_REAL_CLOCK (clock);

  return self->wall (self->user_data);
}

static gint64
get_monotonic_us (SpClock *clock)
{
  return g_get_monotonic_time ();
}

static void
destroy_source (GSource *source)
{
  g_source_destroy (source);
  g_source_unref (source);
}

static void
wait_free (Wait *wait)
{
  g_clear_pointer (&wait->timer, destroy_source);
  g_clear_pointer (&wait->cancelled, destroy_source);
  g_free (wait);
}

/* Ends the wait: the sources held the task. */
static void
end (GTask    *task,
     gboolean  has_come)
{
  Wait *wait = g_task_get_task_data (task);

  g_object_ref (task);
  g_clear_pointer (&wait->timer, destroy_source);
  g_clear_pointer (&wait->cancelled, destroy_source);
  if (has_come)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error_if_cancelled (task);
  g_object_unref (task);
}

static gboolean
timer_cb (gpointer user_data)
{
  GTask *task = user_data;
  Wait *wait = g_task_get_task_data (task);

  if (get_wall_us (g_task_get_source_object (task)) >= wait->until_us)
    end (task, TRUE);
  else
    arm (task);

  return G_SOURCE_REMOVE;
}

static gboolean
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  end (user_data, FALSE);

  return G_SOURCE_REMOVE;
}

static void
arm (GTask *task)
{
  Wait *wait = g_task_get_task_data (task);
  SpRealClock *self = g_task_get_source_object (task);
  gint64 ahead_us = wait->until_us - get_wall_us (SP_CLOCK (self));
  gint64 ahead_ms = ahead_us > 0 ? (ahead_us - 1) / 1000 + 1 : 0;
  GSource *timer = g_timeout_source_new ((guint) MIN (ahead_ms, (gint64) self->slice_ms));

  g_source_set_static_name (timer, "SpRealClock wait");
  g_source_set_callback (timer, timer_cb, g_object_ref (task), g_object_unref);
  g_source_attach (timer, g_task_get_context (task));
  g_clear_pointer (&wait->timer, destroy_source);
  wait->timer = timer;
}

static void
wait_until_async (SpClock             *clock,
                  gint64               wall_us,
                  GCancellable        *cancellable,
                  GAsyncReadyCallback  callback,
                  gpointer             user_data)
{
  g_autoptr(GTask) task = sp_task_new (clock, wait_until_async, cancellable, callback, user_data);
  Wait *wait = g_new0 (Wait, 1);

  wait->until_us = wall_us;
  g_task_set_task_data (task, wait, (GDestroyNotify) wait_free);
  if (cancellable != NULL)
    {
      wait->cancelled = g_cancellable_source_new (cancellable);
      g_source_set_callback (wait->cancelled, G_SOURCE_FUNC (cancelled_cb), g_object_ref (task), g_object_unref);
      g_source_attach (wait->cancelled, g_task_get_context (task));
    }
  arm (task);
}

static void
sp_real_clock_clock_init (SpClockInterface *iface)
{
  iface->get_wall_us = get_wall_us;
  iface->get_monotonic_us = get_monotonic_us;
  iface->wait_until_async = wait_until_async;
}

static void
sp_real_clock_class_init (SpRealClockClass *klass)
{
}

static void
sp_real_clock_init (SpRealClock *self)
{
  self->wall = real_wall;
  self->slice_ms = SLICE_MS;
}

/**
 * sp_real_clock_new:
 *
 * Returns: (transfer full): the computer's clock
 */
SpRealClock *
sp_real_clock_new (void)
{
  return g_object_new (SP_TYPE_REAL_CLOCK, NULL);
}

/**
 * sp_real_clock_new_from: (skip)
 * @wall: tells the time of day
 * @user_data: data for @wall
 * @slice_ms: how often a wait looks at it, 1 or more
 *
 * Returns: (transfer full): a clock with real timers and another time of day
 */
SpRealClock *
sp_real_clock_new_from (SpWallFunc wall,
                        gpointer   user_data,
                        guint      slice_ms)
{
  SpRealClock *self;

  g_return_val_if_fail (wall != NULL && slice_ms > 0, NULL);

  self = g_object_new (SP_TYPE_REAL_CLOCK, NULL);
  self->wall = wall;
  self->user_data = user_data;
  self->slice_ms = slice_ms;

  return self;
}
