/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "api/sp-time.h"

#include <stdio.h>
#include <string.h>

/* Days from 1970-01-01 in the Gregorian calendar; March-based years put the leap day last. */
static gint64
days_from_civil (gint64 year,
                 int    month,
                 int    day)
{
  gint64 era, year_of_era, day_of_year;

  year -= month <= 2;
  era = (year >= 0 ? year : year - 399) / 400;
  year_of_era = year - era * 400;
  day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

/**
 * sp_time_new:
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day: 1 to 31
 * @hour: 0 to 23
 * @minute: 0 to 59
 * @second: 0 to 59
 *
 * Makes a time of seconds since 1970-01-01T00:00:00 on the same clock, be it UTC or a naive local wall clock.
 *
 * Returns: seconds
 */
gint64
sp_time_new (int year,
             int month,
             int day,
             int hour,
             int minute,
             int second)
{
  return days_from_civil (year, month, day) * SP_TIME_DAY_S + hour * 3600 + minute * 60 + second;
}

/**
 * sp_time_get_day:
 * @time_s: a time in seconds, not %SP_TIME_UNKNOWN
 *
 * Returns: the number of its day since 1970-01-01, negative before
 */
gint64
sp_time_get_day (gint64 time_s)
{
  return time_s >= 0 ? time_s / SP_TIME_DAY_S : -((-time_s + SP_TIME_DAY_S - 1) / SP_TIME_DAY_S);
}

/**
 * sp_time_get_date:
 * @time_s: a time in seconds, not %SP_TIME_UNKNOWN
 * @year: (out) (optional): its year
 * @month: (out) (optional): its month, 1 to 12
 * @day: (out) (optional): its day of the month, 1 to 31
 *
 * Splits a time into its calendar date.
 */
void
sp_time_get_date (gint64  time_s,
                  int    *year,
                  int    *month,
                  int    *day)
{
  gint64 z = sp_time_get_day (time_s) + 719468;
  gint64 era = (z >= 0 ? z : z - 146096) / 146097;
  gint64 doe = z - era * 146097;
  gint64 yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  gint64 doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  gint64 mp = (5 * doy + 2) / 153;
  int m = (int) (mp < 10 ? mp + 3 : mp - 9);

  if (year != NULL)
    *year = (int) (yoe + era * 400 + (m <= 2));
  if (month != NULL)
    *month = m;
  if (day != NULL)
    *day = (int) (doy - (153 * mp + 2) / 5 + 1);
}

static gboolean
take_digits (const char **text,
             int          n,
             int         *value)
{
  *value = 0;
  for (int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit ((*text)[i]))
        return FALSE;
      *value = *value * 10 + ((*text)[i] - '0');
    }
  *text += n;

  return TRUE;
}

/* A zone says nothing here: times are wall clock. It still has to look like one. */
static gboolean
skip_zone (const char *text)
{
  int hours, minutes = 0;

  if (*text == '\0' || g_str_equal (text, "Z") || g_str_equal (text, "z"))
    return TRUE;
  if (*text != '+' && *text != '-')
    return FALSE;
  text++;
  if (!take_digits (&text, 2, &hours))
    return FALSE;
  if (*text == ':')
    text++;
  if (*text != '\0' && !take_digits (&text, 2, &minutes))
    return FALSE;

  return *text == '\0' && hours <= 14 && minutes < 60;
}

static gboolean
parse_clock (const char **text,
             int         *hour,
             int         *minute,
             int         *second)
{
  if (!take_digits (text, 2, hour) || **text != ':')
    return FALSE;
  (*text)++;
  if (!take_digits (text, 2, minute))
    return FALSE;
  if (**text == ':')
    {
      (*text)++;
      if (!take_digits (text, 2, second))
        return FALSE;
      if (**text == '.' || **text == ',')
        {
          (*text)++;
          if (!g_ascii_isdigit (**text))
            return FALSE;
          while (g_ascii_isdigit (**text))
            (*text)++;
        }
    }

  return *hour < 24 && *minute < 60 && *second < 60;
}

/**
 * sp_time_parse_iso:
 * @text: an ISO 8601 date, or a date and time, for example `2026-01-05` or `2026-01-05T18:30:00Z`
 * @time_s: (out): seconds since 1970 on the clock the text shows; midnight for a date alone
 * @is_date: (out) (optional): %TRUE where the text holds no time of day
 *
 * Reads what a wall clock showed. A Z or an offset is checked for its form and dropped: in start_date_local and in
 * workbooks it is not true. Fractions of a second are dropped.
 *
 * Returns: %FALSE where @text is no such date
 */
gboolean
sp_time_parse_iso (const char *text,
                   gint64     *time_s,
                   gboolean   *is_date)
{
  int year, month, day, hour = 0, minute = 0, second = 0;
  gboolean has_clock = FALSE;

  g_return_val_if_fail (text != NULL && time_s != NULL, FALSE);

  if (!take_digits (&text, 4, &year) || *text++ != '-' || !take_digits (&text, 2, &month) || *text++ != '-' ||
      !take_digits (&text, 2, &day))
    return FALSE;
  if (year < 1 || month < 1 || month > 12 || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  if (*text == 'T' || *text == 't' || *text == ' ')
    {
      text++;
      has_clock = TRUE;
      if (!parse_clock (&text, &hour, &minute, &second))
        return FALSE;
    }
  if (!skip_zone (text))
    return FALSE;

  *time_s = sp_time_new (year, month, day, hour, minute, second);
  if (is_date != NULL)
    *is_date = !has_clock;

  return TRUE;
}

/**
 * sp_time_to_iso:
 * @time_s: a time in seconds, not %SP_TIME_UNKNOWN
 *
 * Returns: (transfer full): `YYYY-MM-DDTHH:MM:SS`, without a zone
 */
char *
sp_time_to_iso (gint64 time_s)
{
  int year, month, day;
  int second_of_day = (int) (time_s - sp_time_get_day (time_s) * SP_TIME_DAY_S);

  sp_time_get_date (time_s, &year, &month, &day);

  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d", year, month, day,
                          second_of_day / 3600, second_of_day / 60 % 60, second_of_day % 60);
}
