/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many requests whole runs take, and how long on the given clock under the real limits of a new application, by
 * each way of asking; beside them a client that knows beforehand what counts, and how soon the limits allow as many. */
#include "engine/sp-prefetcher.h"
#include "engine/sp-scorer.h"
#include "files/sp-csv-writer.h"
#include "files/sp-demo-reader.h"
#include "model/sp-competition-builder.h"
#include "sp-mock-competition.h"
#include "sp-mock-fetcher.h"
#include "sp-mock-oracle.h"
#include "support/sp-hold-fetcher.h"
#include "support/sp-test-series.h"
#include "support/sp-test-sync.h"

#include <stdio.h>

#define N_SEEDS 5
#define QUARTER_S 900
#define DAY_S 86400
#define QUARTER_LIMIT 100
#define DAY_LIMIT 1000
#define NOW "2026-08-01T09:07:30"

enum
{
  PER_SEGMENT,
  NO_ROUTES,
  PLAN,
  N_WAYS
};

static const char * const names[N_WAYS] = { "per segment", "union, no route test", "union, our plan" };

/* What one run, or several added up, took. */
typedef struct
{
  guint  n_lists;
  guint  n_requests;
  guint  n_refused;
  double minutes;
  double bound_minutes;
} Cost;

/* When the last of so many requests can go out at the soonest, if each takes no time. */
static double
get_bound_minutes (gint64 start_s,
                   guint  n)
{
  gint64 now_s = start_s;
  guint in_day = 0;

  while (n > 0)
    {
      guint may = MIN (MIN (QUARTER_LIMIT, DAY_LIMIT - in_day), n);
      gint64 next_s = (now_s / QUARTER_S + 1) * QUARTER_S;

      n -= may;
      in_day += may;
      if (n == 0)
        break;
      if (in_day == DAY_LIMIT)
        next_s = (now_s / DAY_S + 1) * DAY_S;
      if (next_s / DAY_S != now_s / DAY_S)
        in_day = 0;
      now_s = next_s;
    }

  return (double) (now_s - start_s) / 60.0;
}

static char *
get_boards (SpCompetition *competition,
            SpHarvest     *harvest)
{
  g_autoptr (SpResults) results = sp_scorer_score (competition, harvest, sp_time_new (2026, 8, 1, 0, 0, 0));
  g_autoptr (GBytes) bytes = sp_csv_writer_to_bytes (results, NULL, NULL);

  g_assert_true (sp_results_all_known (results));

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* The boards of the segments alone: the distance series would have lists of its own when it is asked per segment. */
static SpCompetition *
read_competition (SpFetcher *fetcher)
{
  g_autofree char *json = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SpCompetition) competition = NULL;
  g_autoptr (SpCompetitionBuilder) builder = NULL;

  g_object_get (fetcher, "competition", &json, NULL);
  competition = sp_demo_reader_read (json, &error);
  g_assert_no_error (error);
  builder = sp_competition_builder_new_from (competition);
  for (guint i = 0; i < sp_competition_get_n_series_windows (competition); i++)
    {
      SpSeriesWindow *window = sp_competition_get_series_window (competition, i);

      sp_competition_builder_remove_series_window (builder, sp_series_window_get_values (window)->key);
    }

  return sp_competition_builder_end (builder);
}

/* Runs one club by one way, and tells its boards. */
static char *
run (guint32  seed,
     guint    n_windows,
     int      way,
     Cost    *cost)
{
  g_autoptr (SpTestClock) clock = sp_test_clock_new (NOW);
  g_autoptr (SpFetcher) club = g_object_new (SP_TYPE_MOCK_FETCHER, "seed", seed, "windows", n_windows,
                                             "latency", 120, "quota", "100/900,1000/86400", NULL);
  g_autoptr (SpHoldFetcher) counter = sp_hold_fetcher_new (club);
  g_autoptr (SpFetcherContext) context = sp_fetcher_context_new (SP_CLOCK (clock), "bench", NULL, NULL, 0);
  g_autoptr (SpCompetition) competition = read_competition (club);
  gint64 start_us = sp_clock_get_wall_us (SP_CLOCK (clock));
  SpPrefetchOptions options = SP_PREFETCH_OPTIONS_DEFAULT;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SpPrefetcher) prefetcher = sp_prefetcher_new (SP_FETCHER (counter), SP_CLOCK (clock));
  g_autoptr (SpHarvest) harvest = NULL;
  const SpProgressValues *progress;
  guint n_requests;

  sp_fetcher_set_context (club, context);
  sp_fetcher_set_context (SP_FETCHER (counter), context);
  sp_hold_fetcher_set_open (counter, TRUE);
  options.strategy = way == PER_SEGMENT ? SP_STRATEGY_PER_SEGMENT : SP_STRATEGY_UNION;
  options.thorough = way == NO_ROUTES;
  options.now_local_s = start_us / G_USEC_PER_SEC;
  sp_prefetcher_run_async (prefetcher, competition, &options, NULL, sp_test_store_result, &result);
  sp_test_await (&result);
  harvest = sp_prefetcher_run_finish (prefetcher, result, NULL);
  progress = sp_progress_get_values (sp_prefetcher_get_progress (prefetcher));
  n_requests = sp_test_fetcher_get_n_calls (SP_TEST_FETCHER (counter), SP_TEST_ANY);

  cost->n_lists += sp_test_fetcher_get_n_calls (SP_TEST_FETCHER (counter), SP_TEST_LIST);
  cost->n_requests += n_requests;
  cost->n_refused += progress->n_refused;
  cost->minutes += (double) (sp_clock_get_wall_us (SP_CLOCK (clock)) - start_us) / 60e6;
  cost->bound_minutes += get_bound_minutes (start_us / G_USEC_PER_SEC, n_requests);
  sp_test_settle ();

  return get_boards (competition, harvest);
}

static void
print_cost (const char *name,
            const Cost *cost)
{
  printf ("  %-22s %6.1f lists  %7.1f requests  %3u refused  %7.1f min, the limits' bound is %.1f\n", name,
          (double) cost->n_lists / N_SEEDS, (double) cost->n_requests / N_SEEDS, cost->n_refused,
          cost->minutes / N_SEEDS, cost->bound_minutes / N_SEEDS);
}

static void
bench_windows (guint n_windows)
{
  Cost costs[N_WAYS] = { 0 };
  guint n_all = 0, n_knowing = 0;

  for (guint32 seed = 1; seed <= N_SEEDS; seed++)
    {
      SpMockSize size = { seed, 34, 4, n_windows, sp_time_new (2026, 6, 10, 0, 0, 0) };
      g_autoptr (SpMockClub) club = sp_mock_club_new (&size);
      g_autofree char *boards[N_WAYS] = { NULL };
      SpMockReads all, knowing;

      for (int way = 0; way < N_WAYS; way++)
        boards[way] = run (seed, n_windows, way, &costs[way]);
      g_assert_true (g_str_equal (boards[PER_SEGMENT], boards[PLAN]));
      g_assert_true (g_str_equal (boards[NO_ROUTES], boards[PLAN]));
      for (int way = 0; way < N_WAYS; way++)
        g_free (g_steal_pointer (&boards[way]));
      sp_mock_oracle_count_union (club, &all);
      sp_mock_oracle_count_knowing (club, &knowing);
      n_all += sp_mock_reads_get_n (&all);
      n_knowing += sp_mock_reads_get_n (&knowing);
    }

  printf ("34 runners x 4 segments, %u windows, mean of %d seeds, 100 requests a quarter and 1,000 a day:\n", n_windows,
          N_SEEDS);
  for (int way = 0; way < N_WAYS; way++)
    print_cost (names[way], &costs[way]);
  printf ("  every detail in the union would be %.1f requests, an all-knowing client needs %.1f\n",
          (double) n_all / N_SEEDS, (double) n_knowing / N_SEEDS);
  printf ("  our plan: %.3f times the all-knowing client (aim: 1.15), %.3f times the bound's minutes (aim: 1.02)\n",
          (double) costs[PLAN].n_requests / n_knowing, costs[PLAN].minutes / costs[PLAN].bound_minutes);
  printf ("  boards are equal for all three\n");
}

int
main (int argc, char *argv[])
{
  bench_windows (4);
  bench_windows (8);

  return 0;
}
