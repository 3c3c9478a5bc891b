/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-recheck.h"

#define HOUR 3600
#define DAY (24 * HOUR)
#define END 1000000

/* Times are told from the activity's end. */
static const struct
{
  gint64   fetched;
  gint64   over;
  gint64   now;
  gboolean lacks_effort;
  gboolean due;
} cases[] = {
  { 600, 30 * DAY, 900, FALSE, FALSE },
  { 600, 30 * DAY, HOUR - 1, FALSE, FALSE },
  { 600, 30 * DAY, HOUR, FALSE, TRUE },
  { HOUR, 30 * DAY, DAY - 1, FALSE, FALSE },
  { HOUR, 30 * DAY, DAY, FALSE, TRUE },
  { DAY, 30 * DAY, 3 * DAY, FALSE, TRUE },
  { DAY + 5, 30 * DAY, 3 * DAY - 1, FALSE, FALSE },
  { 3 * DAY, 30 * DAY, 29 * DAY, FALSE, FALSE },
  { 3 * DAY, 30 * DAY, 30 * DAY, FALSE, TRUE },
  { 30 * DAY, 30 * DAY, 99 * DAY, FALSE, FALSE },
  { 10 * DAY, 5 * DAY, 99 * DAY, FALSE, FALSE },
  { 600, 30 * DAY, 99 * DAY, FALSE, TRUE },
  { 600, 30 * DAY, 900, TRUE, TRUE },
  { 900, 30 * DAY, 1200, TRUE, FALSE },
  { HOUR, 30 * DAY, 6 * HOUR, TRUE, TRUE },
  { HOUR, 30 * DAY, 6 * HOUR, FALSE, FALSE },
  { DAY, 30 * DAY, 2 * DAY, TRUE, TRUE },
  { 40 * DAY, 30 * DAY, 39 * DAY, FALSE, TRUE },
  { 3 * DAY, G_MAXINT64 - END, 99 * DAY, TRUE, FALSE },
};

static void
test_schedule (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SpRecheck recheck = { END, END + cases[i].fetched, END + cases[i].over, cases[i].lacks_effort };

      g_test_message ("case %u", i);
      g_assert_cmpint (sp_recheck_is_due (&recheck, END + cases[i].now), ==, cases[i].due);
    }
}

/* However often one looks, a detail costs at most one reading for each moment of the schedule. */
static void
test_ends (void)
{
  SpRecheck recheck = { END, END + 60, END + 10 * DAY, TRUE };
  guint n_reads = 0;

  for (gint64 now = END + 60; now < END + 60 * DAY; now += 300)
    if (sp_recheck_is_due (&recheck, now))
      {
        n_reads++;
        recheck.fetched_s = now;
      }
  g_assert_cmpuint (n_reads, ==, 7);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/recheck/schedule", test_schedule);
  g_test_add_func ("/engine/recheck/ends", test_ends);

  return g_test_run ();
}
