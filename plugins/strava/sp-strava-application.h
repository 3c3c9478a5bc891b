/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-secret-store.h"

G_BEGIN_DECLS

/**
 * SP_STRAVA_KEY_CLIENT_ID:
 *
 * Under what the organiser's API application is kept in the secret store.
 */
#define SP_STRAVA_KEY_CLIENT_ID "client-id"

/**
 * SP_STRAVA_KEY_CLIENT_SECRET:
 *
 * Under what its secret is kept in the secret store.
 */
#define SP_STRAVA_KEY_CLIENT_SECRET "client-secret"

/**
 * SpStravaApplication:
 * @id: the client ID
 * @secret: the client secret
 *
 * The organiser's API application.
 */
typedef struct
{
  char *id;
  char *secret;
} SpStravaApplication;

void                 sp_strava_application_free          (SpStravaApplication  *self);
void                 sp_strava_application_lookup_async  (SpSecretStore        *secrets,
                                                          GCancellable         *cancellable,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
SpStravaApplication *sp_strava_application_lookup_finish (GAsyncResult         *result,
                                                          GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpStravaApplication, sp_strava_application_free)

G_END_DECLS
