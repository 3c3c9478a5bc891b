/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-quality-page.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "api/sp-time.h"
#include "files/sp-result-words.h"

static void
write_header (SpWorkbookPage *page)
{
  g_autoptr(GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  static const char * const always[] = { "Runner", "State", "Reason", "Known Since (UTC)", "Retries", "Activities",
                                         "Looked At", "Unknown" };

  for (gsize i = 0; i < G_N_ELEMENTS (always); i++)
    g_ptr_array_add (titles, g_strdup (always[i]));
  for (guint i = 0; i < SP_N_SKIP_REASONS; i++)
    g_ptr_array_add (titles, g_strdup_printf ("Skipped: %s", sp_result_words_skip_reason (i)));
  g_ptr_array_add (titles, NULL);

  sp_workbook_page_header (page, (const char * const *) titles->pdata);
}

static void
write_row (SpWorkbookPage *page,
           SpQualityRow   *row)
{
  const SpQualityRowValues *values = sp_quality_row_get_values (row);
  const char *hidden = values->hides_private ? _("private runs not visible") : NULL;

  sp_workbook_page_row (page, SP_PAGE_FILL_NONE);
  sp_workbook_page_text (page, sp_runner_get_values (values->runner)->name);
  sp_workbook_page_text (page, sp_result_words_quality_state (values->state));
  sp_workbook_page_text (page, values->reason != NULL ? values->reason : hidden);
  sp_workbook_page_local_time (page, values->fetched_at_s, FALSE);
  sp_workbook_page_count (page, values->n_retries);
  sp_workbook_page_count (page, values->n_activities);
  sp_workbook_page_count (page, values->n_inspected);
  sp_workbook_page_count (page, values->n_unknown);
  for (guint i = 0; i < SP_N_SKIP_REASONS; i++)
    sp_workbook_page_count (page, values->n_skipped[i]);
}

static void
write_fact (SpWorkbookPage *page,
            const char     *title,
            const char     *text)
{
  sp_workbook_page_row (page, SP_PAGE_FILL_NONE);
  sp_workbook_page_text (page, title);
  sp_workbook_page_text (page, text);
}

static void
write_about (SpWorkbookPage        *page,
             const SpResultsValues *values)
{
  const SpQualityValues *quality = sp_quality_get_values (values->quality);
  g_autofree char *counts = NULL;

  counts = g_strdup_printf (_("%u up to date, %u on old data, %u without data, %u not reached"), quality->n_fresh,
                            quality->n_stale, quality->n_failed, quality->n_cancelled);

  sp_workbook_page_row (page, SP_PAGE_FILL_NONE);
  write_fact (page, _("Competition"), sp_competition_get_name (values->competition));
  write_fact (page, _("Runners"), counts);
  write_fact (page, _("Source"), values->source_id);
  sp_workbook_page_row (page, SP_PAGE_FILL_NONE);
  sp_workbook_page_text (page, _("As of (local)"));
  sp_workbook_page_local_time (page, values->as_of_local_s, FALSE);
  sp_workbook_page_row (page, SP_PAGE_FILL_NONE);
  sp_workbook_page_text (page, _("Asked (UTC)"));
  sp_workbook_page_local_time (page, values->finished_at_s, FALSE);
  if (values->cancelled)
    write_fact (page, _("Cancelled"), _("The refresh was cancelled; what there was is shown"));
}

/**
 * sp_quality_page_write:
 * @page: an empty sheet
 * @results: results
 *
 * Writes how well each runner's data are known.
 */
void
sp_quality_page_write (SpWorkbookPage *page,
                       SpResults      *results)
{
  const SpResultsValues *values = sp_results_get_values (results);
  const SpQualityValues *quality = sp_quality_get_values (values->quality);
  guint n = g_list_model_get_n_items (quality->rows);

  write_header (page);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(SpQualityRow) row = g_list_model_get_item (quality->rows, i);

      write_row (page, row);
    }

  write_about (page, values);
}
