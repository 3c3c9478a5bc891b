/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-secret-store.h"

G_BEGIN_DECLS

/**
 * SpApiKeysPlace:
 * @SP_API_KEYS_NOWHERE: there are none
 * @SP_API_KEYS_STORE: where permissions are kept
 * @SP_API_KEYS_ENVIRONMENT: in STRAVA_CLIENT_ID and STRAVA_CLIENT_SECRET
 *
 * Where the client ID and secret come from.
 */
typedef enum
{
  SP_API_KEYS_NOWHERE,
  SP_API_KEYS_STORE,
  SP_API_KEYS_ENVIRONMENT,
} SpApiKeysPlace;

void            sp_api_keys_load_async  (SpSecretStore        *secrets,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
gboolean        sp_api_keys_load_finish (GAsyncResult         *result,
                                         SpApiKeysPlace       *place,
                                         char                **client_id,
                                         GError              **error);
void            sp_api_keys_save_async  (SpSecretStore        *secrets,
                                         const char           *client_id,
                                         const char           *client_secret,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
gboolean        sp_api_keys_save_finish (GAsyncResult         *result,
                                         GError              **error);
char           *sp_api_keys_to_words    (SpApiKeysPlace        place,
                                         const char           *client_id,
                                         gboolean              in_file);

G_END_DECLS
