/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-row.h"
#include "model/sp-team-row.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SpBoardState:
 * @SP_BOARD_UPCOMING: no window has begun; nothing is asked
 * @SP_BOARD_OPEN: a window is still to end
 * @SP_BOARD_PROVISIONAL: all windows are over, and something is unknown or old
 * @SP_BOARD_COMPLETE: all windows are over, and all is known
 * @SP_BOARD_CLOSED: frozen by the organiser
 *
 * How far a board is.
 */
typedef enum
{
  SP_BOARD_UPCOMING,
  SP_BOARD_OPEN,
  SP_BOARD_PROVISIONAL,
  SP_BOARD_COMPLETE,
  SP_BOARD_CLOSED,
} SpBoardState;

/**
 * SpBoardValues:
 * @group: what it is about
 * @state: how far it is
 * @as_of_local_s: the naive local time that it was scored for
 * @opens_local_s: start of the first window, naive local
 * @ends_local_s: end of the last window, naive local
 * @rows: of #SpRow: by place, then unranked: asked, to come, none yet, none, no data; by name within
 * @teams: of #SpTeamRow: by place, incomplete teams last
 * @n_ranked: rows with a place
 * @n_timed: rows with a time of their own
 * @n_no_data: rows without data, or incomplete, or still being asked
 * @n_stale: rows on old data
 * @n_to_come: rows asked or to be asked in this run
 * @warnings: (nullable) (array zero-terminated=1): what the organiser should look at, in sentences
 *
 * What a board says.
 */
typedef struct
{
  SpGroup            *group;
  SpBoardState        state;
  gint64              as_of_local_s;
  gint64              opens_local_s;
  gint64              ends_local_s;
  GListModel         *rows;
  GListModel         *teams;
  guint               n_ranked;
  guint               n_timed;
  guint               n_no_data;
  guint               n_stale;
  guint               n_to_come;
  const char * const *warnings;
} SpBoardValues;

#define SP_TYPE_BOARD (sp_board_get_type ())
G_DECLARE_FINAL_TYPE (SpBoard, sp_board, SP, BOARD, GObject)

SpBoard             *sp_board_new        (const SpBoardValues *values);
const SpBoardValues *sp_board_get_values (SpBoard *self);

G_END_DECLS
