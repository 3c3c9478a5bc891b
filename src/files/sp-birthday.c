/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-birthday.h"

#include "api/sp-time.h"

#include <string.h>

static const char * const month_names[] = {
  "january", "february", "march", "april", "may", "june",
  "july", "august", "september", "october", "november", "december",
};

/* An English name of a month, or three letters or more of it. */
static int
find_month (const char *name)
{
  gsize length = strlen (name);

  if (g_ascii_strcasecmp (name, "sept") == 0)
    return 9;
  for (int i = 0; length >= 3 && i < 12; i++)
    if (g_ascii_strcasecmp (name, month_names[i]) == 0 ||
        (length == 3 && g_ascii_strncasecmp (name, month_names[i], 3) == 0))
      return i + 1;

  return 0;
}

/**
 * sp_birthday_parse:
 * @text: such as "15-Mar", "15 March" or "1985-03-15"
 * @month: (out): from 1 to 12
 * @day: (out): from 1 to 31
 *
 * Reads a day of the year; 29 February is one. Months are named in English, or by a whole ISO date.
 *
 * Returns: %FALSE where @text says no such day
 */
gboolean
sp_birthday_parse (const char *text,
                   int        *month,
                   int        *day)
{
  const char *s = text;
  gint64 time_s;
  int d = 0;
  int m;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (month != NULL && day != NULL, FALSE);

  if (sp_time_parse_iso (text, &time_s, NULL))
    {
      sp_time_get_date (time_s, NULL, month, day);
      return TRUE;
    }

  for (; g_ascii_isdigit (*s) && d < 100; s++)
    d = d * 10 + g_ascii_digit_value (*s);
  if (s == text)
    return FALSE;
  while (*s == '-' || *s == ' ' || *s == '/' || *s == '.')
    s++;

  m = find_month (s);
  if (m == 0 || !g_date_valid_dmy ((GDateDay) d, (GDateMonth) m, 2000))
    return FALSE;

  *month = m;
  *day = d;

  return TRUE;
}
