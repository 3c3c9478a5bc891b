/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sp-cli-distance.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "cli/sp-cli-notes.h"
#include "cli/sp-cli-table.h"

static char *
to_title (const SpDistanceBoardValues *board)
{
  const SpSeriesWindowValues *window;
  int y1, m1, d1, y2, m2, d2;

  if (board->window == NULL)
    return g_strdup (_("Distance, all windows"));
  window = sp_series_window_get_values (board->window);
  sp_time_get_date (window->start_local_s, &y1, &m1, &d1);
  sp_time_get_date (window->end_local_s, &y2, &m2, &d2);

  return g_strdup_printf (_("Distance, %04d-%02d-%02d to %04d-%02d-%02d"), y1, m1, d1, y2, m2, d2);
}

static char *
to_notes (const SpDistanceRowValues *row)
{
  if (row->known)
    return sp_cli_notes_of_flags (row->flags, row->fetched_at_s);

  /* Translators: then the reason in a few words */
  return row->reason != NULL ? g_strdup_printf (_("no data: %s"), row->reason) : g_strdup (_("no data"));
}

static void
add_row (SpCliTable                *table,
         const SpDistanceRowValues *row,
         gboolean                   has_threshold)
{
  const SpRunnerValues *runner = sp_runner_get_values (row->runner);
  g_autofree char *place = row->place > 0 ? g_strdup_printf ("%u", row->place) : g_strdup ("");
  g_autofree char *runs = row->known ? g_strdup_printf ("%u", row->n_runs) : g_strdup ("");
  g_autofree char *km = row->known ? g_strdup_printf ("%.2f", row->distance_m / 1000.0) : g_strdup ("");
  g_autofree char *climb = row->known ? g_strdup_printf ("%.0f", row->climb_m) : g_strdup ("");
  g_autofree char *over = row->known && has_threshold ? g_strdup_printf ("%u", row->n_over) : g_strdup ("");
  g_autofree char *mean = row->known && !isnan (row->mean_m) ? g_strdup_printf ("%.2f", row->mean_m / 1000.0)
                                                             : g_strdup ("");
  g_autofree char *notes = to_notes (row);

  sp_cli_table_add (table, sp_cli_notes_get_tone (row->known ? SP_ROW_TIMED : SP_ROW_NO_DATA, row->flags),
                    (const char *[]) { place, runner->name, runner->distance_team ?: "", km, climb, runs, over, mean,
                                       notes, NULL });
}

/* "5+ km", with the number as the organiser gave it. */
static char *
to_over_title (double threshold_m)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  /* Translators: heading of a narrow column: runs of at least so many km */
  return g_strdup_printf (_("%s+ km"), g_ascii_formatd (number, sizeof number, "%g", threshold_m / 1000.0));
}

/**
 * sp_cli_distance_append:
 * @board: a board of the distance series
 * @paper: what it is written on
 * @out: where to
 *
 * Appends the board.
 */
void
sp_cli_distance_append (SpDistanceBoard  *board,
                        const SpCliPaper *paper,
                        GString          *out)
{
  const SpDistanceBoardValues *values;
  g_autoptr (SpCliTable) table = NULL;
  g_autofree char *title = NULL;
  g_autofree char *over = NULL;
  double threshold_m = 0;

  g_return_if_fail (SP_IS_DISTANCE_BOARD (board) && paper != NULL && out != NULL);

  values = sp_distance_board_get_values (board);
  title = to_title (values);
  if (values->window != NULL)
    threshold_m = sp_series_window_get_values (values->window)->threshold_m;
  over = to_over_title (threshold_m);
  table = sp_cli_table_new ((const SpCliColumn[]) {
    { "#", TRUE, 0 }, { _("Runner"), FALSE, 16 }, { _("Team"), FALSE, 8 }, { _("km"), TRUE, 0 },
    /* Translators: headings of narrow columns: metres, a number of runs, kilometres of a run on average */
    { _("Climb m"), TRUE, 0 }, { _("Runs"), TRUE, 0 }, { over, TRUE, 0 }, { _("Mean"), TRUE, 0 },
    { _("Notes"), FALSE, 10 } }, 9);

  sp_cli_text_append (out, paper, SP_CLI_STRONG, title);
  g_string_append_c (out, '\n');
  if (values->window != NULL)
    {
      const SpSeriesWindowValues *window = sp_series_window_get_values (values->window);
      g_autofree char *state = sp_cli_notes_of_state (values->state, window->start_local_s, window->end_local_s);

      sp_cli_text_append (out, paper, SP_CLI_FAINT, state);
      g_string_append_c (out, '\n');
    }
  for (guint i = 0; values->state != SP_BOARD_UPCOMING && i < g_list_model_get_n_items (values->rows); i++)
    {
      g_autoptr (SpDistanceRow) row = g_list_model_get_item (values->rows, i);

      add_row (table, sp_distance_row_get_values (row), threshold_m > 0);
    }
  if (values->state != SP_BOARD_UPCOMING)
    sp_cli_table_append (table, paper, out);
  g_string_append_c (out, '\n');
}
