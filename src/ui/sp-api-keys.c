/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-api-keys.h"

#include "api/sp-task.h"

#include <glib/gi18n-lib.h>

/* As the source looks them up. */
#define KEY_ID "client-id"
#define KEY_SECRET "client-secret"
#define ENVIRONMENT_ID "STRAVA_CLIENT_ID"
#define ENVIRONMENT_SECRET "STRAVA_CLIENT_SECRET"

/* What is loaded or saved. */
typedef struct
{
  char           *id;     /* (nullable) */
  char           *secret; /* (nullable) */
  SpApiKeysPlace  place;
} Keys;

static void
keys_free (gpointer data)
{
  Keys *keys = data;

  g_free (keys->id);
  g_free (keys->secret);
  g_free (keys);
}

static gboolean
is_given (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
secret_found_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Keys *keys = g_task_get_task_data (task);
  GError *error = NULL;

  keys->secret = sp_secret_store_lookup_finish (SP_SECRET_STORE (source), result, &error);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (is_given (keys->id) && is_given (keys->secret))
    keys->place = SP_API_KEYS_STORE;
  else if (is_given (g_getenv (ENVIRONMENT_ID)) && is_given (g_getenv (ENVIRONMENT_SECRET)))
    {
      keys->place = SP_API_KEYS_ENVIRONMENT;
      g_free (keys->id);
      keys->id = g_strdup (g_getenv (ENVIRONMENT_ID));
    }
  g_task_return_boolean (task, TRUE);
}

static void
id_found_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Keys *keys = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;

  keys->id = sp_secret_store_lookup_finish (SP_SECRET_STORE (source), result, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    sp_secret_store_lookup_async (SP_SECRET_STORE (source), KEY_SECRET, cancellable, secret_found_cb,
                                  g_steal_pointer (&task));
}

/**
 * sp_api_keys_load_async:
 * @secrets: where the source keeps its secrets
 * @cancellable: (nullable): ends the operation
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Looks whether there is an API application: where secrets are kept, or else in the environment.
 */
void
sp_api_keys_load_async (SpSecretStore       *secrets,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  GTask *task;

  g_return_if_fail (SP_IS_SECRET_STORE (secrets));

  task = sp_task_new (NULL, sp_api_keys_load_async, cancellable, callback, user_data);
  g_task_set_task_data (task, g_new0 (Keys, 1), keys_free);
  sp_secret_store_lookup_async (secrets, KEY_ID, cancellable, id_found_cb, task);
}

/**
 * sp_api_keys_load_finish:
 * @result: what the callback was given
 * @place: (out): where they are
 * @client_id: (out) (transfer full) (nullable): the client ID
 * @error: return location: the place does not answer
 *
 * Ends sp_api_keys_load_async().
 *
 * Returns: whether it could be looked; that there are none is no error
 */
gboolean
sp_api_keys_load_finish (GAsyncResult    *result,
                         SpApiKeysPlace  *place,
                         char           **client_id,
                         GError         **error)
{
  Keys *keys;

  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  keys = g_task_get_task_data (G_TASK (result));
  *place = SP_API_KEYS_NOWHERE;
  *client_id = NULL;
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  *place = keys->place;
  *client_id = keys->place != SP_API_KEYS_NOWHERE ? g_steal_pointer (&keys->id) : NULL;

  return TRUE;
}

static void
id_stored_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (sp_secret_store_store_finish (SP_SECRET_STORE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* The ID last: only with it do the keys count. */
static void
secret_stored_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Keys *keys = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;

  if (sp_secret_store_store_finish (SP_SECRET_STORE (source), result, &error))
    sp_secret_store_store_async (SP_SECRET_STORE (source), KEY_ID, _("Client ID of the Strava API application"),
                                 keys->id, cancellable, id_stored_cb, g_steal_pointer (&task));
  else
    g_task_return_error (task, error);
}

/**
 * sp_api_keys_save_async:
 * @secrets: where the source keeps its secrets
 * @client_id: (nullable): the client ID, %NULL to forget both
 * @client_secret: (nullable): the client secret
 * @cancellable: (nullable): ends the operation
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Keeps an API application, or forgets it.
 */
void
sp_api_keys_save_async (SpSecretStore       *secrets,
                        const char          *client_id,
                        const char          *client_secret,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  Keys *keys = g_new0 (Keys, 1);
  GTask *task;

  g_return_if_fail (SP_IS_SECRET_STORE (secrets));
  g_return_if_fail ((client_id == NULL) == (client_secret == NULL));

  task = sp_task_new (NULL, sp_api_keys_save_async, cancellable, callback, user_data);
  keys->id = g_strdup (client_id);
  g_task_set_task_data (task, keys, keys_free);
  sp_secret_store_store_async (secrets, KEY_SECRET, _("Client secret of the Strava API application"), client_secret,
                               cancellable, secret_stored_cb, task);
}

/**
 * sp_api_keys_save_finish:
 * @result: what the callback was given
 * @error: return location: the place did not keep them
 *
 * Ends sp_api_keys_save_async().
 *
 * Returns: whether it is kept, or forgotten
 */
gboolean
sp_api_keys_save_finish (GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * sp_api_keys_to_words:
 * @place: where they are
 * @client_id: (nullable): the client ID
 * @in_file: whether permissions are kept in a file
 *
 * Returns: (transfer full): that in words
 */
char *
sp_api_keys_to_words (SpApiKeysPlace  place,
                      const char     *client_id,
                      gboolean        in_file)
{
  if (place == SP_API_KEYS_STORE && in_file)
    return g_strdup_printf (_("Client ID %s, the secret is in the file of permissions"), client_id);
  if (place == SP_API_KEYS_STORE)
    return g_strdup_printf (_("Client ID %s, the secret is in the keyring"), client_id);
  if (place == SP_API_KEYS_ENVIRONMENT)
    return g_strdup_printf (_("Client ID %s, from STRAVA_CLIENT_ID and STRAVA_CLIENT_SECRET"), client_id);

  return g_strdup (_("None yet. Strava asks each organiser for one of their own"));
}
