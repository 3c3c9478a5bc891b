/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-board.h"

G_BEGIN_DECLS

SpBoardState sp_board_state_of_group   (SpGroup        *group,
                                        gint64          as_of_local_s,
                                        gboolean        all_known);
SpBoardState sp_board_state_of_period  (const SpPeriod *local,
                                        gint64          as_of_local_s,
                                        gboolean        all_known);
gboolean     sp_board_state_is_over    (const SpPeriod *local,
                                        gint64          as_of_local_s);

G_END_DECLS
