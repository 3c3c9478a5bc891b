/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/segment-podium.h"
#include "sp-mock-club.h"
#include "sp-mock-faults.h"

G_BEGIN_DECLS

/**
 * SpMockQuestion:
 * @op: what is asked
 * @athlete_id: about whom, 0 for nobody
 * @id: of the activity or segment
 * @period: of the list, UTC; of the efforts, naive local
 * @from: how many answers were on the pages before
 *
 * What is asked, until it is answered.
 */
typedef struct
{
  SpMockOp op;
  gint64   athlete_id;
  gint64   id;
  SpPeriod period;
  guint    from;
} SpMockQuestion;

void sp_mock_answer (GTask      *task,
                     SpMockClub *club,
                     gint64      now_us);

G_END_DECLS
