/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-duration.h"

#define MAX_PARTS 3

/**
 * sp_duration_parse:
 * @text: `H:MM:SS`, `M:SS` or whole seconds, each with a minus where it is to be
 * @seconds: (out): how long that is
 *
 * Reads how long something took, or how much is added or taken off. With two parts the first may be 60 or more.
 *
 * Returns: %FALSE where @text says no such thing
 */
gboolean
sp_duration_parse (const char *text,
                   int        *seconds)
{
  const char *s = text;
  gint64 parts[MAX_PARTS] = { 0 };
  gint64 total = 0;
  guint n = 0;
  gboolean negative;

  g_return_val_if_fail (text != NULL && seconds != NULL, FALSE);

  negative = *s == '-';
  if (*s == '-' || *s == '+')
    s++;

  for (;;)
    {
      if (!g_ascii_isdigit (*s))
        return FALSE;
      for (; g_ascii_isdigit (*s) && parts[n] <= SP_DURATION_MAX_S; s++)
        parts[n] = parts[n] * 10 + g_ascii_digit_value (*s);
      if (n > 0 && parts[n] > 59)
        return FALSE;
      n++;
      if (*s != ':' || n == MAX_PARTS)
        break;
      s++;
    }

  for (guint i = 0; i < n; i++)
    total = total * 60 + parts[i];
  if (*s != '\0' || total > SP_DURATION_MAX_S)
    return FALSE;

  *seconds = (int) (negative ? -total : total);

  return TRUE;
}

/**
 * sp_duration_format:
 * @seconds: how long
 *
 * Returns: (transfer full): that as `H:MM:SS`, with a minus where it is negative
 */
char *
sp_duration_format (int seconds)
{
  guint s = (guint) ABS ((gint64) seconds);

  return g_strdup_printf ("%s%u:%02u:%02u", seconds < 0 ? "-" : "", s / 3600, s / 60 % 60, s % 60);
}
