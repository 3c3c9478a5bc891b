/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-board.h"
#include "model/sp-distance-board.h"

G_BEGIN_DECLS

char *sp_board_words_headline (SpBoard         *board);
char *sp_board_words_detail   (SpBoard         *board);
char *sp_board_words_dated    (SpBoard         *board,
                               gint64           now_local_s);
char *sp_board_words_brief    (SpBoard         *board);
SpRow *sp_board_words_leader  (SpBoard         *board);
char *sp_board_words_windows  (SpBoard         *board);
char *sp_board_words_distance (SpDistanceBoard *board);

G_END_DECLS
