/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole jobs over HTTP with Strava's default limits on the given clock: requests, refusals, virtual minutes beside what
 * the limits ask for that many, processor time and memory. The server is in the same process, and counts. */
#include <stdio.h>
#include <sys/resource.h>

#include "sp-still-fetcher.h"
#include "sp-strava-club.h"
#include "support/sp-test-series.h"

#define QUARTER 100
#define DAY 1000

/* When the last of @n requests is allowed at the earliest, asked from @start_s on. */
static gint64
bound_s (gint64 start_s,
         guint  n)
{
  gint64 at_s = start_s;
  guint left_of_day = DAY;

  while (n > QUARTER || n > left_of_day)
    {
      guint now = MIN (QUARTER, left_of_day);

      n -= now;
      left_of_day -= now;
      if (left_of_day == 0)
        {
          at_s = (at_s / 86400 + 1) * 86400;
          left_of_day = DAY;
        }
      else
        at_s = (at_s / 900 + 1) * 900;
      if (at_s % 86400 == 0)
        left_of_day = DAY;
    }

  return at_s;
}

static double
get_cpu_s (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static glong
get_peak_mib (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return usage.ru_maxrss / 1024;
}

static void
measure (guint   seed,
         guint   n_runners,
         guint   n_windows,
         double  bounds[2])
{
  SpMockSize size = { seed, n_runners, 4, n_windows, sp_time_new (2026, 2, 2, 0, 0, 0) };
  g_autoptr(SpMockClub) club = sp_mock_club_new (&size);
  g_autoptr(SpCompetition) competition = sp_strava_club_make_competition (club);
  g_autoptr(SpHarvest) harvest = NULL;
  gint64 start_s = sp_time_new (2026, 2, 2, 20, 0, 0);
  gint64 end_s, least_s;
  SpStravaRig rig = { 0 };
  SpFetcher *still;
  double cpu_s;
  guint n_calls;

  sp_strava_rig_set_up (&rig, NULL);
  sp_test_clock_advance (rig.clock, start_s * SP_TEST_S - sp_clock_get_wall_us (SP_CLOCK (rig.clock)));
  sp_fake_strava_set_limits (rig.server, QUARTER, DAY);
  sp_strava_club_load (&rig, club);
  still = sp_still_fetcher_new (rig.fetcher, rig.clock);
  cpu_s = get_cpu_s ();
  harvest = sp_test_prefetch (still, rig.clock, competition, NULL, NULL, NULL);
  cpu_s = get_cpu_s () - cpu_s;
  end_s = sp_clock_get_wall_us (SP_CLOCK (rig.clock)) / G_USEC_PER_SEC;
  n_calls = sp_fake_strava_get_n_calls (rig.server);
  least_s = bound_s (start_s, n_calls);
  printf ("%5u runners x 4 segments, %u windows, seed %u: %5u requests, %u answers 429, %7.1f min (limits ask %7.1f), "
          "%.2f s of CPU, peak %ld MiB\n", n_runners, n_windows, seed, n_calls,
          sp_fake_strava_get_n_refused (rig.server),
          (double) (end_s - start_s) / 60, (double) (least_s - start_s) / 60, cpu_s, get_peak_mib ());
  g_assert_cmpuint (sp_fake_strava_get_n_refused (rig.server), ==, 0);
  bounds[0] += (double) (end_s - start_s);
  bounds[1] += (double) (least_s - start_s);
  sp_test_assert_finalize_late (still);
  sp_strava_rig_tear_down (&rig, NULL);
}

static GLogWriterOutput
say_nothing (GLogLevelFlags   level,
             const GLogField *fields,
             gsize            n_fields,
             gpointer         user_data)
{
  return G_LOG_WRITER_HANDLED;
}

/* "N" alone measures N runners once; without an argument the club, several times, and then a thousand. */
int
main (int argc, char **argv)
{
  double bounds[2] = { 0, 0 };
  guint n_runners = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 0;

  g_log_set_writer_func (say_nothing, NULL, NULL);
  if (n_runners > 0)
    {
      measure (1, n_runners, 4, bounds);
      return 0;
    }
  for (guint n_windows = 4; n_windows <= 8; n_windows += 4)
    for (guint seed = 1; seed <= 3; seed++)
      measure (seed, 34, n_windows, bounds);
  printf ("minutes over those that the limits ask: %.4f times\n", bounds[0] / bounds[1]);
  g_assert_cmpfloat (bounds[0], <=, bounds[1] * 1.02 + 60);
  measure (1, 1000, 4, bounds);

  return 0;
}
