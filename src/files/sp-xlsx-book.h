/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "files/sp-xlsx-sheet.h"

G_BEGIN_DECLS

typedef struct _SpXlsxBook SpXlsxBook;

SpXlsxBook        *sp_xlsx_book_load         (GFile             *file,
                                              GCancellable      *cancellable,
                                              GError           **error) G_GNUC_WARN_UNUSED_RESULT;
SpXlsxBook        *sp_xlsx_book_load_bytes   (GBytes            *bytes,
                                              GCancellable      *cancellable,
                                              GError           **error) G_GNUC_WARN_UNUSED_RESULT;
void               sp_xlsx_book_free         (SpXlsxBook        *self);

gboolean           sp_xlsx_book_is_date_1904 (const SpXlsxBook  *self);
guint              sp_xlsx_book_get_n_sheets (const SpXlsxBook  *self);
const SpXlsxSheet *sp_xlsx_book_get_sheet    (const SpXlsxBook  *self,
                                              guint              index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpXlsxBook, sp_xlsx_book_free)

G_END_DECLS
