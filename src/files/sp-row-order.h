/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-board.h"

G_BEGIN_DECLS

GPtrArray *sp_row_order_by_team (GListModel *rows) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
