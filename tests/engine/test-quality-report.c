/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-quality-report.h"

#include "support/sp-test-club.h"

#define AFTER "2026-03-01T10:30:00"
#define WEEK { "2026-01-05", "2026-01-11" }

static const SpQualityRowValues *
row_at (SpQuality *quality,
        guint      index)
{
  g_autoptr (SpQualityRow) row = g_list_model_get_item (sp_quality_get_values (quality)->rows, index);

  g_assert_nonnull (row);

  return sp_quality_row_get_values (row);
}

static void
test_report (void)
{
  g_autoptr (SpCompetition) competition =
    sp_test_competition (.groups = { sp_test_group (.windows = { WEEK }) },
                         .runners = { sp_test_runner (.id = 1, .name = "Fresh"),
                                      sp_test_runner (.id = 2, .name = "Old"),
                                      sp_test_runner (.id = 3, .name = "Failed"),
                                      sp_test_runner (.id = 4, .name = "Late"),
                                      sp_test_runner (.key = "n", .name = "Nia"),
                                      sp_test_runner (.id = 6, .name = "New"),
                                      sp_test_runner (.id = 7, .team = "", .name = "Guest"),
                                      sp_test_runner (.id = 8, .name = "Gap") });
  g_autoptr (SpHarvest) harvest = sp_test_harvest (.segments = { sp_test_segment (.id = 7) }, .blocks = {
    sp_test_block (.id = 1, .list = SP_LIST_FRESH, .n_retries = 1, .activities = {
      sp_test_activity (.id = 1, .efforts = { { 7, 300 } }),
      sp_test_activity (.id = 2, .start = "2026-02-01", .is_listed = TRUE),
      sp_test_activity (.id = 3, .sport = "Ride", .is_listed = TRUE),
      sp_test_activity (.id = 4, .flags = SP_ACTIVITY_MANUAL, .is_listed = TRUE),
      sp_test_activity (.id = 5, .flags = SP_ACTIVITY_INDOOR, .is_listed = TRUE) }),
    sp_test_block (.id = 2, .list = SP_LIST_STALE, .fetched = "2026-01-26", .error_code = SP_FETCH_ERROR_OFFLINE,
                   .reason = "No answer.", .n_retries = 2),
    sp_test_block (.id = 3, .list = SP_LIST_FAILED, .error_code = SP_FETCH_ERROR_UNAUTHORIZED, .reason = "Revoked.",
                   .hides_private = TRUE),
    sp_test_block (.id = 4, .list = SP_LIST_CANCELLED),
    sp_test_block (.id = 8, .list = SP_LIST_FRESH, .unknown = { 9 }, .activities = {
      sp_test_activity (.id = 9, .is_listed = TRUE), sp_test_activity (.id = 10, .is_listed = TRUE) }) });
  g_autoptr (SpQuality) quality = sp_quality_report_make (competition, harvest, sp_test_time (AFTER));
  const SpQualityValues *all = sp_quality_get_values (quality);
  const char * const names[] = { "Failed", "New", "Nia", "Late", "Old", "Gap", "Fresh" };
  const SpQualityState states[] = { SP_QUALITY_FAILED, SP_QUALITY_FAILED, SP_QUALITY_FAILED, SP_QUALITY_CANCELLED,
                                    SP_QUALITY_STALE, SP_QUALITY_FRESH, SP_QUALITY_FRESH };

  g_assert_cmpuint (g_list_model_get_n_items (all->rows), ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_assert_cmpstr (sp_runner_get_values (row_at (quality, i)->runner)->name, ==, names[i]);
      g_assert_cmpint (row_at (quality, i)->state, ==, states[i]);
      g_assert_cmpint (row_at (quality, i)->reason == NULL, ==, i >= 5);
    }
  g_assert_cmpstr (row_at (quality, 0)->reason, ==, "Revoked.");
  g_assert_cmpint (row_at (quality, 0)->error_code, ==, SP_FETCH_ERROR_UNAUTHORIZED);
  g_assert_true (row_at (quality, 0)->hides_private);
  g_assert_cmpint (row_at (quality, 4)->fetched_at_s, ==, sp_test_time ("2026-01-26"));
  g_assert_cmpuint (row_at (quality, 5)->n_unknown, ==, 2);
  g_assert_cmpuint (row_at (quality, 6)->n_activities, ==, 5);
  g_assert_cmpuint (row_at (quality, 6)->n_inspected, ==, 1);
  for (guint i = 0; i < SP_N_SKIP_REASONS; i++)
    g_assert_cmpuint (row_at (quality, 6)->n_skipped[i], ==, i == SP_SKIP_ROUTE ? 0 : 1);
  g_assert_cmpuint (all->n_fresh, ==, 2);
  g_assert_cmpuint (all->n_stale, ==, 1);
  g_assert_cmpuint (all->n_failed, ==, 3);
  g_assert_cmpuint (all->n_cancelled, ==, 1);
  g_assert_cmpuint (all->n_retries, ==, 3);
  g_assert_cmpuint (all->n_activities, ==, 7);
  g_assert_cmpuint (all->n_unknown, ==, 2);
  g_assert_cmpuint (all->n_skipped[SP_SKIP_SPORT], ==, 1);
}

/* Boards that have not begun, or are closed, need nobody. */
static void
test_nobody_needed (void)
{
  g_autoptr (SpCompetition) competition =
    sp_test_competition (.groups = { sp_test_group (.windows = { { "2026-04-01", "2026-04-11" } }),
                                     sp_test_group (.segment_id = 8, .closed = TRUE, .windows = { WEEK }) },
                         .runners = { sp_test_runner (.id = 1), sp_test_runner (.name = "Nia") });
  g_autoptr (SpHarvest) harvest = sp_test_harvest (.blocks = { NULL });
  g_autoptr (SpQuality) quality = sp_quality_report_make (competition, harvest, sp_test_time (AFTER));

  g_assert_cmpuint (g_list_model_get_n_items (sp_quality_get_values (quality)->rows), ==, 0);
  g_assert_cmpuint (sp_quality_get_values (quality)->n_failed, ==, 0);
}

static void
test_pending (void)
{
  g_autoptr (SpCompetition) competition =
    sp_test_competition (.series = { { "2026-01-01", "2026-01-31" } },
                         .runners = { sp_test_runner (.id = 1, .distance_team = "Reds"),
                                      sp_test_runner (.id = 2, .distance_team = "Reds") });
  g_autoptr (SpHarvest) snapshot = sp_test_harvest (.running = TRUE, .blocks = {
    sp_test_block (.id = 1, .list = SP_LIST_PENDING) });
  g_autoptr (SpQuality) running = sp_quality_report_make (competition, snapshot, sp_test_time (AFTER));
  g_autoptr (SpQuality) never = sp_quality_report_make (competition, NULL, sp_test_time (AFTER));

  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpint (row_at (running, i)->state, ==, SP_QUALITY_PENDING);
      g_assert_cmpint (row_at (never, i)->state, ==, SP_QUALITY_PENDING);
    }
  g_assert_finalize_object (g_steal_pointer (&never));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/quality-report/report", test_report);
  g_test_add_func ("/engine/quality-report/nobody-needed", test_nobody_needed);
  g_test_add_func ("/engine/quality-report/pending", test_pending);

  return g_test_run ();
}
