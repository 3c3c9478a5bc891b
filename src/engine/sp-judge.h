/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/sp-harvest.h"
#include "model/sp-competition.h"

G_BEGIN_DECLS

/**
 * SpVerdict:
 * @SP_VERDICT_COUNTS: it is valid
 * @SP_VERDICT_NO_START: nobody knows when it was
 * @SP_VERDICT_TOO_EARLY: before the first window
 * @SP_VERDICT_TOO_LATE: after the last window
 * @SP_VERDICT_BETWEEN: between two windows
 * @SP_VERDICT_NO_TIME: it has no elapsed time
 * @SP_VERDICT_SPORT: recorded as a sport that does not count
 * @SP_VERDICT_FLAGGED: the source doubts the activity, and the rule leaves such out
 * @SP_VERDICT_TOO_SHORT: shorter than the board's minimum
 * @SP_VERDICT_NO_DISTANCE: the board has a minimum, and its distance is not known
 *
 * Whether an effort counts, or the first reason why not.
 */
typedef enum
{
  SP_VERDICT_COUNTS,
  SP_VERDICT_NO_START,
  SP_VERDICT_TOO_EARLY,
  SP_VERDICT_TOO_LATE,
  SP_VERDICT_BETWEEN,
  SP_VERDICT_NO_TIME,
  SP_VERDICT_SPORT,
  SP_VERDICT_FLAGGED,
  SP_VERDICT_TOO_SHORT,
  SP_VERDICT_NO_DISTANCE,
} SpVerdict;

/**
 * SpSighting:
 * @effort: the effort
 * @activity: (nullable): its activity, %NULL where the runner's list lacks it
 * @activity_id: the source's id of its activity
 * @start_local_s: its own start or else its activity's, naive local, or %SP_TIME_UNKNOWN
 * @time_hidden: whether only the day of the start is true
 *
 * An effort as a block holds it, with what its activity adds.
 */
typedef struct
{
  const SpEffort *effort;
  SpActivity     *activity;
  gint64          activity_id;
  gint64          start_local_s;
  gboolean        time_hidden;
} SpSighting;

/**
 * SpBest:
 * @sighting: the effort
 * @window: index of the window that it counts in, in the order of the document
 * @birthday_bonus_s: what the birthday takes off, 0 for nothing
 * @time_bonus_s: what the window takes off, negative where it adds
 * @time_s: what counts after both
 * @attempts: how many efforts are valid
 *
 * The effort that decides a row.
 */
typedef struct
{
  SpSighting sighting;
  int        window;
  int        birthday_bonus_s;
  int        time_bonus_s;
  int        time_s;
  guint      attempts;
} SpBest;

/**
 * SpJudge:
 *
 * The rules of one board, made ready to be asked about many efforts. For one thread at a time.
 */
typedef struct _SpJudge SpJudge;

SpJudge  *sp_judge_new     (SpCompetition    *competition,
                            SpGroup          *group,
                            SpSegment        *segment);
void      sp_judge_free    (SpJudge          *self);
void      sp_judge_see     (SpBlock          *block,
                            const SpFound    *found,
                            SpSighting       *sighting);
SpVerdict sp_judge_try     (SpJudge          *self,
                            const SpSighting *sighting);
gboolean  sp_judge_try_in  (SpWindow         *window,
                            const SpSighting *sighting);
int       sp_judge_birthday (SpWindow         *window,
                             SpRunner         *runner,
                             const SpSighting *sighting);
gboolean  sp_judge_choose  (SpJudge          *self,
                            SpRunner         *runner,
                            SpBlock          *block,
                            SpBest           *best);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpJudge, sp_judge_free)

G_END_DECLS
