/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-activity.h"

G_BEGIN_DECLS

/* Shared with the builder. The efforts follow the struct in the same block: one allocation an activity. */
struct _SpActivity
{
  gatomicrefcount ref_count;
  guint           n_efforts;
  gint64          id;
  gint64          start_utc_s;
  gint64          start_local_s;
  double          distance_m;
  double          climb_m;
  const char     *sport; /* interned */
  SpRoute        *route; /* (owned) (nullable) */
  guint64         fingerprint;
  SpOrigin        origin;
  gint32          elapsed_s;
  SpActivityFlags flags;
  gboolean        has_efforts;
  SpEffort        efforts[];
};

SpActivity *_sp_activity_alloc (const SpActivity *values,
                                const SpEffort   *efforts,
                                guint             n_efforts);

G_END_DECLS
