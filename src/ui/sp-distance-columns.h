/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-distance-board.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void       sp_distance_columns_add       (GtkColumnView   *view);
void       sp_distance_columns_set_board (GtkColumnView   *view,
                                          SpDistanceBoard *board);
GtkSorter *sp_distance_columns_known     (void);

G_END_DECLS
