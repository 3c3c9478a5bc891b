/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "files/sp-fault-list.h"
#include "files/sp-xlsx-book.h"

G_BEGIN_DECLS

#define SP_SHEET_MAX_COLUMNS 12

/**
 * SpSheetColumn:
 * @header: what its header says; a unit at the end in brackets may be missing in the sheet
 * @optional: whether the column may be missing
 *
 * A column of a table that is looked for by its header.
 */
typedef struct
{
  const char *header;
  gboolean    optional;
} SpSheetColumn;

const SpXlsxSheet *sp_sheet_headers_find_sheet (const SpXlsxBook    *book,
                                                const char          *name);
guint              sp_sheet_headers_locate     (const SpXlsxSheet   *sheet,
                                                const SpSheetColumn *columns,
                                                guint                n_columns,
                                                guint               *places,
                                                SpFaultList         *faults);

G_END_DECLS
