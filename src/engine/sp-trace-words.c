/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-trace-words.h"

#include "model/sp-words.h"

#include <glib/gi18n-lib.h>

/**
 * sp_trace_words_head:
 * @row: a row
 * @ends_local_s: end of the board's last window, naive local
 *
 * Returns: (transfer full): the answer in a sentence
 */
char *
sp_trace_words_head (const SpRowValues *row,
                     gint64             ends_local_s)
{
  g_autofree char *time = NULL;

  g_return_val_if_fail (row != NULL, NULL);

  if (row->time_s >= 0)
    time = sp_words_duration (row->time_s);

  switch (row->state)
    {
    case SP_ROW_TIMED:
      /* Translators: a time such as 0:10:45 */
      return g_strdup_printf (ngettext ("%s, the best of %u attempt.", "%s, the best of %u attempts.", row->attempts),
                              time, row->attempts);
    case SP_ROW_DEFAULT:
      if ((row->flags & SP_ROW_DEFAULT_UNPROVEN) != 0)
        return g_strdup_printf (_("%s, the default time, given without knowing whether there is a time, by the rule "
                                  "for missing data."), time);
      return g_strdup_printf (_("%s, the default time: all windows are over, and no effort counts."), time);
    case SP_ROW_NONE_YET:
      {
        g_autofree char *end = sp_words_moment (ends_local_s);

        return g_strdup_printf (_("No effort counts yet. The last window ends %s."), end);
      }
    case SP_ROW_NONE:
      return g_strdup (_("All windows are over, and no effort counts."));
    case SP_ROW_ASKED:
      return g_strdup (_("Being asked just now."));
    case SP_ROW_TO_COME:
      return g_strdup (_("Still to be asked in this refresh."));
    case SP_ROW_NO_DATA:
    default:
      return g_strdup (_("It is not known whether there is a time."));
    }
}

static const char *
failure_to_remedy (int error_code)
{
  switch (error_code)
    {
    case SP_FETCH_ERROR_UNAUTHORIZED:
      /* Translators: %s is a runner, here and in the sentences below */
      return _("Connect %s again.");
    case SP_FETCH_ERROR_FORBIDDEN:
      return _("The source refuses access to %s. Check the application's settings at the source.");
    case SP_FETCH_ERROR_NOT_FOUND:
      return _("Check the account of %s: the source does not know it.");
    case SP_FETCH_ERROR_OFFLINE:
      return _("Check the network, then refresh to ask for %s.");
    case SP_FETCH_ERROR_RATE_LIMITED:
      return _("Refresh when the source allows requests again, to ask for %s.");
    case SP_FETCH_ERROR_NOT_CACHED:
      return _("Refresh with the network on: nothing is stored of %s.");
    default:
      return _("Refresh to ask for %s again.");
    }
}

static char *
put_name (const char *format,
          const char *name)
{
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  return g_strjoinv (name, parts);
}

static char *
failed_to_remedy (SpHarvest  *harvest,
                  SpRunner   *runner)
{
  const SpRunnerValues *values = sp_runner_get_values (runner);
  const SpBlockInfo *info = sp_block_get_info (sp_harvest_find_block (harvest, values->id));
  g_autofree char *remedy = put_name (failure_to_remedy (info->error_code), values->name);

  return info->reason != NULL ? g_strdup_printf ("%s %s", remedy, info->reason) : g_steal_pointer (&remedy);
}

/**
 * sp_trace_words_remedy:
 * @coverage: what is known
 * @harvest: (nullable): what a run brought
 * @runner: a runner
 *
 * Returns: (transfer full) (nullable): what to do so that all is known, %NULL where nothing is to be done
 */
char *
sp_trace_words_remedy (const SpCoverage *coverage,
                       SpHarvest        *harvest,
                       SpRunner         *runner)
{
  const char *name;

  g_return_val_if_fail (coverage != NULL && SP_IS_RUNNER (runner), NULL);

  name = sp_runner_get_values (runner)->name;
  switch (coverage->kind)
    {
    case SP_COVERAGE_NO_ACCOUNT:
      return g_strdup_printf (_("Enter the account of %s, then connect it."), name);
    case SP_COVERAGE_NOT_ASKED:
      return g_strdup_printf (_("Refresh to ask for %s."), name);
    case SP_COVERAGE_CANCELLED:
      return g_strdup_printf (_("Refresh to go on: it was cancelled before %s was asked."), name);
    case SP_COVERAGE_FAILED:
      return failed_to_remedy (harvest, runner);
    case SP_COVERAGE_OLD:
      return g_strdup_printf (_("Refresh to ask for %s again: the data held are too old to prove anything."), name);
    case SP_COVERAGE_REFRESH:
      if (coverage->n_needed > 0)
        return g_strdup_printf (ngettext ("Refresh to fetch %u activity that matters now.",
                                          "Refresh to fetch %u activities that matter now.",
                                          coverage->n_needed), coverage->n_needed);
      return g_strdup_printf (_("Refresh to ask for %s again: the last refresh was too early, or for other dates."),
                              name);
    case SP_COVERAGE_UNKNOWN:
      return g_strdup_printf (ngettext ("Refresh to try %u activity again that could not be fetched.",
                                        "Refresh to try %u activities again that could not be fetched.",
                                        coverage->n_unknown), coverage->n_unknown);
    case SP_COVERAGE_SEGMENT:
      return g_strdup (_("Refresh to read the segment again: for which sport it is, could not be had."));
    case SP_COVERAGE_FULL:
    case SP_COVERAGE_TO_COME:
    case SP_COVERAGE_ASKED:
    default:
      return NULL;
    }
}

/**
 * sp_trace_words_verdict:
 * @verdict: a verdict
 *
 * Returns: (transfer none): it in one or two words
 */
const char *
sp_trace_words_verdict (SpVerdict verdict)
{
  switch (verdict)
    {
    case SP_VERDICT_COUNTS:
      return C_("verdict", "counts");
    case SP_VERDICT_TOO_EARLY:
      return C_("verdict", "too early");
    case SP_VERDICT_TOO_LATE:
      return C_("verdict", "too late");
    case SP_VERDICT_BETWEEN:
      return C_("verdict", "between windows");
    case SP_VERDICT_NO_TIME:
      return C_("verdict", "no time");
    case SP_VERDICT_SPORT:
      return C_("verdict", "other sport");
    case SP_VERDICT_FLAGGED:
      return C_("verdict", "flagged");
    case SP_VERDICT_TOO_SHORT:
      return C_("verdict", "too short");
    case SP_VERDICT_NO_DISTANCE:
      return C_("verdict", "no distance");
    case SP_VERDICT_NO_START:
    default:
      return C_("verdict", "no date");
    }
}

static char *
time_to_words (SpGroup          *group,
               const SpSighting *sighting)
{
  SpWindow *nearest = NULL;
  gint64 gap_s = G_MAXINT64;
  gboolean after = FALSE;
  g_autofree char *title = NULL, *span = NULL;

  for (guint i = 0; i < sp_group_get_values (group)->windows->len; i++)
    {
      SpWindow *window = sp_group_get_window (group, i);
      const SpWindowValues *values = sp_window_get_values (window);
      gint64 late_s = sighting->start_local_s - values->end_local_s;
      gint64 early_s = values->start_local_s - sighting->start_local_s;

      if (values->end_local_s < values->start_local_s || MAX (late_s, early_s) >= gap_s)
        continue;
      gap_s = MAX (late_s, early_s);
      after = late_s > early_s;
      nearest = window;
    }
  if (nearest == NULL)
    return g_strdup (_("the board has no window"));

  title = sp_window_to_title (nearest);
  span = sp_words_span (gap_s);

  /* Translators: a span such as "2 minutes", a window such as "Week 1" */
  return after ? g_strdup_printf (_("%s after %s ended"), span, title)
               : g_strdup_printf (_("%s before %s began"), span, title);
}

/**
 * sp_trace_words_out:
 * @verdict: why an effort does not count
 * @group: the board
 * @sighting: the effort
 *
 * Returns: (transfer full): the reason
 */
char *
sp_trace_words_out (SpVerdict         verdict,
                    SpGroup          *group,
                    const SpSighting *sighting)
{
  g_return_val_if_fail (SP_IS_GROUP (group) && sighting != NULL, NULL);

  switch (verdict)
    {
    case SP_VERDICT_TOO_EARLY:
    case SP_VERDICT_TOO_LATE:
    case SP_VERDICT_BETWEEN:
      return time_to_words (group, sighting);
    case SP_VERDICT_TOO_SHORT:
      {
        g_autofree char *distance = sp_words_metres ((double) sighting->effort->distance_m);
        g_autofree char *least = sp_words_metres (sp_group_get_values (group)->min_distance_m);

        /* Translators: two distances such as "3,480 m" */
        return g_strdup_printf (_("%s, minimum %s"), distance, least);
      }
    case SP_VERDICT_NO_DISTANCE:
      {
        g_autofree char *least = sp_words_metres (sp_group_get_values (group)->min_distance_m);

        return g_strdup_printf (_("distance unknown, minimum %s"), least);
      }
    case SP_VERDICT_SPORT:
      if (sighting->activity == NULL || *sp_activity_get_sport (sighting->activity) == '\0')
        return g_strdup (_("recorded as an unknown sport"));
      /* Translators: a kind of sport as the source names it, such as "Walk" */
      return g_strdup_printf (_("recorded as %s"), sp_activity_get_sport (sighting->activity));
    case SP_VERDICT_FLAGGED:
      return g_strdup (_("the source doubts it, and the rule leaves such out"));
    case SP_VERDICT_NO_TIME:
      return g_strdup (_("it has no elapsed time"));
    case SP_VERDICT_NO_START:
      return g_strdup (_("it is not known when it was"));
    case SP_VERDICT_COUNTS:
    default:
      return g_strdup ("");
    }
}

static void
append_bonus (GString *sum,
              int      bonus_s)
{
  g_autofree char *size = sp_words_bonus (bonus_s);

  if (bonus_s != 0)
    g_string_append_printf (sum, " %s %s", bonus_s > 0 ? "−" : "+", size);
}

/**
 * sp_trace_words_sum:
 * @elapsed_s: an elapsed time in seconds
 * @birthday_bonus_s: what the birthday takes off
 * @time_bonus_s: what the window takes off, negative where it adds
 *
 * Returns: (transfer full): how the time comes about, as "0:11:15 − 0:30 = 0:10:45"; without bonuses the time alone
 */
char *
sp_trace_words_sum (int elapsed_s,
                    int birthday_bonus_s,
                    int time_bonus_s)
{
  g_autofree char *elapsed = sp_words_duration (elapsed_s);
  g_autofree char *time = NULL;
  gint64 time_s = MAX (0, (gint64) elapsed_s - birthday_bonus_s);
  GString *sum = g_string_new (elapsed);

  time_s = CLAMP (time_s - time_bonus_s, 0, G_MAXINT);
  append_bonus (sum, birthday_bonus_s);
  append_bonus (sum, time_bonus_s);
  if (birthday_bonus_s != 0 || time_bonus_s != 0)
    {
      time = sp_words_duration ((int) time_s);
      g_string_append_printf (sum, " = %s", time);
    }

  return g_string_free (sum, FALSE);
}

/**
 * sp_trace_words_bonuses:
 * @best: an effort, as it counts in a window
 * @window: that window
 *
 * Returns: (transfer full): the window and the bonuses, as "Week 1, birthday bonus, 10 Jan"
 */
char *
sp_trace_words_bonuses (const SpBest *best,
                        SpWindow     *window)
{
  GString *words;
  g_autofree char *title = NULL;

  g_return_val_if_fail (best != NULL && SP_IS_WINDOW (window), NULL);

  title = sp_window_to_title (window);
  words = g_string_new (title);
  if (best->birthday_bonus_s != 0)
    {
      g_autofree char *day = sp_words_day (best->sighting.start_local_s);

      /* Translators: follows a window's name; the day is the birthday */
      g_string_append_printf (words, _(", birthday bonus, %s"), day);
    }
  if (best->time_bonus_s != 0)
    /* Translators: follows a window’s name, as the next ones do */
    g_string_append (words, best->time_bonus_s > 0 ? _(", time bonus") : _(", time penalty"));
  if (best->sighting.time_hidden)
    g_string_append (words, _(", time of day hidden"));
  if (best->sighting.activity != NULL &&
      (sp_activity_get_flags (best->sighting.activity) & SP_ACTIVITY_FLAGGED) != 0)
    g_string_append (words, _(", flagged by the source"));

  return g_string_free (words, FALSE);
}

/**
 * sp_trace_words_skipped:
 * @reason: why activities were skipped
 * @n: how many
 *
 * Returns: (transfer full): the number and the reason
 */
char *
sp_trace_words_skipped (SpSkipReason reason,
                        guint        n)
{
  switch (reason)
    {
    case SP_SKIP_WINDOW:
      /* Translators: a number of activities that were not looked at, and why; so in those below */
      return g_strdup_printf (ngettext ("%u outside every window", "%u outside every window", n), n);
    case SP_SKIP_SPORT:
      return g_strdup_printf (ngettext ("%u of another sport", "%u of another sport", n), n);
    case SP_SKIP_ROUTE:
      return g_strdup_printf (ngettext ("%u nowhere near the segment", "%u nowhere near the segment", n), n);
    case SP_SKIP_MANUAL:
      return g_strdup_printf (ngettext ("%u entered by hand", "%u entered by hand", n), n);
    case SP_SKIP_INDOOR:
    case SP_N_SKIP_REASONS:
    default:
      return g_strdup_printf (ngettext ("%u indoors", "%u indoors", n), n);
    }
}
