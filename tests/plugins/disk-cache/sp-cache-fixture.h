/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-cache-fetcher.h"
#include "support/sp-test-series.h"

G_BEGIN_DECLS

#define SP_CACHE_FIXTURE_N_RUNNERS 3
#define SP_CACHE_FIXTURE_N_GROUPS 2

/* A source, and a folder where a cache keeps what it answers. */
typedef struct
{
  SpTestClock    *clock;
  SpTableFetcher *source;
  SpCompetition  *competition;
  char           *directory;
} SpCacheFixture;

void            sp_cache_fixture_set_up    (SpCacheFixture *fixture,
                                            gconstpointer   data);
void            sp_cache_fixture_tear_down (SpCacheFixture *fixture,
                                            gconstpointer   data);
SpCacheFetcher *sp_cache_fixture_open      (SpCacheFixture *fixture,
                                            const char     *mode);
SpHarvest      *sp_cache_fixture_run       (SpCacheFixture *fixture,
                                            const char     *mode);

G_END_DECLS
