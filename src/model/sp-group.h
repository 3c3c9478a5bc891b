/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-period.h"
#include "model/sp-window.h"

G_BEGIN_DECLS

/**
 * SpGroupValues:
 * @key: what tells it from others of the competition; never changes, so that a row, an edit and a link find it again
 * @segment_id: the source's id of the segment
 * @name: its name for people; several groups may have the same
 * @sports: (nullable) (array zero-terminated=1): the sports that count, %NULL for those of the segment's kind
 * @min_distance_m: least distance of an effort in metres, 0 for none
 * @default_time_s: the time of who has none when all windows are over, in seconds, 0 for none
 * @closed: frozen by the organiser: nothing is asked for it any more
 * @closed_local_s: when it was frozen, naive local, or %SP_TIME_UNKNOWN
 * @windows: (element-type SpWindow): at least one; not to be changed afterwards
 *
 * What a segment group says.
 */
typedef struct
{
  const char         *key;
  gint64              segment_id;
  const char         *name;
  const char * const *sports;
  double              min_distance_m;
  int                 default_time_s;
  gboolean            closed;
  gint64              closed_local_s;
  GPtrArray          *windows;
} SpGroupValues;

#define SP_TYPE_GROUP (sp_group_get_type ())
G_DECLARE_FINAL_TYPE (SpGroup, sp_group, SP, GROUP, GObject)

SpGroup             *sp_group_new        (const SpGroupValues *values);
const SpGroupValues *sp_group_get_values (SpGroup *self);
SpWindow            *sp_group_get_window  (SpGroup *self,
                                           guint    index);
void                 sp_group_get_period  (SpGroup  *self,
                                           SpPeriod *local);

G_END_DECLS
