/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-row.h"

G_BEGIN_DECLS

#define SP_TYPE_ROW_ITEM (sp_row_item_get_type ())
G_DECLARE_FINAL_TYPE (SpRowItem, sp_row_item, SP, ROW_ITEM, GObject)

SpRowItem  *sp_row_item_new          (SpRow     *row,
                                      int        leader_s) G_GNUC_WARN_UNUSED_RESULT;
const char *sp_row_item_get_key      (SpRowItem *self);
SpRow      *sp_row_item_get_row      (SpRowItem *self);
int         sp_row_item_get_leader_s (SpRowItem *self);
const char *sp_row_item_get_name_key (SpRowItem *self);
const char *sp_row_item_get_team_key (SpRowItem *self);
gboolean    sp_row_item_update       (SpRowItem *self,
                                      SpRow     *row,
                                      int        leader_s);

G_END_DECLS
