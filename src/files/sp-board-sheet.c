/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-board-sheet.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "files/sp-result-words.h"
#include "files/sp-row-order.h"

/* The titles are part of the format: other programs look for them, so they are the same in every language. */
static const char * const row_titles[] = {
  "Team", "Runner", "Rank", "Team Rank", "Attempts", "Fastest Time (sec)", "Fastest Time (h:mm:ss)", "Fastest Date",
  "Fastest Distance (m)", "Status", NULL,
};

static const char * const team_titles[] = {
  "Team", "Fastest Runner", "Place", "Ranked", "Attempts", "Total (sec)", "Total (h:mm:ss)", "Gap (sec)", "Rank Sum",
  "Mean (h:mm:ss)", "Median (h:mm:ss)", "Status", NULL,
};

static SpSheetFill
row_fill (SpRowFlags flags)
{
  gboolean birthday = (flags & SP_ROW_BIRTHDAY) != 0;
  gboolean bonus = (flags & SP_ROW_TIME_BONUS) != 0;

  if (birthday && bonus)
    return SP_SHEET_FILL_BOTH;
  if (birthday)
    return SP_SHEET_FILL_BIRTHDAY;

  return bonus ? SP_SHEET_FILL_TIME_BONUS : SP_SHEET_FILL_NONE;
}

/* A number that is there, or none. */
static double
or_none (gboolean there,
         double   value)
{
  return there ? value : NAN;
}

static void
write_row (SpSheetWriter *sheet,
           SpRow         *row)
{
  const SpRowValues *values = sp_row_get_values (row);
  const SpRunnerValues *runner = sp_runner_get_values (values->runner);
  g_autofree char *status = sp_result_words_row_status (row);
  gboolean known = values->state <= SP_ROW_NONE;

  sp_sheet_writer_row (sheet, row_fill (values->flags));
  sp_sheet_writer_text (sheet, runner->segment_team);
  sp_sheet_writer_text (sheet, runner->name);
  sp_sheet_writer_count (sheet, or_none (values->rank > 0, values->rank));
  sp_sheet_writer_count (sheet, or_none (values->team_rank > 0, values->team_rank));
  sp_sheet_writer_count (sheet, or_none (known, values->attempts));
  sp_sheet_writer_count (sheet, or_none (values->time_s >= 0, values->time_s));
  sp_sheet_writer_duration (sheet, or_none (values->time_s >= 0, values->time_s));
  sp_sheet_writer_local_time (sheet, values->start_local_s,
                               values->state == SP_ROW_DEFAULT || (values->flags & SP_ROW_TIME_HIDDEN) != 0);
  sp_sheet_writer_decimal (sheet, values->distance_m);
  sp_sheet_writer_text (sheet, status);
}

static void
write_team (SpSheetWriter *sheet,
            SpTeamRow     *team)
{
  const SpTeamRowValues *values = sp_team_row_get_values (team);
  gboolean placed = values->place > 0;
  g_autofree char *names = values->missing != NULL ? g_strjoinv (", ", (char **) values->missing) : NULL;
  g_autofree char *status = NULL;

  if (values->incomplete && names != NULL && *names != '\0')
    status = g_strdup_printf (_("incomplete: no data of %s"), names);
  else if (values->incomplete)
    status = g_strdup (_("incomplete"));

  sp_sheet_writer_row (sheet, SP_SHEET_FILL_NONE);
  sp_sheet_writer_text (sheet, values->name);
  sp_sheet_writer_text (sheet, values->fastest != NULL
                                 ? sp_runner_get_values (sp_row_get_values (values->fastest)->runner)->name : NULL);
  sp_sheet_writer_count (sheet, or_none (placed, values->place));
  sp_sheet_writer_count (sheet, values->n_ranked);
  sp_sheet_writer_count (sheet, values->attempts);
  sp_sheet_writer_count (sheet, or_none (values->n_ranked > 0, values->total_s));
  sp_sheet_writer_duration (sheet, or_none (values->n_ranked > 0, values->total_s));
  sp_sheet_writer_count (sheet, or_none (placed, values->gap_s));
  sp_sheet_writer_count (sheet, or_none (values->n_ranked > 0, values->rank_sum));
  sp_sheet_writer_duration (sheet, values->mean_s);
  sp_sheet_writer_duration (sheet, values->median_s);
  sp_sheet_writer_text (sheet, status);
}

static void
write_about (SpSheetWriter       *sheet,
             const SpBoardValues *values)
{
  sp_sheet_writer_row (sheet, SP_SHEET_FILL_NONE);
  sp_sheet_writer_row (sheet, SP_SHEET_FILL_NONE);
  /* Translators: before the state of a leaderboard: open, complete */
  sp_sheet_writer_text (sheet, _("Board"));
  sp_sheet_writer_text (sheet, sp_result_words_board_state (values->state));
  sp_sheet_writer_row (sheet, SP_SHEET_FILL_NONE);
  sp_sheet_writer_text (sheet, _("As of"));
  sp_sheet_writer_local_time (sheet, values->as_of_local_s, FALSE);
  sp_sheet_writer_row (sheet, SP_SHEET_FILL_NONE);
  sp_sheet_writer_text (sheet, _("Segment ID"));
  sp_sheet_writer_count (sheet, (double) sp_group_get_values (values->group)->segment_id);

  for (guint i = 0; values->warnings != NULL && values->warnings[i] != NULL; i++)
    {
      sp_sheet_writer_row (sheet, SP_SHEET_FILL_NONE);
      sp_sheet_writer_text (sheet, _("Warning"));
      sp_sheet_writer_text (sheet, values->warnings[i]);
    }
}

/**
 * sp_board_sheet_write:
 * @sheet: an empty sheet
 * @board: a board
 *
 * Writes the rows of a board by team, then time, and the teams below.
 */
void
sp_board_sheet_write (SpSheetWriter *sheet,
                      SpBoard       *board)
{
  const SpBoardValues *values = sp_board_get_values (board);
  g_autoptr(GPtrArray) rows = sp_row_order_by_team (values->rows);
  guint n_teams = g_list_model_get_n_items (values->teams);

  sp_sheet_writer_header (sheet, row_titles);
  for (guint i = 0; i < rows->len; i++)
    write_row (sheet, rows->pdata[i]);

  sp_sheet_writer_row (sheet, SP_SHEET_FILL_NONE);
  sp_sheet_writer_header (sheet, team_titles);
  for (guint i = 0; i < n_teams; i++)
    {
      g_autoptr(SpTeamRow) team = g_list_model_get_item (values->teams, i);

      write_team (sheet, team);
    }

  write_about (sheet, values);
}
