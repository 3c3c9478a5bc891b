/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/segment-podium.h"

G_BEGIN_DECLS

/**
 * SpCacheOp:
 * @SP_CACHE_LIST: a page of a list
 * @SP_CACHE_DETAIL: an activity
 * @SP_CACHE_SEGMENT: a segment
 *
 * What is kept.
 */
typedef enum
{
  SP_CACHE_LIST,
  SP_CACHE_DETAIL,
  SP_CACHE_SEGMENT,
} SpCacheOp;

/**
 * SpCacheAsk:
 * @op: what is asked
 * @athlete: (nullable): about whom
 * @id: of the activity or segment
 * @period: of the list, UTC
 * @cursor: (nullable): of the page
 * @policy: how much a held answer is worth
 *
 * What is asked of the cache.
 */
typedef struct
{
  SpCacheOp   op;
  SpAthlete  *athlete;
  gint64      id;
  SpPeriod    period;
  const char *cursor;
  SpPolicy    policy;
} SpCacheAsk;

void sp_cache_call_start (GTask            *task,
                          const SpCacheAsk *ask);

G_END_DECLS
