/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/sp-cli-text.h"
#include "model/sp-distance-board.h"

G_BEGIN_DECLS

void sp_cli_distance_append (SpDistanceBoard  *board,
                             const SpCliPaper *paper,
                             GString          *out);

G_END_DECLS
