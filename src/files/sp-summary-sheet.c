/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-summary-sheet.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const char * const team_titles[] = {
  "Team", "Place", "Participating Runners", "Boards", "Attempts", "Mean (h:mm:ss)", "Total (sec)", "Total (h:mm:ss)",
  "Rank Sum", "Status", NULL,
};

static const char * const runner_titles[] = {
  "Team", "Runner", "Boards", "Attempts", "Total (sec)", "Total (h:mm:ss)", "Rank Sum", "Status", NULL,
};

static void
write_team (SpSheetWriter *sheet,
            SpTeamSummary *team)
{
  const SpTeamSummaryValues *values = sp_team_summary_get_values (team);

  sp_sheet_writer_row (sheet, SP_SHEET_FILL_NONE);
  sp_sheet_writer_text (sheet, values->name);
  sp_sheet_writer_count (sheet, values->place > 0 ? values->place : NAN);
  sp_sheet_writer_count (sheet, values->n_runners);
  sp_sheet_writer_count (sheet, values->n_boards);
  sp_sheet_writer_count (sheet, values->attempts);
  sp_sheet_writer_duration (sheet, values->mean_s);
  sp_sheet_writer_count (sheet, values->total_s);
  sp_sheet_writer_duration (sheet, values->total_s);
  sp_sheet_writer_count (sheet, values->rank_sum);
  sp_sheet_writer_text (sheet, values->incomplete ? _("incomplete on a board") : NULL);
}

static void
write_runner (SpSheetWriter   *sheet,
              SpRunnerSummary *summary)
{
  const SpRunnerSummaryValues *values = sp_runner_summary_get_values (summary);
  const SpRunnerValues *runner = sp_runner_get_values (values->runner);

  sp_sheet_writer_row (sheet, SP_SHEET_FILL_NONE);
  sp_sheet_writer_text (sheet, runner->segment_team);
  sp_sheet_writer_text (sheet, runner->name);
  sp_sheet_writer_count (sheet, values->n_boards);
  sp_sheet_writer_count (sheet, values->attempts);
  sp_sheet_writer_count (sheet, values->total_s);
  sp_sheet_writer_duration (sheet, values->total_s);
  sp_sheet_writer_count (sheet, values->rank_sum);
  sp_sheet_writer_text (sheet, values->incomplete ? _("no data on a board") : NULL);
}

/**
 * sp_summary_sheet_write:
 * @sheet: an empty sheet
 * @results: results
 *
 * Writes what teams and runners did over all boards.
 */
void
sp_summary_sheet_write (SpSheetWriter *sheet,
                        SpResults     *results)
{
  const SpResultsValues *values = sp_results_get_values (results);
  guint n_teams = g_list_model_get_n_items (values->team_summaries);
  guint n_runners = g_list_model_get_n_items (values->runner_summaries);

  sp_sheet_writer_header (sheet, team_titles);
  for (guint i = 0; i < n_teams; i++)
    {
      g_autoptr(SpTeamSummary) team = g_list_model_get_item (values->team_summaries, i);

      write_team (sheet, team);
    }

  sp_sheet_writer_row (sheet, SP_SHEET_FILL_NONE);
  sp_sheet_writer_header (sheet, runner_titles);
  for (guint i = 0; i < n_runners; i++)
    {
      g_autoptr(SpRunnerSummary) runner = g_list_model_get_item (values->runner_summaries, i);

      write_runner (sheet, runner);
    }

  for (guint i = 0; values->warnings != NULL && values->warnings[i] != NULL; i++)
    {
      sp_sheet_writer_row (sheet, SP_SHEET_FILL_NONE);
      sp_sheet_writer_text (sheet, _("Warning"));
      sp_sheet_writer_text (sheet, values->warnings[i]);
    }
}
