/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-words.h"

#include "api/sp-time.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * sp_words_duration:
 * @time_s: a time run, in seconds, 0 or more
 *
 * Returns: (transfer full): it as `H:MM:SS`
 */
char *
sp_words_duration (int time_s)
{
  g_return_val_if_fail (time_s >= 0, NULL);

  return g_strdup_printf ("%d:%02d:%02d", time_s / 3600, time_s / 60 % 60, time_s % 60);
}

/**
 * sp_words_bonus:
 * @bonus_s: a bonus in seconds; its sign is not shown
 *
 * Returns: (transfer full): it as `M:SS`, from an hour on as `H:MM:SS`
 */
char *
sp_words_bonus (int bonus_s)
{
  gint64 size_s = ABS ((gint64) bonus_s);

  if (size_s >= 3600)
    return g_strdup_printf ("%d:%02d:%02d", (int) (size_s / 3600), (int) (size_s / 60 % 60), (int) (size_s % 60));

  return g_strdup_printf ("%d:%02d", (int) (size_s / 60), (int) (size_s % 60));
}

static char *
format (gint64      time_s,
        const char *pattern)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (time_s);
  g_autofree char *text = NULL;

  if (moment != NULL)
    text = g_date_time_format (moment, pattern);

  return text != NULL ? g_steal_pointer (&text) : g_strdup ("?");
}

/**
 * sp_words_day:
 * @time_s: a naive local time in seconds
 *
 * Returns: (transfer full): its day without weekday and year, as "26 Jan"
 */
char *
sp_words_day (gint64 time_s)
{
  /* Translators: a day in a narrow column; see the documentation of g_date_time_format() */
  return format (time_s, C_("day", "%-e %b"));
}

/**
 * sp_words_weekday:
 * @time_s: a naive local time in seconds
 *
 * Returns: (transfer full): its day with its weekday, without year, as "Mon 26 Jan"
 */
char *
sp_words_weekday (gint64 time_s)
{
  /* Translators: weekday and day; see the documentation of g_date_time_format() */
  return format (time_s, C_("weekday", "%a %-e %b"));
}

/**
 * sp_words_gap:
 * @gap_s: the difference to a leader's time, in seconds; may be negative
 *
 * Returns: (transfer full): it with its sign as `+M:SS`, from an hour on as `+H:MM:SS`
 */
char *
sp_words_gap (int gap_s)
{
  g_autofree char *size = sp_words_bonus (gap_s);

  return g_strdup_printf ("%s%s", gap_s < 0 ? "−" : "+", size);
}

/**
 * sp_words_moment:
 * @time_s: a naive local time in seconds
 *
 * Returns: (transfer full): its weekday, day and time of day, as "Mon 26 Jan 20:14"
 */
char *
sp_words_moment (gint64 time_s)
{
  /* Translators: weekday, day, time of day; see the documentation of g_date_time_format() */
  return format (time_s, C_("moment", "%a %-e %b %H:%M"));
}

/**
 * sp_words_when:
 * @time_s: a naive local time in seconds
 * @now_s: the naive local time as it is
 *
 * Returns: (transfer full): it within a sentence, as "today at 10:47" or "Mon 26 Jan 20:14"
 */
char *
sp_words_when (gint64 time_s,
               gint64 now_s)
{
  g_autofree char *time = NULL;

  if (time_s / SP_TIME_DAY_S != now_s / SP_TIME_DAY_S)
    return sp_words_moment (time_s);
  time = format (time_s, "%R");

  /* Translators: within a sentence, then a time of day */
  return g_strdup_printf (_("today at %s"), time);
}

/**
 * sp_words_span:
 * @span_s: how long, in seconds; its sign is not shown
 *
 * Returns: (transfer full): it in the largest unit that fits, as "2 minutes", "3 hours" or "12 days"
 */
char *
sp_words_span (gint64 span_s)
{
  gulong size = (gulong) ABS (span_s);

  if (size < 60)
    return g_strdup_printf (ngettext ("%lu second", "%lu seconds", size), size);
  size /= 60;
  if (size < 60)
    return g_strdup_printf (ngettext ("%lu minute", "%lu minutes", size), size);
  size /= 60;
  if (size < 48)
    return g_strdup_printf (ngettext ("%lu hour", "%lu hours", size), size);
  size /= 24;

  return g_strdup_printf (ngettext ("%lu day", "%lu days", size), size);
}

/**
 * sp_words_metres:
 * @distance_m: a distance in metres, not NaN
 *
 * Returns: (transfer full): it in whole metres with the thousands parted, as "3,480 m"
 */
char *
sp_words_metres (double distance_m)
{
  gint64 metres = llround (distance_m);

  if (metres >= 1000)
    /* Translators: a distance in metres, thousands and the rest, as in 3,480 m */
    return g_strdup_printf (_("%d,%03d m"), (int) (metres / 1000), (int) (metres % 1000));

  /* Translators: a distance in metres below a thousand */
  return g_strdup_printf (_("%d m"), (int) metres);
}
