/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Results with one row of each kind, made by hand, for what writes and reads results. */

#include <math.h>

#include "api/sp-time.h"
#include "model/sp-competition-builder.h"
#include "model/sp-results.h"
#include "model/sp-trace-line.h"

#define MAKE_AS_OF sp_time_new (2026, 1, 12, 8, 30, 0)
#define MAKE_FETCHED sp_time_new (2026, 1, 12, 7, 15, 0)

G_GNUC_UNUSED static void
make_runner (SpCompetitionBuilder *builder,
             const char           *key,
             const char           *name,
             const char           *segment_team,
             const char           *distance_team)
{
  SpRunnerValues values = { .key = key, .id = 100 + *key, .name = name, .segment_team = segment_team,
                            .distance_team = distance_team, .birth_month = 1, .birth_day = 8,
                            .consent_s = SP_TIME_UNKNOWN };
  g_autoptr(SpRunner) runner = sp_runner_new (&values);

  sp_competition_builder_put_runner (builder, runner);
}

G_GNUC_UNUSED static void
make_group (SpCompetitionBuilder *builder,
            const char           *key,
            const char           *name)
{
  static const char * const sports[] = { "Run", "Walk", NULL };
  SpWindowValues window = { .start_local_s = sp_time_new (2026, 1, 5, 0, 0, 0),
                            .end_local_s = sp_time_new (2026, 1, 11, 23, 59, 59), .end_is_date = TRUE,
                            .label = "Week 1", .birthday_bonus_s = 30, .time_bonus_s = 10 };
  g_autoptr(GPtrArray) windows = g_ptr_array_new_with_free_func (g_object_unref);
  SpGroupValues values = { .key = key, .segment_id = 7, .name = name, .sports = sports, .min_distance_m = 3500.5,
                           .default_time_s = 1800, .closed_local_s = SP_TIME_UNKNOWN, .windows = windows };
  g_autoptr(SpGroup) group = NULL;

  g_ptr_array_add (windows, sp_window_new (&window));
  group = sp_group_new (&values);
  sp_competition_builder_put_group (builder, group);
}

G_GNUC_UNUSED static SpCompetition *
make_competition (void)
{
  static const char * const sports[] = { "Run", "TrailRun", NULL };
  g_autoptr(SpCompetitionBuilder) builder = sp_competition_builder_new ();
  SpSeriesWindowValues series = { .key = "s", .start_local_s = sp_time_new (2026, 1, 1, 0, 0, 0),
                                  .end_local_s = sp_time_new (2026, 1, 31, 23, 59, 59), .end_is_date = TRUE,
                                  .threshold_m = 7500 };
  g_autoptr(SpSeriesWindow) window = sp_series_window_new (&series);
  SpRules rules = { TRUE, FALSE };

  sp_competition_builder_set_name (builder, "Winter \"26\"");
  sp_competition_builder_set_rules (builder, &rules);
  sp_competition_builder_set_series_sports (builder, sports);
  make_runner (builder, "a", "Zoë, of “Wye”", "reds", "Reds");
  make_runner (builder, "b", "=HYPERLINK(\"x\")", "Blues", NULL);
  make_runner (builder, "c", "Cy", "Blues", "Blues");
  make_runner (builder, "d", "_x0041_", "Reds", NULL);
  make_runner (builder, "e", "-5 Ed", "Blues", NULL);
  make_group (builder, "g1", "Hill: up/down [long] and on and on and on");
  make_group (builder, "g2", "Hill: up/down [long] and on and on and on");
  make_group (builder, "g3", "summary");
  sp_competition_builder_put_series_window (builder, window);

  return sp_competition_builder_end (builder);
}

G_GNUC_UNUSED static GListModel *
make_trace (void)
{
  GListStore *trace = g_list_store_new (SP_TYPE_TRACE_LINE);
  SpTraceLineValues head = { .kind = SP_TRACE_HEAD, .text = "0:10:35 counts", .start_local_s = SP_TIME_UNKNOWN,
                             .elapsed_s = -1 };
  SpTraceLineValues counts = { .kind = SP_TRACE_COUNTS, .verdict = "counts", .text = "Thu 8 Jan, 18:00",
                               .arithmetic = "0:11:15 − 0:30 − 0:10 = 0:10:35",
                               .start_local_s = sp_time_new (2026, 1, 8, 18, 0, 0), .elapsed_s = 675,
                               .activity_id = 12345678901, .effort_id = 3100000000000000001, .may_link = TRUE };
  g_autoptr(SpTraceLine) first = sp_trace_line_new (&head);
  g_autoptr(SpTraceLine) second = sp_trace_line_new (&counts);

  g_list_store_append (trace, first);
  g_list_store_append (trace, second);

  return G_LIST_MODEL (trace);
}

G_GNUC_UNUSED static void
make_row (GListStore    *rows,
          SpCompetition *competition,
          guint          runner,
          SpGroup       *group,
          SpRowState     state,
          guint          flags,
          guint          rank,
          int            time_s,
          const char    *reason)
{
  g_autoptr(GListModel) trace = state == SP_ROW_TIMED ? make_trace () : NULL;
  SpRowValues values = {
    .runner = sp_competition_get_runner (competition, runner),
    .group = group,
    .state = state,
    .flags = flags,
    .rank = rank,
    .team_rank = rank > 0 ? 1 : 0,
    .attempts = state == SP_ROW_TIMED ? 3 : 0,
    .time_s = time_s,
    .elapsed_s = state == SP_ROW_TIMED ? time_s + 40 : -1,
    .birthday_bonus_s = (flags & SP_ROW_BIRTHDAY) != 0 ? 30 : 0,
    .time_bonus_s = (flags & SP_ROW_TIME_BONUS) != 0 ? -10 : 0,
    .window = state == SP_ROW_TIMED ? 0 : -1,
    .start_local_s = state == SP_ROW_TIMED ? sp_time_new (2026, 1, 8, 18, 0, 0)
                   : state == SP_ROW_DEFAULT ? sp_time_new (2026, 1, 5, 0, 0, 0) : SP_TIME_UNKNOWN,
    .distance_m = state == SP_ROW_TIMED ? 3612.25 : NAN,
    .activity_id = state == SP_ROW_TIMED ? 12345678901 : 0,
    .effort_id = state == SP_ROW_TIMED ? 3100000000000000001 : 0,
    .fetched_at_s = state == SP_ROW_NO_DATA ? SP_TIME_UNKNOWN : MAKE_FETCHED,
    .reason = reason,
    .trace = trace,
  };
  g_autoptr(SpRow) row = sp_row_new (&values);

  g_list_store_append (rows, row);
}

G_GNUC_UNUSED static SpBoard *
make_board (SpCompetition *competition,
            guint          index)
{
  static const char * const warnings[] = { "The default time is faster than Cy.", NULL };
  static const char * const missing[] = { "-5 Ed", NULL };
  SpGroup *group = sp_competition_get_group (competition, index);
  g_autoptr(GListStore) rows = g_list_store_new (SP_TYPE_ROW);
  g_autoptr(GListStore) teams = g_list_store_new (SP_TYPE_TEAM_ROW);
  g_autoptr(SpRow) first = NULL;
  g_autoptr(SpTeamRow) reds = NULL;
  g_autoptr(SpTeamRow) blues = NULL;
  SpTeamRowValues red = { .name = "Reds", .place = 1, .n_members = 2, .n_ranked = 2, .rank_sum = 4, .total_s = 2435,
                          .gap_s = 0, .mean_s = 1217.5, .median_s = 1217.5, .attempts = 3 };
  SpTeamRowValues blue = { .name = "Blues", .n_members = 3, .n_ranked = 1, .rank_sum = 2, .total_s = 700, .mean_s = 700,
                           .median_s = NAN, .attempts = 3, .incomplete = TRUE, .missing = missing };
  SpBoardValues values = { .group = group, .state = SP_BOARD_PROVISIONAL, .as_of_local_s = MAKE_AS_OF,
                           .opens_local_s = sp_time_new (2026, 1, 5, 0, 0, 0),
                           .ends_local_s = sp_time_new (2026, 1, 11, 23, 59, 59), .rows = G_LIST_MODEL (rows),
                           .teams = G_LIST_MODEL (teams), .n_ranked = 3, .n_timed = 2, .n_no_data = 1, .n_stale = 1,
                           .warnings = warnings };

  make_row (rows, competition, 0, group, SP_ROW_TIMED, SP_ROW_BIRTHDAY | SP_ROW_TIME_BONUS, 1, 635, NULL);
  make_row (rows, competition, 1, group, SP_ROW_TIMED, SP_ROW_TIME_BONUS | SP_ROW_STALE | SP_ROW_TIME_HIDDEN, 2, 700,
            NULL);
  make_row (rows, competition, 3, group, SP_ROW_DEFAULT, 0, 3, 1800, NULL);
  make_row (rows, competition, 2, group, SP_ROW_NONE, 0, 0, -1, NULL);
  make_row (rows, competition, 4, group, SP_ROW_NO_DATA, SP_ROW_INCOMPLETE, 0, -1, "not connected");
  first = g_list_model_get_item (G_LIST_MODEL (rows), 0);
  red.fastest = first;
  reds = sp_team_row_new (&red);
  blues = sp_team_row_new (&blue);
  g_list_store_append (teams, reds);
  g_list_store_append (teams, blues);

  return sp_board_new (&values);
}

G_GNUC_UNUSED static SpDistanceBoard *
make_distance_board (SpCompetition *competition,
                     gboolean       summary)
{
  g_autoptr(GListStore) rows = g_list_store_new (SP_TYPE_DISTANCE_ROW);
  SpDistanceRowValues known = { .runner = sp_competition_get_runner (competition, 0), .known = TRUE,
                                .flags = SP_ROW_STALE, .place = 1, .n_runs = 4, .distance_m = 41234.5, .climb_m = 512.4,
                                .n_over = 2, .mean_m = 10308.6, .fetched_at_s = MAKE_FETCHED };
  SpDistanceRowValues unknown = { .runner = sp_competition_get_runner (competition, 2), .mean_m = NAN,
                                  .fetched_at_s = SP_TIME_UNKNOWN, .reason = "offline" };
  SpDistanceBoardValues values = { .window = summary ? NULL : sp_competition_get_series_window (competition, 0),
                                   .state = SP_BOARD_OPEN, .as_of_local_s = MAKE_AS_OF, .rows = G_LIST_MODEL (rows) };
  g_autoptr(SpDistanceRow) first = sp_distance_row_new (&known);
  g_autoptr(SpDistanceRow) second = sp_distance_row_new (&unknown);

  g_list_store_append (rows, first);
  g_list_store_append (rows, second);

  return sp_distance_board_new (&values);
}

G_GNUC_UNUSED static SpQuality *
make_quality (SpCompetition *competition)
{
  g_autoptr(GListStore) rows = g_list_store_new (SP_TYPE_QUALITY_ROW);
  SpQualityRowValues failed = { .runner = sp_competition_get_runner (competition, 4), .state = SP_QUALITY_FAILED,
                                .error_code = 3, .reason = "not connected", .n_retries = 2,
                                .fetched_at_s = SP_TIME_UNKNOWN };
  SpQualityRowValues fresh = { .runner = sp_competition_get_runner (competition, 0), .state = SP_QUALITY_FRESH,
                               .error_code = -1, .fetched_at_s = MAKE_FETCHED, .hides_private = TRUE,
                               .n_activities = 12, .n_inspected = 5, .n_unknown = 1, .n_skipped = { 1, 2, 3, 0, 0 } };
  SpQualityValues values = { .rows = G_LIST_MODEL (rows), .n_fresh = 1, .n_failed = 1, .n_retries = 2,
                             .n_activities = 12, .n_inspected = 5, .n_unknown = 1, .n_skipped = { 1, 2, 3, 0, 0 } };
  g_autoptr(SpQualityRow) first = sp_quality_row_new (&failed);
  g_autoptr(SpQualityRow) second = sp_quality_row_new (&fresh);

  g_list_store_append (rows, first);
  g_list_store_append (rows, second);

  return sp_quality_new (&values);
}

G_GNUC_UNUSED static SpResults *
make_results (void)
{
  static const char * const warnings[] = { "A window ends before it starts and was skipped.", NULL };
  g_autoptr(SpCompetition) competition = make_competition ();
  g_autoptr(GListStore) boards = g_list_store_new (SP_TYPE_BOARD);
  g_autoptr(GListStore) distance_boards = g_list_store_new (SP_TYPE_DISTANCE_BOARD);
  g_autoptr(GListStore) teams = g_list_store_new (SP_TYPE_TEAM_SUMMARY);
  g_autoptr(GListStore) runners = g_list_store_new (SP_TYPE_RUNNER_SUMMARY);
  g_autoptr(SpQuality) quality = make_quality (competition);
  SpTeamSummaryValues red = { .name = "Reds", .place = 1, .n_runners = 1, .n_boards = 3, .rank_sum = 12,
                              .total_s = 7305, .mean_s = 1217.5, .attempts = 9 };
  SpRunnerSummaryValues zoe = { .runner = sp_competition_get_runner (competition, 0), .n_boards = 3, .total_s = 1905,
                                .rank_sum = 3, .attempts = 9, .incomplete = TRUE };
  g_autoptr(SpTeamSummary) team = sp_team_summary_new (&red);
  g_autoptr(SpRunnerSummary) runner = sp_runner_summary_new (&zoe);
  SpResultsValues values = { .competition = competition, .as_of_local_s = MAKE_AS_OF, .finished_at_s = MAKE_FETCHED,
                             .source_id = "mock", .cancelled = TRUE, .boards = G_LIST_MODEL (boards),
                             .distance_boards = G_LIST_MODEL (distance_boards), .team_summaries = G_LIST_MODEL (teams),
                             .runner_summaries = G_LIST_MODEL (runners), .quality = quality, .warnings = warnings };

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(SpBoard) board = make_board (competition, i);

      g_list_store_append (boards, board);
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(SpDistanceBoard) board = make_distance_board (competition, i == 1);

      g_list_store_append (distance_boards, board);
    }
  g_list_store_append (teams, team);
  g_list_store_append (runners, runner);

  return sp_results_new (&values);
}
