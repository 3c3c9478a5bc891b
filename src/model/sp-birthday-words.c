/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-birthday-words.h"

/* Some languages end a short name with a point, and some people do. */
static char *
fold (const char *name)
{
  g_autofree char *whole = g_strdup (name);
  gsize length;

  g_strstrip (whole);
  length = strlen (whole);
  if (length > 0 && whole[length - 1] == '.')
    whole[length - 1] = '\0';

  return g_utf8_casefold (whole, -1);
}

/* Beside a day some languages bend the name of a month; both forms are taken. */
static gboolean
is_month (const char *folded,
          int         month)
{
  static const char * const forms[] = { "%B", "%b", "%OB", "%Ob" };
  g_autoptr (GDateTime) first = g_date_time_new_utc (2000, month, 1, 0, 0, 0);

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *name = g_date_time_format (first, forms[i]);
      g_autofree char *known = name != NULL ? fold (name) : NULL;

      if (g_strcmp0 (folded, known) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * sp_birthday_words_read:
 * @text: what somebody typed, such as "14. März"
 * @month: (out): from 1 to 12
 * @day: (out): from 1 to 31
 *
 * Reads a day of the year whose month is named in the user's language; 29 February is one.
 *
 * Returns: %FALSE where @text says no such day
 */
gboolean
sp_birthday_words_read (const char *text,
                        int        *month,
                        int        *day)
{
  const char *s = text;
  g_autofree char *folded = NULL;
  int d = 0;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (month != NULL && day != NULL, FALSE);

  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  for (; g_ascii_isdigit (*s) && d < 100; s++)
    d = d * 10 + g_ascii_digit_value (*s);
  if (d == 0)
    return FALSE;
  while (*s == '-' || *s == ' ' || *s == '/' || *s == '.')
    s++;

  folded = fold (s);
  for (int m = 1; m <= 12; m++)
    if (is_month (folded, m) && g_date_valid_dmy ((GDateDay) d, (GDateMonth) m, 2000))
      {
        *month = m;
        *day = d;
        return TRUE;
      }

  return FALSE;
}
