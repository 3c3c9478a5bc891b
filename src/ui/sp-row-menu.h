/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void sp_row_menu_attach   (GtkColumnView *view);
void sp_row_menu_add_cell (GtkListItem   *item);

G_END_DECLS
