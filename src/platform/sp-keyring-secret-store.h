/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-secret-store.h"

G_BEGIN_DECLS

#define SP_TYPE_KEYRING_SECRET_STORE (sp_keyring_secret_store_get_type ())
G_DECLARE_FINAL_TYPE (SpKeyringSecretStore, sp_keyring_secret_store, SP, KEYRING_SECRET_STORE, GObject)

SpKeyringSecretStore *sp_keyring_secret_store_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
