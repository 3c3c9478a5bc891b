/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-row.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SpDistanceRowValues:
 * @runner: whose row it is
 * @known: whether the runner's list is known; where it is not, nothing below says anything
 * @flags: marks: old data, private runs not seen
 * @place: place from 1 by distance, climb and name; 0 where not known, or without a run
 * @n_runs: runs counted
 * @distance_m: sum of their distances in metres
 * @climb_m: sum of their climbs in metres
 * @n_over: runs of at least the window's threshold
 * @mean_m: mean distance of a run in metres, NaN without a run
 * @fetched_at_s: when the list was fetched, UTC seconds since 1970, or %SP_TIME_UNKNOWN
 * @reason: (nullable): why nothing is known, in a few words for people
 *
 * What a distance row says.
 */
typedef struct
{
  SpRunner   *runner;
  gboolean    known;
  SpRowFlags  flags;
  guint       place;
  guint       n_runs;
  double      distance_m;
  double      climb_m;
  guint       n_over;
  double      mean_m;
  gint64      fetched_at_s;
  const char *reason;
} SpDistanceRowValues;

#define SP_TYPE_DISTANCE_ROW (sp_distance_row_get_type ())
G_DECLARE_FINAL_TYPE (SpDistanceRow, sp_distance_row, SP, DISTANCE_ROW, GObject)

SpDistanceRow             *sp_distance_row_new        (const SpDistanceRowValues *values);
const SpDistanceRowValues *sp_distance_row_get_values (SpDistanceRow *self);

G_END_DECLS
