/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-clock.h"
#include "engine/sp-harvest.h"
#include "engine/sp-progress.h"
#include "model/sp-competition.h"

G_BEGIN_DECLS

/**
 * SpStrategy:
 * @SP_STRATEGY_UNION: one list per runner over the union of all windows
 * @SP_STRATEGY_PER_SEGMENT: a list per runner and window, with its details each time, as it was once done; to compare
 *
 * How it is asked.
 */
typedef enum
{
  SP_STRATEGY_UNION,
  SP_STRATEGY_PER_SEGMENT,
} SpStrategy;

/**
 * SpPrefetchOptions:
 * @strategy: how it is asked
 * @thorough: whether no activity is skipped for its route
 * @max_workers: requests in flight and runners in a batch, 0 for 4
 * @max_wait_us: how long the quota may be waited for in all, in microseconds, negative for as long as it takes
 * @seed: where random pauses begin
 * @now_local_s: the organiser's wall clock, naive local
 * @only: (nullable) (element-type utf8): keys of the runners to ask, %NULL for all
 * @source_name: (nullable): what people call the source
 *
 * What a run may be told.
 */
typedef struct
{
  SpStrategy  strategy;
  gboolean    thorough;
  guint       max_workers;
  gint64      max_wait_us;
  guint32     seed;
  gint64      now_local_s;
  GPtrArray  *only;
  const char *source_name;
} SpPrefetchOptions;

/**
 * SP_PREFETCH_OPTIONS_DEFAULT:
 *
 * Options that ask nothing special; the time has to be set.
 */
#define SP_PREFETCH_OPTIONS_DEFAULT ((SpPrefetchOptions) { SP_STRATEGY_UNION, FALSE, 4, -1, 0, 0, NULL, NULL })

#define SP_TYPE_PREFETCHER (sp_prefetcher_get_type ())
G_DECLARE_FINAL_TYPE (SpPrefetcher, sp_prefetcher, SP, PREFETCHER, GObject)

SpPrefetcher *sp_prefetcher_new          (SpFetcher                *fetcher,
                                          SpClock                  *clock);
void          sp_prefetcher_run_async    (SpPrefetcher             *self,
                                          SpCompetition            *competition,
                                          const SpPrefetchOptions  *options,
                                          GCancellable             *cancellable,
                                          GAsyncReadyCallback       callback,
                                          gpointer                  user_data);
SpHarvest    *sp_prefetcher_run_finish   (SpPrefetcher             *self,
                                          GAsyncResult             *result,
                                          GError                  **error);
SpProgress   *sp_prefetcher_get_progress (SpPrefetcher             *self);
SpHarvest    *sp_prefetcher_snapshot     (SpPrefetcher             *self);

G_END_DECLS
