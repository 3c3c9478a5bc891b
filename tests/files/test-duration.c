/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-duration.h"

static void
test_good (void)
{
  static const struct { const char *text; int seconds; } cases[] = {
    { "0", 0 }, { "1800", 1800 }, { "30:00", 1800 }, { "0:30:00", 1800 }, { "90:00", 5400 }, { "1:05:00", 3900 },
    { "0:05", 5 }, { "-20", -20 }, { "+20", 20 }, { "-0:20", -20 }, { "-1:00:00", -3600 }, { "100:00:00", 360000 },
    { "99999999", 99999999 }, { "007", 7 }, { "1:2", 62 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int seconds = -1;

      g_assert_true (sp_duration_parse (cases[i].text, &seconds));
      g_assert_cmpint (seconds, ==, cases[i].seconds);
    }
}

static void
test_bad (void)
{
  static const char * const cases[] = {
    "", "-", "+", ":", "30:", ":30", "1:60", "1:60:00", "1:00:60", "1:00:00:00", "30 min", "30:00 ", " 30", "12.5",
    "1e3",
    "--5", "1:-5", "100000000", "99999999999999999999999", "27777:46:40", "99999999:00", "x", "١٢",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int seconds = 77;

      g_assert_false (sp_duration_parse (cases[i], &seconds));
      g_assert_cmpint (seconds, ==, 77);
    }
}

static void
test_format (void)
{
  static const struct { int seconds; const char *text; } cases[] = {
    { 0, "0:00:00" }, { 59, "0:00:59" }, { 635, "0:10:35" }, { 3600, "1:00:00" }, { 360061, "100:01:01" },
    { -5, "-0:00:05" }, { G_MAXINT, "596523:14:07" }, { G_MININT, "-596523:14:08" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = sp_duration_format (cases[i].seconds);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_round_trip (void)
{
  for (int i = 0; i < 3000; i++)
    {
      int seconds = g_test_rand_int_range (-SP_DURATION_MAX_S, SP_DURATION_MAX_S + 1);
      g_autofree char *text = sp_duration_format (seconds);
      int again = 0;

      g_assert_true (sp_duration_parse (text, &again));
      g_assert_cmpint (again, ==, seconds);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/files/duration/good", test_good);
  g_test_add_func ("/files/duration/bad", test_bad);
  g_test_add_func ("/files/duration/format", test_format);
  g_test_add_func ("/files/duration/round-trip", test_round_trip);

  return g_test_run ();
}
