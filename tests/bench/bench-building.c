/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long it takes to put a large club together, and to edit it: twice the runners take twice the time. */
#include "model/sp-competition-builder.h"

#include <stdio.h>

static const guint sizes[] = { 2500, 5000, 10000, 20000 };

static SpCompetition *
build (guint n_runners)
{
  g_autoptr (SpCompetitionBuilder) builder = sp_competition_builder_new ();

  for (guint i = 0; i < n_runners; i++)
    {
      g_autofree char *key = g_strdup_printf ("r%u", i + 1);
      SpRunnerValues values = { .key = key, .name = key, .id = i + 1, .segment_team = "Reds" };
      g_autoptr (SpRunner) runner = sp_runner_new (&values);

      sp_competition_builder_put_runner (builder, runner);
    }

  return sp_competition_builder_end (builder);
}

static double
milliseconds_since (gint64 begin_us)
{
  return (double) (g_get_monotonic_time () - begin_us) / 1000;
}

int
main (void)
{
  printf ("%8s %10s %12s\n", "runners", "built, ms", "edited, ms");
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      gint64 begin_us = g_get_monotonic_time ();
      g_autoptr (SpCompetition) competition = build (sizes[i]);
      double built_ms = milliseconds_since (begin_us);
      g_autoptr (SpCompetitionBuilder) builder = NULL;
      g_autoptr (SpCompetition) edited = NULL;

      begin_us = g_get_monotonic_time ();
      builder = sp_competition_builder_new_from (competition);
      sp_competition_builder_remove_runner (builder, "r1");
      edited = sp_competition_builder_end (builder);
      printf ("%8u %10.1f %12.1f\n", sp_competition_get_n_runners (competition), built_ms,
              milliseconds_since (begin_us));
    }

  return 0;
}
