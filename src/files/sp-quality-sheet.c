/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-quality-sheet.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "api/sp-time.h"
#include "files/sp-result-words.h"

static void
write_header (SpSheetWriter *sheet)
{
  g_autoptr(GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  static const char * const always[] = { "Runner", "State", "Reason", "Known Since (UTC)", "Retries", "Activities",
                                         "Looked At", "Unknown" };

  for (gsize i = 0; i < G_N_ELEMENTS (always); i++)
    g_ptr_array_add (titles, g_strdup (always[i]));
  for (guint i = 0; i < SP_N_SKIP_REASONS; i++)
    g_ptr_array_add (titles, g_strdup_printf ("Skipped: %s", sp_result_words_skip_reason (i)));
  g_ptr_array_add (titles, NULL);

  sp_sheet_writer_header (sheet, (const char * const *) titles->pdata);
}

static void
write_row (SpSheetWriter *sheet,
           SpQualityRow  *row)
{
  const SpQualityRowValues *values = sp_quality_row_get_values (row);
  const char *hidden = values->hides_private ? _("private runs not visible") : NULL;

  sp_sheet_writer_row (sheet, SP_SHEET_FILL_NONE);
  sp_sheet_writer_text (sheet, sp_runner_get_values (values->runner)->name);
  sp_sheet_writer_text (sheet, sp_result_words_quality_state (values->state));
  sp_sheet_writer_text (sheet, values->reason != NULL ? values->reason : hidden);
  sp_sheet_writer_local_time (sheet, values->fetched_at_s, FALSE);
  sp_sheet_writer_count (sheet, values->n_retries);
  sp_sheet_writer_count (sheet, values->n_activities);
  sp_sheet_writer_count (sheet, values->n_inspected);
  sp_sheet_writer_count (sheet, values->n_unknown);
  for (guint i = 0; i < SP_N_SKIP_REASONS; i++)
    sp_sheet_writer_count (sheet, values->n_skipped[i]);
}

static void
write_fact (SpSheetWriter *sheet,
            const char    *title,
            const char    *text)
{
  sp_sheet_writer_row (sheet, SP_SHEET_FILL_NONE);
  sp_sheet_writer_text (sheet, title);
  sp_sheet_writer_text (sheet, text);
}

static void
write_about (SpSheetWriter         *sheet,
             const SpResultsValues *values)
{
  const SpQualityValues *quality = sp_quality_get_values (values->quality);
  g_autofree char *counts = NULL;

  counts = g_strdup_printf (_("%u up to date, %u on old data, %u without data, %u not reached"), quality->n_fresh,
                            quality->n_stale, quality->n_failed, quality->n_cancelled);

  sp_sheet_writer_row (sheet, SP_SHEET_FILL_NONE);
  write_fact (sheet, _("Competition"), sp_competition_get_name (values->competition));
  write_fact (sheet, _("Runners"), counts);
  write_fact (sheet, _("Source"), values->source_id);
  sp_sheet_writer_row (sheet, SP_SHEET_FILL_NONE);
  sp_sheet_writer_text (sheet, _("As of (local)"));
  sp_sheet_writer_local_time (sheet, values->as_of_local_s, FALSE);
  sp_sheet_writer_row (sheet, SP_SHEET_FILL_NONE);
  sp_sheet_writer_text (sheet, _("Asked (UTC)"));
  sp_sheet_writer_local_time (sheet, values->finished_at_s, FALSE);
  if (values->cancelled)
    write_fact (sheet, _("Cancelled"), _("The refresh was cancelled; what there was is shown"));
}

/**
 * sp_quality_sheet_write:
 * @sheet: an empty sheet
 * @results: results
 *
 * Writes how well each runner's data are known.
 */
void
sp_quality_sheet_write (SpSheetWriter *sheet,
                        SpResults     *results)
{
  const SpResultsValues *values = sp_results_get_values (results);
  const SpQualityValues *quality = sp_quality_get_values (values->quality);
  guint n = g_list_model_get_n_items (quality->rows);

  write_header (sheet);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(SpQualityRow) row = g_list_model_get_item (quality->rows, i);

      write_row (sheet, row);
    }

  write_about (sheet, values);
}
