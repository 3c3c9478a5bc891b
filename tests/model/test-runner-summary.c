/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-runner-summary.h"

#include "support/sp-test-club.h"

static void
test_values (void)
{
  SpRunner *runner = sp_test_runner (.id = 1);
  SpRunnerSummary *summary = sp_runner_summary_new (&(SpRunnerSummaryValues) { .runner = runner, .n_boards = 2,
                                                                               .total_s = 900, .rank_sum = 5,
                                                                               .attempts = 7, .incomplete = TRUE });
  const SpRunnerSummaryValues *values = sp_runner_summary_get_values (summary);

  g_assert_true (values->runner == runner);
  g_assert_cmpuint (values->n_boards, ==, 2);
  g_assert_cmpint (values->total_s, ==, 900);
  g_assert_cmpuint (values->rank_sum, ==, 5);
  g_assert_cmpuint (values->attempts, ==, 7);
  g_assert_true (values->incomplete);
  g_assert_finalize_object (summary);
  g_assert_finalize_object (runner);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/runner-summary/values", test_values);

  return g_test_run ();
}
