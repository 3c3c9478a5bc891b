/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/sp-harvest.h"
#include "model/sp-competition.h"
#include "model/sp-trace-line.h"

G_BEGIN_DECLS

GListModel *sp_tracer_trace (SpCompetition *competition,
                             SpGroup       *group,
                             SpRunner      *runner,
                             SpHarvest     *harvest,
                             gint64         as_of_local_s);

G_END_DECLS
