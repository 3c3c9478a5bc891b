/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-local-time.h"

#include "api/sp-time.h"

/**
 * sp_local_time_from_utc:
 * @utc_s: UTC seconds since 1970
 *
 * Tells what a clock on the organiser's wall shows then, by the zone of this machine.
 *
 * Returns: naive local seconds
 */
gint64
sp_local_time_from_utc (gint64 utc_s)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  int interval = g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, utc_s);

  if (utc_s == SP_TIME_UNKNOWN || interval < 0)
    return utc_s;

  return utc_s + g_time_zone_get_offset (zone, interval);
}

/**
 * sp_local_time_now_s:
 * @clock: tells the time
 *
 * Returns: what a clock on the organiser's wall shows now, naive local seconds
 */
gint64
sp_local_time_now_s (SpClock *clock)
{
  g_return_val_if_fail (SP_IS_CLOCK (clock), 0);

  return sp_local_time_from_utc (sp_clock_get_wall_us (clock) / G_USEC_PER_SEC);
}
