/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-competition.h"

G_BEGIN_DECLS

SpRunner       *sp_import_match_runner        (SpCompetition              *open,
                                               SpCompetition              *imported,
                                               const SpRunnerValues       *values);
SpGroup        *sp_import_match_group         (SpCompetition              *open,
                                               const SpGroupValues        *values,
                                               GHashTable                 *matched);
SpSeriesWindow *sp_import_match_series_window (SpCompetition              *open,
                                               const SpSeriesWindowValues *values,
                                               GHashTable                 *matched);

G_END_DECLS
