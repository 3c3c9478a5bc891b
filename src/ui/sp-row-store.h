/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-board.h"

G_BEGIN_DECLS

void sp_row_store_update (GListStore *store,
                          GListModel *rows);

G_END_DECLS
