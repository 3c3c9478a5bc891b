/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-sports.h"

static void
test_kinds (void)
{
  g_assert_true (sp_sports_accept ("Run", NULL, "TrailRun"));
  g_assert_true (sp_sports_accept ("Run", NULL, "VirtualRun"));
  g_assert_false (sp_sports_accept ("Run", NULL, "Ride"));
  g_assert_false (sp_sports_accept ("Run", NULL, "Walk"));
  g_assert_true (sp_sports_accept ("VirtualRide", NULL, "GravelRide"));
  g_assert_true (sp_sports_accept ("Ride", NULL, "MountainBikeRide"));
  g_assert_false (sp_sports_accept ("Ride", NULL, "Run"));
}

static void
test_unknown (void)
{
  g_assert_true (sp_sports_accept (NULL, NULL, "Run"));
  g_assert_true (sp_sports_accept (NULL, NULL, "Ride"));
  g_assert_false (sp_sports_accept (NULL, NULL, "Kitesurf"));
  g_assert_true (sp_sports_accept ("Kitesurf", NULL, "Kitesurf"));
  g_assert_false (sp_sports_accept ("Kitesurf", NULL, "Run"));
  g_assert_false (sp_sports_accept ("Run", NULL, NULL));
}

static void
test_own (void)
{
  const char * const own[] = { "Walk", "Hike", NULL };
  const char * const none[] = { NULL };

  g_assert_true (sp_sports_accept ("Run", own, "Walk"));
  g_assert_false (sp_sports_accept ("Run", own, "Run"));
  g_assert_true (sp_sports_accept ("Run", none, "Run"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/sports/kinds", test_kinds);
  g_test_add_func ("/model/sports/unknown", test_unknown);
  g_test_add_func ("/model/sports/own", test_own);

  return g_test_run ();
}
