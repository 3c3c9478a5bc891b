/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "platform/sp-memory-secret-store.h"

#include "api/sp-task.h"

/**
 * SpMemorySecretStore:
 *
 * Keeps secrets for this session only: for tests, and where the user wants nothing stored.
 */
struct _SpMemorySecretStore
{
  GObject     parent_instance;

  GHashTable *secrets; /* (owned) (element-type utf8 utf8) */
};

static void sp_memory_secret_store_store_init (SpSecretStoreInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SpMemorySecretStore, sp_memory_secret_store, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SP_TYPE_SECRET_STORE, sp_memory_secret_store_store_init))

static void
store_async (SpSecretStore       *store,
             const char          *key,
             const char          *label,
             const char          *secret,
             GCancellable        *cancellable,
             GAsyncReadyCallback  callback,
             gpointer             user_data)
{
  SpMemorySecretStore *self = SP_MEMORY_SECRET_STORE (store);
  g_autoptr(GTask) task = sp_task_new (self, store_async, cancellable, callback, user_data);

  if (g_task_return_error_if_cancelled (task))
    return;
  if (secret != NULL)
    g_hash_table_replace (self->secrets, g_strdup (key), g_strdup (secret));
  else
    g_hash_table_remove (self->secrets, key);
  g_task_return_boolean (task, TRUE);
}

static void
lookup_async (SpSecretStore       *store,
              const char          *key,
              GCancellable        *cancellable,
              GAsyncReadyCallback  callback,
              gpointer             user_data)
{
  SpMemorySecretStore *self = SP_MEMORY_SECRET_STORE (store);
  g_autoptr(GTask) task = sp_task_new (self, lookup_async, cancellable, callback, user_data);

  g_task_return_pointer (task, g_strdup (g_hash_table_lookup (self->secrets, key)), g_free);
}

static void
sp_memory_secret_store_store_init (SpSecretStoreInterface *iface)
{
  iface->store_async = store_async;
  iface->lookup_async = lookup_async;
}

static void
sp_memory_secret_store_finalize (GObject *object)
{
  g_clear_pointer (&SP_MEMORY_SECRET_STORE (object)->secrets, g_hash_table_unref);

  G_OBJECT_CLASS (sp_memory_secret_store_parent_class)->finalize (object);
}

static void
sp_memory_secret_store_class_init (SpMemorySecretStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_memory_secret_store_finalize;
}

static void
sp_memory_secret_store_init (SpMemorySecretStore *self)
{
  self->secrets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * sp_memory_secret_store_new:
 *
 * Returns: (transfer full): an empty store
 */
SpMemorySecretStore *
sp_memory_secret_store_new (void)
{
  return g_object_new (SP_TYPE_MEMORY_SECRET_STORE, NULL);
}
