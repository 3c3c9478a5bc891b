/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-fetcher.h"

G_BEGIN_DECLS

gboolean _sp_fetcher_refuse (SpFetcher           *self,
                             gboolean             is_supported,
                             SpPolicy             policy,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data);
gboolean _sp_fetcher_is_own (SpFetcher           *self,
                             GAsyncResult        *result);

G_END_DECLS
