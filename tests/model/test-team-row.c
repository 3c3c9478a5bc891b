/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-team-row.h"

#include "support/sp-test-club.h"

static void
test_values (void)
{
  g_autoptr (SpRunner) runner = sp_test_runner (.id = 1);
  g_autoptr (SpGroup) group = sp_test_group (.windows = { { "2026-01-05", "2026-01-11" } });
  g_autoptr (SpRow) fastest = sp_row_new (&(SpRowValues) { .runner = runner, .group = group });
  char name[] = "Reds";
  const char *missing[] = { "Elin", NULL };
  SpTeamRow *team = sp_team_row_new (&(SpTeamRowValues) { .name = name, .place = 2, .gap_s = -5, .fastest = fastest,
                                                          .incomplete = TRUE, .missing = missing });
  const SpTeamRowValues *values = sp_team_row_get_values (team);

  name[0] = 'X';
  missing[0] = "X";
  g_assert_cmpstr (values->name, ==, "Reds");
  g_assert_cmpuint (values->place, ==, 2);
  g_assert_cmpint (values->gap_s, ==, -5);
  g_assert_true (values->fastest == fastest);
  g_assert_cmpstr (values->missing[0], ==, "Elin");
  g_assert_null (values->missing[1]);
  g_assert_finalize_object (team);
}

static void
test_bare (void)
{
  g_autoptr (SpTeamRow) team = sp_team_row_new (&(SpTeamRowValues) { .name = "Reds" });

  g_assert_null (sp_team_row_get_values (team)->fastest);
  g_assert_null (sp_team_row_get_values (team)->missing);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/team-row/values", test_values);
  g_test_add_func ("/model/team-row/bare", test_bare);

  return g_test_run ();
}
