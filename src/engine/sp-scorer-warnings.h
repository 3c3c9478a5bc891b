/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-competition.h"
#include "model/sp-row.h"

G_BEGIN_DECLS

GStrv sp_scorer_warnings_of_board       (SpGroup           *group,
                                         const SpRowValues *rows,
                                         guint              n_rows);
GStrv sp_scorer_warnings_of_competition (SpCompetition     *competition);

G_END_DECLS
