/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/sp-board.h"

G_BEGIN_DECLS

void sp_column_widths_follow (GtkColumnView *view);

void sp_column_widths_set_board (GtkColumnView *view,
                                 SpBoard       *board);

G_END_DECLS
