/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-secret-store.h"

G_BEGIN_DECLS

void sp_test_check_store   (SpSecretStore *store);
void sp_test_assert_secret (SpSecretStore *store,
                            const char    *key,
                            const char    *secret);

G_END_DECLS
