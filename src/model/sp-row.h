/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-time.h"
#include "model/sp-group.h"
#include "model/sp-runner.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SpRowState:
 * @SP_ROW_TIMED: a valid effort exists
 * @SP_ROW_DEFAULT: verified that there is none, all windows are over, and the board gives a default time
 * @SP_ROW_NONE_YET: verified that there is none, and a window is still to end
 * @SP_ROW_NONE: verified that there is none, and all windows are over
 * @SP_ROW_NO_DATA: anything else: it is not known whether there is one
 * @SP_ROW_ASKED: a run is under way: being asked now
 * @SP_ROW_TO_COME: a run is under way: still to be asked
 *
 * What is known of a runner on a board.
 */
typedef enum
{
  SP_ROW_TIMED,
  SP_ROW_DEFAULT,
  SP_ROW_NONE_YET,
  SP_ROW_NONE,
  SP_ROW_NO_DATA,
  SP_ROW_ASKED,
  SP_ROW_TO_COME,
} SpRowState;

/**
 * SpRowFlags:
 * @SP_ROW_PLAIN: nothing to say
 * @SP_ROW_STALE: rests on old data
 * @SP_ROW_INCOMPLETE: a better effort may exist: something is not known
 * @SP_ROW_PRIVATE_HIDDEN: permission for private activities is missing, so they are not seen
 * @SP_ROW_TIME_HIDDEN: the time of day of the activity is hidden; it counts by its day
 * @SP_ROW_FLAGGED: the source doubts the activity
 * @SP_ROW_ONLY_ME: the runner alone may see the activity or effort at the source
 * @SP_ROW_BIRTHDAY: a birthday bonus was taken off
 * @SP_ROW_TIME_BONUS: a time bonus was taken off or added
 * @SP_ROW_DEFAULT_UNPROVEN: the default time was given without proof, by the rule for that
 *
 * Marks of a row.
 */
typedef enum /*< flags >*/
{
  SP_ROW_PLAIN = 0,
  SP_ROW_STALE = 1 << 0,
  SP_ROW_INCOMPLETE = 1 << 1,
  SP_ROW_PRIVATE_HIDDEN = 1 << 2,
  SP_ROW_TIME_HIDDEN = 1 << 3,
  SP_ROW_FLAGGED = 1 << 4,
  SP_ROW_ONLY_ME = 1 << 5,
  SP_ROW_BIRTHDAY = 1 << 6,
  SP_ROW_TIME_BONUS = 1 << 7,
  SP_ROW_DEFAULT_UNPROVEN = 1 << 8,
} SpRowFlags;

/**
 * SpRowValues:
 * @runner: whose row it is
 * @group: of which board
 * @state: what is known
 * @flags: marks
 * @rank: place on the board from 1, equal times share it, 0 where unranked
 * @team_rank: place within the team from 1, 0 where unranked
 * @attempts: valid efforts, each once however many windows overlap
 * @time_s: the time that counts, after bonuses, or the default; -1 where there is none
 * @elapsed_s: the elapsed time of the best effort; -1 where there is none
 * @birthday_bonus_s: what was taken off for the birthday, 0 for nothing
 * @time_bonus_s: what the window took off, negative where it added, 0 for nothing
 * @window: index of the window that the best effort counts in, -1 where there is none
 * @start_local_s: start of the best effort, of the first window for a default; naive local, or %SP_TIME_UNKNOWN
 * @distance_m: distance of the best effort in metres, NaN where unknown
 * @activity_id: the source's id of the activity of the best effort, 0 where there is none
 * @effort_id: the source's id of the best effort, 0 where there is none
 * @fetched_at_s: when the runner's list was fetched, UTC seconds since 1970, or %SP_TIME_UNKNOWN
 * @reason: (nullable): why there are no data or what is doubtful, in a few words for people
 * @trace: (nullable): of #SpTraceLine, where its trace was kept; %NULL where it is to be made from the data
 *
 * What a row says.
 */
typedef struct
{
  SpRunner   *runner;
  SpGroup    *group;
  SpRowState  state;
  SpRowFlags  flags;
  guint       rank;
  guint       team_rank;
  guint       attempts;
  int         time_s;
  int         elapsed_s;
  int         birthday_bonus_s;
  int         time_bonus_s;
  int         window;
  gint64      start_local_s;
  double      distance_m;
  gint64      activity_id;
  gint64      effort_id;
  gint64      fetched_at_s;
  const char *reason;
  GListModel *trace;
} SpRowValues;

#define SP_TYPE_ROW (sp_row_get_type ())
G_DECLARE_FINAL_TYPE (SpRow, sp_row, SP, ROW, GObject)

SpRow             *sp_row_new        (const SpRowValues *values);
const SpRowValues *sp_row_get_values (SpRow *self);
gboolean           sp_row_is_ranked  (SpRow *self);

G_END_DECLS
