/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-activity.h"
#include "sp-mock-runner.h"

G_BEGIN_DECLS

/**
 * SpMockKind:
 * @SP_MOCK_LOOP: round and back
 * @SP_MOCK_ATTEMPT: to a segment, along it and back
 * @SP_MOCK_REPEAT: to a segment, along it, back to its start, along it again, and back
 * @SP_MOCK_PAIR: along two segments
 * @SP_MOCK_REVERSED: along a segment in the wrong direction
 * @SP_MOCK_PART: along the first half of a segment only
 * @SP_MOCK_AWAY: round and back in another part of the world
 * @SP_MOCK_INDOOR: recorded indoors: no way at all
 * @SP_MOCK_MANUAL: typed in by hand: no way at all
 *
 * What an outing is.
 */
typedef enum
{
  SP_MOCK_LOOP,
  SP_MOCK_ATTEMPT,
  SP_MOCK_REPEAT,
  SP_MOCK_PAIR,
  SP_MOCK_REVERSED,
  SP_MOCK_PART,
  SP_MOCK_AWAY,
  SP_MOCK_INDOOR,
  SP_MOCK_MANUAL,
} SpMockKind;

/**
 * SpMockOuting:
 * @number: which one of the runner
 * @kind: what it is
 * @segment: which segment, where it is about one
 * @place: where in the world
 * @sport: its sport
 * @flags: what is special about it
 * @start_local_s: when it starts, naive local; also where the source hides that
 * @length_m: about how long a loop is, in metres
 * @pace_s: seconds a kilometre, off the segments
 * @race_pace_s: seconds a kilometre, on them
 *
 * What a runner means to do once.
 */
typedef struct
{
  guint           number;
  SpMockKind      kind;
  guint           segment;
  guint           place;
  const char     *sport;
  SpActivityFlags flags;
  gint64          start_local_s;
  double          length_m;
  double          pace_s;
  double          race_pace_s;
} SpMockOuting;

GArray *sp_mock_calendar_make (guint32             seed,
                               const SpMockRunner *runner,
                               SpMockWorld        *world,
                               const SpMockSeason *season);

G_END_DECLS
