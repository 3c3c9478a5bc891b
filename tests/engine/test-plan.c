/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-plan.h"

#include "support/sp-test-club.h"

/* A street of 1.1 km, and an activity along it or 20 km off. */
#define STREET { { 51.5, -0.30 }, { 51.51, -0.30 } }
#define ALONG { { 51.49, -0.30 }, { 51.53, -0.30 } }
#define ELSEWHERE { { 51.7, -0.30 }, { 51.74, -0.30 } }

#define WANTED SP_N_SKIP_REASONS

/* Takes what it is given. */
static void
check (SpGroup      *its_group,
       SpActivity   *its_activity,
       SpSkipReason  expected)
{
  g_autoptr (SpGroup) group = its_group;
  g_autoptr (SpActivity) activity = its_activity;
  g_autoptr (SpSegment) segment = sp_test_segment (.id = 7, .points = STREET);
  SpSkipReason reason = WANTED;

  g_assert_cmpint (sp_plan_matters (group, segment, activity, FALSE, &reason), ==, expected == WANTED);
  g_assert_cmpint (reason, ==, expected);
}

#define week(...) sp_test_group (.windows = { { "2026-01-05", "2026-01-11" } }, ##__VA_ARGS__)

/* [start, start + elapsed] meets the window, both ends inclusive. */
static void
test_window (void)
{
  check (week (), sp_test_activity (.id = 1, .start = "2026-01-05T00:00:00", .points = ALONG), WANTED);
  check (week (), sp_test_activity (.id = 1, .start = "2026-01-11T23:59:59", .points = ALONG), WANTED);
  check (week (), sp_test_activity (.id = 1, .start = "2026-01-12T00:00:00", .points = ALONG), SP_SKIP_WINDOW);
  check (week (), sp_test_activity (.id = 1, .start = "2026-01-04T23:30:00", .points = ALONG), WANTED);
  check (week (), sp_test_activity (.id = 1, .start = "2026-01-04T23:29:59", .points = ALONG), SP_SKIP_WINDOW);
}

static void
test_windows (void)
{
  check (sp_test_group (.windows = { { "2026-01-05", "2026-01-11" }, { "2026-02-02", "2026-02-08" } }),
         sp_test_activity (.id = 1, .start = "2026-02-08T12:00:00", .points = ALONG), WANTED);
  check (sp_test_group (.windows = { { "2026-01-05", "2026-01-11" }, { "2026-02-02", "2026-02-08" } }),
         sp_test_activity (.id = 1, .start = "2026-01-20T12:00:00", .points = ALONG), SP_SKIP_WINDOW);
  check (sp_test_group (.windows = { { "2026-02-08T00:00:00", "2026-01-05T00:00:00" } }),
         sp_test_activity (.id = 1, .start = "2026-01-20T12:00:00", .points = ALONG), SP_SKIP_WINDOW);
}

/* A hidden start tells the day only: an activity of Sunday may have run into Monday's window. */
static void
test_hidden_start (void)
{
  const SpActivityFlags hidden = SP_ACTIVITY_START_HIDDEN;

  check (week (), sp_test_activity (.id = 1, .start = "2026-01-11T00:00:01", .flags = hidden, .points = ALONG), WANTED);
  check (sp_test_group (.windows = { { "2026-01-05T18:00:00", "2026-01-05T19:00:00" } }),
         sp_test_activity (.id = 1, .start = "2026-01-05T00:00:01", .flags = hidden, .points = ALONG), WANTED);
  check (week (), sp_test_activity (.id = 1, .start = "2026-01-04T00:00:01", .flags = hidden, .points = ALONG), WANTED);
  check (week (), sp_test_activity (.id = 1, .start = "2026-01-03T00:00:01", .flags = hidden, .points = ALONG),
         SP_SKIP_WINDOW);
  check (week (), sp_test_activity (.id = 1, .start = "2026-01-12T00:00:01", .flags = hidden, .points = ALONG),
         SP_SKIP_WINDOW);
}

/* Where the length or the local start is not known, it may reach the window. */
static void
test_unknown_times (void)
{
  const gint64 before_s = sp_test_time ("2026-01-04T08:00:00");
  g_autoptr (SpActivityBuilder) endless = sp_activity_builder_new (1, before_s, before_s);
  g_autoptr (SpActivityBuilder) placeless = sp_activity_builder_new (1, before_s, SP_TIME_UNKNOWN);
  g_autoptr (SpActivityBuilder) timeless = sp_activity_builder_new (1, SP_TIME_UNKNOWN, SP_TIME_UNKNOWN);
  g_autoptr (SpActivityBuilder) old = sp_activity_builder_new (1, before_s - 90 * 3600, SP_TIME_UNKNOWN);

  sp_activity_builder_set_sport (endless, "Run");
  sp_activity_builder_set_sport (placeless, "Run");
  sp_activity_builder_set_elapsed_s (placeless, 7200);
  sp_activity_builder_set_sport (timeless, "Run");
  sp_activity_builder_set_sport (old, "Run");
  check (week (), sp_activity_builder_end (endless), WANTED);
  check (week (), sp_activity_builder_end (placeless), WANTED);
  check (week (), sp_activity_builder_end (timeless), WANTED);
  check (week (), sp_activity_builder_end (old), SP_SKIP_WINDOW);
}

static void
test_sport (void)
{
  static const char * const walks[] = { "Walk", NULL };

  check (week (), sp_test_activity (.id = 1, .sport = "TrailRun", .points = ALONG), WANTED);
  check (week (), sp_test_activity (.id = 1, .sport = "Ride", .points = ALONG), SP_SKIP_SPORT);
  check (week (.sports = walks), sp_test_activity (.id = 1, .sport = "Walk", .points = ALONG), WANTED);
  check (week (.sports = walks), sp_test_activity (.id = 1, .sport = "Run", .points = ALONG), SP_SKIP_SPORT);
}

/* A missing route decides nothing, but for what was typed in or recorded indoors. */
static void
test_missing_route (void)
{
  check (week (), sp_test_activity (.id = 1), WANTED);
  check (week (), sp_test_activity (.id = 1, .flags = SP_ACTIVITY_MANUAL), SP_SKIP_MANUAL);
  check (week (), sp_test_activity (.id = 1, .flags = SP_ACTIVITY_INDOOR), SP_SKIP_INDOOR);
  check (week (), sp_test_activity (.id = 1, .flags = SP_ACTIVITY_INDOOR, .points = ALONG), WANTED);
  check (week (), sp_test_activity (.id = 1, .flags = SP_ACTIVITY_MANUAL, .points = ELSEWHERE), SP_SKIP_ROUTE);
}

static void
test_route (void)
{
  g_autoptr (SpGroup) group = week ();
  g_autoptr (SpActivity) activity = sp_test_activity (.id = 1, .points = ELSEWHERE);
  g_autoptr (SpSegment) segment = sp_test_segment (.id = 7, .points = STREET);
  SpSkipReason reason = WANTED;

  check (week (), sp_test_activity (.id = 1, .points = ALONG), WANTED);
  check (week (), sp_test_activity (.id = 1, .points = ELSEWHERE), SP_SKIP_ROUTE);
  g_assert_true (sp_plan_matters (group, segment, activity, TRUE, &reason));
  g_assert_true (sp_plan_matters (group, NULL, activity, FALSE, &reason));
}

/* A board that is closed wants nothing; flagged and only-me activities are wanted like any other. */
static void
test_closed_and_flags (void)
{
  check (week (.closed = TRUE), sp_test_activity (.id = 1, .points = ALONG), SP_SKIP_WINDOW);
  check (week (), sp_test_activity (.id = 1, .flags = SP_ACTIVITY_FLAGGED | SP_ACTIVITY_ONLY_ME, .points = ALONG),
         WANTED);
}

/* What is wanted for which board, and the reason that came nearest. */
static void
test_wants (void)
{
  g_autoptr (SpCompetition) competition =
    sp_test_competition (.groups = { week (.segment_id = 7), week (.segment_id = 8),
                                     sp_test_group (.segment_id = 9, .windows = { { "2026-02-01", "2026-02-07" } }) });
  g_autoptr (GPtrArray) segments = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_segment_unref);
  g_autoptr (SpActivity) along = sp_test_activity (.id = 1, .points = ALONG);
  g_autoptr (SpActivity) elsewhere = sp_test_activity (.id = 2, .points = ELSEWHERE);
  g_autoptr (SpActivity) ride = sp_test_activity (.id = 3, .sport = "Ride");
  g_autoptr (SpActivity) typed = sp_test_activity (.id = 4, .flags = SP_ACTIVITY_MANUAL);
  g_autoptr (SpActivity) late = sp_test_activity (.id = 5, .start = "2026-03-01T10:00:00");
  guint8 boards[3] = { 9, 9, 9 };
  SpSkipReason reason = WANTED;

  g_ptr_array_add (segments, sp_test_segment (.id = 8, .points = { { 51.7, -0.3 }, { 51.71, -0.3 } }));
  g_ptr_array_add (segments, sp_test_segment (.id = 7, .points = STREET));
  g_assert_true (sp_plan_wants (competition, segments, along, FALSE, &reason, boards));
  g_assert_cmpmem (boards, 3, "\1\0\0", 3);
  g_assert_true (sp_plan_wants (competition, segments, elsewhere, FALSE, &reason, boards));
  g_assert_cmpmem (boards, 3, "\0\1\0", 3);
  g_assert_true (sp_plan_wants (competition, NULL, elsewhere, FALSE, &reason, NULL));

  g_assert_false (sp_plan_wants (competition, segments, ride, FALSE, &reason, boards));
  g_assert_cmpint (reason, ==, SP_SKIP_SPORT);
  g_assert_cmpmem (boards, 3, "\0\0\0", 3);
  g_assert_false (sp_plan_wants (competition, segments, typed, FALSE, &reason, NULL));
  g_assert_cmpint (reason, ==, SP_SKIP_MANUAL);
  g_assert_false (sp_plan_wants (competition, segments, late, FALSE, &reason, NULL));
  g_assert_cmpint (reason, ==, SP_SKIP_WINDOW);
}

/* Of several boards' reasons the route is nearest to wanting, whatever their order. */
static void
test_nearest_reason (void)
{
  static const char * const rides[] = { "Ride", NULL };
  g_autoptr (SpCompetition) competition =
    sp_test_competition (.groups = { week (.segment_id = 7),
                                     week (.segment_id = 8, .sports = rides),
                                     sp_test_group (.segment_id = 9, .windows = { { "2026-02-01", "2026-02-07" } }) });
  g_autoptr (GPtrArray) segments = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_segment_unref);
  g_autoptr (SpActivity) elsewhere = sp_test_activity (.id = 2, .points = ELSEWHERE);
  SpSkipReason reason = WANTED;

  g_ptr_array_add (segments, sp_test_segment (.id = 7, .points = STREET));
  g_assert_false (sp_plan_wants (competition, segments, elsewhere, FALSE, &reason, NULL));
  g_assert_cmpint (reason, ==, SP_SKIP_ROUTE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/plan/window", test_window);
  g_test_add_func ("/engine/plan/windows", test_windows);
  g_test_add_func ("/engine/plan/hidden-start", test_hidden_start);
  g_test_add_func ("/engine/plan/unknown-times", test_unknown_times);
  g_test_add_func ("/engine/plan/sport", test_sport);
  g_test_add_func ("/engine/plan/missing-route", test_missing_route);
  g_test_add_func ("/engine/plan/route", test_route);
  g_test_add_func ("/engine/plan/closed-and-flags", test_closed_and_flags);
  g_test_add_func ("/engine/plan/wants", test_wants);
  g_test_add_func ("/engine/plan/nearest-reason", test_nearest_reason);

  return g_test_run ();
}
