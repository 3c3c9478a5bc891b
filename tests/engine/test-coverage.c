/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-coverage.h"

#include "support/sp-test-club.h"

#define AFTER "2026-03-01T10:30:00"

/* What the list of runner 1 proves for a window from Mon 5 to Sun 11 Jan. */
static SpCoverageKind
cover (SpHarvest  *harvest,
       const char *as_of)
{
  g_autoptr (SpHarvest) its_harvest = harvest;
  g_autoptr (SpRunner) runner = sp_test_runner (.id = 1);
  g_auto (SpReach) reach = { 0 };

  sp_reach_init (&reach, sp_test_time (as_of));
  sp_reach_add (&reach, sp_test_time ("2026-01-05"), sp_test_time ("2026-01-11T23:59:59"));

  return sp_coverage_of_list (its_harvest, runner, &reach);
}

static SpHarvest *
listed (SpListState  list,
        const char  *from,
        const char  *to,
        const char  *fetched)
{
  return sp_test_harvest (.started = fetched, .finished = fetched, .blocks = {
    sp_test_block (.id = 1, .list = list, .from = from, .to = to, .fetched = fetched) });
}

static void
test_reach (void)
{
  g_auto (SpReach) reach = { 0 };

  sp_reach_init (&reach, 1000);
  sp_reach_add (&reach, 1001, 2000);
  sp_reach_add (&reach, 500, 400);
  g_assert_cmpint (reach.first_s, >, reach.last_s);
  sp_reach_add (&reach, 1000, 3000);
  sp_reach_add (&reach, 100, 200);
  g_assert_cmpint (reach.first_s, ==, 100);
  g_assert_cmpint (reach.last_s, ==, 3000);
}

static void
test_nothing_needed (void)
{
  g_assert_cmpint (cover (NULL, "2026-01-04T23:59:59"), ==, SP_COVERAGE_FULL);
  g_assert_cmpint (cover (NULL, "2026-01-05"), ==, SP_COVERAGE_NOT_ASKED);
}

/* Padded 48 hours before and 24 hours after, as lists are asked for. */
static void
test_covered (void)
{
  g_assert_cmpint (cover (listed (SP_LIST_FRESH, "2026-01-03", "2026-01-12T23:59:59", "2026-02-01"), AFTER),
                   ==, SP_COVERAGE_FULL);
  g_assert_cmpint (cover (listed (SP_LIST_FRESH, "2026-01-03T00:00:01", "2026-01-12T23:59:59", "2026-02-01"), AFTER),
                   ==, SP_COVERAGE_REFRESH);
  g_assert_cmpint (cover (listed (SP_LIST_FRESH, "2026-01-03", "2026-01-11T23:59:59", "2026-02-01"), AFTER),
                   ==, SP_COVERAGE_REFRESH);
  g_assert_cmpint (cover (listed (SP_LIST_STALE, "2026-01-03", "2026-01-11T23:59:59", "2026-02-01"), AFTER),
                   ==, SP_COVERAGE_OLD);
}

/* A list proves absence only up to when it was fetched; an old one so late that the window was over everywhere. */
static void
test_fetched (void)
{
  g_assert_cmpint (cover (listed (SP_LIST_FRESH, NULL, NULL, "2026-01-11T23:59:59"), AFTER), ==, SP_COVERAGE_REFRESH);
  g_assert_cmpint (cover (listed (SP_LIST_FRESH, NULL, NULL, "2026-01-12T00:00:00"), AFTER), ==, SP_COVERAGE_FULL);
  g_assert_cmpint (cover (listed (SP_LIST_STALE, NULL, NULL, "2026-01-12T11:59:59"), AFTER), ==, SP_COVERAGE_OLD);
  g_assert_cmpint (cover (listed (SP_LIST_STALE, NULL, NULL, "2026-01-12T12:00:00"), AFTER), ==, SP_COVERAGE_FULL);
}

static void
test_open_window (void)
{
  g_assert_cmpint (cover (listed (SP_LIST_FRESH, NULL, NULL, "2026-01-08T10:00:00"), "2026-01-08T11:00:00"),
                   ==, SP_COVERAGE_FULL);
  g_assert_cmpint (cover (listed (SP_LIST_FRESH, NULL, NULL, "2026-01-06T10:00:00"), "2026-01-08T11:00:00"),
                   ==, SP_COVERAGE_REFRESH);
  g_assert_cmpint (cover (listed (SP_LIST_FRESH, NULL, "2026-01-08T09:00:00", "2026-01-08T10:00:00"),
                          "2026-01-08T11:00:00"), ==, SP_COVERAGE_REFRESH);
  g_assert_cmpint (cover (listed (SP_LIST_STALE, NULL, NULL, "2026-01-08T10:00:00"), "2026-01-08T11:00:00"),
                   ==, SP_COVERAGE_OLD);
  g_assert_cmpint (cover (listed (SP_LIST_STALE, NULL, NULL, "2026-01-08T23:00:00"), "2026-01-08T11:00:00"),
                   ==, SP_COVERAGE_FULL);
}

/* A run may wait for its quota; what it lists counts as of its end. */
static void
test_long_run (void)
{
  g_assert_cmpint (cover (sp_test_harvest (.started = "2026-01-06T10:00:00", .finished = "2026-01-08T11:00:00",
                                           .blocks = {
                     sp_test_block (.id = 1, .list = SP_LIST_FRESH, .fetched = "2026-01-06T10:05:00") }),
                          "2026-01-08T11:00:00"), ==, SP_COVERAGE_FULL);
}

/* Eight hours behind, a list fetched at 02:00 UTC on Monday is one of Sunday evening. */
static void
test_time_zones (void)
{
  g_assert_cmpint (cover (sp_test_harvest (.utc_offset_s = -8 * 3600, .blocks = {
                     sp_test_block (.id = 1, .list = SP_LIST_FRESH, .fetched = "2026-01-12T02:00:00") }), AFTER),
                   ==, SP_COVERAGE_REFRESH);
  g_assert_cmpint (cover (sp_test_harvest (.utc_offset_s = 3600, .blocks = {
                     sp_test_block (.id = 1, .list = SP_LIST_FRESH, .fetched = "2026-01-11T23:30:00") }), AFTER),
                   ==, SP_COVERAGE_FULL);
  g_assert_cmpint (cover (sp_test_harvest (.utc_offset_s = 3600, .blocks = {
                     sp_test_block (.id = 1, .list = SP_LIST_FRESH, .fetched = "2026-01-12T02:00:00", .activities = {
                       sp_test_activity (.id = 1, .utc_offset_s = 3600),
                       sp_test_activity (.id = 2, .start = "2026-01-10T10:00:00", .utc_offset_s = -5 * 3600) }) }),
                          AFTER), ==, SP_COVERAGE_REFRESH);
  g_assert_cmpint (cover (sp_test_harvest (.utc_offset_s = -8 * 3600, .blocks = {
                     sp_test_block (.id = 1, .list = SP_LIST_FRESH, .fetched = "2026-01-12T12:30:00") }), AFTER),
                   ==, SP_COVERAGE_FULL);
}

/* A harvest that holds all that the plan wanted for @before, looked at for @after. */
static void
assert_after_edit (const SpTestGroup *before,
                   const SpTestGroup *after,
                   SpCoverageKind     expected,
                   guint              n_needed)
{
  g_autoptr (SpRunner) runner = sp_test_runner (.id = 1);
  g_autoptr (SpSegment) segment = sp_test_segment (.id = 7);
  g_autoptr (SpHarvest) harvest = sp_test_harvest (.segments = { sp_segment_ref (segment) }, .blocks = {
    sp_test_block (.id = 1, .list = SP_LIST_FRESH, .from = "2026-01-01", .to = "2026-01-20", .activities = {
      sp_test_activity (.id = 1, .start = "2026-01-06T10:00:00", .efforts = { { 7, 300 } }),
      sp_test_activity (.id = 2, .start = "2026-01-13T10:00:00", .is_listed = TRUE),
      sp_test_activity (.id = 3, .start = "2026-01-07T10:00:00", .sport = "Walk", .is_listed = TRUE) }) });
  const SpTestGroup *groups[] = { before, after };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (SpGroup) group = sp_test_make_group (groups[i]);
      SpCoverage coverage;
      g_auto (SpReach) reach = { 0 };

      sp_reach_init (&reach, sp_test_time (AFTER));
      for (guint j = 0; j < sp_group_get_values (group)->windows->len; j++)
        {
          const SpWindowValues *window = sp_window_get_values (sp_group_get_window (group, j));

          sp_reach_add (&reach, window->start_local_s, window->end_local_s);
        }
      sp_coverage_of_board (harvest, runner, group, segment, &reach, &coverage);
      g_assert_cmpint (coverage.kind, ==, i == 0 ? SP_COVERAGE_FULL : expected);
      g_assert_cmpuint (coverage.n_needed, ==, i == 0 ? 0 : n_needed);
      g_assert_cmpuint (coverage.n_unknown, ==, 0);
    }
}

/* After every kind of edit, what was skipped and matters now makes a refresh needed. */
static void
test_edits (void)
{
  static const char * const walks[] = { "Walk", NULL };
  const SpTestGroup before = { .windows = { { "2026-01-05", "2026-01-11" } } };
  const SpTestGroup moved = { .windows = { { "2026-01-12", "2026-01-18" } } };
  const SpTestGroup widened = { .windows = { { "2026-01-05", "2026-01-13" } } };
  const SpTestGroup added = { .windows = { { "2026-01-05", "2026-01-11" }, { "2026-01-13", "2026-01-13" } } };
  const SpTestGroup far = { .windows = { { "2026-01-05", "2026-01-25" } } };
  const SpTestGroup sport = { .sports = walks, .windows = { { "2026-01-05", "2026-01-11" } } };
  const SpTestGroup minimum = { .min_distance_m = 500, .windows = { { "2026-01-05", "2026-01-11" } } };
  const SpTestGroup narrowed = { .windows = { { "2026-01-06", "2026-01-07" } } };

  assert_after_edit (&before, &moved, SP_COVERAGE_REFRESH, 1);
  assert_after_edit (&before, &widened, SP_COVERAGE_REFRESH, 1);
  assert_after_edit (&before, &added, SP_COVERAGE_REFRESH, 1);
  assert_after_edit (&before, &far, SP_COVERAGE_REFRESH, 1);
  assert_after_edit (&before, &sport, SP_COVERAGE_REFRESH, 1);
  assert_after_edit (&before, &minimum, SP_COVERAGE_FULL, 0);
  assert_after_edit (&before, &narrowed, SP_COVERAGE_FULL, 0);
}

/* Lists of single windows leave gaps; a window that was moved into one, or near it, was not looked at. */
static SpCoverageKind
cover_gap (const char *gap_from,
           const char *gap_to,
           const char *as_of)
{
  SpPeriod gap = { sp_test_time (gap_from), sp_test_time (gap_to) };
  g_autoptr (SpBlock) whole = sp_test_block (.id = 1, .list = SP_LIST_FRESH, .fetched = "2026-02-01");
  SpBlockInfo info = *sp_block_get_info (whole);

  info.gaps = &gap;
  info.n_gaps = 1;

  return cover (sp_test_harvest (.started = "2026-02-01", .finished = "2026-02-01",
                                 .blocks = { sp_block_with_info (whole, &info) }), as_of);
}

static void
test_gaps (void)
{
  g_assert_cmpint (cover_gap ("2026-01-06", "2026-01-07", AFTER), ==, SP_COVERAGE_REFRESH);
  g_assert_cmpint (cover_gap ("2025-12-20", "2026-01-02T23:59:59", AFTER), ==, SP_COVERAGE_FULL);
  g_assert_cmpint (cover_gap ("2025-12-20", "2026-01-03", AFTER), ==, SP_COVERAGE_REFRESH);
  g_assert_cmpint (cover_gap ("2026-01-12", "2026-01-20", AFTER), ==, SP_COVERAGE_FULL);
  g_assert_cmpint (cover_gap ("2026-01-11T23:59:59", "2026-01-20", AFTER), ==, SP_COVERAGE_REFRESH);
  g_assert_cmpint (cover_gap ("2025-12-20", "2026-01-20", AFTER), ==, SP_COVERAGE_REFRESH);
  g_assert_cmpint (cover_gap ("2025-12-20", "2026-01-20", "2026-01-04"), ==, SP_COVERAGE_FULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/coverage/reach", test_reach);
  g_test_add_func ("/engine/coverage/nothing-needed", test_nothing_needed);
  g_test_add_func ("/engine/coverage/covered", test_covered);
  g_test_add_func ("/engine/coverage/fetched", test_fetched);
  g_test_add_func ("/engine/coverage/open-window", test_open_window);
  g_test_add_func ("/engine/coverage/long-run", test_long_run);
  g_test_add_func ("/engine/coverage/time-zones", test_time_zones);
  g_test_add_func ("/engine/coverage/gaps", test_gaps);
  g_test_add_func ("/engine/coverage/edits", test_edits);

  return g_test_run ();
}
