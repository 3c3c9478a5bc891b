/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-board.h"
#include "model/sp-distance-row.h"
#include "model/sp-quality-row.h"

G_BEGIN_DECLS

const char *sp_result_words_board_state     (SpBoardState     state);
const char *sp_result_words_quality_state   (SpQualityState   state);
const char *sp_result_words_skip_reason     (SpSkipReason     reason);
char       *sp_result_words_row_status      (SpRow           *row) G_GNUC_WARN_UNUSED_RESULT;
char       *sp_result_words_distance_status (SpDistanceRow   *row) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
