/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-board.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void        sp_team_filter_set_board (GtkDropDown *filter,
                                      SpBoard     *board);
const char *sp_team_filter_get       (GtkDropDown *filter);

G_END_DECLS
