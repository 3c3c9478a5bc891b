/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-board.h"
#include "model/sp-competition.h"
#include "model/sp-distance-board.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonObject      *sp_board_json_encode          (SpBoard         *board) G_GNUC_WARN_UNUSED_RESULT;
SpBoard         *sp_board_json_decode          (JsonObject      *object,
                                                SpCompetition   *competition) G_GNUC_WARN_UNUSED_RESULT;
JsonObject      *sp_board_json_encode_distance (SpDistanceBoard *board) G_GNUC_WARN_UNUSED_RESULT;
SpDistanceBoard *sp_board_json_decode_distance (JsonObject      *object,
                                                SpCompetition   *competition) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
