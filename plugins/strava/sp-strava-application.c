/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-strava-application.h"

#include "api/sp-task.h"
#include "sp-strava-fault.h"
#include "sp-strava-grant.h"

/**
 * sp_strava_application_free:
 * @self: (transfer full): an application
 *
 * Frees it.
 */
void
sp_strava_application_free (SpStravaApplication *self)
{
  g_clear_pointer (&self->id, g_free);
  sp_strava_wipe (&self->secret);
  g_free (self);
}

static SpStravaApplication *
application_new (const char *id,
                 const char *secret)
{
  SpStravaApplication *self = g_new0 (SpStravaApplication, 1);

  self->id = g_strstrip (g_strdup (id));
  self->secret = g_strstrip (g_strdup (secret));

  return self;
}

/* What the store holds comes first; the environment is for who keeps it elsewhere. */
static void
return_application (GTask      *task,
                    const char *id,
                    const char *secret)
{
  if (id == NULL || secret == NULL)
    {
      id = g_getenv ("STRAVA_CLIENT_ID");
      secret = g_getenv ("STRAVA_CLIENT_SECRET");
    }
  if (id == NULL || secret == NULL || *id == '\0' || *secret == '\0')
    {
      g_task_return_error (task, sp_strava_fault_new (SP_STRAVA_FAULT_NO_APPLICATION, NULL));
      return;
    }
  g_task_return_pointer (task, application_new (id, secret), (GDestroyNotify) sp_strava_application_free);
}

static void
client_secret_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  char *secret = sp_secret_store_lookup_finish (SP_SECRET_STORE (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, sp_strava_fault_new (SP_STRAVA_FAULT_STORE, error->message));
  else
    return_application (task, g_task_get_task_data (task), secret);
  sp_strava_wipe (&secret);
}

static void
client_id_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GCancellable *cancellable = g_task_get_cancellable (task);
  g_autoptr(GError) error = NULL;
  char *id = sp_secret_store_lookup_finish (SP_SECRET_STORE (source), result, &error);

  if (error != NULL)
    {
      g_task_return_error (task, sp_strava_fault_new (SP_STRAVA_FAULT_STORE, error->message));
      return;
    }
  g_task_set_task_data (task, id, g_free);
  sp_secret_store_lookup_async (SP_SECRET_STORE (source), SP_STRAVA_KEY_CLIENT_SECRET, cancellable,
                                client_secret_cb, g_steal_pointer (&task));
}

/**
 * sp_strava_application_lookup_async:
 * @secrets: where it is kept
 * @cancellable: (nullable): ends the operation
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Looks up the organiser's API application: in the store, else in STRAVA_CLIENT_ID and STRAVA_CLIENT_SECRET.
 */
void
sp_strava_application_lookup_async (SpSecretStore       *secrets,
                                    GCancellable        *cancellable,
                                    GAsyncReadyCallback  callback,
                                    gpointer             user_data)
{
  GTask *task = sp_task_new (NULL, sp_strava_application_lookup_async, cancellable, callback, user_data);

  sp_secret_store_lookup_async (secrets, SP_STRAVA_KEY_CLIENT_ID, cancellable, client_id_cb, task);
}

/**
 * sp_strava_application_lookup_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends sp_strava_application_lookup_async().
 *
 * Returns: (transfer full): the application; %NULL with @error set
 */
SpStravaApplication *
sp_strava_application_lookup_finish (GAsyncResult  *result,
                                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
