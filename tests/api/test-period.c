/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "api/sp-period.h"

static void
test_contains (void)
{
  g_autoptr(SpPeriod) period = sp_period_new (10, 20);
  g_autoptr(SpPeriod) copy = g_boxed_copy (SP_TYPE_PERIOD, period);
  const struct { gint64 time_s; gboolean expected; } cases[] = {
    { 9, FALSE }, { 10, TRUE }, { 15, TRUE }, { 20, TRUE }, { 21, FALSE }, { G_MININT64, FALSE }, { G_MAXINT64, FALSE },
  };

  g_assert_true (copy != period);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (sp_period_contains (copy, cases[i].time_s), ==, cases[i].expected);
}

static void
test_meets (void)
{
  const SpPeriod period = { 10, 20 };
  const struct { gint64 start_s, end_s; gboolean expected; } cases[] = {
    { 0, 9, FALSE }, { 0, 10, TRUE }, { 12, 13, TRUE }, { 20, 30, TRUE }, { 21, 30, FALSE }, { 0, 99, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (sp_period_meets (&period, cases[i].start_s, cases[i].end_s), ==, cases[i].expected);
}

/* Two periods meet where some second lies in both. */
static void
test_meets_as_seconds_say (void)
{
  for (int round = 0; round < 2000; round++)
    {
      SpPeriod a = { g_test_rand_int_range (0, 20), g_test_rand_int_range (0, 20) };
      SpPeriod b = { g_test_rand_int_range (0, 20), g_test_rand_int_range (0, 20) };
      gboolean meets = FALSE;

      if (a.start_s > a.end_s || b.start_s > b.end_s)
        continue;
      for (gint64 second = 0; second < 20; second++)
        meets |= sp_period_contains (&a, second) && sp_period_contains (&b, second);
      g_assert_cmpint (sp_period_meets (&a, b.start_s, b.end_s), ==, meets);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/period/contains", test_contains);
  g_test_add_func ("/period/meets", test_meets);
  g_test_add_func ("/period/meets-as-seconds-say", test_meets_as_seconds_say);

  return g_test_run ();
}
