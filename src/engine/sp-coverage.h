/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/sp-harvest.h"
#include "model/sp-competition.h"

G_BEGIN_DECLS

/**
 * SpCoverageKind:
 * @SP_COVERAGE_FULL: all that could matter was looked at: what was not found is not there
 * @SP_COVERAGE_TO_COME: a run is under way and will ask
 * @SP_COVERAGE_ASKED: a run is asking just now
 * @SP_COVERAGE_NO_ACCOUNT: the runner has no account at the source yet
 * @SP_COVERAGE_NOT_ASKED: nobody has asked for this runner
 * @SP_COVERAGE_CANCELLED: the run was cancelled before it asked
 * @SP_COVERAGE_FAILED: the source was asked in vain, and nothing is held
 * @SP_COVERAGE_OLD: only an older list is held, and it does not reach far enough
 * @SP_COVERAGE_REFRESH: the list does not reach far enough, or activities that were skipped matter now
 * @SP_COVERAGE_UNKNOWN: activities that matter were asked for, and not had
 * @SP_COVERAGE_SEGMENT: the segment was asked for, and not had, so that its sport is not known
 *
 * How far what a run brought proves that there is nothing more, or the first reason why it does not.
 */
typedef enum
{
  SP_COVERAGE_FULL,
  SP_COVERAGE_TO_COME,
  SP_COVERAGE_ASKED,
  SP_COVERAGE_NO_ACCOUNT,
  SP_COVERAGE_NOT_ASKED,
  SP_COVERAGE_CANCELLED,
  SP_COVERAGE_FAILED,
  SP_COVERAGE_OLD,
  SP_COVERAGE_REFRESH,
  SP_COVERAGE_UNKNOWN,
  SP_COVERAGE_SEGMENT,
} SpCoverageKind;

/**
 * SpCoverage:
 * @kind: whether all is known
 * @n_needed: activities that matter and were not looked at
 * @n_unknown: activities that matter and were not had
 *
 * How well a runner is known for a board.
 */
typedef struct
{
  SpCoverageKind kind;
  guint          n_needed;
  guint          n_unknown;
} SpCoverage;

/**
 * SpReach:
 * @first_s: start of the first window that has begun, naive local
 * @last_s: end of the last window that has begun, naive local
 * @as_of_local_s: the naive local time that is scored for
 * @windows: (owned) of #SpPeriod: those that have begun
 *
 * How far a list has to reach. Where no window has begun it is inverted, and nothing is needed.
 */
typedef struct
{
  gint64  first_s;
  gint64  last_s;
  gint64  as_of_local_s;
  GArray *windows;
} SpReach;

void            sp_reach_init         (SpReach       *self,
                                       gint64         as_of_local_s);
void            sp_reach_add          (SpReach       *self,
                                       gint64         start_local_s,
                                       gint64         end_local_s);
void            sp_reach_clear        (SpReach       *self);
SpCoverageKind  sp_coverage_of_list   (SpHarvest     *harvest,
                                       SpRunner      *runner,
                                       const SpReach *reach);
void            sp_coverage_of_board  (SpHarvest     *harvest,
                                       SpRunner      *runner,
                                       SpGroup       *group,
                                       SpSegment     *segment,
                                       const SpReach *reach,
                                       SpCoverage    *coverage);
char           *sp_coverage_to_note   (SpCoverageKind kind,
                                       SpHarvest     *harvest,
                                       SpRunner      *runner);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpReach, sp_reach_clear)

G_END_DECLS
