/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-scorer.h"

#include "support/sp-test-club.h"

#define WEEK { "2026-01-05", "2026-01-11" }
#define AFTER "2026-03-01T10:30:00"

static SpHarvest *
make_harvest (SpActivity *activity)
{
  return sp_test_harvest (.segments = { sp_test_segment (.id = 7) }, .blocks = {
    sp_test_block (.id = 1, .list = SP_LIST_FRESH, .activities = { activity }) });
}

/* A closed board stands as it was frozen, whatever later runs bring; open again, it is scored anew. */
static void
test_frozen (void)
{
  g_autoptr (SpCompetition) closed =
    sp_test_competition (.runners = { sp_test_runner (.id = 1) },
                         .groups = { sp_test_group (.windows = { WEEK }, .closed = TRUE) });
  g_autoptr (SpCompetition) open = sp_test_competition (.runners = { sp_test_runner (.id = 1) },
                                                        .groups = { sp_test_group (.windows = { WEEK }) });
  g_autoptr (SpHarvest) before = make_harvest (sp_test_activity (.id = 3, .efforts = { { 7, 300 } }));
  g_autoptr (SpHarvest) later = make_harvest (NULL);
  g_autoptr (SpResults) first = sp_scorer_score (closed, before, sp_test_time (AFTER));
  g_autoptr (SpResults) second = sp_scorer_score_after (closed, later, sp_test_time (AFTER), first);
  g_autoptr (SpResults) third = sp_scorer_score_after (open, later, sp_test_time (AFTER), second);
  g_autoptr (SpBoard) frozen = g_list_model_get_item (sp_results_get_values (first)->boards, 0);
  g_autoptr (SpBoard) kept = g_list_model_get_item (sp_results_get_values (second)->boards, 0);
  g_autoptr (SpBoard) anew = g_list_model_get_item (sp_results_get_values (third)->boards, 0);

  g_assert_true (kept == frozen);
  g_assert_cmpint (sp_board_get_values (kept)->state, ==, SP_BOARD_CLOSED);
  g_assert_cmpuint (sp_board_get_values (kept)->n_timed, ==, 1);
  g_assert_cmpint (sp_board_get_values (anew)->state, ==, SP_BOARD_COMPLETE);
  g_assert_cmpuint (sp_board_get_values (anew)->n_timed, ==, 0);
}

/* A board that was open before is scored when it is closed; another board is never taken for it. */
static void
test_closed_just_now (void)
{
  g_autoptr (SpCompetition) open = sp_test_competition (.runners = { sp_test_runner (.id = 1) },
                                                        .groups = { sp_test_group (.windows = { WEEK }) });
  g_autoptr (SpCompetition) closed =
    sp_test_competition (.runners = { sp_test_runner (.id = 1) },
                         .groups = { sp_test_group (.windows = { WEEK }, .closed = TRUE),
                                     sp_test_group (.segment_id = 8, .windows = { WEEK }, .closed = TRUE) });
  g_autoptr (SpHarvest) harvest = make_harvest (sp_test_activity (.id = 3, .efforts = { { 7, 300 }, { 8, 90 } }));
  g_autoptr (SpResults) first = sp_scorer_score (open, harvest, sp_test_time (AFTER));
  g_autoptr (SpResults) second = sp_scorer_score_after (closed, harvest, sp_test_time (AFTER), first);
  g_autoptr (SpResults) third = sp_scorer_score_after (closed, NULL, sp_test_time (AFTER), second);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (SpBoard) board = g_list_model_get_item (sp_results_get_values (third)->boards, i);
      g_autoptr (SpRow) row = g_list_model_get_item (sp_board_get_values (board)->rows, 0);

      g_assert_cmpint (sp_board_get_values (board)->state, ==, SP_BOARD_CLOSED);
      g_assert_cmpint (sp_row_get_values (row)->time_s, ==, i == 0 ? 300 : 90);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/scorer-frozen/frozen", test_frozen);
  g_test_add_func ("/engine/scorer-frozen/closed-just-now", test_closed_just_now);

  return g_test_run ();
}
