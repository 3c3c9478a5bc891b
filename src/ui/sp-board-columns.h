/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-board.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void        sp_board_columns_add      (GtkColumnView *view);
GtkSorter  *sp_board_columns_ranked   (void);
int         sp_board_columns_leader_s (SpBoard       *board);
void        sp_board_columns_set_leader (GtkColumnView *view,
                                         int            leader_s);

G_END_DECLS
