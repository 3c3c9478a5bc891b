/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-board.h"
#include "model/sp-distance-row.h"
#include "model/sp-series-window.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SpDistanceBoardValues:
 * @window: (nullable): of which window, %NULL for the summary over all
 * @state: how far it is
 * @as_of_local_s: the naive local time that it was scored for
 * @rows: of #SpDistanceRow: by place, then those of whom nothing is known
 *
 * What a distance board says.
 */
typedef struct
{
  SpSeriesWindow *window;
  SpBoardState    state;
  gint64          as_of_local_s;
  GListModel     *rows;
} SpDistanceBoardValues;

#define SP_TYPE_DISTANCE_BOARD (sp_distance_board_get_type ())
G_DECLARE_FINAL_TYPE (SpDistanceBoard, sp_distance_board, SP, DISTANCE_BOARD, GObject)

SpDistanceBoard             *sp_distance_board_new        (const SpDistanceBoardValues *values);
const SpDistanceBoardValues *sp_distance_board_get_values (SpDistanceBoard *self);
char                        *sp_distance_board_to_title   (SpDistanceBoard *self);

G_END_DECLS
