/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-activity-builder.h"
#include "api/sp-segment.h"

G_BEGIN_DECLS

#define SP_TEST_MAX_EFFORTS 8
#define SP_TEST_MAX_POINTS 8

/**
 * SpTestEffort:
 * @segment_id: where; 0 ends the list
 * @elapsed_s: how long
 * @start: (nullable): its local start in ISO 8601; %NULL for one minute after the activity's start, "" for unknown
 * @id: 0 for one made of the activity's id and the effort's place
 * @distance_m: 0 for 1000
 * @flags: what is special about it
 *
 * What a test says of an effort.
 */
typedef struct
{
  gint64        segment_id;
  int           elapsed_s;
  const char   *start;
  gint64        id;
  double        distance_m;
  SpEffortFlags flags;
} SpTestEffort;

/**
 * SpTestActivity:
 * @id: more than 0
 * @start: (nullable): its local start in ISO 8601; %NULL for 2026-01-05T18:00:00
 * @utc_offset_s: how far its local clock is ahead of UTC
 * @elapsed_s: 0 for 1800
 * @sport: (nullable): %NULL for Run
 * @distance_m: 0 for 5000
 * @climb_m: as it is
 * @flags: what is special about it
 * @points: its route; a point at 0, 0 ends it, none for no route
 * @efforts: its efforts; a segment id of 0 ends them
 * @is_listed: made as a list tells it: nothing is known of efforts
 *
 * What a test says of an activity. What it does not say is something ordinary.
 */
typedef struct
{
  gint64          id;
  const char     *start;
  int             utc_offset_s;
  int             elapsed_s;
  const char     *sport;
  double          distance_m;
  double          climb_m;
  SpActivityFlags flags;
  SpPoint         points[SP_TEST_MAX_POINTS];
  SpTestEffort    efforts[SP_TEST_MAX_EFFORTS];
  gboolean        is_listed;
} SpTestActivity;

/**
 * SpTestSegment:
 * @id: more than 0
 * @name: (nullable): %NULL for "Segment ID"
 * @sport: (nullable): %NULL for Run
 * @distance_m: 0 for 1000
 * @points: its line; a point at 0, 0 ends it, none for no route
 *
 * What a test says of a segment.
 */
typedef struct
{
  gint64      id;
  const char *name;
  const char *sport;
  double      distance_m;
  SpPoint     points[SP_TEST_MAX_POINTS];
} SpTestSegment;

/**
 * sp_test_activity:
 * @...: initialisers of an [struct@TestActivity]
 *
 * For example `sp_test_activity (.id = 1, .start = "2026-01-05T18:30:00", .efforts = { { 7, 300 }, { 8, 95 } })`.
 *
 * Returns: (transfer full): an activity
 */
#define sp_test_activity(...) sp_test_make_activity (&(SpTestActivity) { __VA_ARGS__ })

/**
 * sp_test_segment:
 * @...: initialisers of an [struct@TestSegment]
 *
 * Returns: (transfer full): a segment
 */
#define sp_test_segment(...) sp_test_make_segment (&(SpTestSegment) { __VA_ARGS__ })

SpActivity *sp_test_make_activity (const SpTestActivity *values);
SpSegment  *sp_test_make_segment  (const SpTestSegment  *values);
SpActivity *sp_test_without_efforts (SpActivity         *activity,
                                     const SpOrigin     *origin);
gint64      sp_test_time          (const char           *iso);

G_END_DECLS
