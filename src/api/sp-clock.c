/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "api/sp-clock.h"

/**
 * SpClock:
 *
 * Tells the time and waits.
 */
G_DEFINE_INTERFACE (SpClock, sp_clock, G_TYPE_OBJECT)

static gboolean
sp_clock_real_wait_until_finish (SpClock       *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
sp_clock_default_init (SpClockInterface *iface)
{
  iface->wait_until_finish = sp_clock_real_wait_until_finish;
}

/**
 * sp_clock_get_wall_us:
 * @self: a clock
 *
 * Returns: the time of day, UTC microseconds since 1970. It can jump, forward and back
 */
gint64
sp_clock_get_wall_us (SpClock *self)
{
  g_return_val_if_fail (SP_IS_CLOCK (self), 0);

  return SP_CLOCK_GET_IFACE (self)->get_wall_us (self);
}

/**
 * sp_clock_get_monotonic_us:
 * @self: a clock
 *
 * Returns: microseconds since some moment, never going back
 */
gint64
sp_clock_get_monotonic_us (SpClock *self)
{
  g_return_val_if_fail (SP_IS_CLOCK (self), 0);

  return SP_CLOCK_GET_IFACE (self)->get_monotonic_us (self);
}

/**
 * sp_clock_wait_until_async:
 * @self: a clock
 * @wall_us: a time of day, UTC microseconds since 1970; one that is past is waited for no longer than a turn of the
 *   main loop
 * @cancellable: (nullable): ends the wait at once
 * @callback: called when it is over, never from inside this call
 * @user_data: data for @callback
 *
 * Waits until the wall clock shows @wall_us or later, also across a suspend and when the clock is set.
 */
void
sp_clock_wait_until_async (SpClock             *self,
                           gint64               wall_us,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_return_if_fail (SP_IS_CLOCK (self));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  SP_CLOCK_GET_IFACE (self)->wait_until_async (self, wall_us, cancellable, callback, user_data);
}

/**
 * sp_clock_wait_until_finish:
 * @self: a clock
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends sp_clock_wait_until_async().
 *
 * Returns: %TRUE when the time has come, %FALSE with %G_IO_ERROR_CANCELLED
 */
gboolean
sp_clock_wait_until_finish (SpClock       *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (SP_IS_CLOCK (self), FALSE);
  g_return_val_if_fail (G_IS_ASYNC_RESULT (result), FALSE);

  return SP_CLOCK_GET_IFACE (self)->wait_until_finish (self, result, error);
}
