/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "api/sp-period.h"

G_DEFINE_BOXED_TYPE (SpPeriod, sp_period, sp_period_copy, sp_period_free)

/**
 * sp_period_new:
 * @start_s: first second
 * @end_s: last second, inclusive
 *
 * Returns: (transfer full): a new period
 */
SpPeriod *
sp_period_new (gint64 start_s,
               gint64 end_s)
{
  SpPeriod *self = g_new (SpPeriod, 1);

  self->start_s = start_s;
  self->end_s = end_s;

  return self;
}

/**
 * sp_period_copy:
 * @self: a period
 *
 * Returns: (transfer full): a copy
 */
SpPeriod *
sp_period_copy (const SpPeriod *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return sp_period_new (self->start_s, self->end_s);
}

/**
 * sp_period_free:
 * @self: (transfer full) (nullable): a period
 *
 * Frees it.
 */
void
sp_period_free (SpPeriod *self)
{
  g_free (self);
}

/**
 * sp_period_contains:
 * @self: a period
 * @time_s: a time on the same clock
 *
 * Returns: whether @time_s lies in it; both ends do
 */
gboolean
sp_period_contains (const SpPeriod *self,
                    gint64          time_s)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->start_s <= time_s && time_s <= self->end_s;
}

/**
 * sp_period_meets:
 * @self: a period
 * @start_s: first second of the other
 * @end_s: last second of the other
 *
 * Returns: whether the two have a second in common
 */
gboolean
sp_period_meets (const SpPeriod *self,
                 gint64          start_s,
                 gint64          end_s)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return start_s <= self->end_s && end_s >= self->start_s;
}
