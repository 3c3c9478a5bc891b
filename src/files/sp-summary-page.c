/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-summary-page.h"

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
write_team (SpWorkbookPage *page,
            SpTeamSummary  *team)
{
  const SpTeamSummaryValues *values = sp_team_summary_get_values (team);

  sp_workbook_page_row (page, SP_PAGE_FILL_NONE);
  sp_workbook_page_text (page, values->name);
  sp_workbook_page_count (page, values->place > 0 ? values->place : NAN);
  sp_workbook_page_count (page, values->n_runners);
  sp_workbook_page_count (page, values->n_boards);
  sp_workbook_page_count (page, values->attempts);
  sp_workbook_page_duration (page, values->mean_s);
  sp_workbook_page_count (page, values->total_s);
  sp_workbook_page_duration (page, values->total_s);
  sp_workbook_page_count (page, values->rank_sum);
  sp_workbook_page_text (page, values->incomplete ? _("incomplete on a board") : NULL);
}

static void
write_runner (SpWorkbookPage  *page,
              SpRunnerSummary *summary)
{
  const SpRunnerSummaryValues *values = sp_runner_summary_get_values (summary);
  const SpRunnerValues *runner = sp_runner_get_values (values->runner);

  sp_workbook_page_row (page, SP_PAGE_FILL_NONE);
  sp_workbook_page_text (page, runner->segment_team);
  sp_workbook_page_text (page, runner->name);
  sp_workbook_page_count (page, values->n_boards);
  sp_workbook_page_count (page, values->attempts);
  sp_workbook_page_count (page, values->total_s);
  sp_workbook_page_duration (page, values->total_s);
  sp_workbook_page_count (page, values->rank_sum);
  sp_workbook_page_text (page, values->incomplete ? _("no data on a board") : NULL);
}

/**
 * sp_summary_page_write:
 * @page: an empty sheet
 * @results: results
 *
 * Writes what teams and runners did over all boards.
 */
void
sp_summary_page_write (SpWorkbookPage *page,
                       SpResults      *results)
{
  const SpResultsValues *values = sp_results_get_values (results);
  guint n_teams = g_list_model_get_n_items (values->team_summaries);
  guint n_runners = g_list_model_get_n_items (values->runner_summaries);

  sp_workbook_page_header (page, team_titles);
  for (guint i = 0; i < n_teams; i++)
    {
      g_autoptr(SpTeamSummary) team = g_list_model_get_item (values->team_summaries, i);

      write_team (page, team);
    }

  sp_workbook_page_row (page, SP_PAGE_FILL_NONE);
  sp_workbook_page_header (page, runner_titles);
  for (guint i = 0; i < n_runners; i++)
    {
      g_autoptr(SpRunnerSummary) runner = g_list_model_get_item (values->runner_summaries, i);

      write_runner (page, runner);
    }

  for (guint i = 0; values->warnings != NULL && values->warnings[i] != NULL; i++)
    {
      sp_workbook_page_row (page, SP_PAGE_FILL_NONE);
      sp_workbook_page_text (page, _("Warning"));
      sp_workbook_page_text (page, values->warnings[i]);
    }
}
