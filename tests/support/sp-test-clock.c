/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/sp-test-clock.h"

#include "api/sp-task.h"
#include "api/sp-time.h"

typedef struct
{
  SpTestClock *clock;
  GTask       *task; /* (owned) */
  gint64       until_us;
  GSource     *cancelled; /* (owned) (nullable) */
} Waiter;

/**
 * SpTestClock:
 *
 * A clock that moves only when all else stands still: once its main context has nothing to do and nobody holds it, it
 * jumps to the moment that is waited for next. Hours of waiting pass in a millisecond, in the right order.
 *
 * Who has something real in flight (a thread, a socket) holds the clock meanwhile. A held clock moves by
 * sp_test_clock_advance() only. The time may be asked from any thread; waits and all else belong to one context.
 */
struct _SpTestClock
{
  GObject  parent_instance;

  GMutex   lock;         /* of the two times */
  gint64   wall_us;
  gint64   monotonic_us;
  GList   *waiters;      /* (owned) (element-type Waiter), the next one first */
  GSource *turn;         /* (owned) (nullable): fires when nothing else is to be done */
  GArray  *waits;        /* (owned) (element-type SpTestWait) */
  gint     n_holds;      /* (atomic) */
};

static void sp_test_clock_clock_init (SpClockInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SpTestClock, sp_test_clock, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SP_TYPE_CLOCK, sp_test_clock_clock_init))

static void schedule (SpTestClock *self);

static gint64
get_wall_us (SpClock *clock)
{
  SpTestClock *self = SP_TEST_CLOCK (clock);
  gint64 wall_us;

  g_mutex_lock (&self->lock);
  wall_us = self->wall_us;
  g_mutex_unlock (&self->lock);

  return wall_us;
}

static gint64
get_monotonic_us (SpClock *clock)
{
  SpTestClock *self = SP_TEST_CLOCK (clock);
  gint64 monotonic_us;

  g_mutex_lock (&self->lock);
  monotonic_us = self->monotonic_us;
  g_mutex_unlock (&self->lock);

  return monotonic_us;
}

static void
move (SpTestClock *self,
      gint64       wall_by_us,
      gint64       monotonic_by_us)
{
  g_mutex_lock (&self->lock);
  self->wall_us += wall_by_us;
  self->monotonic_us += monotonic_by_us;
  g_mutex_unlock (&self->lock);
}

/* Takes the waiter out of the line; the task is the caller's. */
static GTask *
waiter_end (Waiter *waiter)
{
  GTask *task = waiter->task;

  waiter->clock->waiters = g_list_remove (waiter->clock->waiters, waiter);
  if (waiter->cancelled != NULL)
    {
      g_source_destroy (waiter->cancelled);
      g_source_unref (waiter->cancelled);
    }
  g_free (waiter);

  return task;
}

static gboolean
cancelled_cb (GCancellable *cancellable,
              gpointer      user_data)
{
  g_autoptr(GTask) task = waiter_end (user_data);

  g_task_return_error_if_cancelled (task);

  return G_SOURCE_REMOVE;
}

/* One waiter a turn: what it starts comes before the next one is woken. */
static gboolean
turn_cb (gpointer user_data)
{
  SpTestClock *self = user_data;
  g_autoptr(GTask) task = NULL;
  Waiter *first = self->waiters != NULL ? self->waiters->data : NULL;
  gint64 ahead_us;

  g_clear_pointer (&self->turn, g_source_unref);
  if (first == NULL)
    return G_SOURCE_REMOVE;
  ahead_us = first->until_us - get_wall_us (SP_CLOCK (self));
  if (ahead_us > 0 && g_atomic_int_get (&self->n_holds) > 0)
    return G_SOURCE_REMOVE;
  if (ahead_us > 0)
    move (self, ahead_us, ahead_us);
  task = waiter_end (first);
  schedule (self);
  g_task_return_boolean (task, TRUE);

  return G_SOURCE_REMOVE;
}

static void
schedule (SpTestClock *self)
{
  Waiter *first = self->waiters != NULL ? self->waiters->data : NULL;

  if (first == NULL || self->turn != NULL)
    return;
  self->turn = g_idle_source_new ();
  g_source_set_priority (self->turn, G_PRIORITY_LOW);
  g_source_set_callback (self->turn, turn_cb, self, NULL);
  g_source_attach (self->turn, g_task_get_context (first->task));
}

static gint
compare_waiters (gconstpointer a,
                 gconstpointer b)
{
  const Waiter *new_one = a, *old_one = b;

  return new_one->until_us < old_one->until_us ? -1 : new_one->until_us > old_one->until_us ? 1 : 0;
}

static void
wait_until_async (SpClock             *clock,
                  gint64               wall_us,
                  GCancellable        *cancellable,
                  GAsyncReadyCallback  callback,
                  gpointer             user_data)
{
  SpTestClock *self = SP_TEST_CLOCK (clock);
  SpTestWait wait = { get_wall_us (clock), wall_us };
  Waiter *waiter = g_new0 (Waiter, 1);
  GList *place = self->waiters;

  waiter->clock = self;
  waiter->until_us = wall_us;
  waiter->task = sp_task_new (self, wait_until_async, cancellable, callback, user_data);
  if (cancellable != NULL)
    {
      waiter->cancelled = g_cancellable_source_new (cancellable);
      g_source_set_static_name (waiter->cancelled, "SpTestClock cancelled");
      g_source_set_callback (waiter->cancelled, G_SOURCE_FUNC (cancelled_cb), waiter, NULL);
      g_source_attach (waiter->cancelled, g_task_get_context (waiter->task));
    }
  g_array_append_val (self->waits, wait);

  while (place != NULL && compare_waiters (waiter, place->data) >= 0)
    place = place->next;
  self->waiters = g_list_insert_before (self->waiters, place, waiter);
  schedule (self);
}

static void
sp_test_clock_clock_init (SpClockInterface *iface)
{
  iface->get_wall_us = get_wall_us;
  iface->get_monotonic_us = get_monotonic_us;
  iface->wait_until_async = wait_until_async;
}

static void
sp_test_clock_finalize (GObject *object)
{
  SpTestClock *self = SP_TEST_CLOCK (object);

  if (self->turn != NULL)
    {
      g_source_destroy (self->turn);
      g_source_unref (self->turn);
    }
  g_array_unref (self->waits);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (sp_test_clock_parent_class)->finalize (object);
}

static void
sp_test_clock_class_init (SpTestClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_test_clock_finalize;
}

static void
sp_test_clock_init (SpTestClock *self)
{
  g_mutex_init (&self->lock);
  self->monotonic_us = 1000 * SP_TEST_S;
  self->waits = g_array_new (FALSE, FALSE, sizeof (SpTestWait));
}

/**
 * sp_test_clock_new:
 * @wall_utc_iso: what it shows at first, in UTC, for example `2026-01-05T18:30:00`
 *
 * Returns: (transfer full): a clock that nobody holds
 */
SpTestClock *
sp_test_clock_new (const char *wall_utc_iso)
{
  SpTestClock *self = g_object_new (SP_TYPE_TEST_CLOCK, NULL);
  gint64 wall_s;

  g_assert_true (sp_time_parse_iso (wall_utc_iso, &wall_s, NULL));
  self->wall_us = wall_s * SP_TEST_S;

  return self;
}

/**
 * sp_test_clock_hold:
 * @self: a clock
 *
 * Stops it from moving by itself, until sp_test_clock_release() was called as often. From any thread.
 */
void
sp_test_clock_hold (SpTestClock *self)
{
  g_atomic_int_inc (&self->n_holds);
}

/**
 * sp_test_clock_release:
 * @self: a clock that is held
 *
 * Takes back one sp_test_clock_hold(). From the clock's own context.
 */
void
sp_test_clock_release (SpTestClock *self)
{
  g_assert_cmpint (g_atomic_int_get (&self->n_holds), >, 0);
  if (g_atomic_int_dec_and_test (&self->n_holds))
    schedule (self);
}

/**
 * sp_test_clock_advance:
 * @self: a clock
 * @by_us: microseconds, 0 or more
 *
 * Lets time pass, be it held or not.
 */
void
sp_test_clock_advance (SpTestClock *self,
                       gint64       by_us)
{
  g_assert_cmpint (by_us, >=, 0);
  move (self, by_us, by_us);
  schedule (self);
}

/**
 * sp_test_clock_step_wall:
 * @self: a clock
 * @by_us: microseconds, forward or back
 *
 * Sets the wall clock; the monotonic time stays.
 */
void
sp_test_clock_step_wall (SpTestClock *self,
                         gint64       by_us)
{
  move (self, by_us, 0);
  schedule (self);
}

/**
 * sp_test_clock_get_n_waits:
 * @self: a clock
 *
 * Returns: how many waits were begun so far
 */
guint
sp_test_clock_get_n_waits (SpTestClock *self)
{
  return self->waits->len;
}

/**
 * sp_test_clock_get_wait:
 * @self: a clock
 * @index: which wait, in the order in which they were begun
 *
 * Returns: (transfer none): when it was begun and for how long
 */
const SpTestWait *
sp_test_clock_get_wait (SpTestClock *self,
                        guint        index)
{
  g_assert_cmpuint (index, <, self->waits->len);

  return &g_array_index (self->waits, SpTestWait, index);
}

/**
 * sp_test_clock_get_wait_us:
 * @self: a clock
 * @index: which wait
 *
 * Returns: how long it was to take, microseconds
 */
gint64
sp_test_clock_get_wait_us (SpTestClock *self,
                           guint        index)
{
  const SpTestWait *wait = sp_test_clock_get_wait (self, index);

  return wait->until_us - wait->asked_at_us;
}

/**
 * sp_test_clock_get_n_waiting:
 * @self: a clock
 *
 * Returns: how many waits are not over
 */
guint
sp_test_clock_get_n_waiting (SpTestClock *self)
{
  return g_list_length (self->waiters);
}
