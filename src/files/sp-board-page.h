/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "files/sp-workbook-page.h"
#include "model/sp-board.h"

G_BEGIN_DECLS

void sp_board_page_write (SpWorkbookPage *page,
                          SpBoard        *board);

G_END_DECLS
