/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-strava-connector.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "api/sp-task.h"
#include "sp-strava-application.h"
#include "sp-strava-consent.h"
#include "sp-strava-fault.h"

/**
 * SpStravaConnector:
 *
 * Connects athletes: makes the address to sign in at, and takes what comes back from there. A permission of somebody
 * other than the one expected is not kept.
 */
struct _SpStravaConnector
{
  GObject         parent_instance;

  SpClock        *clock;   /* (owned) */
  SpSecretStore  *secrets; /* (owned) */
  SpStravaOauth  *oauth;   /* (owned) */
  SpStravaTokens *tokens;  /* (owned) */
  SpStravaServer  server;  /* its texts are owned */
};

G_DEFINE_FINAL_TYPE (SpStravaConnector, sp_strava_connector, G_TYPE_OBJECT)

/* One athlete on the way to being connected. */
typedef struct
{
  SpAthlete       *athlete; /* (nullable) */
  char            *uri;
  SpStravaConsent *consent;
  SpStravaGrant   *grant;
} Visit;

static void
visit_free (Visit *visit)
{
  g_clear_pointer (&visit->athlete, sp_athlete_unref);
  sp_strava_wipe (&visit->uri);
  g_clear_pointer (&visit->consent, sp_strava_consent_free);
  g_clear_pointer (&visit->grant, sp_strava_grant_free);
  g_free (visit);
}

static void
sp_strava_connector_finalize (GObject *object)
{
  SpStravaConnector *self = SP_STRAVA_CONNECTOR (object);

  g_clear_object (&self->clock);
  g_clear_object (&self->secrets);
  g_clear_object (&self->oauth);
  g_clear_object (&self->tokens);
  g_clear_pointer (&self->server.api, g_free);
  g_clear_pointer (&self->server.oauth, g_free);

  G_OBJECT_CLASS (sp_strava_connector_parent_class)->finalize (object);
}

static void
sp_strava_connector_class_init (SpStravaConnectorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_strava_connector_finalize;
}

static void
sp_strava_connector_init (SpStravaConnector *self)
{
}

/**
 * sp_strava_connector_new:
 * @clock: the clock of the run
 * @secrets: where the application is kept
 * @oauth: asks for tokens
 * @tokens: keeps them
 * @server: where Strava is
 *
 * Returns: (transfer full): a new connector
 */
SpStravaConnector *
sp_strava_connector_new (SpClock              *clock,
                         SpSecretStore        *secrets,
                         SpStravaOauth        *oauth,
                         SpStravaTokens       *tokens,
                         const SpStravaServer *server)
{
  SpStravaConnector *self = g_object_new (SP_TYPE_STRAVA_CONNECTOR, NULL);

  self->clock = g_object_ref (clock);
  self->secrets = g_object_ref (secrets);
  self->oauth = g_object_ref (oauth);
  self->tokens = g_object_ref (tokens);
  self->server.api = g_strdup (server->api);
  self->server.oauth = g_strdup (server->oauth);

  return self;
}

static gint64
get_now_s (SpStravaConnector *self)
{
  return sp_clock_get_wall_us (self->clock) / G_USEC_PER_SEC;
}

static gint64
get_athlete_id (Visit *visit)
{
  return visit->athlete != NULL ? sp_athlete_get_id (visit->athlete) : 0;
}

static GTask *
visit_new (SpStravaConnector   *self,
           gpointer             tag,
           SpAthlete           *athlete,
           const char          *uri,
           GCancellable        *cancellable,
           GAsyncReadyCallback  callback,
           gpointer             user_data)
{
  GTask *task = sp_task_new_named (self, tag, "sp_strava_connector", cancellable, callback, user_data);
  Visit *visit = g_new0 (Visit, 1);

  visit->athlete = athlete != NULL ? sp_athlete_ref (athlete) : NULL;
  visit->uri = g_strdup (uri);
  g_task_set_task_data (task, visit, (GDestroyNotify) visit_free);

  return task;
}

static void
uri_application_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  SpStravaConnector *self = g_task_get_source_object (task);
  Visit *visit = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(SpStravaApplication) application = sp_strava_application_lookup_finish (result, &error);

  if (application == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, sp_strava_consent_make_uri (&self->server, application, visit->uri,
                                                             get_athlete_id (visit), get_now_s (self)), g_free);
}

/**
 * sp_strava_connector_get_uri_async:
 * @self: a connector
 * @athlete: (nullable): whom to connect
 * @redirect_uri: where the answer is to go
 * @cancellable: (nullable): ends the operation
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Makes the address to sign in at.
 */
void
sp_strava_connector_get_uri_async (SpStravaConnector   *self,
                                   SpAthlete           *athlete,
                                   const char          *redirect_uri,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  GTask *task = visit_new (self, sp_strava_connector_get_uri_async, athlete, redirect_uri, cancellable, callback,
                           user_data);

  sp_strava_application_lookup_async (self->secrets, cancellable, uri_application_cb, task);
}

/**
 * sp_strava_connector_get_uri_finish:
 * @self: a connector
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends sp_strava_connector_get_uri_async().
 *
 * Returns: (transfer full): the address; %NULL with @error set
 */
char *
sp_strava_connector_get_uri_finish (SpStravaConnector  *self,
                                    GAsyncResult       *result,
                                    GError            **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Visit *visit = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) granted = sp_strava_consent_get_granted (visit->consent->scope);
  g_auto(GStrv) refused = sp_strava_consent_get_refused (visit->consent->scope);

  if (!sp_strava_tokens_change_finish (SP_STRAVA_TOKENS (source), result, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, sp_connection_new (visit->grant->athlete_id, visit->grant->athlete_name,
                                                    (const char * const *) granted, (const char * const *) refused),
                           (GDestroyNotify) sp_connection_unref);
}

static GError *
check_athlete (Visit *visit)
{
  gint64 wanted_id = visit->consent->athlete_id;
  gint64 id = visit->grant->athlete_id;
  g_autofree char *detail = NULL;

  if (id == 0)
    return sp_strava_fault_new (SP_STRAVA_FAULT_FIELD, _("“athlete” is missing"));
  if (wanted_id == 0 || wanted_id == id)
    return NULL;
  /* Translators: two people, each with their Strava ID */
  detail = g_strdup_printf (_("%s (%" PRId64 ") signed in, %s (%" PRId64 ") was expected"),
                            visit->grant->athlete_name, id,
                            visit->athlete != NULL ? sp_athlete_get_name (visit->athlete) : _("another runner"),
                            wanted_id);

  return sp_strava_fault_new (SP_STRAVA_FAULT_OTHER_ATHLETE, detail);
}

static void
exchanged_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  SpStravaConnector *self = g_task_get_source_object (task);
  Visit *visit = g_task_get_task_data (task);
  g_autoptr(SpAthlete) athlete = NULL;
  GError *error = NULL;

  visit->grant = sp_strava_oauth_grant_finish (SP_STRAVA_OAUTH (source), result, NULL, &error);
  if (visit->grant != NULL)
    error = check_athlete (visit);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  visit->grant->scope = g_strdup (visit->consent->scope);
  athlete = sp_athlete_new (visit->grant->athlete_id, visit->grant->athlete_name);
  sp_strava_tokens_keep_async (self->tokens, athlete, visit->grant, kept_cb, g_steal_pointer (&task));
}

static void
connect_application_cb (GObject      *source,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  SpStravaConnector *self = g_task_get_source_object (task);
  Visit *visit = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  g_autoptr(SpStravaApplication) application = sp_strava_application_lookup_finish (result, &error);

  if (application != NULL)
    visit->consent = sp_strava_consent_new (visit->uri, application, get_athlete_id (visit), get_now_s (self), &error);
  if (g_task_return_error_if_cancelled (task))
    return;
  if (visit->consent == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  /* A code is good once: from here on it is carried through. */
  g_task_set_check_cancellable (task, FALSE);
  sp_strava_oauth_exchange_async (self->oauth, visit->consent->code, exchanged_cb, g_steal_pointer (&task));
}

/**
 * sp_strava_connector_connect_async:
 * @self: a connector
 * @athlete: (nullable): whom to connect; %NULL for who signs in
 * @answer_uri: the address that Strava sent the browser to
 * @cancellable: (nullable): ends the operation, where it is not under way at Strava
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Takes what came back, and keeps it where it is the right athlete's.
 */
void
sp_strava_connector_connect_async (SpStravaConnector   *self,
                                   SpAthlete           *athlete,
                                   const char          *answer_uri,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  GTask *task = visit_new (self, sp_strava_connector_connect_async, athlete, answer_uri, cancellable, callback,
                           user_data);

  sp_strava_application_lookup_async (self->secrets, cancellable, connect_application_cb, task);
}

/**
 * sp_strava_connector_connect_finish:
 * @self: a connector
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends sp_strava_connector_connect_async().
 *
 * Returns: (transfer full): who was connected; %NULL with @error set
 */
SpConnection *
sp_strava_connector_connect_finish (SpStravaConnector  *self,
                                    GAsyncResult       *result,
                                    GError            **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
