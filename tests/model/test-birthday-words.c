/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Run in the language of the tests, and with ../support/with-language.sh in those that the program speaks. */
#include "model/sp-birthday-words.h"

#include "api/sp-time.h"
#include "model/sp-words.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

static void
assert_read (const char *text,
             int         month,
             int         day)
{
  int m = 0, d = 0;

  if (!sp_birthday_words_read (text, &m, &d))
    g_error ("“%s” is not read", text);
  g_assert_cmpint (m, ==, month);
  g_assert_cmpint (d, ==, day);
}

/* What is shown can be read again, and so can the whole name of a month. */
static void
test_every_day (void)
{
  for (int month = 1; month <= 12; month++)
    for (int day = 1; day <= g_date_get_days_in_month ((GDateMonth) month, 2000); day++)
      {
        g_autoptr (GDateTime) time = g_date_time_new_utc (2000, month, day, 0, 0, 0);
        g_autofree char *shown = sp_words_day (sp_time_new (2000, month, day, 0, 0, 0));
        g_autofree char *whole = g_date_time_format (time, "%-d %B");
        g_autofree char *loud = g_utf8_strup (whole, -1);

        assert_read (shown, month, day);
        assert_read (whole, month, day);
        assert_read (loud, month, day);
      }
}

static void
test_names (void)
{
  static const struct { const char *language, *text; } cases[] = {
    { "C", "2-mar" }, { "C", "2 March " }, { "de", "2. März" }, { "de", "2. Mär." }, { "cy", "2 Mawrth" },
  };
  const char *language = setlocale (LC_TIME, NULL);
  guint n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    if (g_str_has_prefix (language, cases[i].language))
      {
        assert_read (cases[i].text, 3, 2);
        n++;
      }
  g_assert_cmpuint (n, >, 0);
}

static void
test_bad (void)
{
  static const char * const cases[] = { "", "2", "2 ", "0 May", "Smarch", "2 Smarch", "\xff", "2 \xff", "400 May" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int month = 77, day = 78;

      g_assert_false (sp_birthday_words_read (cases[i], &month, &day));
      g_assert_cmpint (month, ==, 77);
      g_assert_cmpint (day, ==, 78);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("SEGMENT_PODIUM_LOCALE_PATH"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/birthday-words/every-day", test_every_day);
  g_test_add_func ("/model/birthday-words/names", test_names);
  g_test_add_func ("/model/birthday-words/bad", test_bad);

  return g_test_run ();
}
