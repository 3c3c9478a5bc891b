/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The second scorer for distance boards: each activity is tried against each window, places are counted one by one. */
#include "support/sp-brute-distance.h"

#include "api/sp-activity.h"
#include "api/sp-time.h"

#include <math.h>
#include <string.h>

static gboolean
is_in (SpSeriesWindow *window,
       SpActivity     *activity)
{
  const SpSeriesWindowValues *values = sp_series_window_get_values (window);
  g_autofree char *first = sp_time_to_iso (values->start_local_s);
  g_autofree char *last = sp_time_to_iso (values->end_local_s);
  g_autofree char *start = sp_time_to_iso (sp_activity_get_start_local_s (activity));
  gsize n = sp_activity_get_flags (activity) & SP_ACTIVITY_START_HIDDEN ? strlen ("2026-01-05") : strlen (start);

  return strcmp (first, last) <= 0 && strncmp (first, start, n) <= 0 && strncmp (start, last, n) <= 0;
}

static void
try_activity (SpCompetition   *competition,
              SpSeriesWindow  *only,
              SpActivity      *activity,
              SpBruteDistance *row)
{
  static const char * const runs[] = { "Run", "TrailRun", "VirtualRun", NULL };
  gboolean counts = FALSE, over = FALSE;

  if (!g_strv_contains (runs, sp_activity_get_sport (activity)) ||
      (sp_competition_get_rules (competition)->leave_flagged_out &&
       sp_activity_get_flags (activity) & SP_ACTIVITY_FLAGGED))
    return;
  for (guint i = 0; i < sp_competition_get_n_series_windows (competition); i++)
    {
      SpSeriesWindow *window = sp_competition_get_series_window (competition, i);
      double threshold_m = sp_series_window_get_values (window)->threshold_m;

      if ((only != NULL && only != window) || !is_in (window, activity))
        continue;
      counts = TRUE;
      if (threshold_m > 0 && sp_activity_get_distance_m (activity) >= threshold_m)
        over = TRUE;
    }
  if (!counts)
    return;
  row->n_runs++;
  row->n_over += over;
  row->distance_m += isnan (sp_activity_get_distance_m (activity)) ? 0 : sp_activity_get_distance_m (activity);
  row->climb_m += isnan (sp_activity_get_climb_m (activity)) ? 0 : sp_activity_get_climb_m (activity);
}

/* Whether @x stands before @y; of equal names the earlier in the document does. */
static gboolean
is_before (const SpBruteDistance *x,
           const SpBruteDistance *y,
           gboolean               is_earlier)
{
  double x_km = round (x->distance_m / 10) / 100, y_km = round (y->distance_m / 10) / 100;
  double x_climb_m = round (x->climb_m), y_climb_m = round (y->climb_m);
  int order = g_utf8_collate (sp_runner_get_values (x->runner)->name, sp_runner_get_values (y->runner)->name);

  if (x_km > y_km || x_km < y_km)
    return x_km > y_km;
  if (x_climb_m > y_climb_m || x_climb_m < y_climb_m)
    return x_climb_m > y_climb_m;

  return order != 0 ? order < 0 : is_earlier;
}

/**
 * sp_brute_distance_board:
 * @competition: a competition
 * @window: (nullable): one of its windows, %NULL for the summary
 * @activities: (element-type GPtrArray): for each runner all activities
 *
 * Returns: (transfer full) (element-type SpBruteDistance): the rows of whom has an account, in the order of the runners
 */
GArray *
sp_brute_distance_board (SpCompetition  *competition,
                         SpSeriesWindow *window,
                         GPtrArray      *activities)
{
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (SpBruteDistance));

  for (guint i = 0; i < activities->len; i++)
    {
      SpBruteDistance row = { sp_competition_get_runner (competition, i) };
      GPtrArray *its = activities->pdata[i];

      if (sp_runner_get_values (row.runner)->distance_team == NULL || sp_runner_get_values (row.runner)->id == 0)
        continue;
      for (guint j = 0; j < its->len; j++)
        try_activity (competition, window, its->pdata[j], &row);
      g_array_append_val (rows, row);
    }

  for (guint i = 0; i < rows->len; i++)
    {
      SpBruteDistance *row = &g_array_index (rows, SpBruteDistance, i);

      row->place = row->n_runs > 0;
      for (guint j = 0; j < rows->len && row->n_runs > 0; j++)
        {
          const SpBruteDistance *other = &g_array_index (rows, SpBruteDistance, j);

          row->place += i != j && other->n_runs > 0 && is_before (other, row, j < i);
        }
    }

  return rows;
}
