/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-distance-sheet.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "api/sp-time.h"
#include "files/sp-result-words.h"

/**
 * sp_distance_sheet_title:
 * @board: a distance board
 *
 * Names a distance board in a way that fits the tab of a sheet.
 *
 * Returns: (transfer full): such as "Distance 2026-01-05 2026-01-31", or "Distance Summary"
 */
char *
sp_distance_sheet_title (SpDistanceBoard *board)
{
  SpSeriesWindow *window = sp_distance_board_get_values (board)->window;
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  if (window == NULL)
    return g_strdup ("Distance Summary");

  start = sp_time_to_iso (sp_series_window_get_values (window)->start_local_s);
  end = sp_time_to_iso (sp_series_window_get_values (window)->end_local_s);

  return g_strdup_printf ("Distance %.10s %.10s", start, end);
}

static void
write_row (SpSheetWriter *sheet,
           SpDistanceRow *row,
           double         threshold_m)
{
  const SpDistanceRowValues *values = sp_distance_row_get_values (row);
  const SpRunnerValues *runner = sp_runner_get_values (values->runner);
  g_autofree char *status = sp_result_words_distance_status (row);

  sp_sheet_writer_row (sheet, SP_SHEET_FILL_NONE);
  sp_sheet_writer_text (sheet, runner->distance_team);
  sp_sheet_writer_text (sheet, runner->name);
  sp_sheet_writer_count (sheet, values->place > 0 ? values->place : NAN);
  sp_sheet_writer_count (sheet, values->known ? values->n_runs : NAN);
  sp_sheet_writer_decimal (sheet, values->known ? values->distance_m / 1000 : NAN);
  sp_sheet_writer_count (sheet, values->known ? values->climb_m : NAN);
  if (threshold_m > 0)
    sp_sheet_writer_count (sheet, values->known ? values->n_over : NAN);
  sp_sheet_writer_decimal (sheet, values->known ? values->mean_m / 1000 : NAN);
  sp_sheet_writer_text (sheet, status);
}

/**
 * sp_distance_sheet_write:
 * @sheet: an empty sheet
 * @board: a distance board
 *
 * Writes a distance board in its own order.
 */
void
sp_distance_sheet_write (SpSheetWriter   *sheet,
                         SpDistanceBoard *board)
{
  const SpDistanceBoardValues *values = sp_distance_board_get_values (board);
  double threshold_m = values->window != NULL ? sp_series_window_get_values (values->window)->threshold_m : 0;
  g_autoptr(GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  char kilometres[G_ASCII_DTOSTR_BUF_SIZE];
  guint n = g_list_model_get_n_items (values->rows);

  for (guint i = 0; i < 6; i++)
    {
      static const char * const always[] = { "Team", "Runner", "Place", "Runs", "Distance (km)", "Climb (m)" };

      g_ptr_array_add (titles, g_strdup (always[i]));
    }
  if (threshold_m > 0)
    g_ptr_array_add (titles, g_strdup_printf ("Runs of %s km or more",
                                              g_ascii_formatd (kilometres, sizeof kilometres, "%.6g",
                                                               threshold_m / 1000)));
  g_ptr_array_add (titles, g_strdup ("Mean per Run (km)"));
  g_ptr_array_add (titles, g_strdup ("Status"));
  g_ptr_array_add (titles, NULL);

  sp_sheet_writer_header (sheet, (const char * const *) titles->pdata);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(SpDistanceRow) row = g_list_model_get_item (values->rows, i);

      write_row (sheet, row, threshold_m);
    }

  sp_sheet_writer_row (sheet, SP_SHEET_FILL_NONE);
  sp_sheet_writer_row (sheet, SP_SHEET_FILL_NONE);
  sp_sheet_writer_text (sheet, _("Board"));
  sp_sheet_writer_text (sheet, sp_result_words_board_state (values->state));
  sp_sheet_writer_row (sheet, SP_SHEET_FILL_NONE);
  sp_sheet_writer_text (sheet, _("As of"));
  sp_sheet_writer_local_time (sheet, values->as_of_local_s, FALSE);
}
