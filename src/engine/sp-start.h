/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-period.h"
#include "api/sp-time.h"

G_BEGIN_DECLS

/**
 * sp_start_get_range:
 * @start_local_s: a start that is known, on the runner's wall clock
 * @hidden: whether the source hides the time of day
 * @local: (out caller-allocates): from the first to the last second that it may be
 *
 * Tells when something may have begun: at that very second; at any time of that day, where the time of day is hidden.
 * It is asked of every effort, so it is here for compilers to see.
 */
static inline void
sp_start_get_range (gint64    start_local_s,
                    gboolean  hidden,
                    SpPeriod *local)
{
  local->start_s = hidden ? sp_time_get_day (start_local_s) * SP_TIME_DAY_S : start_local_s;
  local->end_s = hidden ? local->start_s + SP_TIME_DAY_S - 1 : start_local_s;
}

G_END_DECLS
