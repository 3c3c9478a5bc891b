/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SpWindowValues:
 * @start_local_s: first second, naive local wall clock
 * @end_local_s: last second, inclusive; of an end given as a date, the last second of that day
 * @end_is_date: whether the end was given as a date alone; for showing
 * @label: (nullable): its name, such as "Week 1"
 * @birthday_bonus_s: seconds off each effort on the runner's birthday, 0 or more
 * @time_bonus_s: seconds off the best of the window; negative adds
 *
 * What a window says.
 */
typedef struct
{
  gint64      start_local_s;
  gint64      end_local_s;
  gboolean    end_is_date;
  const char *label;
  int         birthday_bonus_s;
  int         time_bonus_s;
} SpWindowValues;

#define SP_TYPE_WINDOW (sp_window_get_type ())
G_DECLARE_FINAL_TYPE (SpWindow, sp_window, SP, WINDOW, GObject)

SpWindow             *sp_window_new        (const SpWindowValues *values);
const SpWindowValues *sp_window_get_values (SpWindow *self);
gboolean              sp_window_is_inverted (SpWindow *self);
char                 *sp_window_to_title (SpWindow *self);

G_END_DECLS
