/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/sp-coverage.h"
#include "engine/sp-judge.h"
#include "model/sp-quality-row.h"
#include "model/sp-row.h"

G_BEGIN_DECLS

char       *sp_trace_words_head       (const SpRowValues *row,
                                       gint64             ends_local_s);
char       *sp_trace_words_remedy     (const SpCoverage  *coverage,
                                       SpHarvest         *harvest,
                                       SpRunner          *runner);
const char *sp_trace_words_verdict    (SpVerdict          verdict);
char       *sp_trace_words_out        (SpVerdict          verdict,
                                       SpGroup           *group,
                                       const SpSighting  *sighting);
char       *sp_trace_words_sum        (int                elapsed_s,
                                       int                birthday_bonus_s,
                                       int                time_bonus_s);
char       *sp_trace_words_bonuses    (const SpBest      *best,
                                       SpWindow          *window);
char       *sp_trace_words_skipped    (SpSkipReason       reason,
                                       guint              n);

G_END_DECLS
