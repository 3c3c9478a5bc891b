/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "files/sp-xlsx-sheet.h"
#include "files/sp-xlsx-strings.h"
#include "files/sp-xlsx-styles.h"

G_BEGIN_DECLS

/* How many cells of all sheets together may hold something. */
#define SP_XLSX_MAX_CELLS 2000000

/**
 * SpXlsxSheetContext:
 * @strings: shared strings; cells point into them
 * @styles: what numbers are shown as
 * @date_1904: whether dates count from 1904
 * @n_cells: how many cells all sheets hold so far
 *
 * What the sheets of a workbook share while they are read.
 */
typedef struct
{
  const SpXlsxStrings *strings;
  const SpXlsxStyles  *styles;
  gboolean             date_1904;
  guint                n_cells;
} SpXlsxSheetContext;

SpXlsxSheet *sp_xlsx_sheet_parse (const char          *name,
                                  GBytes              *part,
                                  SpXlsxSheetContext  *context,
                                  GCancellable        *cancellable,
                                  GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
