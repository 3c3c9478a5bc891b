/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-activity.h"
#include "api/sp-segment.h"
#include "model/sp-competition.h"
#include "model/sp-quality-row.h"

G_BEGIN_DECLS

SpSegment *sp_plan_find_segment (GPtrArray     *segments,
                                 gint64         id);
gboolean   sp_plan_matters      (SpGroup       *group,
                                 SpSegment     *segment,
                                 SpActivity    *activity,
                                 gboolean       thorough,
                                 SpSkipReason  *reason);
gboolean   sp_plan_wants        (SpCompetition *competition,
                                 GPtrArray     *segments,
                                 SpActivity    *activity,
                                 gboolean       thorough,
                                 SpSkipReason  *reason,
                                 guint8        *for_groups);

G_END_DECLS
