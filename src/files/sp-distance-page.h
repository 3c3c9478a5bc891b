/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "files/sp-workbook-page.h"
#include "model/sp-distance-board.h"

G_BEGIN_DECLS

char *sp_distance_page_title (SpDistanceBoard *board) G_GNUC_WARN_UNUSED_RESULT;
void  sp_distance_page_write (SpWorkbookPage  *page,
                              SpDistanceBoard *board);

G_END_DECLS
