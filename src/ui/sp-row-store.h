/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-board.h"

G_BEGIN_DECLS

#define SP_TYPE_ROW_STORE (sp_row_store_get_type ())
G_DECLARE_FINAL_TYPE (SpRowStore, sp_row_store, SP, ROW_STORE, GObject)

SpRowStore *sp_row_store_new       (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean    sp_row_store_set_board (SpRowStore *self,
                                    SpBoard    *board);
GListModel *sp_row_store_get_items (SpRowStore *self);

G_END_DECLS
