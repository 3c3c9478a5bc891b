/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SpSeriesWindowValues:
 * @key: what tells it from others of the competition; never changes, so that a row, an edit and a link find it again
 * @start_local_s: first second, naive local wall clock
 * @end_local_s: last second, inclusive
 * @end_is_date: whether the end was given as a date alone; for showing
 * @threshold_m: runs of at least that many metres are counted apart, 0 for none
 *
 * What a window of the distance series says.
 */
typedef struct
{
  const char *key;
  gint64      start_local_s;
  gint64      end_local_s;
  gboolean    end_is_date;
  double      threshold_m;
} SpSeriesWindowValues;

#define SP_TYPE_SERIES_WINDOW (sp_series_window_get_type ())
G_DECLARE_FINAL_TYPE (SpSeriesWindow, sp_series_window, SP, SERIES_WINDOW, GObject)

SpSeriesWindow             *sp_series_window_new        (const SpSeriesWindowValues *values);
const SpSeriesWindowValues *sp_series_window_get_values (SpSeriesWindow *self);
gboolean                    sp_series_window_is_inverted (SpSeriesWindow *self);

G_END_DECLS
