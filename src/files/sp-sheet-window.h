/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "files/sp-sheet-table.h"

G_BEGIN_DECLS

/**
 * SpSheetWindow:
 * @start_local_s: first second, naive local
 * @end_local_s: last second, inclusive, naive local
 * @end_is_date: whether the end was given as a date alone
 * @row: the row it is from
 *
 * A date window of a row.
 */
typedef struct
{
  gint64   start_local_s;
  gint64   end_local_s;
  gboolean end_is_date;
  guint    row;
} SpSheetWindow;

gboolean sp_sheet_window_read           (SpSheetTable        *table,
                                         guint                start_column,
                                         guint                end_column,
                                         SpSheetWindow       *window);
void     sp_sheet_window_check_overlap  (SpSheetTable        *table,
                                         guint                start_column,
                                         const SpSheetWindow *window,
                                         const SpSheetWindow *others,
                                         guint                n_others);

G_END_DECLS
