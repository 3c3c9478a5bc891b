/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-birthday.h"

static void
test_good (void)
{
  static const struct { const char *text; int month, day; } cases[] = {
    { "15-Mar", 3, 15 }, { "15 March", 3, 15 }, { "1-jan", 1, 1 }, { "01-JAN", 1, 1 }, { "31/Dec", 12, 31 },
    { "29-Feb", 2, 29 }, { "3.may", 5, 3 }, { "30 sept", 9, 30 }, { "30-Sep", 9, 30 }, { "7Jun", 6, 7 },
    { "1985-03-15", 3, 15 }, { "1985-03-15T00:00:00", 3, 15 }, { "2000-02-29", 2, 29 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int month = 0, day = 0;

      g_assert_true (sp_birthday_parse (cases[i].text, &month, &day));
      g_assert_cmpint (month, ==, cases[i].month);
      g_assert_cmpint (day, ==, cases[i].day);
    }
}

static void
test_bad (void)
{
  static const char * const cases[] = {
    "", "15", "Mar", "Mar-15", "15-", "15-3", "15/03", "0-Mar", "32-Jan", "30-Feb", "31-Apr", "15-Ma", "15-Marc",
    "15-Mrz",
    "15-March 1985", "1985-02-29", "1985-13-01", "999-Mar", "99999999999-Mar", "-15-Mar", "15--", "soon",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int month = 77, day = 78;

      g_assert_false (sp_birthday_parse (cases[i], &month, &day));
      g_assert_cmpint (month, ==, 77);
      g_assert_cmpint (day, ==, 78);
    }
}

/* Every day of a leap year, in the form that documents use. */
static void
test_every_day (void)
{
  static const char * const names[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov",
                                        "Dec" };
  guint n = 0;

  for (int month = 1; month <= 12; month++)
    for (int day = 1; day <= 31; day++)
      {
        g_autofree char *text = g_strdup_printf ("%02d-%s", day, names[month - 1]);
        int m = 0, d = 0;
        gboolean there = g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, 2000);

        g_assert_true (sp_birthday_parse (text, &m, &d) == there);
        g_assert_true (!there || (m == month && d == day));
        n += there;
      }
  g_assert_cmpuint (n, ==, 366);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/files/birthday/good", test_good);
  g_test_add_func ("/files/birthday/bad", test_bad);
  g_test_add_func ("/files/birthday/every-day", test_every_day);

  return g_test_run ();
}
