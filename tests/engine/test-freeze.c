/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-freeze.h"

#include "engine/sp-scorer.h"
#include "support/sp-test-club.h"

#define WEEK { "2026-01-05", "2026-01-11" }
#define AFTER "2026-03-01T10:30:00"

static SpCompetition *
make_competition (gboolean first_closed)
{
  return sp_test_competition (.runners = { sp_test_runner (.id = 1) },
                              .groups = { sp_test_group (.windows = { WEEK }, .closed = first_closed),
                                          sp_test_group (.segment_id = 8, .windows = { WEEK }) });
}

static SpBoard *
get_board (SpResults *results,
           guint      index)
{
  return g_list_model_get_item (sp_results_get_values (results)->boards, index);
}

/* Closed without anything but results: the rows stay, and a later run that no longer asks for them changes nothing. */
static void
test_close (void)
{
  g_autoptr (SpCompetition) open = make_competition (FALSE);
  g_autoptr (SpCompetition) closed = make_competition (TRUE);
  g_autoptr (SpHarvest) harvest =
    sp_test_harvest (.segments = { sp_test_segment (.id = 7), sp_test_segment (.id = 8) }, .blocks = {
      sp_test_block (.id = 1, .list = SP_LIST_FRESH,
                     .activities = { sp_test_activity (.id = 3, .efforts = { { 7, 300 }, { 8, 90 } }) }) });
  g_autoptr (SpHarvest) later =
    sp_test_harvest (.segments = { sp_test_segment (.id = 7), sp_test_segment (.id = 8) }, .blocks = {
      sp_test_block (.id = 1, .list = SP_LIST_FRESH, .activities = { NULL }) });
  g_autoptr (SpResults) first = sp_scorer_score (open, harvest, sp_test_time (AFTER));
  g_autoptr (SpResults) frozen = sp_freeze_apply (first, closed);
  g_autoptr (SpResults) after = sp_scorer_score_after (closed, later, sp_test_time (AFTER), frozen);
  g_autoptr (SpBoard) before_board = get_board (first, 0);
  g_autoptr (SpBoard) board = get_board (frozen, 0);
  g_autoptr (SpBoard) other = get_board (frozen, 1);
  g_autoptr (SpBoard) other_before = get_board (first, 1);
  g_autoptr (SpBoard) board_after = get_board (after, 0);

  g_assert_cmpint (sp_board_get_values (before_board)->state, ==, SP_BOARD_COMPLETE);
  g_assert_cmpint (sp_board_get_values (board)->state, ==, SP_BOARD_CLOSED);
  g_assert_true (sp_board_get_values (board)->rows == sp_board_get_values (before_board)->rows);
  g_assert_true (sp_group_get_values (sp_board_get_values (board)->group)->closed);
  g_assert_true (other == other_before);
  g_assert_true (board_after == board);
  g_assert_cmpuint (sp_board_get_values (board_after)->n_timed, ==, 1);
}

/* Open again, the rows are still there, and how far it is follows from them. */
static void
test_open (void)
{
  g_autoptr (SpCompetition) open = make_competition (FALSE);
  g_autoptr (SpCompetition) closed = make_competition (TRUE);
  g_autoptr (SpResults) first = sp_scorer_score (closed, NULL, sp_test_time (AFTER));
  g_autoptr (SpResults) again = sp_freeze_apply (first, open);
  g_autoptr (SpBoard) board = get_board (again, 0);

  g_assert_cmpint (sp_board_get_values (board)->state, ==, SP_BOARD_PROVISIONAL);
  g_assert_false (sp_group_get_values (sp_board_get_values (board)->group)->closed);
}

static void
test_same (void)
{
  g_autoptr (SpCompetition) open = make_competition (FALSE);
  g_autoptr (SpCompetition) none = sp_test_competition (.runners = { sp_test_runner (.id = 1) });
  g_autoptr (SpResults) first = sp_scorer_score (open, NULL, sp_test_time (AFTER));
  g_autoptr (SpResults) same = sp_freeze_apply (first, open);
  g_autoptr (SpResults) gone = sp_freeze_apply (first, none);

  g_assert_true (same == first);
  g_assert_true (gone == first);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/freeze/close", test_close);
  g_test_add_func ("/freeze/open", test_open);
  g_test_add_func ("/freeze/same", test_same);

  return g_test_run ();
}
