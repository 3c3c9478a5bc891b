/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "api/sp-secret-store.h"

/**
 * SpSecretStore:
 *
 * Keeps secrets. A source is given one that is scoped to it: it sees its own keys only.
 */
G_DEFINE_INTERFACE (SpSecretStore, sp_secret_store, G_TYPE_OBJECT)

static gboolean
sp_secret_store_real_store_finish (SpSecretStore  *self,
                                   GAsyncResult   *result,
                                   GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static char *
sp_secret_store_real_lookup_finish (SpSecretStore  *self,
                                    GAsyncResult   *result,
                                    GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
sp_secret_store_default_init (SpSecretStoreInterface *iface)
{
  iface->store_finish = sp_secret_store_real_store_finish;
  iface->lookup_finish = sp_secret_store_real_lookup_finish;
}

/**
 * sp_secret_store_store_async:
 * @self: a secret store
 * @key: under what to keep it
 * @label: what a person reads of it in a keyring's own window
 * @secret: (nullable): the secret, %NULL to forget what is kept under @key
 * @cancellable: (nullable): ends the operation
 * @callback: called when it is durable
 * @user_data: data for @callback
 *
 * Keeps a secret.
 */
void
sp_secret_store_store_async (SpSecretStore       *self,
                             const char          *key,
                             const char          *label,
                             const char          *secret,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (SP_IS_SECRET_STORE (self));
  g_return_if_fail (key != NULL && label != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  SP_SECRET_STORE_GET_IFACE (self)->store_async (self, key, label, secret, cancellable, callback, user_data);
}

/**
 * sp_secret_store_store_finish:
 * @self: a secret store
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends sp_secret_store_store_async().
 *
 * Returns: %TRUE when it is durable
 */
gboolean
sp_secret_store_store_finish (SpSecretStore  *self,
                              GAsyncResult   *result,
                              GError        **error)
{
  g_return_val_if_fail (SP_IS_SECRET_STORE (self), FALSE);
  g_return_val_if_fail (G_IS_ASYNC_RESULT (result), FALSE);

  return SP_SECRET_STORE_GET_IFACE (self)->store_finish (self, result, error);
}

/**
 * sp_secret_store_lookup_async:
 * @self: a secret store
 * @key: under what it is kept
 * @cancellable: (nullable): ends the operation
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Looks a secret up.
 */
void
sp_secret_store_lookup_async (SpSecretStore       *self,
                              const char          *key,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (SP_IS_SECRET_STORE (self));
  g_return_if_fail (key != NULL);
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  SP_SECRET_STORE_GET_IFACE (self)->lookup_async (self, key, cancellable, callback, user_data);
}

/**
 * sp_secret_store_lookup_finish:
 * @self: a secret store
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends sp_secret_store_lookup_async().
 *
 * Returns: (transfer full) (nullable): the secret; %NULL without an error where nothing is kept, or where a locked
 *   keyring shows nothing; %NULL with @error set where it could not be looked up
 */
char *
sp_secret_store_lookup_finish (SpSecretStore  *self,
                               GAsyncResult   *result,
                               GError        **error)
{
  g_return_val_if_fail (SP_IS_SECRET_STORE (self), NULL);
  g_return_val_if_fail (G_IS_ASYNC_RESULT (result), NULL);

  return SP_SECRET_STORE_GET_IFACE (self)->lookup_finish (self, result, error);
}
