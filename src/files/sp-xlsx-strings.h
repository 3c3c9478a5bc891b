/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _SpXlsxStrings SpXlsxStrings;

SpXlsxStrings *sp_xlsx_strings_parse  (GBytes               *part,
                                       GCancellable         *cancellable,
                                       GError              **error) G_GNUC_WARN_UNUSED_RESULT;
void           sp_xlsx_strings_free   (SpXlsxStrings        *self);

const char    *sp_xlsx_strings_lookup (const SpXlsxStrings  *self,
                                       guint                 index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpXlsxStrings, sp_xlsx_strings_free)

G_END_DECLS
