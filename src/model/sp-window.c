/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-window.h"

#include "api/sp-time.h"

#include <glib/gi18n-lib.h>

/**
 * SpWindow:
 *
 * A stretch of time in which efforts on a segment count, with its bonuses. Immutable.
 */
struct _SpWindow
{
  GObject parent_instance;

  SpWindowValues values;
};

G_DEFINE_FINAL_TYPE (SpWindow, sp_window, G_TYPE_OBJECT)

static void
sp_window_finalize (GObject *object)
{
  SpWindow *self = SP_WINDOW (object);

  g_clear_pointer ((char **) &self->values.label, g_free);

  G_OBJECT_CLASS (sp_window_parent_class)->finalize (object);
}

static void
sp_window_class_init (SpWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_window_finalize;
}

static void
sp_window_init (SpWindow *self)
{
}

/**
 * sp_window_new:
 * @values: what it says; everything in it is copied or held once more
 *
 * Makes a window. An end before the start is kept as it is: readers of files refuse it, the engine names and skips it.
 *
 * Returns: (transfer full): a new window
 */
SpWindow *
sp_window_new (const SpWindowValues *values)
{
  SpWindow *self;

  g_return_val_if_fail (values != NULL, NULL);
  g_return_val_if_fail (values->birthday_bonus_s >= 0, NULL);

  self = g_object_new (SP_TYPE_WINDOW, NULL);
  self->values = *values;
  self->values.label = g_strdup (values->label);

  return self;
}

/**
 * sp_window_get_values:
 * @self: a window
 *
 * Returns: (transfer none): what it says, for as long as it lives
 */
const SpWindowValues *
sp_window_get_values (SpWindow *self)
{
  g_return_val_if_fail (SP_IS_WINDOW (self), NULL);

  return &self->values;
}

/**
 * sp_window_is_inverted:
 * @self: a window
 *
 * Returns: whether it ends before it starts, and so can hold nothing
 */
gboolean
sp_window_is_inverted (SpWindow *self)
{
  g_return_val_if_fail (SP_IS_WINDOW (self), FALSE);

  return self->values.end_local_s < self->values.start_local_s;
}

/**
 * sp_window_to_title:
 * @self: a window
 *
 * Names the window for people: its label, or its first and last day as "2026-01-05 to 2026-01-11".
 *
 * Returns: (transfer full): the name
 */
char *
sp_window_to_title (SpWindow *self)
{
  int y1, m1, d1, y2, m2, d2;

  g_return_val_if_fail (SP_IS_WINDOW (self), NULL);

  if (self->values.label != NULL && *self->values.label != '\0')
    return g_strdup (self->values.label);

  sp_time_get_date (self->values.start_local_s, &y1, &m1, &d1);
  sp_time_get_date (self->values.end_local_s, &y2, &m2, &d2);

  /* Translators: year, month, day of the first and the last day */
  return g_strdup_printf (_("%04d-%02d-%02d to %04d-%02d-%02d"), y1, m1, d1, y2, m2, d2);
}
