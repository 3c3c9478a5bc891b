/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-import-words.h"

#include <glib/gi18n-lib.h>

#include "api/sp-time.h"
#include "files/sp-duration.h"

/* One line where two values differ; takes both. */
static void
compare (GString    *lines,
         const char *title,
         char       *before,
         char       *after)
{
  if (g_strcmp0 (before, after) != 0)
    {
      if (lines->len > 0)
        g_string_append_c (lines, '\n');
      /* Translators: what it is, what it was, what it will be. */
      g_string_append_printf (lines, _("%s: %s → %s"), title, before != NULL ? before : C_("value", "none"),
                              after != NULL ? after : C_("value", "none"));
    }
  g_free (before);
  g_free (after);
}

static char *
show_id (gint64 id)
{
  return id > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : NULL;
}

static char *
show_birthday (const SpRunnerValues *values)
{
  return values->birth_month > 0 ? g_strdup_printf ("%02d-%02d", values->birth_month, values->birth_day) : NULL;
}

static char *
show_seconds (int seconds)
{
  return seconds != 0 ? sp_duration_format (seconds) : NULL;
}

static char *
show_metres (double metres)
{
  return metres > 0 ? g_strdup_printf (_("%.0f m"), metres) : NULL;
}

static char *
show_span (gint64   start_local_s,
           gint64   end_local_s,
           gboolean end_is_date)
{
  g_autofree char *start = sp_time_to_iso (start_local_s);
  g_autofree char *end = sp_time_to_iso (end_local_s);

  start[start_local_s % SP_TIME_DAY_S == 0 ? 10 : 16] = '\0';
  end[end_is_date ? 10 : 16] = '\0';

  /* Translators: the first and the last moment of a window */
  return g_strdup_printf (_("%s to %s"), start, end);
}

/* A window in a line: all that it says. */
static char *
show_window (SpWindow *window)
{
  const SpWindowValues *values = sp_window_get_values (window);
  g_autofree char *span = show_span (values->start_local_s, values->end_local_s, values->end_is_date);
  GString *line = g_string_new (span);

  if (values->label != NULL)
    g_string_append_printf (line, " “%s”", values->label);
  if (values->birthday_bonus_s != 0)
    /* Translators: follows the dates of a window; seconds */
    g_string_append_printf (line, _(", birthday bonus %d s"), values->birthday_bonus_s);
  if (values->time_bonus_s != 0)
    g_string_append_printf (line, _(", time bonus %d s"), values->time_bonus_s);

  return g_string_free (line, FALSE);
}

/**
 * sp_import_words_runner:
 * @before: a runner
 * @after: what it will be
 *
 * Returns: (transfer full): what differs, a line for each; "" where nothing does
 */
char *
sp_import_words_runner (const SpRunnerValues *before,
                        const SpRunnerValues *after)
{
  g_autoptr(GString) lines = g_string_new (NULL);

  compare (lines, _("Name"), g_strdup (before->name), g_strdup (after->name));
  compare (lines, _("Strava ID"), show_id (before->id), show_id (after->id));
  compare (lines, _("Segment team"), g_strdup (before->segment_team), g_strdup (after->segment_team));
  compare (lines, _("Distance team"), g_strdup (before->distance_team), g_strdup (after->distance_team));
  compare (lines, _("Birthday"), show_birthday (before), show_birthday (after));

  return g_string_free (g_steal_pointer (&lines), FALSE);
}

/**
 * sp_import_words_group:
 * @before: a segment group
 * @after: what it will be
 *
 * Returns: (transfer full): what differs, a line for each; "" where nothing does
 */
char *
sp_import_words_group (const SpGroupValues *before,
                       const SpGroupValues *after)
{
  g_autoptr(GString) lines = g_string_new (NULL);
  guint n = MAX (before->windows->len, after->windows->len);

  compare (lines, _("Name"), g_strdup (before->name), g_strdup (after->name));
  compare (lines, _("Default time"), show_seconds (before->default_time_s), show_seconds (after->default_time_s));
  compare (lines, _("Minimum distance"), show_metres (before->min_distance_m), show_metres (after->min_distance_m));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = g_strdup_printf (_("Window %u"), i + 1);

      compare (lines, title, i < before->windows->len ? show_window (before->windows->pdata[i]) : NULL,
               i < after->windows->len ? show_window (after->windows->pdata[i]) : NULL);
    }

  return g_string_free (g_steal_pointer (&lines), FALSE);
}

/**
 * sp_import_words_series_title:
 * @window: a window of the distance series
 *
 * Returns: (transfer full): its dates
 */
char *
sp_import_words_series_title (const SpSeriesWindowValues *window)
{
  return show_span (window->start_local_s, window->end_local_s, window->end_is_date);
}

/**
 * sp_import_words_series_window:
 * @before: a window of the distance series
 * @after: what it will be
 *
 * Returns: (transfer full): what differs, a line for each; "" where nothing does
 */
char *
sp_import_words_series_window (const SpSeriesWindowValues *before,
                               const SpSeriesWindowValues *after)
{
  g_autoptr(GString) lines = g_string_new (NULL);

  compare (lines, _("Dates"), sp_import_words_series_title (before), sp_import_words_series_title (after));
  /* Translators: what a run of the distance series is at least to be long */
  compare (lines, _("Threshold"), show_metres (before->threshold_m), show_metres (after->threshold_m));

  return g_string_free (g_steal_pointer (&lines), FALSE);
}
