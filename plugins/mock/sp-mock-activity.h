/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-activity.h"
#include "sp-mock-calendar.h"

G_BEGIN_DECLS

/**
 * SpMockActivity:
 * @outing: what the runner meant to do
 * @end_utc_s: when it was over, UTC; also where the source hides its start
 * @listed: as a list tells it
 * @detail: in detail, with its efforts
 *
 * What came of an outing.
 */
typedef struct
{
  SpMockOuting outing;
  gint64       end_utc_s;
  SpActivity  *listed;
  SpActivity  *detail;
} SpMockActivity;

SpMockActivity *sp_mock_activity_new  (guint32             seed,
                                       const SpMockRunner *runner,
                                       const SpMockOuting *outing,
                                       SpMockWorld        *world);
void            sp_mock_activity_free (SpMockActivity     *self);

G_END_DECLS
