/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-sheet-window.h"

#include <glib/gi18n-lib.h>

#include "api/sp-time.h"
#include "files/sp-sheet-values.h"

static SpValueState
read_date (SpSheetTable *table,
           guint         column,
           gint64       *local_s,
           gboolean     *is_date)
{
  SpValueState state = sp_sheet_values_date (table, column, local_s, is_date);

  if (state == SP_VALUE_BLANK && sp_sheet_table_has (table, column))
    {
      sp_sheet_table_fault (table, SP_FAULT_ERROR, column, _("Write a date like 2026-01-05, or empty the row"),
                            _("The date is missing"));
      return SP_VALUE_BAD;
    }

  return state;
}

/* A time as people write it: without what it does not say. */
static char *
show (gint64   local_s,
      gboolean is_date)
{
  char *iso = sp_time_to_iso (local_s);

  if (is_date)
    iso[10] = '\0';
  else
    iso[10] = ' ';

  return iso;
}

static void
check_end (SpSheetTable        *table,
           guint                start_column,
           guint                end_column,
           gboolean             start_is_date,
           const SpSheetWindow *window)
{
  g_autofree char *start_ref = sp_sheet_table_ref (table, start_column);
  g_autofree char *end_ref = sp_sheet_table_ref (table, end_column);
  g_autofree char *start = show (window->start_local_s, start_is_date);
  g_autofree char *end = show (window->end_local_s, window->end_is_date);
  g_autofree char *remedy = NULL;

  if (window->end_local_s < window->start_local_s)
    {
      /* Translators: a cell and what it holds, twice */
      remedy = g_strdup_printf (_("%s says %s, %s says %s: put the earlier one first"), start_ref, start, end_ref, end);
      sp_sheet_table_fault (table, SP_FAULT_ERROR, end_column, remedy, _("The window ends before it starts"));
    }
  else if (!window->end_is_date && window->end_local_s % SP_TIME_DAY_S == 0)
    {
      end[10] = '\0';
      remedy = g_strdup_printf (_("Write %s alone, without a time, where that whole day counts"), end);
      sp_sheet_table_fault (table, SP_FAULT_WARNING, end_column, remedy,
                            _("The window ends at midnight, when its last day begins"));
    }
}

/**
 * sp_sheet_window_read:
 * @table: a table at a row
 * @start_column: index of the column of starts
 * @end_column: index of the column of ends
 * @window: (out caller-allocates): the window
 *
 * Reads a window. An end given as a date alone means that whole day. What is wrong is noted.
 *
 * Returns: whether there is a window that can be used
 */
gboolean
sp_sheet_window_read (SpSheetTable  *table,
                      guint          start_column,
                      guint          end_column,
                      SpSheetWindow *window)
{
  gboolean start_is_date = FALSE;
  SpValueState start, end;

  window->row = sp_sheet_table_get_row (table);
  window->end_is_date = FALSE;
  start = read_date (table, start_column, &window->start_local_s, &start_is_date);
  end = read_date (table, end_column, &window->end_local_s, &window->end_is_date);
  if (start != SP_VALUE_GIVEN || end != SP_VALUE_GIVEN)
    return FALSE;

  if (window->end_is_date)
    window->end_local_s += SP_TIME_DAY_S - 1;
  check_end (table, start_column, end_column, start_is_date, window);

  return window->end_local_s >= window->start_local_s;
}

/**
 * sp_sheet_window_check_overlap:
 * @table: a table at a row
 * @start_column: index of the column of starts
 * @window: the row's window
 * @others: (array length=n_others): windows of the same board
 * @n_others: how many
 *
 * Warns where two windows of a board share time. That may be meant, and counts an effort once.
 */
void
sp_sheet_window_check_overlap (SpSheetTable        *table,
                               guint                start_column,
                               const SpSheetWindow *window,
                               const SpSheetWindow *others,
                               guint                n_others)
{
  for (guint i = 0; i < n_others; i++)
    if (window->start_local_s <= others[i].end_local_s && others[i].start_local_s <= window->end_local_s)
      {
        sp_sheet_table_fault (table, SP_FAULT_WARNING, start_column,
                              _("Change the dates, unless this is meant; attempts in both count once"),
                              _("The window overlaps the one of row %u"), others[i].row);
        return;
      }
}
