/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-secret-store.h"
#include "files/sp-workbook.h"

G_BEGIN_DECLS

gboolean sp_token_import_has_any (SpWorkbook           *workbook);
void     sp_token_import_async   (SpWorkbook           *workbook,
                                  SpSecretStore        *secrets,
                                  GCancellable         *cancellable,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
gboolean sp_token_import_finish  (GAsyncResult         *result,
                                  GError              **error);

G_END_DECLS
