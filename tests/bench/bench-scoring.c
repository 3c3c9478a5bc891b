/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How fast a competition is scored, how small an effort is held, and how soon one board stands again after one of its
 * rules was changed. */
#include "engine/sp-scorer.h"

#include "api/sp-activity-builder.h"
#include "model/sp-competition-builder.h"

#include <malloc.h>
#include <stdio.h>
#include <unistd.h>

#define N_EFFORTS 20
#define N_SEGMENTS 200
#define FIRST_DAY_S (20454 * (gint64) SP_TIME_DAY_S) /* 2026-01-01 */

static SpWindow *
make_window (int week)
{
  return sp_window_new (&(SpWindowValues) { .start_local_s = FIRST_DAY_S + week * 7 * SP_TIME_DAY_S,
                                            .end_local_s = FIRST_DAY_S + (week + 1) * 7 * SP_TIME_DAY_S - 1,
                                            .birthday_bonus_s = 30, .time_bonus_s = week == 3 ? 15 : 0 });
}

static SpGroup *
make_group (int    index,
            double min_distance_m)
{
  g_autofree char *name = g_strdup_printf ("Segment %d", index);
  g_autoptr (GPtrArray) windows = g_ptr_array_new_with_free_func (g_object_unref);

  for (int week = 0; week < 4; week++)
    g_ptr_array_add (windows, make_window (week * 2));

  return sp_group_new (&(SpGroupValues) { .key = name, .segment_id = index, .name = name, .default_time_s = 3600,
                                          .min_distance_m = min_distance_m, .closed_local_s = SP_TIME_UNKNOWN,
                                          .windows = windows });
}

static SpCompetition *
make_competition (guint n_runners,
                  guint n_groups)
{
  g_autoptr (SpCompetitionBuilder) builder = sp_competition_builder_new ();

  for (guint i = 0; i < n_runners; i++)
    {
      g_autofree char *key = g_strdup_printf ("r%u", i);
      g_autofree char *name = g_strdup_printf ("Runner %u", i * 7919 % n_runners);
      g_autofree char *team = g_strdup_printf ("Team %u", i % 30);
      g_autoptr (SpRunner) runner = sp_runner_new (&(SpRunnerValues) {
        .key = key, .id = 1 + i, .name = name, .segment_team = team, .birth_month = 1 + (int) (i % 12),
        .birth_day = 1 + (int) (i % 28), .consent_s = SP_TIME_UNKNOWN });

      sp_competition_builder_put_runner (builder, runner);
    }
  for (guint i = 0; i < n_groups; i++)
    {
      g_autoptr (SpGroup) group = make_group ((int) i + 1, 0);

      sp_competition_builder_put_group (builder, group);
    }

  return sp_competition_builder_end (builder);
}

static SpActivity *
make_activity (gint64  id,
               guint   day,
               GRand  *random)
{
  gint64 start_s = FIRST_DAY_S + day * (gint64) SP_TIME_DAY_S + 18 * 3600;
  g_autoptr (SpActivityBuilder) builder = sp_activity_builder_new (id, start_s, start_s);

  sp_activity_builder_set_sport (builder, "Run");
  sp_activity_builder_set_elapsed_s (builder, 3600);
  sp_activity_builder_set_distance_m (builder, 10000);
  sp_activity_builder_set_has_efforts (builder);
  for (gint64 i = 0; i < N_EFFORTS; i++)
    {
      SpEffort effort = { id * 100 + i, 1 + g_rand_int_range (random, 0, N_SEGMENTS), start_s + 100 * i,
                          300 + g_rand_int_range (random, 0, 900), -1, 1000, SP_EFFORT_NONE };

      sp_activity_builder_add_effort (builder, &effort);
    }

  return sp_activity_builder_end (builder);
}

static SpHarvest *
make_harvest (guint n_runners,
              guint n_activities)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_block_unref);
  g_autoptr (GPtrArray) segments = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_segment_unref);
  g_autofree guint8 *states = g_malloc (n_activities);
  SpHarvestInfo info = { FIRST_DAY_S + 300 * SP_TIME_DAY_S, FIRST_DAY_S + 300 * SP_TIME_DAY_S, "bench", FALSE, FALSE,
                         TRUE };

  memset (states, SP_DETAIL_HELD, n_activities);
  for (gint64 i = 1; i <= N_SEGMENTS; i++)
    g_ptr_array_add (segments, sp_segment_new (i, "Segment", "Run", 1000, NULL, &SP_ORIGIN_UNKNOWN));
  for (guint i = 0; i < n_runners; i++)
    {
      g_autoptr (GPtrArray) activities = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_activity_unref);
      SpBlockInfo block = { .athlete_id = 1 + i, .list = SP_LIST_FRESH, .fetched_at_s = info.started_s,
                            .error_code = -1, .covered = { FIRST_DAY_S - 10 * SP_TIME_DAY_S, info.started_s } };

      for (guint j = 0; j < n_activities; j++)
        g_ptr_array_add (activities, make_activity ((gint64) i * n_activities + j + 1, j % 60, random));
      g_ptr_array_add (blocks, sp_block_new (&block, activities, states, NULL, NULL, NULL, 0));
    }

  return sp_harvest_new (&info, blocks, segments);
}

static gsize
bytes_in_use (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return info.uordblks + info.hblkhd;
}

static guint
attempts_of (SpBoard *board)
{
  GListModel *rows = sp_board_get_values (board)->rows;
  guint attempts = 0;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (SpRow) row = g_list_model_get_item (rows, i);

      attempts += sp_row_get_values (row)->attempts;
    }

  return attempts;
}

static void
bench_club (void)
{
  g_autoptr (SpCompetition) competition = make_competition (34, 4);
  g_autoptr (SpHarvest) harvest = make_harvest (34, 40);
  gint64 begin_us = g_get_monotonic_time (), took_us;
  const int n_times = 200;

  for (int i = 0; i < n_times; i++)
    {
      g_autoptr (SpResults) results = sp_scorer_score (competition, harvest, FIRST_DAY_S + 200 * SP_TIME_DAY_S);

      g_assert_true (sp_results_all_known (results));
    }
  took_us = MAX (1, g_get_monotonic_time () - begin_us);
  printf ("scoring 34 runners x 4 segments: %.0f us for all boards and reports, %d efforts held\n",
          (double) took_us / n_times, 34 * 40 * N_EFFORTS);
}

static void
bench_large (guint n_runners,
             guint n_activities)
{
  gsize before = bytes_in_use (), held;
  g_autoptr (SpHarvest) harvest = make_harvest (n_runners, n_activities);
  g_autoptr (SpCompetition) competition = make_competition (n_runners, 1);
  double n_efforts = (double) n_runners * n_activities * N_EFFORTS;
  gint64 best_us = G_MAXINT64;
  guint attempts = 0;

  held = bytes_in_use () - before;
  for (int i = 0; i < 15; i++)
    {
      g_autoptr (SpGroup) changed = make_group (1, 900 + i);
      gint64 begin_us = g_get_monotonic_time ();
      g_autoptr (SpBoard) board =
        sp_scorer_score_group (competition, changed, harvest, FIRST_DAY_S + 200 * SP_TIME_DAY_S);

      best_us = MIN (best_us, MAX (1, g_get_monotonic_time () - begin_us));
      attempts = attempts_of (board);
      g_assert_cmpint (sp_board_get_values (board)->state, ==, SP_BOARD_COMPLETE);
    }
  printf ("%u runners x %u activities x %d efforts = %.0f efforts held\n", n_runners, n_activities, N_EFFORTS,
          n_efforts);
  printf ("memory: %.1f bytes per held effort, activities and index included (aim: under 64)\n",
          (double) held / n_efforts);
  printf ("one board after a change of its rules: %.1f ms (aim: under 100 ms for 10,000 runners), %u attempts count\n",
          (double) best_us / 1000, attempts);
  printf ("that is %.0f million held efforts a second\n", n_efforts / (double) best_us);
}

int
main (int argc, char *argv[])
{
  gint64 bytes = (gint64) sysconf (_SC_PHYS_PAGES) * sysconf (_SC_PAGESIZE);

  bench_club ();
  bench_large (500, 200);
  if (bytes < 8 * (gint64) 1024 * 1024 * 1024)
    printf ("10,000 runners: skipped, this machine has less than 8 GiB of memory\n");
  else
    bench_large (10000, 200);

  return 0;
}
