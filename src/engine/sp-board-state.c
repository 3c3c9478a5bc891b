/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-board-state.h"

/**
 * sp_board_state_is_over:
 * @local: from the first window's start to the last window's end, naive local
 * @as_of_local_s: the naive local time that is scored for
 *
 * Returns: whether all windows are over; ends are inclusive, so the last second is not over
 */
gboolean
sp_board_state_is_over (const SpPeriod *local,
                        gint64          as_of_local_s)
{
  g_return_val_if_fail (local != NULL, FALSE);

  return local->start_s <= local->end_s && as_of_local_s > local->end_s;
}

/**
 * sp_board_state_of_period:
 * @local: from the first window's start to the last window's end, naive local; inverted where no window can hold
 *   anything
 * @as_of_local_s: the naive local time that is scored for
 * @all_known: whether nothing is unknown or old
 *
 * Returns: how far a board over that period is
 */
SpBoardState
sp_board_state_of_period (const SpPeriod *local,
                          gint64          as_of_local_s,
                          gboolean        all_known)
{
  g_return_val_if_fail (local != NULL, SP_BOARD_UPCOMING);

  if (local->start_s > local->end_s || as_of_local_s < local->start_s)
    return SP_BOARD_UPCOMING;
  if (!sp_board_state_is_over (local, as_of_local_s))
    return SP_BOARD_OPEN;

  return all_known ? SP_BOARD_COMPLETE : SP_BOARD_PROVISIONAL;
}

/**
 * sp_board_state_of_group:
 * @group: a segment group
 * @as_of_local_s: the naive local time that is scored for
 * @all_known: whether nothing is unknown or old
 *
 * Returns: how far its board is
 */
SpBoardState
sp_board_state_of_group (SpGroup  *group,
                         gint64    as_of_local_s,
                         gboolean  all_known)
{
  SpPeriod local;

  g_return_val_if_fail (SP_IS_GROUP (group), SP_BOARD_UPCOMING);

  if (sp_group_get_values (group)->closed)
    return SP_BOARD_CLOSED;
  sp_group_get_period (group, &local);

  return sp_board_state_of_period (&local, as_of_local_s, all_known);
}
