/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "platform/sp-keyring-secret-store.h"

#include <glib/gi18n-lib.h>
#include <libsecret/secret.h>

#include "api/sp-task.h"

/**
 * SpKeyringSecretStore:
 *
 * Keeps secrets in the desktop's keyring. A store is looked up again before it counts: a locked keyring shows nothing.
 */
struct _SpKeyringSecretStore
{
  GObject parent_instance;
};

static const SecretSchema schema = {
  "io.github.segmentpodium.SegmentPodium", SECRET_SCHEMA_NONE,
  { { "key", SECRET_SCHEMA_ATTRIBUTE_STRING }, { NULL, 0 } },
};

typedef struct
{
  char *key;
  char *secret; /* (nullable) */
} Change;

static void sp_keyring_secret_store_store_init (SpSecretStoreInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SpKeyringSecretStore, sp_keyring_secret_store, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SP_TYPE_SECRET_STORE, sp_keyring_secret_store_store_init))

static void
change_free (Change *change)
{
  g_free (change->key);
  g_clear_pointer (&change->secret, secret_password_free);
  g_free (change);
}

static void
return_failure (GTask  *task,
                GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autoptr(GError) cause = error;

      error = g_error_new (G_IO_ERROR, G_IO_ERROR_NOT_CONNECTED,
                           _("The desktop’s keyring does not answer: %s. Unlock it or start one, or keep tokens in a "
                             "file with --token-store=FILE"), cause->message);
    }
  g_task_return_error (task, error);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Change *change = g_task_get_task_data (task);
  GError *error = NULL;
  char *found = secret_password_lookup_finish (result, &error);

  if (error != NULL)
    return_failure (task, error);
  else if (g_strcmp0 (found, change->secret) != 0)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_CONNECTED,
                             _("The desktop’s keyring did not keep the token. Unlock it, or keep tokens in a file "
                               "with --token-store=FILE"));
  else
    g_task_return_boolean (task, TRUE);
  g_clear_pointer (&found, secret_password_free);
}

static void
stored_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  Change *change = g_task_get_task_data (task);
  GError *error = NULL;

  if (change->secret != NULL)
    secret_password_store_finish (result, &error);
  else
    secret_password_clear_finish (result, &error);
  if (error != NULL)
    return_failure (task, error);
  else
    secret_password_lookup (&schema, g_task_get_cancellable (task), checked_cb, g_object_ref (task),
                            "key", change->key, NULL);
}

static void
store_async (SpSecretStore       *store,
             const char          *key,
             const char          *label,
             const char          *secret,
             GCancellable        *cancellable,
             GAsyncReadyCallback  callback,
             gpointer             user_data)
{
  GTask *task = sp_task_new (store, store_async, cancellable, callback, user_data);
  Change *change = g_new0 (Change, 1);

  change->key = g_strdup (key);
  change->secret = g_strdup (secret);
  g_task_set_task_data (task, change, (GDestroyNotify) change_free);
  if (secret != NULL)
    secret_password_store (&schema, SECRET_COLLECTION_DEFAULT, label, secret, cancellable, stored_cb, task,
                           "key", key, NULL);
  else
    secret_password_clear (&schema, cancellable, stored_cb, task, "key", key, NULL);
}

static void
looked_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  char *found = secret_password_lookup_finish (result, &error);

  if (error != NULL)
    return_failure (task, error);
  else
    g_task_return_pointer (task, g_strdup (found), g_free);
  g_clear_pointer (&found, secret_password_free);
}

static void
lookup_async (SpSecretStore       *store,
              const char          *key,
              GCancellable        *cancellable,
              GAsyncReadyCallback  callback,
              gpointer             user_data)
{
  secret_password_lookup (&schema, cancellable, looked_up_cb,
                          sp_task_new (store, lookup_async, cancellable, callback, user_data), "key", key, NULL);
}

static void
sp_keyring_secret_store_store_init (SpSecretStoreInterface *iface)
{
  iface->store_async = store_async;
  iface->lookup_async = lookup_async;
}

static void
sp_keyring_secret_store_class_init (SpKeyringSecretStoreClass *klass)
{
}

static void
sp_keyring_secret_store_init (SpKeyringSecretStore *self)
{
}

/**
 * sp_keyring_secret_store_new:
 *
 * Returns: (transfer full): the desktop's keyring. Whether there is one, the first use tells
 */
SpKeyringSecretStore *
sp_keyring_secret_store_new (void)
{
  return g_object_new (SP_TYPE_KEYRING_SECRET_STORE, NULL);
}
