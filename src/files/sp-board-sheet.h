/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "files/sp-sheet-writer.h"
#include "model/sp-board.h"

G_BEGIN_DECLS

void sp_board_sheet_write (SpSheetWriter *sheet,
                           SpBoard       *board);

G_END_DECLS
