/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-judge.h"

#include "support/sp-test-club.h"

#include <math.h>

#define WEEK { "2026-01-05", "2026-01-11" }

static SpJudge *
judge_of (SpGroup       *group,
          const SpRules *rules)
{
  g_autoptr (SpCompetition) competition = sp_test_competition (.rules = *rules);
  g_autoptr (SpSegment) segment = sp_test_segment (.id = 7);
  g_autoptr (SpGroup) its_group = group;

  return sp_judge_new (competition, its_group, segment);
}

static SpVerdict
try_first (SpJudge    *judge,
           SpActivity *activity)
{
  g_autoptr (SpBlock) block = sp_test_block (.id = 1, .list = SP_LIST_FRESH, .activities = { activity });
  const SpFound *found;
  SpSighting sighting;
  guint n_found;

  found = sp_block_find_efforts (block, 7, &n_found);
  g_assert_cmpuint (n_found, >=, 1);
  sp_judge_see (block, &found[0], &sighting);
  g_assert_cmpint (sighting.activity_id, ==, sp_activity_get_id (activity));

  return sp_judge_try (judge, &sighting);
}

/* What is chosen points into the block, which is kept until the test ends. */
static gboolean
choose (SpGroup       *group,
        SpBlock       *block,
        SpBest        *best)
{
  g_autoptr (SpJudge) judge = judge_of (group, &(SpRules) { FALSE });
  g_autoptr (SpRunner) runner = sp_test_runner (.id = 1, .birth_month = 1, .birth_day = 8);

  g_test_queue_destroy ((GDestroyNotify) sp_block_unref, block);

  return sp_judge_choose (judge, runner, block, best);
}

/* The seed document: returns efforts matching segment ID within the date window. */
static void
test_finds_matching_efforts (void)
{
  SpBest best;

  g_assert_true (choose (sp_test_group (.windows = { { "2026-01-01", "2026-01-15" } }),
                         sp_test_block (.id = 1, .list = SP_LIST_FRESH, .activities = {
                           sp_test_activity (.id = 1, .start = "2026-01-10T10:00:00",
                                             .efforts = { { 7, 300 }, { 8, 200 } }) }), &best));
  g_assert_cmpint (best.time_s, ==, 300);
  g_assert_cmpuint (best.attempts, ==, 1);
}

/* The seed document: excludes activities outside the date window. */
static void
test_filters_by_date_window (void)
{
  SpBest best;

  g_assert_false (choose (sp_test_group (.windows = { { "2026-01-01", "2026-01-15" } }),
                          sp_test_block (.id = 1, .list = SP_LIST_FRESH, .activities = {
                            sp_test_activity (.id = 1, .start = "2026-02-01T10:00:00", .efforts = { { 7, 300 } }) }),
                          &best));
}

static void
test_window_ends (void)
{
  g_autoptr (SpJudge) judge = judge_of (sp_test_group (.windows = { { "2026-01-05T18:00:00", "2026-01-05T20:00:00" },
                                                                    { "2026-01-07", "2026-01-07" } }),
                                        &(SpRules) { FALSE });
  const struct { const char *start; SpVerdict verdict; } cases[] = {
    { "2026-01-05T17:59:59", SP_VERDICT_TOO_EARLY },
    { "2026-01-05T18:00:00", SP_VERDICT_COUNTS },
    { "2026-01-05T20:00:00", SP_VERDICT_COUNTS },
    { "2026-01-05T20:00:01", SP_VERDICT_BETWEEN },
    { "2026-01-06T23:59:59", SP_VERDICT_BETWEEN },
    { "2026-01-07T00:00:00", SP_VERDICT_COUNTS },
    { "2026-01-07T23:59:59", SP_VERDICT_COUNTS },
    { "2026-01-08T00:00:00", SP_VERDICT_TOO_LATE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SpActivity) activity = sp_test_activity (.id = 1, .start = "2026-01-05T17:00:00",
                                                          .efforts = { { 7, 300, cases[i].start } });

      g_assert_cmpint (try_first (judge, sp_activity_ref (activity)), ==, cases[i].verdict);
    }
}

/* An effort counts by its own start, not by its activity's. */
static void
test_own_start (void)
{
  g_autoptr (SpJudge) judge = judge_of (sp_test_group (.windows = { WEEK }), &(SpRules) { FALSE });

  g_assert_cmpint (try_first (judge, sp_test_activity (.id = 1, .start = "2026-01-04T23:50:00",
                                                       .efforts = { { 7, 300, "2026-01-05T00:01:00" } })),
                   ==, SP_VERDICT_COUNTS);
  g_assert_cmpint (try_first (judge, sp_test_activity (.id = 1, .start = "2026-01-11T23:50:00",
                                                       .efforts = { { 7, 300, "2026-01-12T00:01:00" } })),
                   ==, SP_VERDICT_TOO_LATE);
  g_assert_cmpint (try_first (judge, sp_test_activity (.id = 1, .start = "2026-01-11T23:50:00",
                                                       .efforts = { { 7, 300, "" } })), ==, SP_VERDICT_COUNTS);
}

static void
test_hidden_start (void)
{
  g_autoptr (SpJudge) judge = judge_of (sp_test_group (.windows = { { "2026-01-05T18:00:00", "2026-01-05T20:00:00" } }),
                                        &(SpRules) { FALSE });

  g_assert_cmpint (try_first (judge, sp_test_activity (.id = 1, .start = "2026-01-05T00:00:01",
                                                       .flags = SP_ACTIVITY_START_HIDDEN, .efforts = { { 7, 300 } })),
                   ==, SP_VERDICT_COUNTS);
  g_assert_cmpint (try_first (judge, sp_test_activity (.id = 1, .start = "2026-01-05T00:00:01",
                                                       .efforts = { { 7, 300 } })), ==, SP_VERDICT_TOO_EARLY);
  g_assert_cmpint (try_first (judge, sp_test_activity (.id = 1, .start = "2026-01-06T00:00:01",
                                                       .flags = SP_ACTIVITY_START_HIDDEN, .efforts = { { 7, 300 } })),
                   ==, SP_VERDICT_TOO_LATE);
}

static void
test_what_is_valid (void)
{
  g_autoptr (SpJudge) judge = judge_of (sp_test_group (.windows = { WEEK }, .min_distance_m = 1000),
                                        &(SpRules) { .leave_flagged_out = TRUE });
  g_autoptr (SpJudge) lenient = judge_of (sp_test_group (.windows = { WEEK }), &(SpRules) { FALSE });

  g_assert_cmpint (try_first (judge, sp_test_activity (.id = 1, .efforts = { { 7, 0 } })), ==, SP_VERDICT_NO_TIME);
  g_assert_cmpint (try_first (judge, sp_test_activity (.id = 1, .efforts = { { 7, 300 } })), ==, SP_VERDICT_COUNTS);
  g_assert_cmpint (try_first (judge, sp_test_activity (.id = 1, .sport = "TrailRun", .efforts = { { 7, 300 } })),
                   ==, SP_VERDICT_COUNTS);
  g_assert_cmpint (try_first (judge, sp_test_activity (.id = 1, .sport = "Ride", .efforts = { { 7, 300 } })),
                   ==, SP_VERDICT_SPORT);
  g_assert_cmpint (try_first (judge, sp_test_activity (.id = 1, .flags = SP_ACTIVITY_FLAGGED,
                                                       .efforts = { { 7, 300 } })), ==, SP_VERDICT_FLAGGED);
  g_assert_cmpint (try_first (lenient, sp_test_activity (.id = 1, .flags = SP_ACTIVITY_FLAGGED,
                                                         .efforts = { { 7, 300 } })), ==, SP_VERDICT_COUNTS);
  g_assert_cmpint (try_first (judge, sp_test_activity (.id = 1, .efforts = { { 7, 300, .distance_m = 999 } })),
                   ==, SP_VERDICT_TOO_SHORT);
  g_assert_cmpint (try_first (judge, sp_test_activity (.id = 1, .efforts = { { 7, 300, .distance_m = 1000 } })),
                   ==, SP_VERDICT_COUNTS);
  g_assert_cmpint (try_first (lenient, sp_test_activity (.id = 1, .flags = SP_ACTIVITY_ONLY_ME,
                                                         .efforts = { { 7, 300, .flags = SP_EFFORT_HIDDEN } })),
                   ==, SP_VERDICT_COUNTS);
}

static void
test_unknown_distance (void)
{
  g_autoptr (SpJudge) judge = judge_of (sp_test_group (.windows = { WEEK }, .min_distance_m = 1000),
                                        &(SpRules) { FALSE });
  g_autoptr (SpJudge) lenient = judge_of (sp_test_group (.windows = { WEEK }), &(SpRules) { FALSE });
  SpEffort effort = { 1, 7, sp_test_time ("2026-01-06"), 300, -1, NAN, SP_EFFORT_NONE };
  SpSighting sighting = { &effort, NULL, 1, effort.start_local_s, FALSE };

  g_assert_cmpint (sp_judge_try (judge, &sighting), ==, SP_VERDICT_NO_DISTANCE);
  g_assert_cmpint (sp_judge_try (lenient, &sighting), ==, SP_VERDICT_COUNTS);
  sighting.start_local_s = SP_TIME_UNKNOWN;
  g_assert_cmpint (sp_judge_try (lenient, &sighting), ==, SP_VERDICT_NO_START);
}

static void
test_own_sports (void)
{
  const char * const sports[] = { "Walk", NULL };
  g_autoptr (SpJudge) judge = judge_of (sp_test_group (.windows = { WEEK }, .sports = sports), &(SpRules) { FALSE });
  SpEffort effort = { 1, 7, sp_test_time ("2026-01-06"), 300, -1, 1000, SP_EFFORT_NONE };
  SpSighting sighting = { &effort, NULL, 1, effort.start_local_s, FALSE };

  g_assert_cmpint (try_first (judge, sp_test_activity (.id = 1, .sport = "Walk", .efforts = { { 7, 300 } })),
                   ==, SP_VERDICT_COUNTS);
  g_assert_cmpint (try_first (judge, sp_test_activity (.id = 1, .efforts = { { 7, 300 } })), ==, SP_VERDICT_SPORT);
  g_assert_cmpint (sp_judge_try (judge, &sighting), ==, SP_VERDICT_SPORT);
}

/* The birthday's bonus is taken off before choosing: 310 - 30 beats 290. */
static void
test_birthday (void)
{
  SpBest best;

  g_assert_true (choose (sp_test_group (.windows = { { "2026-01-05", "2026-01-11", .birthday_bonus_s = 30 } }),
                         sp_test_block (.id = 1, .list = SP_LIST_FRESH, .activities = {
                           sp_test_activity (.id = 1, .start = "2026-01-07T10:00:00", .efforts = { { 7, 290 } }),
                           sp_test_activity (.id = 2, .start = "2026-01-08T10:00:00", .efforts = { { 7, 310 } }) }),
                         &best));
  g_assert_cmpint (best.time_s, ==, 280);
  g_assert_cmpint (best.birthday_bonus_s, ==, 30);
  g_assert_cmpint (best.sighting.effort->elapsed_s, ==, 310);
  g_assert_cmpuint (best.attempts, ==, 2);
}

static void
test_bonuses_stack_and_stop_at_zero (void)
{
  SpBest best;

  g_assert_true (choose (sp_test_group (.windows = { { "2026-01-05", "2026-01-11", .birthday_bonus_s = 30,
                                                       .time_bonus_s = 20 } }),
                         sp_test_block (.id = 1, .list = SP_LIST_FRESH, .activities = {
                           sp_test_activity (.id = 2, .start = "2026-01-08T10:00:00", .efforts = { { 7, 310 } }) }),
                         &best));
  g_assert_cmpint (best.time_s, ==, 260);
  g_assert_true (choose (sp_test_group (.windows = { { "2026-01-05", "2026-01-11", .birthday_bonus_s = 400,
                                                       .time_bonus_s = -45 } }),
                         sp_test_block (.id = 1, .list = SP_LIST_FRESH, .activities = {
                           sp_test_activity (.id = 2, .start = "2026-01-08T10:00:00", .efforts = { { 7, 310 } }) }),
                         &best));
  g_assert_cmpint (best.time_s, ==, 45);
  g_assert_true (choose (sp_test_group (.windows = { { "2026-01-05", "2026-01-11", .time_bonus_s = 400 } }),
                         sp_test_block (.id = 1, .list = SP_LIST_FRESH, .activities = {
                           sp_test_activity (.id = 2, .efforts = { { 7, 310 } }) }), &best));
  g_assert_cmpint (best.time_s, ==, 0);
}

/* Within a window the best is chosen before its bonus, also where the bonus makes both nothing. */
static void
test_window_best_before_bonus (void)
{
  SpBest best;

  g_assert_true (choose (sp_test_group (.windows = { { "2026-01-05", "2026-01-11", .time_bonus_s = 400 } }),
                         sp_test_block (.id = 1, .list = SP_LIST_FRESH, .activities = {
                           sp_test_activity (.id = 1, .start = "2026-01-06T10:00:00", .efforts = { { 7, 310 } }),
                           sp_test_activity (.id = 2, .start = "2026-01-07T10:00:00", .efforts = { { 7, 300 } }) }),
                         &best));
  g_assert_cmpint (best.sighting.activity_id, ==, 2);
  g_assert_cmpint (best.time_s, ==, 0);
}

static void
test_ties (void)
{
  SpBest best;

  g_assert_true (choose (sp_test_group (.windows = { WEEK }),
                         sp_test_block (.id = 1, .list = SP_LIST_FRESH, .activities = {
                           sp_test_activity (.id = 1, .start = "2026-01-07T10:00:00", .efforts = { { 7, 300 } }),
                           sp_test_activity (.id = 2, .start = "2026-01-06T10:00:00", .efforts = { { 7, 300 } }) }),
                         &best));
  g_assert_cmpint (best.sighting.activity_id, ==, 2);

  g_assert_true (choose (sp_test_group (.windows = { { "2026-01-06", "2026-01-11", "late" },
                                                     { "2026-01-05", "2026-01-11", "early" } }),
                         sp_test_block (.id = 1, .list = SP_LIST_FRESH, .activities = {
                           sp_test_activity (.id = 1, .start = "2026-01-07T10:00:00", .efforts = { { 7, 300 } }) }),
                         &best));
  g_assert_cmpint (best.window, ==, 1);
  g_assert_cmpuint (best.attempts, ==, 1);
}

/* An inverted window holds nothing, and the same effort told twice is one attempt. */
static void
test_inverted_and_twice (void)
{
  SpBest best;

  g_assert_true (choose (sp_test_group (.windows = { { "2026-01-11", "2026-01-05" }, WEEK }),
                         sp_test_block (.id = 1, .list = SP_LIST_FRESH, .activities = {
                           sp_test_activity (.id = 1, .efforts = { { 7, 300, .id = 55 } }),
                           sp_test_activity (.id = 2, .efforts = { { 7, 300, .id = 55 } }) }), &best));
  g_assert_cmpint (best.window, ==, 1);
  g_assert_cmpuint (best.attempts, ==, 1);
}

/* An effort that only the source's list told counts, with what its listed activity says. */
static void
test_listed_effort (void)
{
  SpBest best;

  g_assert_true (choose (sp_test_group (.windows = { WEEK }),
                         sp_test_block (.id = 1, .list = SP_LIST_FRESH,
                                        .listed = { { 7, 250, "2026-01-06T10:00:00", 900, 1000 } }), &best));
  g_assert_null (best.sighting.activity);
  g_assert_cmpint (best.sighting.activity_id, ==, 1001);
  g_assert_false (choose (sp_test_group (.windows = { WEEK }),
                          sp_test_block (.id = 1, .list = SP_LIST_FRESH,
                                         .activities = { sp_test_activity (.id = 1001, .sport = "Ride",
                                                                           .is_listed = TRUE) },
                                         .listed = { { 7, 250, "2026-01-06T10:00:00", 900, 1000 } }), &best));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/judge/TestFindEffortsFromCache/finds-matching-efforts", test_finds_matching_efforts);
  g_test_add_func ("/engine/judge/TestFindEffortsFromCache/filters-by-date-window", test_filters_by_date_window);
  g_test_add_func ("/engine/judge/window-ends", test_window_ends);
  g_test_add_func ("/engine/judge/own-start", test_own_start);
  g_test_add_func ("/engine/judge/hidden-start", test_hidden_start);
  g_test_add_func ("/engine/judge/what-is-valid", test_what_is_valid);
  g_test_add_func ("/engine/judge/unknown-distance", test_unknown_distance);
  g_test_add_func ("/engine/judge/own-sports", test_own_sports);
  g_test_add_func ("/engine/judge/birthday", test_birthday);
  g_test_add_func ("/engine/judge/bonuses-stack-and-stop-at-zero", test_bonuses_stack_and_stop_at_zero);
  g_test_add_func ("/engine/judge/window-best-before-bonus", test_window_best_before_bonus);
  g_test_add_func ("/engine/judge/ties", test_ties);
  g_test_add_func ("/engine/judge/inverted-and-twice", test_inverted_and_twice);
  g_test_add_func ("/engine/judge/listed-effort", test_listed_effort);

  return g_test_run ();
}
