/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-series-sheet.h"

#include "files/sp-sheet-values.h"
#include "files/sp-sheet-window.h"
#include "files/sp-unique-key.h"

#include "api/sp-time.h"

#define SHEET "Distance Series"

enum
{
  START_DATE,
  END_DATE,
  THRESHOLD,
  N_COLUMNS,
};

static const SpSheetColumn columns[N_COLUMNS] = {
  [START_DATE] = { "Start Date", FALSE },
  [END_DATE] = { "End Date", FALSE },
  [THRESHOLD] = { "Distance Threshold (km)", FALSE },
};

static void
read_row (SpSheetTable         *table,
          GHashTable           *keys,
          GArray               *spans,
          SpCompetitionBuilder *builder)
{
  SpSeriesWindowValues values = { .threshold_m = 0 };
  double threshold_km = 0;
  g_autofree char *start = NULL;
  g_autofree char *wanted = NULL;
  g_autoptr(SpSeriesWindow) window = NULL;
  SpSheetWindow span;

  sp_sheet_values_number (table, THRESHOLD, &threshold_km);
  if (!sp_sheet_window_read (table, START_DATE, END_DATE, &span))
    return;

  sp_sheet_window_check_overlap (table, START_DATE, &span, (const SpSheetWindow *) (gpointer) spans->data, spans->len);
  g_array_append_val (spans, span);

  start = sp_time_to_iso (span.start_local_s);
  wanted = g_strdup_printf ("series-%.10s", start);
  values.key = sp_unique_key (keys, wanted);
  values.start_local_s = span.start_local_s;
  values.end_local_s = span.end_local_s;
  values.end_is_date = span.end_is_date;
  values.threshold_m = threshold_km * 1000;
  window = sp_series_window_new (&values);
  sp_competition_builder_put_series_window (builder, window);
}

/**
 * sp_series_sheet_read:
 * @book: a workbook
 * @builder: where windows of the distance series go
 * @faults: where faults go
 *
 * Reads the distance series, which a workbook may do without. What was put into @builder is of use only where no error
 * was noted.
 *
 * Returns: how many rows the sheet has that say something
 */
guint
sp_series_sheet_read (const SpXlsxBook     *book,
                      SpCompetitionBuilder *builder,
                      SpFaultList          *faults)
{
  const SpXlsxSheet *sheet = sp_sheet_headers_find_sheet (book, SHEET);
  g_autoptr(SpSheetTable) table = NULL;
  g_autoptr(GHashTable) keys = NULL;
  g_autoptr(GArray) spans = NULL;
  guint n = 0;

  if (sheet == NULL)
    return 0;

  table = sp_sheet_table_new (book, sheet, columns, N_COLUMNS, faults);
  keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  spans = g_array_new (FALSE, FALSE, sizeof (SpSheetWindow));

  for (; sp_sheet_table_next (table); n++)
    read_row (table, keys, spans, builder);

  return n;
}
