/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/sp-prefetcher.h"
#include "support/sp-table-fetcher.h"
#include "support/sp-test-clock.h"

G_BEGIN_DECLS

/* When the club's run is made: all windows are over. */
#define SP_TEST_SERIES_NOW "2026-02-02T19:00:00Z"

SpCompetition  *sp_test_series_competition (guint                     n_runners,
                                          guint                     n_groups);
SpTableFetcher *sp_test_series_source      (SpTestClock              *clock,
                                          guint                     n_runners,
                                          guint                     n_groups);
SpHarvest      *sp_test_prefetch         (SpFetcher                *fetcher,
                                          SpTestClock              *clock,
                                          SpCompetition            *competition,
                                          const SpPrefetchOptions  *options,
                                          GCancellable             *cancellable,
                                          GError                  **error);
void            sp_test_begin_run        (SpFetcher                *fetcher,
                                          SpTestClock              *clock);

G_END_DECLS
