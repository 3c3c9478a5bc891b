/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "files/sp-cell.h"

G_BEGIN_DECLS

typedef struct _SpXlsxStyles SpXlsxStyles;

SpXlsxStyles *sp_xlsx_styles_parse       (GBytes              *part,
                                          GCancellable        *cancellable,
                                          GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void          sp_xlsx_styles_free        (SpXlsxStyles        *self);

SpCellFormat  sp_xlsx_styles_get_format  (const SpXlsxStyles  *self,
                                          guint                style);

SpCellFormat  sp_xlsx_number_format_kind (const char          *code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpXlsxStyles, sp_xlsx_styles_free)

G_END_DECLS
