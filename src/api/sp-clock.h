/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SP_TYPE_CLOCK (sp_clock_get_type ())
G_DECLARE_INTERFACE (SpClock, sp_clock, SP, CLOCK, GObject)

/**
 * SpClockInterface:
 * @parent_iface: the parent
 * @get_wall_us: the time of day
 * @get_monotonic_us: a time that never goes back
 * @wait_until_async: starts waiting for a time of day
 * @wait_until_finish: (nullable): ends @wait_until_async; the default takes the answer of a #GTask
 * @padding: room to grow
 *
 * Time is given, not taken: what needs the time or a pause asks the clock it was given.
 */
struct _SpClockInterface
{
  GTypeInterface parent_iface;

  gint64   (*get_wall_us)       (SpClock              *self);
  gint64   (*get_monotonic_us)  (SpClock              *self);
  void     (*wait_until_async)  (SpClock              *self,
                                 gint64                wall_us,
                                 GCancellable         *cancellable,
                                 GAsyncReadyCallback   callback,
                                 gpointer              user_data);
  gboolean (*wait_until_finish) (SpClock              *self,
                                 GAsyncResult         *result,
                                 GError              **error);
  gpointer padding[8];
};

gint64   sp_clock_get_wall_us       (SpClock              *self);
gint64   sp_clock_get_monotonic_us  (SpClock              *self);
void     sp_clock_wait_until_async  (SpClock              *self,
                                     gint64                wall_us,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
gboolean sp_clock_wait_until_finish (SpClock              *self,
                                     GAsyncResult         *result,
                                     GError              **error);

G_END_DECLS
