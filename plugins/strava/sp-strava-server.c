/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-strava-server.h"

#include <string.h>

#include "sp-strava-fault.h"

#define API "https://www.strava.com/api/v3"
#define OAUTH "https://www.strava.com/oauth"

static char *
get_base (const char *variable,
          const char *usual)
{
  const char *value = g_getenv (variable);
  char *base = g_strdup (value != NULL && *value != '\0' ? value : usual);

  for (gsize n = strlen (base); n > 0 && base[n - 1] == '/'; n--)
    base[n - 1] = '\0';

  return base;
}

/**
 * sp_strava_server_new:
 *
 * Takes the addresses from SEGMENT_PODIUM_STRAVA_API and SEGMENT_PODIUM_STRAVA_OAUTH where they are set.
 *
 * Returns: (transfer full): where Strava is
 */
SpStravaServer *
sp_strava_server_new (void)
{
  SpStravaServer *self = g_new0 (SpStravaServer, 1);

  self->api = get_base ("SEGMENT_PODIUM_STRAVA_API", API);
  self->oauth = get_base ("SEGMENT_PODIUM_STRAVA_OAUTH", OAUTH);

  return self;
}

/**
 * sp_strava_server_free:
 * @self: (transfer full): addresses
 *
 * Frees them.
 */
void
sp_strava_server_free (SpStravaServer *self)
{
  g_clear_pointer (&self->api, g_free);
  g_clear_pointer (&self->oauth, g_free);
  g_free (self);
}

/**
 * sp_strava_server_is_secure:
 * @uri: an address
 *
 * Whether a token may go there: https, or plain http to this computer alone. A name is not looked up for that.
 *
 * Returns: %TRUE where it may
 */
gboolean
sp_strava_server_is_secure (const char *uri)
{
  g_autoptr(GUri) parsed = g_uri_parse (uri, G_URI_FLAGS_NONE, NULL);
  g_autoptr(GInetAddress) address = NULL;
  const char *host = parsed != NULL ? g_uri_get_host (parsed) : NULL;

  if (host == NULL || *host == '\0' || g_uri_get_userinfo (parsed) != NULL)
    return FALSE;
  if (g_str_equal (g_uri_get_scheme (parsed), "https"))
    return TRUE;
  if (!g_str_equal (g_uri_get_scheme (parsed), "http"))
    return FALSE;
  address = g_inet_address_new_from_string (host);

  return address != NULL ? g_inet_address_get_is_loopback (address) : g_ascii_strcasecmp (host, "localhost") == 0;
}

/**
 * sp_strava_server_check:
 * @self: addresses
 * @error: return location for an error
 *
 * Returns: %FALSE with @error set where a token may not go to one of them
 */
gboolean
sp_strava_server_check (const SpStravaServer  *self,
                        GError               **error)
{
  if (sp_strava_server_is_secure (self->api) && sp_strava_server_is_secure (self->oauth))
    return TRUE;
  sp_strava_fault_set (error, SP_STRAVA_FAULT_ADDRESS, NULL);

  return FALSE;
}

/**
 * sp_strava_server_make_key:
 *
 * What tells the answers of this server from those of others. The secret store can not be asked for it, which takes
 * time; what it would say is which of several applications asks, on which the answers do not depend.
 *
 * Returns: (transfer full): a key to keep answers by
 */
char *
sp_strava_server_make_key (void)
{
  g_autoptr(SpStravaServer) server = sp_strava_server_new ();
  const char *client_id = g_getenv ("STRAVA_CLIENT_ID");

  return g_strdup_printf ("strava %s %s", client_id != NULL ? client_id : "-", server->api);
}
