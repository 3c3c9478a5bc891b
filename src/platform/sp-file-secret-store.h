/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-secret-store.h"

G_BEGIN_DECLS

#define SP_TYPE_FILE_SECRET_STORE (sp_file_secret_store_get_type ())
G_DECLARE_FINAL_TYPE (SpFileSecretStore, sp_file_secret_store, SP, FILE_SECRET_STORE, GObject)

SpFileSecretStore *sp_file_secret_store_new      (const char         *path) G_GNUC_WARN_UNUSED_RESULT;
const char        *sp_file_secret_store_get_path (SpFileSecretStore  *self);
gboolean           sp_file_secret_store_check    (SpFileSecretStore  *self,
                                                  GError            **error);

G_END_DECLS
