/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-series-window.h"

/**
 * SpSeriesWindow:
 *
 * A stretch of time of the distance series: one distance board. Immutable.
 */
struct _SpSeriesWindow
{
  GObject parent_instance;

  SpSeriesWindowValues values;
};

G_DEFINE_FINAL_TYPE (SpSeriesWindow, sp_series_window, G_TYPE_OBJECT)

static void
sp_series_window_finalize (GObject *object)
{
  SpSeriesWindow *self = SP_SERIES_WINDOW (object);

  g_clear_pointer ((char **) &self->values.key, g_free);

  G_OBJECT_CLASS (sp_series_window_parent_class)->finalize (object);
}

static void
sp_series_window_class_init (SpSeriesWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_series_window_finalize;
}

static void
sp_series_window_init (SpSeriesWindow *self)
{
}

/**
 * sp_series_window_new:
 * @values: what it says; everything in it is copied or held once more
 *
 * Makes a window of the distance series.
 *
 * Returns: (transfer full): a new series window
 */
SpSeriesWindow *
sp_series_window_new (const SpSeriesWindowValues *values)
{
  SpSeriesWindow *self;

  g_return_val_if_fail (values != NULL, NULL);
  g_return_val_if_fail (values->key != NULL, NULL);
  g_return_val_if_fail (values->threshold_m >= 0, NULL);

  self = g_object_new (SP_TYPE_SERIES_WINDOW, NULL);
  self->values = *values;
  self->values.key = g_strdup (values->key);

  return self;
}

/**
 * sp_series_window_get_values:
 * @self: a series window
 *
 * Returns: (transfer none): what it says, for as long as it lives
 */
const SpSeriesWindowValues *
sp_series_window_get_values (SpSeriesWindow *self)
{
  g_return_val_if_fail (SP_IS_SERIES_WINDOW (self), NULL);

  return &self->values;
}

/**
 * sp_series_window_is_inverted:
 * @self: a series window
 *
 * Returns: whether it ends before it starts, and so can hold nothing
 */
gboolean
sp_series_window_is_inverted (SpSeriesWindow *self)
{
  g_return_val_if_fail (SP_IS_SERIES_WINDOW (self), FALSE);

  return self->values.end_local_s < self->values.start_local_s;
}
