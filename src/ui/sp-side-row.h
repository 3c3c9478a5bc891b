/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/sp-page-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SP_TYPE_SIDE_ROW (sp_side_row_get_type ())
G_DECLARE_FINAL_TYPE (SpSideRow, sp_side_row, SP, SIDE_ROW, GtkListBoxRow)

GtkWidget  *sp_side_row_new      (SpPageItem *item);
SpPageItem *sp_side_row_get_item (SpSideRow  *self);
void        sp_side_row_set_item (SpSideRow  *self,
                                  SpPageItem *item);

G_END_DECLS
