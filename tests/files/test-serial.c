/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-serial.h"

#include "api/sp-time.h"

#include <math.h>

static void
test_days (void)
{
  static const struct { double serial; int year, month, day; } cases[] = {
    { 1, 1900, 1, 1 }, { 59, 1900, 2, 28 }, { 60, 1900, 2, 28 }, { 61, 1900, 3, 1 }, { 25569, 1970, 1, 1 },
    { 46027, 2026, 1, 5 }, { 2958465, 9999, 12, 31 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 local_s = 0;
      int year, month, day;

      g_assert_true (sp_serial_to_local_s (cases[i].serial, FALSE, &local_s));
      sp_time_get_date (local_s, &year, &month, &day);
      g_assert_cmpint (year, ==, cases[i].year);
      g_assert_cmpint (month, ==, cases[i].month);
      g_assert_cmpint (day, ==, cases[i].day);
      g_assert_cmpint (local_s % 86400, ==, 0);
    }
}

static void
test_1904 (void)
{
  gint64 local_s = 0;

  g_assert_true (sp_serial_to_local_s (0, TRUE, &local_s));
  g_assert_cmpint (local_s, ==, sp_time_new (1904, 1, 1, 0, 0, 0));
  g_assert_true (sp_serial_to_local_s (46027 - 1462, TRUE, &local_s));
  g_assert_cmpint (local_s, ==, sp_time_new (2026, 1, 5, 0, 0, 0));
  g_assert_cmpfloat (sp_serial_from_local_s (local_s, TRUE), ==, 46027 - 1462);
}

/* A time of day is a fraction that binary numbers miss by a little; the second must come out all the same. */
static void
test_every_second (void)
{
  gint64 day_s = sp_time_new (2026, 3, 29, 0, 0, 0);

  for (gint64 s = day_s; s < day_s + 86400; s += 7)
    {
      gint64 local_s = 0;

      g_assert_true (sp_serial_to_local_s (sp_serial_from_local_s (s, FALSE), FALSE, &local_s));
      g_assert_cmpint (local_s, ==, s);
    }
}

static void
test_no_date (void)
{
  static const double bad[] = { -1, -0.5, 2958466, 1e300 };
  gint64 local_s = 5;

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (sp_serial_to_local_s (bad[i], FALSE, &local_s));
  g_assert_false (sp_serial_to_local_s (NAN, FALSE, &local_s));
  g_assert_false (sp_serial_to_local_s (INFINITY, TRUE, &local_s));
  g_assert_cmpint (local_s, ==, 5);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/files/serial/days", test_days);
  g_test_add_func ("/files/serial/1904", test_1904);
  g_test_add_func ("/files/serial/every-second", test_every_second);
  g_test_add_func ("/files/serial/no-date", test_no_date);

  return g_test_run ();
}
