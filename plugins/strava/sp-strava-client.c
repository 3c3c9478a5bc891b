/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-strava-client.h"

#include "sp-strava-fault.h"
#include "sp-strava-server.h"

struct _SpStravaClient
{
  SpFetcherContext  *context;   /* (owned) */
  SpStravaServer    *server;    /* (owned) */
  SpStravaLedger    *ledger;    /* (owned) */
  SpStravaHttp      *http;      /* (owned) (nullable) */
  SpStravaTokens    *tokens;    /* (owned) (nullable) */
  SpStravaReader    *reader;    /* (owned) (nullable) */
  SpStravaConnector *connector; /* (owned) (nullable) */
};

/* Two servers, say the real one and a test's, do not share a count. */
static char *
make_ledger_path (const SpStravaServer *server,
                  const char           *directory)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, server->api, -1);
  g_autofree char *name = g_strdup_printf ("requests-%.8s", hash);

  return directory != NULL ? g_build_filename (directory, name, NULL) : NULL;
}

/**
 * sp_strava_client_new:
 * @context: what the run gives
 *
 * Returns: (transfer full): a client that counts, and has yet to be made ready to ask
 */
SpStravaClient *
sp_strava_client_new (SpFetcherContext *context)
{
  SpStravaClient *self = g_new0 (SpStravaClient, 1);
  g_autofree char *path = NULL;

  self->context = g_object_ref (context);
  self->server = sp_strava_server_new ();
  path = make_ledger_path (self->server, sp_fetcher_context_get_directory (context));
  self->ledger = sp_strava_ledger_new (sp_fetcher_context_get_clock (context), path);

  return self;
}

/**
 * sp_strava_client_free:
 * @self: (transfer full): a client
 *
 * Frees it. What is under way ends by itself.
 */
void
sp_strava_client_free (SpStravaClient *self)
{
  g_clear_object (&self->connector);
  g_clear_object (&self->reader);
  g_clear_object (&self->tokens);
  g_clear_object (&self->http);
  g_clear_object (&self->ledger);
  g_clear_pointer (&self->server, sp_strava_server_free);
  g_clear_object (&self->context);
  g_free (self);
}

/**
 * sp_strava_client_make_ready:
 * @self: a client
 * @error: return location for an error
 *
 * Makes what it takes to ask, where that is not done already.
 *
 * Returns: %FALSE with @error set where nothing may be asked
 */
gboolean
sp_strava_client_make_ready (SpStravaClient  *self,
                             GError         **error)
{
  g_autoptr(SpStravaOauth) oauth = NULL;
  SpSecretStore *secrets;
  SpClock *clock;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->reader != NULL)
    return TRUE;
  secrets = sp_fetcher_context_get_secrets (self->context);
  clock = sp_fetcher_context_get_clock (self->context);
  if (!sp_strava_server_check (self->server, error))
    return FALSE;
  if (secrets == NULL)
    {
      sp_strava_fault_set (error, SP_STRAVA_FAULT_NO_STORE, NULL);
      return FALSE;
    }

  self->http = sp_strava_http_new (sp_fetcher_context_get_user_agent (self->context));
  oauth = sp_strava_oauth_new (clock, self->http, secrets, self->server);
  self->tokens = sp_strava_tokens_new (clock, oauth, secrets, sp_fetcher_context_get_directory (self->context));
  self->reader = sp_strava_reader_new (clock, self->http, self->tokens, self->ledger, self->server->api);
  self->connector = sp_strava_connector_new (clock, secrets, oauth, self->tokens, self->server);

  return TRUE;
}

/**
 * sp_strava_client_get_ledger:
 * @self: a client
 *
 * Returns: (transfer none): what counts the requests
 */
SpStravaLedger *
sp_strava_client_get_ledger (SpStravaClient *self)
{
  return self->ledger;
}

/**
 * sp_strava_client_get_http:
 * @self: a client that is ready
 *
 * Returns: (transfer none): what sends the requests
 */
SpStravaHttp *
sp_strava_client_get_http (SpStravaClient *self)
{
  return self->http;
}

/**
 * sp_strava_client_get_tokens:
 * @self: a client that is ready
 *
 * Returns: (transfer none): what has the tokens
 */
SpStravaTokens *
sp_strava_client_get_tokens (SpStravaClient *self)
{
  return self->tokens;
}

/**
 * sp_strava_client_get_reader:
 * @self: a client that is ready
 *
 * Returns: (transfer none): what asks
 */
SpStravaReader *
sp_strava_client_get_reader (SpStravaClient *self)
{
  return self->reader;
}

/**
 * sp_strava_client_get_connector:
 * @self: a client that is ready
 *
 * Returns: (transfer none): what connects athletes
 */
SpStravaConnector *
sp_strava_client_get_connector (SpStravaClient *self)
{
  return self->connector;
}
