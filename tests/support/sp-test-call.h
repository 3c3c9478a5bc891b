/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-fetcher.h"

G_BEGIN_DECLS

/**
 * SpTestOp:
 * @SP_TEST_LIST: list_activities
 * @SP_TEST_ACTIVITY: get_activity
 * @SP_TEST_SEGMENT: get_segment
 * @SP_TEST_EFFORTS: list_efforts
 * @SP_TEST_PEEK: peek
 * @SP_TEST_ANY: whichever of them
 *
 * The operations that a run uses.
 */
typedef enum
{
  SP_TEST_LIST,
  SP_TEST_ACTIVITY,
  SP_TEST_SEGMENT,
  SP_TEST_EFFORTS,
  SP_TEST_PEEK,
  SP_TEST_ANY,
} SpTestOp;

#define SP_TEST_N_OPS SP_TEST_ANY

typedef struct _SpTestCall SpTestCall;

/**
 * SpTestAnswerFunc:
 * @fetcher: whose call it is
 * @call: the call
 * @answer: what another fetcher answered
 *
 * Looks at an answer on its way.
 */
typedef void (*SpTestAnswerFunc) (gpointer    fetcher,
                                  SpTestCall *call,
                                  gpointer    answer);

/**
 * SpTestCall:
 * @op: what was asked
 * @athlete: (nullable): about whom
 * @id: the activity or segment, or 0
 * @period: the period, where one was given
 * @cursor: (nullable): the page
 * @policy: what a held answer is worth
 * @ids: (nullable) (element-type gint64): the activities of a peek
 * @on_answer: (nullable): looks at the answer when it was forwarded
 *
 * One call of an operation, with all that was given.
 */
struct _SpTestCall
{
  SpTestOp          op;
  SpAthlete        *athlete;
  gint64            id;
  SpPeriod          period;
  char             *cursor;
  SpPolicy          policy;
  GArray           *ids;
  SpTestAnswerFunc  on_answer;
};

void        sp_test_call_free    (SpTestCall *self);
const char *sp_test_op_get_name  (SpTestOp    op);
char       *sp_test_call_to_text (SpTestCall *self);
void        sp_test_call_forward (GTask      *task,
                                  SpFetcher  *upstream);

G_END_DECLS
