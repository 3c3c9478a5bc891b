/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SpRecheck:
 * @ended_s: when the activity ended, UTC seconds since 1970
 * @fetched_s: when its detail was fetched
 * @over_s: when the last of its boards is over, %G_MAXINT64 where none is
 * @lacks_effort: whether its route passes a segment and the detail shows no effort at all
 *
 * What decides whether a held detail is read again although the list tells of no change.
 */
typedef struct
{
  gint64   ended_s;
  gint64   fetched_s;
  gint64   over_s;
  gboolean lacks_effort;
} SpRecheck;

gboolean sp_recheck_is_due (const SpRecheck *recheck,
                            gint64           now_s);

G_END_DECLS
