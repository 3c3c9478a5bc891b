/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-board.h"

G_BEGIN_DECLS

char *sp_board_copy_text  (SpBoard    *board);
char *sp_board_copy_table (SpBoard    *board);
char *sp_board_copy_row   (SpRow      *row);
char *sp_board_copy_names (SpBoard    *board,
                           SpRowState  state);

G_END_DECLS
