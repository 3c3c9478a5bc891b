/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-distance.h"

#include "support/sp-test-club.h"

#include <math.h>

#define AFTER "2026-03-01T10:30:00"

static SpDistanceBoard *
board_at (GListModel *boards,
          guint       index)
{
  SpDistanceBoard *board = g_list_model_get_item (boards, index);

  g_assert_nonnull (board);

  return board;
}

static SpDistanceRowValues
row_at (GListModel *boards,
        guint       board_index,
        guint       index)
{
  g_autoptr (SpDistanceBoard) board = board_at (boards, board_index);
  g_autoptr (SpDistanceRow) row = g_list_model_get_item (sp_distance_board_get_values (board)->rows, index);

  g_assert_nonnull (row);

  return *sp_distance_row_get_values (row);
}

static SpBoardState
state_at (GListModel *boards,
          guint       index)
{
  g_autoptr (SpDistanceBoard) board = board_at (boards, index);

  return sp_distance_board_get_values (board)->state;
}

/* One runner with what a list tells, over overlapping windows with a threshold of 5 km in the first. */
static GListModel *
score_one (SpBlock            *block,
           const SpRules      *rules,
           const char * const *sports,
           const char         *as_of)
{
  g_autoptr (SpCompetition) competition =
    sp_test_competition (.rules = *rules, .series_sports = sports,
                         .runners = { sp_test_runner (.id = 1, .team = "", .distance_team = "Reds"),
                                      sp_test_runner (.id = 2) },
                         .series = { { "2026-01-01", "2026-01-31", .time_bonus_s = 5000 },
                                     { "2026-01-20", "2026-02-15" }, { "2026-02-15", "2026-02-01" } });
  g_autoptr (SpHarvest) harvest = block != NULL ? sp_test_harvest (.blocks = { block }) : NULL;

  return sp_distance_make (competition, harvest, sp_test_time (as_of));
}

static void
test_counts (void)
{
  g_autoptr (GListModel) boards =
    score_one (sp_test_block (.id = 1, .list = SP_LIST_FRESH, .activities = {
                 sp_test_activity (.id = 1, .start = "2026-01-10T10:00:00", .distance_m = 5000, .climb_m = 40),
                 sp_test_activity (.id = 2, .start = "2026-01-25T10:00:00", .distance_m = 4999, .climb_m = 10.5),
                 sp_test_activity (.id = 3, .start = "2026-02-10T10:00:00", .distance_m = 7000),
                 sp_test_activity (.id = 4, .start = "2026-01-10T10:00:00", .sport = "Ride", .distance_m = 50000),
                 sp_test_activity (.id = 5, .start = "2026-02-16T00:00:00", .distance_m = 9000),
                 sp_test_activity (.id = 6, .start = "2026-01-31T00:00:01", .flags = SP_ACTIVITY_START_HIDDEN,
                                   .distance_m = 1000),
                 sp_test_activity (.id = 7, .start = "2026-01-11T10:00:00", .sport = "TrailRun", .distance_m = 1000,
                                   .is_listed = TRUE) }), &(SpRules) { FALSE }, NULL, AFTER);
  SpDistanceRowValues january, february, all;

  g_assert_cmpuint (g_list_model_get_n_items (boards), ==, 3);
  january = row_at (boards, 0, 0);
  february = row_at (boards, 1, 0);
  all = row_at (boards, 2, 0);
  g_assert_true (january.known);
  g_assert_cmpuint (january.n_runs, ==, 4);
  g_assert_cmpfloat (january.distance_m, ==, 11999);
  g_assert_cmpfloat (january.climb_m, ==, 50.5);
  g_assert_cmpuint (january.n_over, ==, 1);
  g_assert_cmpuint (january.place, ==, 1);
  g_assert_cmpint (january.flags, ==, SP_ROW_TIME_HIDDEN);
  g_assert_cmpuint (february.n_runs, ==, 3);
  g_assert_cmpuint (february.n_over, ==, 0);
  g_assert_cmpuint (all.n_runs, ==, 5);
  g_assert_cmpfloat (all.distance_m, ==, 18999);
  g_assert_cmpuint (all.n_over, ==, 1);
  g_assert_cmpfloat_with_epsilon (all.mean_m, 3799.8, 0.01);
  g_assert_cmpint (state_at (boards, 2), ==, SP_BOARD_COMPLETE);
}

/* The same runs in another order come to the same, to the last digit. */
static void
test_any_order (void)
{
  static const double runs_m[] = { 0.1, 0.2, 0.3 };
  double sums_m[2];

  for (int turn = 0; turn < 2; turn++)
    {
      g_autoptr (GListModel) boards =
        score_one (sp_test_block (.id = 1, .list = SP_LIST_FRESH, .activities = {
                     sp_test_activity (.id = 1, .start = "2026-01-10T10:00:00", .distance_m = runs_m[turn ? 2 : 0]),
                     sp_test_activity (.id = 2, .start = "2026-01-11T10:00:00", .distance_m = runs_m[1]),
                     sp_test_activity (.id = 3, .start = "2026-01-12T10:00:00", .distance_m = runs_m[turn ? 0 : 2]) }),
                   &(SpRules) { FALSE }, NULL, AFTER);

      sums_m[turn] = row_at (boards, 0, 0).distance_m;
    }
  g_assert_cmpfloat (sums_m[0], ==, sums_m[1]);
}

static void
test_rules (void)
{
  const char * const sports[] = { "Ride", NULL };
  g_autoptr (GListModel) boards =
    score_one (sp_test_block (.id = 1, .list = SP_LIST_FRESH, .activities = {
                 sp_test_activity (.id = 1, .start = "2026-01-10T10:00:00"),
                 sp_test_activity (.id = 2, .start = "2026-01-10T10:00:00", .sport = "Ride", .distance_m = 20000),
                 sp_test_activity (.id = 3, .start = "2026-01-10T10:00:00", .sport = "Ride",
                                   .flags = SP_ACTIVITY_FLAGGED) }), &(SpRules) { TRUE, FALSE }, sports, AFTER);

  g_assert_cmpuint (row_at (boards, 0, 0).n_runs, ==, 1);
  g_assert_cmpfloat (row_at (boards, 0, 0).distance_m, ==, 20000);
}

/* Nothing known is never 0 km. */
static void
test_unknown (void)
{
  const struct { SpTestBlock block; const char *reason; SpRowFlags flags; } cases[] = {
    { { .id = 1, .list = SP_LIST_FAILED, .error_code = SP_FETCH_ERROR_OFFLINE }, "source not reached", SP_ROW_PLAIN },
    { { .id = 1, .list = SP_LIST_CANCELLED }, "refresh was cancelled", SP_ROW_PLAIN },
    { { .id = 1, .list = SP_LIST_STALE, .fetched = "2026-01-09" }, "old data, from 9 Jan", SP_ROW_STALE },
    { { .id = 1, .list = SP_LIST_FRESH, .from = "2026-02-01" }, "refresh needed", SP_ROW_PLAIN },
    { { .id = 9, .list = SP_LIST_FRESH }, "not asked yet", SP_ROW_PLAIN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GListModel) boards =
        score_one (sp_test_make_block (&cases[i].block), &(SpRules) { FALSE }, NULL, AFTER);

      for (guint j = 0; j < 3; j++)
        {
          g_autoptr (SpDistanceBoard) board = board_at (boards, j);
          g_autoptr (SpDistanceRow) row = g_list_model_get_item (sp_distance_board_get_values (board)->rows, 0);
          const SpDistanceRowValues *values = sp_distance_row_get_values (row);

          g_assert_false (values->known);
          g_assert_cmpuint (values->place, ==, 0);
          g_assert_cmpstr (values->reason, ==, cases[i].reason);
          g_assert_cmpint (values->flags, ==, cases[i].flags);
          g_assert_cmpint (sp_distance_board_get_values (board)->state, ==, SP_BOARD_PROVISIONAL);
        }
    }
}

/* What an old list tells is shown, marked as old. */
static void
test_stale_with_runs (void)
{
  g_autoptr (GListModel) boards =
    score_one (sp_test_block (.id = 1, .list = SP_LIST_STALE, .fetched = "2026-01-20", .activities = {
                 sp_test_activity (.id = 1, .start = "2026-01-10T10:00:00") }), &(SpRules) { FALSE }, NULL, AFTER);

  g_assert_true (row_at (boards, 0, 0).known);
  g_assert_cmpint (row_at (boards, 0, 0).flags, ==, SP_ROW_STALE);
  g_assert_cmpint (state_at (boards, 0), ==, SP_BOARD_PROVISIONAL);
}

static void
test_states (void)
{
  g_autoptr (GListModel) before = score_one (NULL, &(SpRules) { FALSE }, NULL, "2025-12-31T23:59:59");
  g_autoptr (GListModel) inside =
    score_one (sp_test_block (.id = 1, .list = SP_LIST_FRESH), &(SpRules) { FALSE }, NULL, "2026-02-15T12:00:00");

  g_assert_cmpint (state_at (before, 0), ==, SP_BOARD_UPCOMING);
  g_assert_true (row_at (before, 0, 0).known);
  g_assert_cmpuint (row_at (before, 0, 0).place, ==, 0);
  g_assert_cmpint (state_at (inside, 0), ==, SP_BOARD_COMPLETE);
  g_assert_cmpint (state_at (inside, 1), ==, SP_BOARD_OPEN);
  g_assert_cmpint (state_at (inside, 2), ==, SP_BOARD_OPEN);
}

/* By kilometres as they are shown, then climb, then name. */
static void
test_order (void)
{
  g_autoptr (SpCompetition) competition =
    sp_test_competition (.runners = { sp_test_runner (.id = 1, .name = "Dai", .distance_team = "Reds"),
                                      sp_test_runner (.id = 2, .name = "Cerys", .distance_team = "Reds"),
                                      sp_test_runner (.id = 3, .name = "Bryn", .distance_team = "Reds"),
                                      sp_test_runner (.id = 4, .name = "Anwen", .distance_team = "Reds"),
                                      sp_test_runner (.id = 5, .name = "Elin", .distance_team = "Reds") },
                         .series = { { "2026-01-01", "2026-01-31" } });
  g_autoptr (SpHarvest) harvest = sp_test_harvest (.blocks = {
    sp_test_block (.id = 1, .list = SP_LIST_FRESH, .activities = {
      sp_test_activity (.id = 1, .distance_m = 5004, .climb_m = 10) }),
    sp_test_block (.id = 2, .list = SP_LIST_FRESH, .activities = {
      sp_test_activity (.id = 2, .distance_m = 4998, .climb_m = 20) }),
    sp_test_block (.id = 3, .list = SP_LIST_FRESH, .activities = {
      sp_test_activity (.id = 3, .distance_m = 5000, .climb_m = 10) }),
    sp_test_block (.id = 4, .list = SP_LIST_FRESH) });
  g_autoptr (GListModel) boards = sp_distance_make (competition, harvest, sp_test_time (AFTER));
  const char * const names[] = { "Cerys", "Bryn", "Dai", "Anwen", "Elin" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (SpDistanceBoard) board = board_at (boards, 0);
      g_autoptr (SpDistanceRow) row = g_list_model_get_item (sp_distance_board_get_values (board)->rows, i);
      const SpDistanceRowValues *values = sp_distance_row_get_values (row);

      g_assert_cmpstr (sp_runner_get_values (values->runner)->name, ==, names[i]);
      g_assert_cmpuint (values->place, ==, i < 3 ? i + 1 : 0);
      g_assert_cmpint (values->known, ==, i < 4);
      g_assert_true (i < 3 || isnan (values->mean_m));
    }
}

static void
test_no_series (void)
{
  g_autoptr (SpCompetition) competition = sp_test_competition (.runners = { sp_test_runner (.id = 1) });
  g_autoptr (GListModel) boards = sp_distance_make (competition, NULL, 0);

  g_assert_cmpuint (g_list_model_get_n_items (boards), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/distance/counts", test_counts);
  g_test_add_func ("/engine/distance/any-order", test_any_order);
  g_test_add_func ("/engine/distance/rules", test_rules);
  g_test_add_func ("/engine/distance/unknown", test_unknown);
  g_test_add_func ("/engine/distance/stale-with-runs", test_stale_with_runs);
  g_test_add_func ("/engine/distance/states", test_states);
  g_test_add_func ("/engine/distance/order", test_order);
  g_test_add_func ("/engine/distance/no-series", test_no_series);

  return g_test_run ();
}
