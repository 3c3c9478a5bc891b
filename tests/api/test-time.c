/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "api/sp-time.h"

#include <string.h>

static void
test_known (void)
{
  g_assert_cmpint (sp_time_new (1970, 1, 1, 0, 0, 0), ==, 0);
  g_assert_cmpint (sp_time_new (1969, 12, 31, 23, 59, 59), ==, -1);
  g_assert_cmpint (sp_time_new (2000, 2, 29, 12, 30, 15), ==, 951827415);
  g_assert_cmpint (sp_time_new (2026, 1, 5, 18, 30, 0), ==, 1767637800);
  g_assert_cmpint (sp_time_new (1, 1, 1, 0, 0, 0), ==, -62135596800);
  g_assert_cmpint (sp_time_new (9999, 12, 31, 23, 59, 59), ==, 253402300799);
}

/* Every day over eight centuries, leap or not, as GLib's calendar has it. */
static void
test_calendar (void)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, G_DATE_JANUARY, 1600);
  while (g_date_get_year (&date) < 2401)
    {
      int year = g_date_get_year (&date), month = (int) g_date_get_month (&date), day = g_date_get_day (&date);
      gint64 time_s = sp_time_new (year, month, day, 23, 59, 59);
      int year_told, month_told, day_told;

      g_assert_cmpint (sp_time_get_day (time_s), ==, (gint64) g_date_get_julian (&date) - 719163);
      g_assert_cmpint (sp_time_get_day (time_s + 1), ==, sp_time_get_day (time_s) + 1);
      sp_time_get_date (time_s, &year_told, &month_told, &day_told);
      g_assert_cmpint (year_told * 10000 + month_told * 100 + day_told, ==, year * 10000 + month * 100 + day);
      g_date_add_days (&date, 1);
    }
  sp_time_get_date (0, NULL, NULL, NULL);
}

static void
test_iso (void)
{
  const struct { const char *text; gint64 time_s; gboolean is_date; } cases[] = {
    { "2026-01-05", 1767571200, TRUE },
    { "2026-01-05T18:30:00", 1767637800, FALSE },
    { "2026-01-05T18:30:00Z", 1767637800, FALSE },
    { "2026-01-05t18:30:00z", 1767637800, FALSE },
    { "2026-01-05 18:30", 1767637800, FALSE },
    { "2026-01-05T18:30:00.999Z", 1767637800, FALSE },
    { "2026-01-05T18:30:00,5", 1767637800, FALSE },
    { "2026-01-05T18:30:00+13:45", 1767637800, FALSE },
    { "2026-01-05T18:30:00-0330", 1767637800, FALSE },
    { "2026-01-05T18:30:00+02", 1767637800, FALSE },
    { "2024-02-29", 1709164800, TRUE },
    { "2000-02-29", 951782400, TRUE },
    /* the hour that a spring forward leaves out, and the one an autumn back repeats, are plain wall clock */
    { "2026-03-29T01:30:00", 1774747800, FALSE },
    { "2026-10-25T01:30:00", 1792891800, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 time_s = 0;
      gboolean is_date = !cases[i].is_date;

      g_assert_true (sp_time_parse_iso (cases[i].text, &time_s, &is_date));
      g_assert_cmpint (time_s, ==, cases[i].time_s);
      g_assert_cmpint (is_date, ==, cases[i].is_date);
      g_assert_true (sp_time_parse_iso (cases[i].text, &time_s, NULL));
    }
}

static void
test_not_iso (void)
{
  const char * const texts[] = {
    "", " ", "2026", "2026-01", "2026-1-5", "2026-01-05T", "2026-01-05T18", "2026-01-05T18:3", "2026-01-05T18:30:0",
    "2026-01-05T24:00:00", "2026-01-05T18:60:00", "2026-01-05T18:30:60", "2026-01-05T18:30:00.", "2026-01-05T18:30:00x",
    "2026-01-05T18:30:00+", "2026-01-05T18:30:00+2", "2026-01-05T18:30:00+15:00", "2026-01-05T18:30:00+02:60",
    "2026-01-05T18:30:00+02:00x", "2026-01-05x", "2026-00-05", "2026-13-05", "2026-01-00", "2026-01-32", "2026-02-29",
    "1900-02-29", "2026-04-31", "0000-01-01", "20260105", "05/01/2026", "-2026-01-05", "2026-01-05T-1:30:00",
    "２０２６-01-05", "2026-01-05T18:30:00ZZ",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gint64 time_s = 77;

      if (sp_time_parse_iso (texts[i], &time_s, NULL))
        g_error ("“%s” was read", texts[i]);
      g_assert_cmpint (time_s, ==, 77);
    }
}

static void
test_to_iso (void)
{
  for (int round = 0; round < 3000; round++)
    {
      gint64 time_s = (gint64) (g_test_rand_double_range (-62135596800.0, 253402300799.0)), again;
      g_autofree char *text = sp_time_to_iso (time_s);
      gboolean is_date;

      g_assert_true (sp_time_parse_iso (text, &again, &is_date));
      g_assert_cmpint (again, ==, time_s);
      g_assert_false (is_date);
    }
}

/* Cut or changed text is read or refused, and never read beyond its end. */
static void
test_mangled (void)
{
  const char *whole = "2026-01-05T18:30:00.5+02:00";

  for (int round = 0; round < 3000; round++)
    {
      g_autofree char *text = g_strndup (whole, (gsize) g_test_rand_int_range (0, (int) strlen (whole) + 1));
      gint64 time_s;

      if (*text != '\0')
        text[g_test_rand_int_range (0, (int) strlen (text))] = (char) g_test_rand_int_range (1, 256);
      if (sp_time_parse_iso (text, &time_s, NULL))
        g_assert_cmpint (time_s, >, -62135596801);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time/known", test_known);
  g_test_add_func ("/time/calendar", test_calendar);
  g_test_add_func ("/time/iso", test_iso);
  g_test_add_func ("/time/not-iso", test_not_iso);
  g_test_add_func ("/time/to-iso", test_to_iso);
  g_test_add_func ("/time/mangled", test_mangled);

  return g_test_run ();
}
