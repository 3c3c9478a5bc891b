/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sp-cli-boards.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "cli/sp-cli-distance.h"
#include "cli/sp-cli-notes.h"
#include "cli/sp-cli-summaries.h"
#include "cli/sp-cli-table.h"
#include "cli/sp-cli-teams.h"
#include "engine/sp-local-time.h"
#include "model/sp-words.h"

static void
append_mark (GString          *out,
             const SpCliPaper *paper,
             const char       *sentence)
{
  g_autofree char *marked = g_strdup_printf ("! %s", sentence);

  sp_cli_text_append_wrapped (out, paper, 0, marked);
}

static void
add_row (SpCliTable *table,
         SpRow      *row)
{
  const SpRowValues *values = sp_row_get_values (row);
  const SpRunnerValues *runner = sp_runner_get_values (values->runner);
  gboolean has_time = values->time_s >= 0;
  g_autofree char *rank = values->rank > 0 ? g_strdup_printf ("%u", values->rank) : g_strdup ("");
  g_autofree char *in_team = values->team_rank > 0 ? g_strdup_printf ("%u", values->team_rank) : g_strdup ("");
  g_autofree char *time = has_time ? sp_words_duration (values->time_s) : g_strdup ("");
  g_autofree char *attempts = has_time ? g_strdup_printf ("%u", values->attempts) : g_strdup ("");
  g_autofree char *day = has_time && values->start_local_s != SP_TIME_UNKNOWN ? sp_words_day (values->start_local_s)
                                                                              : g_strdup ("");
  g_autofree char *notes = sp_cli_notes_of_row (values);
  const char *cells[] = { rank, runner->name, runner->segment_team ?: "", in_team, time, attempts, day, notes, NULL };

  sp_cli_table_add (table, sp_cli_notes_get_tone (values->state, values->flags), cells);
}

static void
append_rows (GListModel       *rows,
             const SpCliPaper *paper,
             GString          *out)
{
  const SpCliColumn columns[] = {
    { "#", TRUE, 0 },
    { _("Runner"), FALSE, 16 },
    { _("Team"), FALSE, 10 },
    { "#", TRUE, 0 },
    { _("Time"), TRUE, 0 },
    /* Translators: heading of a narrow column: number of valid attempts */
    { _("Tries"), TRUE, 0 },
    { _("Date"), TRUE, 0 },
    /* Translators: heading of the last column: what there is to say about a row */
    { _("Notes"), FALSE, 16 },
  };
  g_autoptr (SpCliTable) table = sp_cli_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (SpRow) row = g_list_model_get_item (rows, i);

      add_row (table, row);
    }
  sp_cli_table_append (table, paper, out);
}

/**
 * sp_cli_boards_append_board:
 * @board: a board
 * @paper: what it is written on
 * @out: where to
 *
 * Appends the board: name, state, rows, what to look at, teams.
 */
void
sp_cli_boards_append_board (SpBoard          *board,
                            const SpCliPaper *paper,
                            GString          *out)
{
  const SpBoardValues *values;
  g_autofree char *state = NULL;

  g_return_if_fail (SP_IS_BOARD (board) && paper != NULL && out != NULL);

  values = sp_board_get_values (board);
  state = sp_cli_notes_of_state (values->state, values->opens_local_s, values->ends_local_s);
  sp_cli_text_append (out, paper, SP_CLI_STRONG, sp_group_get_values (values->group)->name);
  g_string_append_c (out, '\n');
  sp_cli_text_append (out, paper, values->state == SP_BOARD_PROVISIONAL ? SP_CLI_DOUBT : SP_CLI_FAINT, state);
  g_string_append_c (out, '\n');
  if (values->state != SP_BOARD_UPCOMING)
    append_rows (values->rows, paper, out);
  for (guint i = 0; values->warnings != NULL && values->warnings[i] != NULL; i++)
    append_mark (out, paper, values->warnings[i]);
  if (values->state != SP_BOARD_UPCOMING)
    sp_cli_teams_append (values->teams, paper, out);
  g_string_append_c (out, '\n');
}

static void
append_heading (const SpResultsValues *values,
                const SpCliPaper      *paper,
                GString               *out)
{
  const char *name = sp_competition_get_name (values->competition);
  g_autofree char *as_of = sp_words_moment (values->as_of_local_s);
  /* Translators: the name of a competition, then a day and a time of day */
  g_autofree char *line = g_strdup_printf (_("%s, as of %s"), *name != '\0' ? name : _("Competition"), as_of);

  sp_cli_text_append (out, paper, SP_CLI_STRONG, line);
  g_string_append_c (out, '\n');
  if (values->cancelled)
    append_mark (out, paper, _("Cancelled before the end: this is what was fetched until then. Run again to go on."));
  for (guint i = 0; values->warnings != NULL && values->warnings[i] != NULL; i++)
    append_mark (out, paper, values->warnings[i]);
  g_string_append_c (out, '\n');
}

/**
 * sp_cli_boards_append_all:
 * @results: a set of results
 * @paper: what it is written on
 * @out: where to
 *
 * Appends all boards, the distance boards and the summaries.
 */
void
sp_cli_boards_append_all (SpResults        *results,
                          const SpCliPaper *paper,
                          GString          *out)
{
  const SpResultsValues *values;

  g_return_if_fail (SP_IS_RESULTS (results) && paper != NULL && out != NULL);

  values = sp_results_get_values (results);
  append_heading (values, paper, out);
  for (guint i = 0; i < g_list_model_get_n_items (values->boards); i++)
    {
      g_autoptr (SpBoard) board = g_list_model_get_item (values->boards, i);

      sp_cli_boards_append_board (board, paper, out);
    }
  for (guint i = 0; i < g_list_model_get_n_items (values->distance_boards); i++)
    {
      g_autoptr (SpDistanceBoard) board = g_list_model_get_item (values->distance_boards, i);

      sp_cli_distance_append (board, paper, out);
    }
  if (g_list_model_get_n_items (values->boards) > 0)
    sp_cli_summaries_append (values, paper, out);
}
