/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-union.h"

#include "support/sp-test-club.h"

#define HOUR_S 3600

static void
check (SpCompetition *competition,
       const char    *now,
       const char    *start,
       const char    *end)
{
  g_autoptr (GPtrArray) skipped = NULL;
  g_autoptr (GError) error = NULL;
  SpPeriod local;

  g_assert_true (sp_union_local (competition, sp_test_time (now), &local, &skipped, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (skipped->len, ==, 0);
  g_assert_cmpint (local.start_s, ==, sp_test_time (start));
  g_assert_cmpint (local.end_s, ==, sp_test_time (end));
}

/* Union of one segment is its own range. */
static void
test_single_segment (void)
{
  g_autoptr (SpCompetition) competition =
    sp_test_competition (.groups = { sp_test_group (.windows = { { "2026-01-01T00:00:00", "2026-01-15T00:00:00" } }) });

  check (competition, "2026-03-01T00:00:00", "2026-01-01T00:00:00", "2026-01-15T00:00:00");
}

/* Union covers earliest to latest across overlapping segments. */
static void
test_overlapping_segments (void)
{
  g_autoptr (SpCompetition) competition =
    sp_test_competition (.groups = {
      sp_test_group (.segment_id = 7, .windows = { { "2026-01-01T00:00:00", "2026-01-15T00:00:00" } }),
      sp_test_group (.segment_id = 8, .windows = { { "2026-01-10T00:00:00", "2026-01-25T00:00:00" } }) });

  check (competition, "2026-03-01T00:00:00", "2026-01-01T00:00:00", "2026-01-25T00:00:00");
}

/* Empty input is an error, "No segments ...". */
static void
test_empty_raises (void)
{
  g_autoptr (SpCompetition) competition = sp_test_competition (.runners = { sp_test_runner (.id = 1) });
  g_autoptr (GPtrArray) skipped = NULL;
  g_autoptr (GError) error = NULL;
  SpPeriod local;

  g_assert_false (sp_union_local (competition, 0, &local, &skipped, &error));
  g_assert_error (error, SP_UNION_ERROR, SP_UNION_ERROR_EMPTY);
  g_assert_nonnull (strstr (error->message, "no segments"));
  g_assert_null (skipped);
}

/* Several windows of one board, apart, with a distance series that reaches farther. */
static void
test_windows_and_series (void)
{
  g_autoptr (SpCompetition) competition =
    sp_test_competition (.groups = { sp_test_group (.windows = { { "2026-02-02", "2026-02-08" },
                                                                 { "2026-01-05", "2026-01-11" } }) },
                         .series = { { "2026-01-01", "2026-01-31" }, { "2026-02-01", "2026-02-28" } });

  check (competition, "2026-03-01T00:00:00", "2026-01-01T00:00:00", "2026-02-28T23:59:59");
}

static void
test_series_alone (void)
{
  g_autoptr (SpCompetition) competition = sp_test_competition (.series = { { "2026-01-01", "2026-01-31" } });

  check (competition, "2026-03-01T00:00:00", "2026-01-01T00:00:00", "2026-01-31T23:59:59");
}

/* A frozen board asks for nothing, and neither does a window that has not begun. */
static void
test_closed_and_upcoming (void)
{
  g_autoptr (SpCompetition) competition =
    sp_test_competition (.groups = {
      sp_test_group (.segment_id = 7, .closed = TRUE, .windows = { { "2025-01-01", "2027-01-01" } }),
      sp_test_group (.segment_id = 8, .windows = { { "2026-01-05", "2026-01-11" }, { "2026-02-01", "2026-02-07" } }) });

  check (competition, "2026-01-31T23:59:59", "2026-01-05T00:00:00", "2026-01-11T23:59:59");
  check (competition, "2026-02-01T00:00:00", "2026-01-05T00:00:00", "2026-02-07T23:59:59");
}

static void
test_nothing_yet (void)
{
  g_autoptr (SpCompetition) competition =
    sp_test_competition (.groups = {
      sp_test_group (.segment_id = 7, .closed = TRUE, .windows = { { "2025-01-01", "2027-01-01" } }),
      sp_test_group (.segment_id = 8, .windows = { { "2026-02-01", "2026-02-07" } }) });
  g_autoptr (GPtrArray) skipped = NULL;
  SpPeriod local;

  g_assert_true (sp_union_local (competition, sp_test_time ("2026-01-31T23:59:59"), &local, &skipped, NULL));
  g_assert_cmpint (local.start_s, >, local.end_s);
}

/* A window that ends before it starts is named and skipped, and the others count. */
static void
test_inverted (void)
{
  g_autoptr (SpCompetition) competition =
    sp_test_competition (.groups = {
      sp_test_group (.segment_id = 7, .name = "Canal", .windows = { { "2026-03-01T00:00:00", "2025-02-01T00:00:00" },
                                                                    { "2026-01-05", "2026-01-05" } }),
      sp_test_group (.segment_id = 8, .name = "Frozen", .closed = TRUE,
                     .windows = { { "2026-03-01T00:00:00", "2025-02-01T00:00:00" } }) });
  g_autoptr (GPtrArray) skipped = NULL;
  SpPeriod local;

  g_assert_true (sp_union_local (competition, sp_test_time ("2026-04-01T00:00:00"), &local, &skipped, NULL));
  g_assert_cmpuint (skipped->len, ==, 1);
  g_assert_nonnull (strstr (skipped->pdata[0], "Canal"));
  g_assert_cmpint (local.start_s, ==, sp_test_time ("2026-01-05T00:00:00"));
  g_assert_cmpint (local.end_s, ==, sp_test_time ("2026-01-05T23:59:59"));
}

/* Lists reach 48 hours farther back and 24 farther on, and never start in the future. */
static void
test_to_utc (void)
{
  const gint64 now_s = sp_test_time ("2026-03-01T12:00:00");
  const SpPeriod past = { now_s - 100 * HOUR_S, now_s - 50 * HOUR_S };
  const SpPeriod future = { now_s + 100 * HOUR_S, now_s + 200 * HOUR_S };
  SpPeriod utc;

  sp_union_to_utc (&past, now_s, &utc);
  g_assert_cmpint (utc.start_s, ==, past.start_s - 48 * HOUR_S);
  g_assert_cmpint (utc.end_s, ==, past.end_s + 24 * HOUR_S);
  sp_union_to_utc (&future, now_s, &utc);
  g_assert_cmpint (utc.start_s, <, now_s);
  g_assert_cmpint (utc.end_s, >, now_s);
}

/* Zones differ by quarters of an hour; a time that is only played has none. */
static void
test_offset (void)
{
  const gint64 now_s = sp_test_time ("2026-03-01T12:00:00");

  g_assert_cmpint (sp_union_offset_s (now_s, now_s), ==, 0);
  g_assert_cmpint (sp_union_offset_s (now_s + HOUR_S + 7, now_s), ==, HOUR_S);
  g_assert_cmpint (sp_union_offset_s (now_s - 8 * HOUR_S - 7, now_s), ==, -8 * HOUR_S);
  g_assert_cmpint (sp_union_offset_s (now_s + 5 * HOUR_S + 2700, now_s), ==, 5 * HOUR_S + 2700);
  g_assert_cmpint (sp_union_offset_s (now_s + 14 * HOUR_S, now_s), ==, 14 * HOUR_S);
  g_assert_cmpint (sp_union_offset_s (now_s + 15 * HOUR_S, now_s), ==, 0);
  g_assert_cmpint (sp_union_offset_s (now_s - 13 * HOUR_S, now_s), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/union/TestComputeUnionDateRange/single-segment", test_single_segment);
  g_test_add_func ("/engine/union/TestComputeUnionDateRange/overlapping-segments", test_overlapping_segments);
  g_test_add_func ("/engine/union/TestComputeUnionDateRange/empty-raises", test_empty_raises);
  g_test_add_func ("/engine/union/windows-and-series", test_windows_and_series);
  g_test_add_func ("/engine/union/series-alone", test_series_alone);
  g_test_add_func ("/engine/union/closed-and-upcoming", test_closed_and_upcoming);
  g_test_add_func ("/engine/union/nothing-yet", test_nothing_yet);
  g_test_add_func ("/engine/union/inverted", test_inverted);
  g_test_add_func ("/engine/union/to-utc", test_to_utc);
  g_test_add_func ("/engine/union/offset", test_offset);

  return g_test_run ();
}
