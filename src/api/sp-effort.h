/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SpEffortFlags:
 * @SP_EFFORT_NONE: nothing special
 * @SP_EFFORT_HIDDEN: the source counts it as not important; it counts all the same
 * @SP_EFFORT_ONLY_ME: only the athlete may see it at the source; no link to it is shown
 *
 * What is special about an effort.
 */
typedef enum /*< flags >*/
{
  SP_EFFORT_NONE = 0,
  SP_EFFORT_HIDDEN = 1 << 0,
  SP_EFFORT_ONLY_ME = 1 << 1,
} SpEffortFlags;

/**
 * SpEffort:
 * @id: the source's id of the effort
 * @segment_id: the segment it was run on
 * @start_local_s: its own start, naive local wall clock, or %SP_TIME_UNKNOWN: then its activity's start counts
 * @elapsed_s: elapsed time in seconds; this is what counts
 * @moving_s: moving time in seconds, or -1 where unknown
 * @distance_m: distance in metres, or NaN where unknown
 * @flags: what is special about it
 *
 * One passage of one segment. Plain data, kept small: a club's year holds hundreds of thousands.
 */
typedef struct
{
  gint64        id;
  gint64        segment_id;
  gint64        start_local_s;
  gint32        elapsed_s;
  gint32        moving_s;
  float         distance_m;
  SpEffortFlags flags;
} SpEffort;

G_END_DECLS
