/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/sp-coverage.h"
#include "engine/sp-judge.h"
#include "model/sp-row.h"

G_BEGIN_DECLS

/**
 * SpScoring:
 * @competition: what is scored
 * @group: the board
 * @asked: the same as it would be asked for; a board that is closed is not asked for, but proves nothing by that
 * @harvest: (nullable): what a run brought
 * @segment: (nullable): the board's geometry
 * @judge: the board's rules
 * @local: from its first window's start to its last window's end, naive local
 * @reach: how far lists have to reach
 * @as_of_local_s: the naive local time that is scored for
 *
 * What all rows of a board share while they are made.
 */
typedef struct
{
  SpCompetition *competition;
  SpGroup       *group;
  SpGroup       *asked;
  SpHarvest     *harvest;
  SpSegment     *segment;
  SpJudge       *judge;
  SpPeriod       local;
  SpReach        reach;
  gint64         as_of_local_s;
} SpScoring;

void  sp_scoring_init  (SpScoring     *self,
                        SpCompetition *competition,
                        SpGroup       *group,
                        SpHarvest     *harvest,
                        gint64         as_of_local_s);
void  sp_scoring_clear (SpScoring     *self);
char *sp_scoring_fill  (SpScoring     *self,
                        SpRunner      *runner,
                        SpRowValues   *values);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpScoring, sp_scoring_clear)

G_END_DECLS
