/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/sp-harvest.h"
#include "model/sp-competition.h"
#include "support/sp-test-values.h"

G_BEGIN_DECLS

#define SP_TEST_MAX_WINDOWS 6
#define SP_TEST_MAX_PARTS 12

/**
 * SpTestWindow:
 * @start: a date, or a date and time; %NULL ends a list of windows
 * @end: likewise; a date alone means that whole day
 * @label: (nullable): its name
 * @birthday_bonus_s: seconds off on the birthday
 * @time_bonus_s: seconds off the best
 *
 * What a test says of a window.
 */
typedef struct
{
  const char *start;
  const char *end;
  const char *label;
  int         birthday_bonus_s;
  int         time_bonus_s;
} SpTestWindow;

/**
 * SpTestGroup:
 * @key: (nullable): %NULL for "g" and the segment's id
 * @segment_id: 0 for 7
 * @name: (nullable): %NULL for "Segment" and the segment's id
 * @sports: (nullable): sports of its own
 * @min_distance_m: least distance
 * @default_time_s: default time
 * @closed: whether the organiser froze it
 * @windows: its windows
 *
 * What a test says of a board.
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
  SpTestWindow        windows[SP_TEST_MAX_WINDOWS];
} SpTestGroup;

/**
 * SpTestRunner:
 * @id: the account, 0 for none
 * @key: (nullable): %NULL for "r" and the id
 * @name: (nullable): %NULL for "Runner" and the id
 * @team: (nullable): %NULL for "Reds", "" for none
 * @distance_team: (nullable): %NULL for none
 * @birth_month: 0 for unknown
 * @birth_day: 0 for unknown
 *
 * What a test says of a runner.
 */
typedef struct
{
  gint64      id;
  const char *key;
  const char *name;
  const char *team;
  const char *distance_team;
  int         birth_month;
  int         birth_day;
} SpTestRunner;

/**
 * SpTestCompetition:
 * @rules: its rules
 * @runners: (transfer full): its runners
 * @groups: (transfer full): its boards
 * @series: windows of the distance series; the bonus for the time is their threshold in metres
 * @series_sports: (nullable): sports of the series
 *
 * What a test says of a competition.
 */
typedef struct
{
  SpRules             rules;
  SpRunner           *runners[SP_TEST_MAX_PARTS];
  SpGroup            *groups[SP_TEST_MAX_PARTS];
  SpTestWindow        series[SP_TEST_MAX_WINDOWS];
  const char * const *series_sports;
} SpTestCompetition;

/**
 * SpTestBlock:
 * @id: the runner's account
 * @list: as it is; a test says %SP_LIST_FRESH where it means it
 * @from: (nullable): first day of the list, %NULL for 2025-01-01
 * @to: (nullable): last day of the list, %NULL for 2027-01-01
 * @fetched: (nullable): when the list was fetched, UTC; %NULL for 2026-03-01T10:00:00
 * @error_code: used where the list failed or is old
 * @reason: (nullable): used likewise
 * @hides_private: whether permission for private activities is missing
 * @asking: whether the runner is being asked
 * @n_retries: attempts after the first
 * @activities: (transfer full): looked at where they know of efforts
 * @unknown: ids of those that were asked for in vain
 * @listed: efforts that only the source's list told, at their own start; the runner's id + 1000 is their activity
 *
 * What a test says of what is known of a runner.
 */
typedef struct
{
  gint64        id;
  SpListState   list;
  const char   *from;
  const char   *to;
  const char   *fetched;
  int           error_code;
  const char   *reason;
  gboolean      hides_private;
  gboolean      asking;
  guint         n_retries;
  SpActivity   *activities[SP_TEST_MAX_PARTS];
  gint64        unknown[SP_TEST_MAX_PARTS];
  SpTestEffort  listed[2];
} SpTestBlock;

/**
 * SpTestHarvest:
 * @started: (nullable): when the run began, UTC; %NULL for 2026-03-01T10:00:00
 * @finished: (nullable): when it ended, UTC; %NULL for 2026-03-01T10:30:00
 * @running: whether it is a snapshot of a run
 * @cancelled: whether it was cancelled
 * @thorough: whether no route was skipped
 * @utc_offset_s: how far the organiser's clock is ahead of UTC
 * @blocks: (transfer full): one per runner
 * @segments: (transfer full): the geometry
 *
 * What a test says of a harvest.
 */
typedef struct
{
  const char *started;
  const char *finished;
  gboolean    running;
  gboolean    cancelled;
  gboolean    thorough;
  int         utc_offset_s;
  SpBlock    *blocks[SP_TEST_MAX_PARTS];
  SpSegment  *segments[SP_TEST_MAX_PARTS];
} SpTestHarvest;

/**
 * sp_test_group:
 * @...: initialisers, for example `sp_test_group (.windows = { { "2026-01-05", "2026-01-11" } })`
 *
 * Each of these makes an object of what a test says, and something ordinary of what it does not say.
 *
 * Returns: (transfer full): the object
 */
#define sp_test_group(...) sp_test_make_group (&(SpTestGroup) { __VA_ARGS__ })
#define sp_test_runner(...) sp_test_make_runner (&(SpTestRunner) { __VA_ARGS__ })
#define sp_test_competition(...) sp_test_make_competition (&(SpTestCompetition) { __VA_ARGS__ })
#define sp_test_block(...) sp_test_make_block (&(SpTestBlock) { __VA_ARGS__ })
#define sp_test_harvest(...) sp_test_make_harvest (&(SpTestHarvest) { __VA_ARGS__ })

SpWindow      *sp_test_make_window      (const SpTestWindow      *values);
SpGroup       *sp_test_make_group       (const SpTestGroup       *values);
SpRunner      *sp_test_make_runner      (const SpTestRunner      *values);
SpCompetition *sp_test_make_competition (const SpTestCompetition *values);
SpBlock       *sp_test_make_block       (const SpTestBlock       *values);
SpHarvest     *sp_test_make_harvest     (const SpTestHarvest     *values);

G_END_DECLS
