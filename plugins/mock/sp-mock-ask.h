/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-activity-page.h"
#include "api/sp-athlete.h"
#include "api/sp-effort-page.h"
#include "api/sp-segment.h"
#include "sp-mock-club.h"
#include "sp-mock-fault.h"

G_BEGIN_DECLS

/**
 * SpMockAsk:
 * @op: what is asked
 * @athlete_id: about whom, 0 for nobody
 * @id: which activity or segment
 * @period: for which time; UTC for activities, naive local for efforts
 * @cursor: (owned) (nullable): which page
 *
 * One request.
 */
typedef struct
{
  SpMockOp  op;
  gint64    athlete_id;
  gint64    id;
  SpPeriod  period;
  char     *cursor;
} SpMockAsk;

SpMockAsk      *sp_mock_ask_new             (SpMockOp          op,
                                             SpAthlete        *athlete,
                                             gint64            id,
                                             const SpPeriod   *period,
                                             const char       *cursor);
void            sp_mock_ask_free            (SpMockAsk        *self);
SpActivityPage *sp_mock_ask_list_activities (const SpMockAsk  *self,
                                             SpMockClub       *club,
                                             gint64            now_utc_s,
                                             guint             page_size,
                                             GError          **error);
SpActivity     *sp_mock_ask_get_activity    (const SpMockAsk  *self,
                                             SpMockClub       *club,
                                             gint64            now_utc_s,
                                             GError          **error);
SpSegment      *sp_mock_ask_get_segment     (const SpMockAsk  *self,
                                             SpMockClub       *club,
                                             gint64            now_utc_s,
                                             GError          **error);
SpEffortPage   *sp_mock_ask_list_efforts    (const SpMockAsk  *self,
                                             SpMockClub       *club,
                                             gint64            now_utc_s,
                                             guint             page_size,
                                             GError          **error);

G_END_DECLS
