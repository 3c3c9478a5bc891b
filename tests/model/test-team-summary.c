/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-team-summary.h"

static void
test_values (void)
{
  char name[] = "Reds";
  SpTeamSummary *team = sp_team_summary_new (&(SpTeamSummaryValues) { .name = name, .place = 1, .n_runners = 5,
                                                                      .n_boards = 3, .rank_sum = 40, .total_s = 9000,
                                                                      .mean_s = 600, .attempts = 12,
                                                                      .incomplete = TRUE });
  const SpTeamSummaryValues *values = sp_team_summary_get_values (team);

  name[0] = 'X';
  g_assert_cmpstr (values->name, ==, "Reds");
  g_assert_cmpuint (values->place, ==, 1);
  g_assert_cmpuint (values->n_runners, ==, 5);
  g_assert_cmpuint (values->n_boards, ==, 3);
  g_assert_cmpuint (values->rank_sum, ==, 40);
  g_assert_cmpint (values->total_s, ==, 9000);
  g_assert_cmpfloat (values->mean_s, ==, 600);
  g_assert_cmpuint (values->attempts, ==, 12);
  g_assert_true (values->incomplete);
  g_assert_finalize_object (team);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/team-summary/values", test_values);

  return g_test_run ();
}
