/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-board-state.h"

#include "support/sp-test-club.h"

static void
test_group (void)
{
  g_autoptr (SpGroup) group = sp_test_group (.windows = { { "2026-01-12", "2026-01-18" },
                                                          { "2026-01-05", "2026-01-06" } });
  const struct { const char *as_of; gboolean all_known; SpBoardState state; } cases[] = {
    { "2026-01-04T23:59:59", TRUE, SP_BOARD_UPCOMING },
    { "2026-01-05T00:00:00", TRUE, SP_BOARD_OPEN },
    { "2026-01-09T00:00:00", FALSE, SP_BOARD_OPEN },
    { "2026-01-18T23:59:59", TRUE, SP_BOARD_OPEN },
    { "2026-01-19T00:00:00", TRUE, SP_BOARD_COMPLETE },
    { "2026-01-19T00:00:00", FALSE, SP_BOARD_PROVISIONAL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (sp_board_state_of_group (group, sp_test_time (cases[i].as_of), cases[i].all_known), ==,
                     cases[i].state);
}

static void
test_closed (void)
{
  g_autoptr (SpGroup) group = sp_test_group (.closed = TRUE, .windows = { { "2026-01-05", "2026-01-06" } });

  g_assert_cmpint (sp_board_state_of_group (group, 0, TRUE), ==, SP_BOARD_CLOSED);
  g_assert_cmpint (sp_board_state_of_group (group, sp_test_time ("2026-02-01"), FALSE), ==, SP_BOARD_CLOSED);
}

static void
test_inverted (void)
{
  SpPeriod period = { 100, 50 };

  g_assert_cmpint (sp_board_state_of_period (&period, 75, TRUE), ==, SP_BOARD_UPCOMING);
  g_assert_cmpint (sp_board_state_of_period (&period, 200, TRUE), ==, SP_BOARD_UPCOMING);
  g_assert_false (sp_board_state_is_over (&period, 200));
}

static void
test_over (void)
{
  SpPeriod period = { 50, 100 };

  g_assert_false (sp_board_state_is_over (&period, 100));
  g_assert_true (sp_board_state_is_over (&period, 101));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/board-state/group", test_group);
  g_test_add_func ("/engine/board-state/closed", test_closed);
  g_test_add_func ("/engine/board-state/inverted", test_inverted);
  g_test_add_func ("/engine/board-state/over", test_over);

  return g_test_run ();
}
