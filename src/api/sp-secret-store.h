/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SP_TYPE_SECRET_STORE (sp_secret_store_get_type ())
G_DECLARE_INTERFACE (SpSecretStore, sp_secret_store, SP, SECRET_STORE, GObject)

/**
 * SpSecretStoreInterface:
 * @parent_iface: the parent
 * @store_async: starts keeping a secret, or with %NULL for @secret forgetting it; it has to be durable before it
 * answers
 * @store_finish: (nullable): ends @store_async; the default takes the answer of a #GTask
 * @lookup_async: starts looking a secret up
 * @lookup_finish: (nullable): ends @lookup_async; the default takes the answer of a #GTask
 * @padding: room to grow
 *
 * A place for secrets: a keyring, a file only the user may read, or memory.
 */
struct _SpSecretStoreInterface
{
  GTypeInterface parent_iface;

  void     (*store_async)   (SpSecretStore        *self,
                             const char           *key,
                             const char           *label,
                             const char           *secret,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data);
  gboolean (*store_finish)  (SpSecretStore        *self,
                             GAsyncResult         *result,
                             GError              **error);
  void     (*lookup_async)  (SpSecretStore        *self,
                             const char           *key,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data);
  char *   (*lookup_finish) (SpSecretStore        *self,
                             GAsyncResult         *result,
                             GError              **error);
  gpointer padding[8];
};

void     sp_secret_store_store_async   (SpSecretStore        *self,
                                        const char           *key,
                                        const char           *label,
                                        const char           *secret,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
gboolean sp_secret_store_store_finish  (SpSecretStore        *self,
                                        GAsyncResult         *result,
                                        GError              **error);
void     sp_secret_store_lookup_async  (SpSecretStore        *self,
                                        const char           *key,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
char    *sp_secret_store_lookup_finish (SpSecretStore        *self,
                                        GAsyncResult         *result,
                                        GError              **error);

G_END_DECLS
