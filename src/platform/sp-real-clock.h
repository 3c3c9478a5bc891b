/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-clock.h"

G_BEGIN_DECLS

#define SP_TYPE_REAL_CLOCK (sp_real_clock_get_type ())
G_DECLARE_FINAL_TYPE (SpRealClock, sp_real_clock, SP, REAL_CLOCK, GObject)

/**
 * SpWallFunc:
 * @user_data: what it was given with
 *
 * Tells the time of day.
 *
 * Returns: UTC microseconds since 1970
 */
typedef gint64 (*SpWallFunc) (gpointer user_data);

SpRealClock *sp_real_clock_new      (void) G_GNUC_WARN_UNUSED_RESULT;
SpRealClock *sp_real_clock_new_from (SpWallFunc wall,
                                     gpointer   user_data,
                                     guint      slice_ms) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
