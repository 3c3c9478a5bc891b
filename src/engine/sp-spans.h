/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/segment-podium.h"

G_BEGIN_DECLS

/**
 * SpSpans:
 *
 * Stretches of time that were looked at, and the gaps between them.
 */
typedef struct _SpSpans SpSpans;

SpSpans        *sp_spans_new      (void);
void            sp_spans_free     (SpSpans        *self);
void            sp_spans_add      (SpSpans        *self,
                                   const SpPeriod *period);
SpPeriod        sp_spans_get_hull (SpSpans        *self);
const SpPeriod *sp_spans_get_gaps (SpSpans        *self,
                                   guint          *n_gaps);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpSpans, sp_spans_free)

G_END_DECLS
