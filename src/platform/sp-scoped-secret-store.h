/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-secret-store.h"

G_BEGIN_DECLS

#define SP_TYPE_SCOPED_SECRET_STORE (sp_scoped_secret_store_get_type ())
G_DECLARE_FINAL_TYPE (SpScopedSecretStore, sp_scoped_secret_store, SP, SCOPED_SECRET_STORE, GObject)

SpScopedSecretStore *sp_scoped_secret_store_new (SpSecretStore *upstream,
                                                 const char    *plugin_id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
