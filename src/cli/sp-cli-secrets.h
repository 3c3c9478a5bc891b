/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-secret-store.h"
#include "files/sp-workbook.h"

G_BEGIN_DECLS

SpSecretStore *sp_cli_secrets_open   (const char     *path,
                                      const char     *source_id,
                                      GError        **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean       sp_cli_secrets_import (SpSecretStore  *secrets,
                                      SpWorkbook     *workbook,
                                      GError        **error);

G_END_DECLS
