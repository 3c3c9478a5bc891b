/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/sp-harvest.h"
#include "model/sp-results.h"

G_BEGIN_DECLS

SpBoard   *sp_scorer_score_group (SpCompetition *competition,
                                  SpGroup       *group,
                                  SpHarvest     *harvest,
                                  gint64         as_of_local_s);
SpResults *sp_scorer_score_after (SpCompetition *competition,
                                  SpHarvest     *harvest,
                                  gint64         as_of_local_s,
                                  SpResults     *before);
SpResults *sp_scorer_score       (SpCompetition *competition,
                                  SpHarvest     *harvest,
                                  gint64         as_of_local_s);

G_END_DECLS
