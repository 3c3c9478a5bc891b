/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/sp-board-order.h"

G_BEGIN_DECLS

void sp_board_columns_add (GtkColumnView *view);

G_END_DECLS
