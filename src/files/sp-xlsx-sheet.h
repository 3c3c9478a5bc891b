/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "files/sp-cell.h"

G_BEGIN_DECLS

typedef struct _SpXlsxSheet SpXlsxSheet;

SpXlsxSheet  *sp_xlsx_sheet_new      (const char         *name) G_GNUC_WARN_UNUSED_RESULT;
void          sp_xlsx_sheet_free     (SpXlsxSheet        *self);

const char   *sp_xlsx_sheet_keep     (SpXlsxSheet        *self,
                                      const char         *text);
void          sp_xlsx_sheet_add      (SpXlsxSheet        *self,
                                      const SpCell       *cell);
gboolean      sp_xlsx_sheet_seal     (SpXlsxSheet        *self,
                                      GError            **error);

const char   *sp_xlsx_sheet_get_name (const SpXlsxSheet  *self);
const SpCell *sp_xlsx_sheet_get_all  (const SpXlsxSheet  *self,
                                      guint              *n_cells);
const SpCell *sp_xlsx_sheet_get_cell (const SpXlsxSheet  *self,
                                      guint               row,
                                      guint               column);
const SpCell *sp_xlsx_sheet_get_row  (const SpXlsxSheet  *self,
                                      guint               row,
                                      guint              *n_cells);
guint         sp_xlsx_sheet_next_row (const SpXlsxSheet  *self,
                                      guint               after);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpXlsxSheet, sp_xlsx_sheet_free)

G_END_DECLS
