/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "files/sp-sheet-writer.h"
#include "model/sp-distance-board.h"

G_BEGIN_DECLS

char *sp_distance_sheet_title (SpDistanceBoard *board) G_GNUC_WARN_UNUSED_RESULT;
void  sp_distance_sheet_write (SpSheetWriter   *sheet,
                               SpDistanceBoard *board);

G_END_DECLS
