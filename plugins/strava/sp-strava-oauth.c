/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-strava-oauth.h"

#include <string.h>

#include "api/sp-task.h"
#include "sp-strava-answer.h"
#include "sp-strava-application.h"
#include "sp-strava-json.h"

/**
 * SpStravaOauth:
 *
 * Asks for tokens, and takes them back. None of its requests is cancelled on its way: an answer that nobody reads
 * could be the only copy of a token.
 */
struct _SpStravaOauth
{
  GObject        parent_instance;

  SpClock       *clock;   /* (owned) */
  SpStravaHttp  *http;    /* (owned) */
  SpSecretStore *secrets; /* (owned) */
  char          *base;    /* (owned) */
};

G_DEFINE_FINAL_TYPE (SpStravaOauth, sp_strava_oauth, G_TYPE_OBJECT)

typedef enum
{
  RENEW,
  EXCHANGE,
  REVOKE,
} Kind;

typedef struct
{
  Kind     kind;
  char    *token;
  gboolean is_dead;
} Ask;

static void
ask_free (Ask *ask)
{
  sp_strava_wipe (&ask->token);
  g_free (ask);
}

static void
sp_strava_oauth_finalize (GObject *object)
{
  SpStravaOauth *self = SP_STRAVA_OAUTH (object);

  g_clear_object (&self->clock);
  g_clear_object (&self->http);
  g_clear_object (&self->secrets);
  g_clear_pointer (&self->base, g_free);

  G_OBJECT_CLASS (sp_strava_oauth_parent_class)->finalize (object);
}

static void
sp_strava_oauth_class_init (SpStravaOauthClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_strava_oauth_finalize;
}

static void
sp_strava_oauth_init (SpStravaOauth *self)
{
}

/**
 * sp_strava_oauth_new:
 * @clock: the clock of the run
 * @http: sends the requests
 * @secrets: where the application is kept
 * @server: where to ask
 *
 * Returns: (transfer full): a new asker
 */
SpStravaOauth *
sp_strava_oauth_new (SpClock              *clock,
                     SpStravaHttp         *http,
                     SpSecretStore        *secrets,
                     const SpStravaServer *server)
{
  SpStravaOauth *self = g_object_new (SP_TYPE_STRAVA_OAUTH, NULL);

  self->clock = g_object_ref (clock);
  self->http = g_object_ref (http);
  self->secrets = g_object_ref (secrets);
  self->base = g_strdup (server->oauth);

  return self;
}

static SoupMessage *
message_new (SpStravaOauth             *self,
             const SpStravaApplication *application,
             const Ask                 *ask)
{
  g_autofree char *uri = g_strconcat (self->base, ask->kind == REVOKE ? "/revoke" : "/token", NULL);
  SoupMessage *message = soup_message_new (SOUP_METHOD_POST, uri);
  g_autoptr(GBytes) body = NULL;
  char *form;

  if (message == NULL)
    return NULL;
  if (ask->kind == REVOKE)
    {
      char *pair = g_strdup_printf ("%s:%s", application->id, application->secret);
      char *basic = g_base64_encode ((const guchar *) pair, strlen (pair));
      char *value = g_strconcat ("Basic ", basic, NULL);

      soup_message_headers_replace (soup_message_get_request_headers (message), "Authorization", value);
      sp_strava_wipe (&pair);
      sp_strava_wipe (&basic);
      sp_strava_wipe (&value);
      form = soup_form_encode ("token", ask->token, NULL);
    }
  else
    form = soup_form_encode ("client_id", application->id,
                             "client_secret", application->secret,
                             "grant_type", ask->kind == RENEW ? "refresh_token" : "authorization_code",
                             ask->kind == RENEW ? "refresh_token" : "code", ask->token,
                             NULL);
  body = g_bytes_new (form, strlen (form));
  soup_message_set_request_body_from_bytes (message, SOUP_FORM_MIME_TYPE_URLENCODED, body);
  sp_strava_wipe (&form);

  return message;
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  SpStravaOauth *self = g_task_get_source_object (task);
  Ask *ask = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  g_autofree char *detail = NULL;
  g_autoptr(SpStravaReply) reply = sp_strava_http_send_finish (SP_STRAVA_HTTP (source), result, NULL, &error);
  g_autoptr(JsonNode) node = NULL;
  SpStravaGrant *grant = NULL;
  SpStravaFault fault;

  if (reply == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  fault = sp_strava_answer_judge (reply->status, reply->content_type, reply->body, &detail);
  ask->is_dead = fault == SP_STRAVA_FAULT_DEAD;
  if (ask->kind == RENEW && fault == SP_STRAVA_FAULT_REFUSED)
    fault = SP_STRAVA_FAULT_DEAD; /* whatever is wrong, nothing was renewed */
  if (ask->kind == REVOKE && (fault == SP_STRAVA_N_FAULTS || ask->is_dead || fault == SP_STRAVA_FAULT_REFUSED))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  if (fault != SP_STRAVA_N_FAULTS)
    {
      g_task_return_error (task, sp_strava_fault_new (fault, detail));
      return;
    }
  node = sp_strava_json_parse (reply->body, &error);
  if (node != NULL)
    grant = sp_strava_grant_new_from_answer (node, sp_clock_get_wall_us (self->clock) / G_USEC_PER_SEC, &error);
  if (grant != NULL)
    g_task_return_pointer (task, grant, (GDestroyNotify) sp_strava_grant_free);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
application_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  SpStravaOauth *self = g_task_get_source_object (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(SpStravaApplication) application = sp_strava_application_lookup_finish (result, &error);
  g_autoptr(SoupMessage) message = NULL;

  if (application == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  message = message_new (self, application, g_task_get_task_data (task));
  if (message == NULL)
    g_task_return_error (task, sp_strava_fault_new (SP_STRAVA_FAULT_ADDRESS, NULL));
  else
    sp_strava_http_send_async (self->http, message, NULL, answered_cb, g_steal_pointer (&task));
}

static void
start (SpStravaOauth       *self,
       Kind                 kind,
       const char          *token,
       gpointer             tag,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  g_autoptr(GTask) task = sp_task_new_named (self, tag, "sp_strava_oauth", NULL, callback, user_data);
  Ask *ask = g_new0 (Ask, 1);

  ask->kind = kind;
  ask->token = g_strdup (token);
  g_task_set_task_data (task, ask, (GDestroyNotify) ask_free);
  sp_strava_application_lookup_async (self->secrets, NULL, application_cb, g_steal_pointer (&task));
}

/**
 * sp_strava_oauth_renew_async:
 * @self: an asker
 * @refresh_token: what to renew with; it may be dead afterwards, also when no answer is read
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Asks for a new access token.
 */
void
sp_strava_oauth_renew_async (SpStravaOauth       *self,
                             const char          *refresh_token,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  start (self, RENEW, refresh_token, sp_strava_oauth_renew_async, callback, user_data);
}

/**
 * sp_strava_oauth_exchange_async:
 * @self: an asker
 * @code: what came back from where the athlete gave permission
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Asks for an athlete's first tokens.
 */
void
sp_strava_oauth_exchange_async (SpStravaOauth       *self,
                                const char          *code,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  start (self, EXCHANGE, code, sp_strava_oauth_exchange_async, callback, user_data);
}

/**
 * sp_strava_oauth_grant_finish:
 * @self: an asker
 * @result: what the callback was given
 * @is_dead: (out) (optional): whether Strava said that the refresh token is no good any more
 * @error: return location for an error
 *
 * Ends sp_strava_oauth_renew_async() and sp_strava_oauth_exchange_async().
 *
 * Returns: (transfer full): what was granted; %NULL with @error set
 */
SpStravaGrant *
sp_strava_oauth_grant_finish (SpStravaOauth  *self,
                              GAsyncResult   *result,
                              gboolean       *is_dead,
                              GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (is_dead != NULL)
    *is_dead = ((Ask *) g_task_get_task_data (G_TASK (result)))->is_dead;

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * sp_strava_oauth_revoke_async:
 * @self: an asker
 * @refresh_token: what to take back
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Takes a permission back. One that is dead already is as good as taken back.
 */
void
sp_strava_oauth_revoke_async (SpStravaOauth       *self,
                              const char          *refresh_token,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  start (self, REVOKE, refresh_token, sp_strava_oauth_revoke_async, callback, user_data);
}

/**
 * sp_strava_oauth_revoke_finish:
 * @self: an asker
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends sp_strava_oauth_revoke_async().
 *
 * Returns: %FALSE with @error set where it still stands
 */
gboolean
sp_strava_oauth_revoke_finish (SpStravaOauth  *self,
                               GAsyncResult   *result,
                               GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
