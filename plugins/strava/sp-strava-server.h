/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SpStravaServer:
 * @api: where data are asked for, without a slash at its end
 * @oauth: where permissions are given, without a slash at its end
 *
 * Where Strava is.
 */
typedef struct
{
  char *api;
  char *oauth;
} SpStravaServer;

SpStravaServer *sp_strava_server_new       (void);
void            sp_strava_server_free      (SpStravaServer        *self);
gboolean        sp_strava_server_is_secure (const char            *uri);
gboolean        sp_strava_server_check     (const SpStravaServer  *self,
                                            GError               **error);
char *          sp_strava_server_make_key  (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpStravaServer, sp_strava_server_free)

G_END_DECLS
