/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/sp-harvest.h"
#include "model/sp-competition.h"
#include "model/sp-quality.h"

G_BEGIN_DECLS

SpQuality *sp_quality_report_make (SpCompetition *competition,
                                   SpHarvest     *harvest,
                                   gint64         as_of_local_s);

G_END_DECLS
