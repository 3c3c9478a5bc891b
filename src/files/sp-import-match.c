/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-import-match.h"

/* The runner of that name, where there is just one. */
static SpRunner *
find_only_name (SpCompetition *competition,
                const char    *name)
{
  SpRunner *found = NULL;

  for (guint i = 0; i < sp_competition_get_n_runners (competition); i++)
    {
      SpRunner *runner = sp_competition_get_runner (competition, i);

      if (!g_str_equal (sp_runner_get_values (runner)->name, name))
        continue;
      if (found != NULL)
        return NULL;
      found = runner;
    }

  return found;
}

/**
 * sp_import_match_runner:
 * @open: the competition that is open
 * @imported: what came out of a workbook
 * @values: what a runner of @imported says
 *
 * Finds the same runner: by account; or, where one of the two has none, by a name that nobody else has on either side.
 * No two runners of @imported are matched with the same one.
 *
 * Returns: (transfer none) (nullable): a runner of @open
 */
SpRunner *
sp_import_match_runner (SpCompetition        *open,
                        SpCompetition        *imported,
                        const SpRunnerValues *values)
{
  SpRunner *runner = sp_competition_find_runner_by_id (open, values->id);
  gint64 id;

  if (runner != NULL)
    return runner;

  runner = find_only_name (open, values->name);
  if (runner == NULL || find_only_name (imported, values->name) == NULL)
    return NULL;

  id = sp_runner_get_values (runner)->id;

  return (values->id == 0 || id == 0) && sp_competition_find_runner_by_id (imported, id) == NULL ? runner : NULL;
}

/**
 * sp_import_match_group:
 * @open: the competition that is open
 * @values: what an imported board says
 * @matched: (element-type SpGroup): a set of those that were matched before
 *
 * Returns: (transfer none) (nullable): the first board of @open about the same segment that is not in @matched
 */
SpGroup *
sp_import_match_group (SpCompetition       *open,
                       const SpGroupValues *values,
                       GHashTable          *matched)
{
  for (guint i = 0; i < sp_competition_get_n_groups (open); i++)
    {
      SpGroup *group = sp_competition_get_group (open, i);

      if (sp_group_get_values (group)->segment_id == values->segment_id && !g_hash_table_contains (matched, group))
        return group;
    }

  return NULL;
}

/**
 * sp_import_match_series_window:
 * @open: the competition that is open
 * @values: what an imported window says
 * @matched: (element-type SpSeriesWindow): a set of those that were matched before
 *
 * Returns: (transfer none) (nullable): the first window of @open with the same start that is not in @matched
 */
SpSeriesWindow *
sp_import_match_series_window (SpCompetition              *open,
                               const SpSeriesWindowValues *values,
                               GHashTable                 *matched)
{
  for (guint i = 0; i < sp_competition_get_n_series_windows (open); i++)
    {
      SpSeriesWindow *window = sp_competition_get_series_window (open, i);

      if (sp_series_window_get_values (window)->start_local_s == values->start_local_s &&
          !g_hash_table_contains (matched, window))
        return window;
    }

  return NULL;
}
