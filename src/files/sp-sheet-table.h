/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "files/sp-sheet-headers.h"
#include "files/sp-xlsx-book.h"

G_BEGIN_DECLS

/* More rows than any club has; a sheet beyond it is a mistake or worse. */
#define SP_SHEET_TABLE_MAX_ROWS 20000

typedef struct _SpSheetTable SpSheetTable;

SpSheetTable *sp_sheet_table_new     (const SpXlsxBook     *book,
                                      const SpXlsxSheet    *sheet,
                                      const SpSheetColumn  *columns,
                                      guint                 n_columns,
                                      SpFaultList          *faults) G_GNUC_WARN_UNUSED_RESULT;
void          sp_sheet_table_free    (SpSheetTable         *self);

gboolean      sp_sheet_table_next    (SpSheetTable         *self);
guint         sp_sheet_table_get_row (const SpSheetTable   *self);
gboolean      sp_sheet_table_has     (const SpSheetTable   *self,
                                      guint                 column);
const SpCell *sp_sheet_table_get     (const SpSheetTable   *self,
                                      guint                 column);
gboolean      sp_sheet_table_is_1904 (const SpSheetTable   *self);
char         *sp_sheet_table_ref     (const SpSheetTable   *self,
                                      guint                 column) G_GNUC_WARN_UNUSED_RESULT;
void          sp_sheet_table_fault   (SpSheetTable         *self,
                                      SpFaultSeverity       severity,
                                      guint                 column,
                                      const char           *remedy,
                                      const char           *format,
                                      ...) G_GNUC_PRINTF (5, 6);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpSheetTable, sp_sheet_table_free)

G_END_DECLS
