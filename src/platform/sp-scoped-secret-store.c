/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "platform/sp-scoped-secret-store.h"

#include "api/sp-task.h"

/**
 * SpScopedSecretStore:
 *
 * What a plugin sees of a secret store: its own keys, and no others. In the store behind they begin with the plugin's
 * id and a slash, which no id holds.
 */
struct _SpScopedSecretStore
{
  GObject        parent_instance;

  SpSecretStore *upstream;  /* (owned) */
  char          *plugin_id; /* (owned) */
};

static void sp_scoped_secret_store_store_init (SpSecretStoreInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SpScopedSecretStore, sp_scoped_secret_store, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SP_TYPE_SECRET_STORE, sp_scoped_secret_store_store_init))

static void
stored_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;

  if (sp_secret_store_store_finish (SP_SECRET_STORE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
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
  SpScopedSecretStore *self = SP_SCOPED_SECRET_STORE (store);
  g_autofree char *full_key = g_strconcat (self->plugin_id, "/", key, NULL);

  sp_secret_store_store_async (self->upstream, full_key, label, secret, cancellable, stored_cb,
                               sp_task_new (self, store_async, cancellable, callback, user_data));
}

static void
looked_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  GError *error = NULL;
  char *secret = sp_secret_store_lookup_finish (SP_SECRET_STORE (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, secret, g_free);
}

static void
lookup_async (SpSecretStore       *store,
              const char          *key,
              GCancellable        *cancellable,
              GAsyncReadyCallback  callback,
              gpointer             user_data)
{
  SpScopedSecretStore *self = SP_SCOPED_SECRET_STORE (store);
  g_autofree char *full_key = g_strconcat (self->plugin_id, "/", key, NULL);

  sp_secret_store_lookup_async (self->upstream, full_key, cancellable, looked_up_cb,
                                sp_task_new (self, lookup_async, cancellable, callback, user_data));
}

static void
sp_scoped_secret_store_store_init (SpSecretStoreInterface *iface)
{
  iface->store_async = store_async;
  iface->lookup_async = lookup_async;
}

static void
sp_scoped_secret_store_finalize (GObject *object)
{
  SpScopedSecretStore *self = SP_SCOPED_SECRET_STORE (object);

  g_clear_object (&self->upstream);
  g_clear_pointer (&self->plugin_id, g_free);

  G_OBJECT_CLASS (sp_scoped_secret_store_parent_class)->finalize (object);
}

static void
sp_scoped_secret_store_class_init (SpScopedSecretStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_scoped_secret_store_finalize;
}

static void
sp_scoped_secret_store_init (SpScopedSecretStore *self)
{
}

/**
 * sp_scoped_secret_store_new:
 * @upstream: the store behind
 * @plugin_id: whose keys are seen; without a slash
 *
 * Returns: (transfer full): a store that holds what @plugin_id keeps in @upstream
 */
SpScopedSecretStore *
sp_scoped_secret_store_new (SpSecretStore *upstream,
                            const char    *plugin_id)
{
  SpScopedSecretStore *self;

  g_return_val_if_fail (SP_IS_SECRET_STORE (upstream), NULL);
  g_return_val_if_fail (plugin_id != NULL && strchr (plugin_id, '/') == NULL, NULL);

  self = g_object_new (SP_TYPE_SCOPED_SECRET_STORE, NULL);
  self->upstream = g_object_ref (upstream);
  self->plugin_id = g_strdup (plugin_id);

  return self;
}
