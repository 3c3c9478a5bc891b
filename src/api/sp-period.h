/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define SP_TYPE_PERIOD (sp_period_get_type ())

/**
 * SpPeriod:
 * @start_s: first second, since 1970
 * @end_s: last second, since 1970, inclusive
 *
 * A stretch of time, both ends inclusive. Whether UTC or naive local is said where one is asked for.
 */
typedef struct
{
  gint64 start_s;
  gint64 end_s;
} SpPeriod;

GType     sp_period_get_type (void);
SpPeriod *sp_period_new      (gint64          start_s,
                              gint64          end_s);
SpPeriod *sp_period_copy     (const SpPeriod *self);
void      sp_period_free     (SpPeriod       *self);
gboolean  sp_period_contains (const SpPeriod *self,
                              gint64          time_s);
gboolean  sp_period_meets    (const SpPeriod *self,
                              gint64          start_s,
                              gint64          end_s);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpPeriod, sp_period_free)

G_END_DECLS
