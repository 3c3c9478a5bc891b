/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/sp-random-club.h"

#include "engine/sp-plan.h"
#include "model/sp-competition-builder.h"
#include "support/sp-test-values.h"

#include <math.h>

#define DAYS 6

static const char * const first_days[] = { "2026-02-26", "2024-02-26", "2026-03-27", "2025-12-29" };
static const char * const sports[] = { "Run", "Run", "TrailRun", "Ride", "Walk", "" };

static int
pick (GRand *random,
      int    n)
{
  return g_rand_int_range (random, 0, n);
}

static gboolean
one_in (GRand *random,
        int    n)
{
  return pick (random, n) == 0;
}

static SpWindow *
make_window (GRand  *random,
             gint64  first_s)
{
  gint64 start_s = first_s + pick (random, DAYS) * SP_TIME_DAY_S;
  SpWindowValues values = {
    .label = one_in (random, 2) ? "Week" : NULL,
    .birthday_bonus_s = one_in (random, 2) ? pick (random, 60) * 2 : 0,
    .time_bonus_s = one_in (random, 2) ? pick (random, 60) - 25 : 0,
  };

  values.start_local_s = one_in (random, 2) ? start_s : start_s + pick (random, 24) * 3600;
  values.end_local_s = start_s + pick (random, 3) * SP_TIME_DAY_S + SP_TIME_DAY_S - 1;
  values.end_is_date = TRUE;
  if (one_in (random, 3))
    {
      values.end_local_s = values.start_local_s + pick (random, 30) * 1800 - (one_in (random, 8) ? 20 * 3600 : 0);
      values.end_is_date = FALSE;
    }

  return sp_window_new (&values);
}

static void
put_group (SpCompetitionBuilder *builder,
           GRand                *random,
           gint64                first_s,
           guint                 index)
{
  static const char * const own[] = { "Walk", "Run", NULL };
  g_autofree char *key = g_strdup_printf ("g%u", index);
  g_autoptr (GPtrArray) windows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (SpGroup) group = NULL;
  SpGroupValues values = {
    .key = key,
    .segment_id = 7 + pick (random, 2),
    .name = one_in (random, 2) ? "Hill" : "Dale",
    .sports = one_in (random, 5) ? own : NULL,
    .min_distance_m = one_in (random, 4) ? 1000 : 0,
    .default_time_s = one_in (random, 2) ? 60 : 0,
    .closed = one_in (random, 10),
    .closed_local_s = SP_TIME_UNKNOWN,
    .windows = windows,
  };

  for (int i = 0; i <= pick (random, 4); i++)
    g_ptr_array_add (windows, make_window (random, first_s));
  group = sp_group_new (&values);
  sp_competition_builder_put_group (builder, group);
}

static void
put_series_window (SpCompetitionBuilder *builder,
                   GRand                *random,
                   gint64                first_s,
                   guint                 index)
{
  g_autofree char *key = g_strdup_printf ("s%u", index);
  g_autoptr (SpWindow) window = make_window (random, first_s);
  const SpWindowValues *span = sp_window_get_values (window);
  g_autoptr (SpSeriesWindow) series_window = sp_series_window_new (&(SpSeriesWindowValues) {
    .key = key, .start_local_s = span->start_local_s, .end_local_s = span->end_local_s,
    .threshold_m = one_in (random, 2) ? 5000 : 0 });

  sp_competition_builder_put_series_window (builder, series_window);
}

static void
put_runner (SpCompetitionBuilder *builder,
            GRand                *random,
            guint                 index)
{
  static const char * const teams[] = { "Reds", "Reds", "Blues", "Greens", NULL };
  static const struct { int month, day; } births[] = { { 2, 29 }, { 2, 28 }, { 3, 29 }, { 1, 1 }, { 0, 0 } };
  g_autofree char *key = g_strdup_printf ("r%u", index);
  int birth = pick (random, G_N_ELEMENTS (births));
  SpRunnerValues values = {
    .key = key,
    .id = one_in (random, 12) ? 0 : 100 + (gint64) index,
    .name = one_in (random, 2) ? "Huw" : "Siân",
    .segment_team = teams[pick (random, G_N_ELEMENTS (teams))],
    .distance_team = teams[pick (random, G_N_ELEMENTS (teams))],
    .birth_month = births[birth].month,
    .birth_day = births[birth].day,
    .consent_s = SP_TIME_UNKNOWN,
  };
  g_autoptr (SpRunner) runner = sp_runner_new (&values);

  sp_competition_builder_put_runner (builder, runner);
}

static void
add_effort (SpActivityBuilder *builder,
            GRand             *random,
            gint64             id,
            gint64             start_s,
            int                elapsed_s)
{
  SpEffort effort = {
    .id = id,
    .segment_id = 7 + pick (random, 3),
    .start_local_s = one_in (random, 8) ? SP_TIME_UNKNOWN : start_s + pick (random, elapsed_s),
    .elapsed_s = one_in (random, 10) ? 0 : 40 + pick (random, 12),
    .moving_s = -1,
    .distance_m = one_in (random, 6) ? NAN : one_in (random, 3) ? 999 : 1000,
    .flags = one_in (random, 4) ? SP_EFFORT_HIDDEN : SP_EFFORT_NONE,
  };

  sp_activity_builder_add_effort (builder, &effort);
}

static SpActivity *
make_activity (GRand  *random,
               gint64  id,
               gint64  first_s)
{
  gint64 start_s = first_s + (pick (random, DAYS + 5) - 2) * SP_TIME_DAY_S + pick (random, 48) * 1800;
  int elapsed_s = 600 + pick (random, 8) * 1800;
  int kind = pick (random, 10);
  SpActivityFlags flags = one_in (random, 5) ? SP_ACTIVITY_FLAGGED : SP_ACTIVITY_NONE;
  g_autoptr (SpActivityBuilder) builder = NULL;

  if (kind == 0)
    {
      flags |= SP_ACTIVITY_START_HIDDEN;
      start_s = sp_time_get_day (start_s) * SP_TIME_DAY_S + 1;
    }
  else if (kind == 1)
    {
      flags |= one_in (random, 2) ? SP_ACTIVITY_MANUAL : SP_ACTIVITY_INDOOR;
    }
  builder = sp_activity_builder_new (id, start_s - (pick (random, 27) - 12) * 3600, start_s);
  sp_activity_builder_set_sport (builder, sports[pick (random, G_N_ELEMENTS (sports))]);
  sp_activity_builder_set_elapsed_s (builder, elapsed_s);
  sp_activity_builder_set_flags (builder, flags);
  if (!one_in (random, 8))
    sp_activity_builder_set_distance_m (builder, 4990 + pick (random, 4) * 5);
  if (!one_in (random, 8))
    sp_activity_builder_set_climb_m (builder, pick (random, 3) * 10);
  sp_activity_builder_set_has_efforts (builder);
  for (int i = pick (random, 4); i > 0 && kind != 1; i--)
    add_effort (builder, random, id * 10 + i, start_s, elapsed_s);

  return sp_activity_builder_end (builder);
}

/**
 * sp_random_club_new:
 * @random: where chance comes from
 *
 * Returns: (transfer full): a club
 */
SpRandomClub *
sp_random_club_new (GRand *random)
{
  SpRandomClub *self = g_new0 (SpRandomClub, 1);
  g_autoptr (SpCompetitionBuilder) builder = sp_competition_builder_new ();
  SpRules rules = { one_in (random, 3), one_in (random, 6) };
  gint64 first_s = sp_test_time (first_days[pick (random, G_N_ELEMENTS (first_days))]);
  int n_runners = 1 + pick (random, 7);

  sp_competition_builder_set_rules (builder, &rules);
  for (guint i = 0; i <= (guint) pick (random, 3); i++)
    put_group (builder, random, first_s, i);
  for (guint i = pick (random, 3); i > 0; i--)
    put_series_window (builder, random, first_s, i);
  self->activities = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (int i = 0; i < n_runners; i++)
    {
      GPtrArray *activities = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_activity_unref);

      put_runner (builder, random, (guint) i);
      for (int j = pick (random, 5); j > 0; j--)
        g_ptr_array_add (activities, make_activity (random, 1000 + i * 10 + j, first_s));
      g_ptr_array_add (self->activities, activities);
    }
  self->competition = sp_competition_builder_end (builder);
  self->as_of_local_s = first_s + pick (random, DAYS + 5) * SP_TIME_DAY_S - SP_TIME_DAY_S + pick (random, 3) - 1;

  return self;
}

/**
 * sp_random_club_free:
 * @self: (transfer full): a club
 *
 * Lets go of it.
 */
void
sp_random_club_free (SpRandomClub *self)
{
  g_object_unref (self->competition);
  g_ptr_array_unref (self->activities);
  g_free (self);
}

/**
 * sp_random_club_forget_future:
 * @self: a club
 *
 * Takes out what was recorded after the as-of time, which no run could bring.
 */
void
sp_random_club_forget_future (SpRandomClub *self)
{
  for (guint i = 0; i < self->activities->len; i++)
    {
      GPtrArray *activities = self->activities->pdata[i];

      for (guint j = activities->len; j > 0; j--)
        {
          SpActivity *activity = activities->pdata[j - 1];
          gint64 start_s = MAX (sp_activity_get_start_utc_s (activity), sp_activity_get_start_local_s (activity));

          if (start_s + sp_activity_get_elapsed_s (activity) > self->as_of_local_s)
            g_ptr_array_remove_index (activities, j - 1);
        }
    }
}

static SpDetailState
detail_state (SpRandomClub    *self,
              GPtrArray       *segments,
              SpActivity      *activity,
              SpRandomHarvest  how,
              GRand           *random)
{
  SpSkipReason reason;

  if (how == SP_RANDOM_ALL)
    return SP_DETAIL_HELD;
  if (how == SP_RANDOM_BROKEN && one_in (random, 3))
    return one_in (random, 2) ? SP_DETAIL_UNKNOWN : SP_DETAIL_NOT_HELD;

  return sp_plan_wants (self->competition, segments, activity, FALSE, &reason, NULL) ? SP_DETAIL_HELD
                                                                                     : SP_DETAIL_NOT_HELD;
}

static SpBlock *
make_block (SpRandomClub    *self,
            guint            index,
            GPtrArray       *segments,
            SpRandomHarvest  how,
            GRand           *random)
{
  static const SpListState lists[] = { SP_LIST_FRESH, SP_LIST_FRESH, SP_LIST_FRESH, SP_LIST_STALE, SP_LIST_FAILED,
                                       SP_LIST_CANCELLED, SP_LIST_PENDING };
  GPtrArray *truth = self->activities->pdata[index];
  g_autoptr (GPtrArray) listed = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_activity_unref);
  guint8 states[16];
  SpBlockInfo info = {
    .athlete_id = sp_runner_get_values (sp_competition_get_runner (self->competition, index))->id,
    .list = how == SP_RANDOM_BROKEN ? lists[pick (random, G_N_ELEMENTS (lists))] : SP_LIST_FRESH,
    .covered = { self->as_of_local_s - 100 * SP_TIME_DAY_S, self->as_of_local_s + 100 * SP_TIME_DAY_S },
    .fetched_at_s = self->as_of_local_s + 2 * SP_TIME_DAY_S,
    .error_code = -1,
  };

  if (info.list == SP_LIST_STALE)
    info.fetched_at_s -= pick (random, 10) * SP_TIME_DAY_S;
  for (guint i = 0; i < truth->len && (info.list == SP_LIST_FRESH || info.list == SP_LIST_STALE); i++)
    {
      SpActivity *activity = truth->pdata[i];
      gint64 end_s = sp_activity_get_start_utc_s (activity) + sp_activity_get_elapsed_s (activity);

      if (info.list == SP_LIST_STALE && end_s > info.fetched_at_s)
        continue;
      states[listed->len] = (guint8) detail_state (self, segments, activity, how, random);
      if (states[listed->len] == SP_DETAIL_HELD)
        g_ptr_array_add (listed, sp_activity_ref (activity));
      else
        g_ptr_array_add (listed, sp_test_without_efforts (activity, sp_activity_get_origin (activity)));
    }

  return sp_block_new (&info, listed, states, NULL, NULL, NULL, 0);
}

/**
 * sp_random_club_harvest:
 * @self: a club
 * @how: how much of the truth it brings
 * @random: where chance comes from
 *
 * Returns: (transfer full): a sealed harvest
 */
SpHarvest *
sp_random_club_harvest (SpRandomClub    *self,
                        SpRandomHarvest  how,
                        GRand           *random)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_block_unref);
  g_autoptr (GPtrArray) segments = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_segment_unref);
  SpHarvestInfo info = { self->as_of_local_s + SP_TIME_DAY_S, self->as_of_local_s + 2 * SP_TIME_DAY_S, "chance",
                         FALSE, FALSE, TRUE, 0 };

  g_ptr_array_add (segments, sp_test_segment (.id = 7));
  g_ptr_array_add (segments, sp_test_segment (.id = 8));
  for (guint i = 0; i < self->activities->len; i++)
    if (sp_runner_get_values (sp_competition_get_runner (self->competition, i))->id != 0 &&
        (how != SP_RANDOM_BROKEN || !one_in (random, 10)))
      g_ptr_array_add (blocks, make_block (self, i, segments, how, random));

  return sp_harvest_new (&info, blocks, segments);
}

/**
 * sp_random_club_edit:
 * @competition: a competition
 * @random: where chance comes from
 *
 * Changes one board: a window moved, widened or added, another segment, other sports, another minimum.
 *
 * Returns: (transfer full): the changed competition
 */
SpCompetition *
sp_random_club_edit (SpCompetition *competition,
                     GRand         *random)
{
  static const char * const own[] = { "Ride", "Run", NULL };
  g_autoptr (SpCompetitionBuilder) builder = sp_competition_builder_new_from (competition);
  SpGroupValues values = *sp_group_get_values (sp_competition_get_group (competition, 0));
  SpWindowValues window = *sp_window_get_values (values.windows->pdata[0]);
  g_autoptr (GPtrArray) windows = g_ptr_array_copy (values.windows, (GCopyFunc) g_object_ref, NULL);
  g_autoptr (SpGroup) group = NULL;
  int kind = pick (random, 6);

  if (kind == 0)
    window.start_local_s += (pick (random, 7) - 3) * SP_TIME_DAY_S;
  if (kind == 0 || kind == 1)
    window.end_local_s += pick (random, 3) * SP_TIME_DAY_S;
  if (kind == 2)
    window.start_local_s -= SP_TIME_DAY_S;
  g_ptr_array_add (windows, sp_window_new (&window));
  if (kind == 3)
    values.segment_id = values.segment_id == 7 ? 8 : 7;
  if (kind == 4)
    values.sports = own;
  if (kind == 5)
    values.min_distance_m = values.min_distance_m > 0 ? 0 : 1000;
  values.windows = windows;
  group = sp_group_new (&values);
  sp_competition_builder_put_group (builder, group);

  return sp_competition_builder_end (builder);
}
