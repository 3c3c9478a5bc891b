/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-still-fetcher.h"

/* Holds the clock while a request is under way: what is real takes no time here. */
struct _SpStillFetcher
{
  SpTestFetcher  parent_instance;

  SpFetcher     *upstream;
  SpTestClock   *clock;
};

G_DEFINE_FINAL_TYPE (SpStillFetcher, sp_still_fetcher, SP_TYPE_TEST_FETCHER)

static void
completed_cb (GTask       *task,
              GParamSpec  *pspec,
              SpTestClock *clock)
{
  sp_test_clock_release (clock);
}

static void
sp_still_fetcher_answer (SpTestFetcher *fetcher,
                         GTask         *task,
                         SpTestCall    *call)
{
  SpStillFetcher *self = SP_STILL_FETCHER (fetcher);

  sp_test_clock_hold (self->clock);
  g_signal_connect_object (task, "notify::completed", G_CALLBACK (completed_cb), self->clock, 0);
  sp_test_call_forward (task, self->upstream);
}

static SpFetcherFeatures
sp_still_fetcher_get_features (SpTestFetcher *fetcher)
{
  return sp_fetcher_get_features (SP_STILL_FETCHER (fetcher)->upstream);
}

static SpQuota *
sp_still_fetcher_get_quota (SpTestFetcher *fetcher)
{
  return sp_fetcher_get_quota (SP_STILL_FETCHER (fetcher)->upstream);
}

static SpSourceInfo *
sp_still_fetcher_describe (SpTestFetcher *fetcher)
{
  return sp_fetcher_describe (SP_STILL_FETCHER (fetcher)->upstream);
}

static void
sp_still_fetcher_class_init (SpStillFetcherClass *klass)
{
  SP_TEST_FETCHER_CLASS (klass)->answer = sp_still_fetcher_answer;
  SP_TEST_FETCHER_CLASS (klass)->get_features = sp_still_fetcher_get_features;
  SP_TEST_FETCHER_CLASS (klass)->get_quota = sp_still_fetcher_get_quota;
  SP_TEST_FETCHER_CLASS (klass)->describe = sp_still_fetcher_describe;
}

static void
sp_still_fetcher_init (SpStillFetcher *self)
{
}

/* Asks @upstream, of which it does not keep hold, while @clock stands still. */
SpFetcher *
sp_still_fetcher_new (SpFetcher   *upstream,
                      SpTestClock *clock)
{
  SpStillFetcher *self = g_object_new (SP_TYPE_STILL_FETCHER, NULL);

  self->upstream = upstream;
  self->clock = clock;

  return SP_FETCHER (self);
}
