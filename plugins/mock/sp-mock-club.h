/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-activity.h"
#include "api/sp-period.h"
#include "api/sp-segment.h"
#include "sp-mock-track.h"

G_BEGIN_DECLS

/* One window of one segment lasts two weeks; each has the next two weeks of the season. */
#define SP_MOCK_SLOT_DAYS 14

#define SP_MOCK_MAX_PASSES 3

/**
 * SpMockShape:
 * @seed: what the club is made from
 * @n_runners: how many run
 * @n_segments: how many segments there are
 * @n_windows: how many windows they have together
 * @anchor_day: the day that is today for the competition: all but the last two windows are over, one is open; days
 *   since 1970
 *
 * What a club is made from. The same shape makes the same club.
 */
typedef struct
{
  guint64 seed;
  guint   n_runners;
  guint   n_segments;
  guint   n_windows;
  gint64  anchor_day;
} SpMockShape;

/**
 * SpMockOuting:
 * @id: of its activity
 * @start_utc_s: when it began
 * @utc_offset_s: how far the watch was ahead of UTC
 * @sport: what it was
 * @flags: what is special about it
 * @n_passes: how often a segment is run in it
 * @passes: indices of these segments
 * @has_route: whether it was recorded outdoors, with its route
 *
 * One thing that a runner did.
 */
typedef struct
{
  gint64          id;
  gint64          start_utc_s;
  int             utc_offset_s;
  const char     *sport;
  SpActivityFlags flags;
  guint           n_passes;
  guint           passes[SP_MOCK_MAX_PASSES];
  gboolean        has_route;
} SpMockOuting;

/**
 * SpMockRunner:
 * @id: of the athlete
 * @name: an invented name
 * @team: team on the segment boards
 * @distance_team: (nullable): team on the distance boards
 * @birth_month: 1 to 12
 * @birth_day: 1 to 31
 * @pace_s: seconds for a kilometre
 * @zone_m: how far round the home nothing is shown, 0 for all
 * @home: where the runner lives
 * @outings: (element-type SpMockOuting): what the runner did, oldest first
 *
 * One runner of the club.
 */
typedef struct
{
  gint64       id;
  char        *name;
  const char  *team;
  const char  *distance_team;
  int          birth_month;
  int          birth_day;
  double       pace_s;
  double       zone_m;
  SpMockPoint  home;
  GArray      *outings;
} SpMockRunner;

/**
 * SpMockClub:
 *
 * A club that is made up: who runs, and what each of them did.
 */
typedef struct _SpMockClub SpMockClub;

SpMockClub   *sp_mock_club_new           (const SpMockShape  *shape);
void          sp_mock_club_free          (SpMockClub         *self);
const SpMockShape *sp_mock_club_get_shape (SpMockClub        *self);
SpMockRunner *sp_mock_club_get_runner    (SpMockClub         *self,
                                          guint               index);
SpMockRunner *sp_mock_club_find_runner   (SpMockClub         *self,
                                          gint64              athlete_id);
gint64        sp_mock_club_get_segment_id (SpMockClub        *self,
                                          guint               index);
SpSegment    *sp_mock_club_make_segment  (SpMockClub         *self,
                                          gint64              segment_id,
                                          const SpOrigin     *origin);
void          sp_mock_club_get_window    (SpMockClub         *self,
                                          guint               index,
                                          guint              *segment,
                                          SpPeriod           *local);
SpActivity   *sp_mock_club_make_activity (SpMockClub         *self,
                                          SpMockRunner       *runner,
                                          const SpMockOuting *outing,
                                          gboolean            detail,
                                          const SpOrigin     *origin);
guint         sp_mock_club_count_needed  (SpMockClub         *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpMockClub, sp_mock_club_free)

G_END_DECLS
