/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "api/sp-athlete.h"

static void
test_athlete (void)
{
  g_autofree char *name = g_strdup ("Ann Österberg");
  g_autoptr(SpAthlete) athlete = sp_athlete_new (G_MAXINT64, name);
  g_autoptr(SpAthlete) same = g_boxed_copy (SP_TYPE_ATHLETE, athlete);

  name[0] = 'X';
  g_assert_true (same == athlete);
  g_assert_cmpint (sp_athlete_get_id (athlete), ==, G_MAXINT64);
  g_assert_cmpstr (sp_athlete_get_name (athlete), ==, "Ann Österberg");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/athlete/athlete", test_athlete);

  return g_test_run ();
}
