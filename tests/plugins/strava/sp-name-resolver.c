/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-name-resolver.h"

/**
 * SpNameResolver:
 *
 * Knows one address for every name, or none.
 */
struct _SpNameResolver
{
  GResolver parent_instance;

  char     *address; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (SpNameResolver, sp_name_resolver, G_TYPE_RESOLVER)

static void
addresses_free (gpointer addresses)
{
  g_list_free_full (addresses, g_object_unref);
}

static void
lookup_with_flags_async (GResolver                *resolver,
                         const char               *name,
                         GResolverNameLookupFlags  flags,
                         GCancellable             *cancellable,
                         GAsyncReadyCallback       callback,
                         gpointer                  user_data)
{
  SpNameResolver *self = SP_NAME_RESOLVER (resolver);
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);

  if (self->address == NULL || (flags & G_RESOLVER_NAME_LOOKUP_FLAGS_IPV6_ONLY))
    g_task_return_new_error (task, G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND, "No address for “%s”", name);
  else
    g_task_return_pointer (task, g_list_append (NULL, g_inet_address_new_from_string (self->address)), addresses_free);
}

static void
lookup_async (GResolver           *resolver,
              const char          *name,
              GCancellable        *cancellable,
              GAsyncReadyCallback  callback,
              gpointer             user_data)
{
  lookup_with_flags_async (resolver, name, G_RESOLVER_NAME_LOOKUP_FLAGS_DEFAULT, cancellable, callback, user_data);
}

static GList *
lookup_finish (GResolver     *resolver,
               GAsyncResult  *result,
               GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
sp_name_resolver_finalize (GObject *object)
{
  g_clear_pointer (&SP_NAME_RESOLVER (object)->address, g_free);

  G_OBJECT_CLASS (sp_name_resolver_parent_class)->finalize (object);
}

static void
sp_name_resolver_class_init (SpNameResolverClass *klass)
{
  GResolverClass *resolver_class = G_RESOLVER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sp_name_resolver_finalize;
  resolver_class->lookup_by_name_async = lookup_async;
  resolver_class->lookup_by_name_finish = lookup_finish;
  resolver_class->lookup_by_name_with_flags_async = lookup_with_flags_async;
  resolver_class->lookup_by_name_with_flags_finish = lookup_finish;
}

static void
sp_name_resolver_init (SpNameResolver *self)
{
}

/* One that knows no address yet. */
SpNameResolver *
sp_name_resolver_new (void)
{
  return g_object_new (SP_TYPE_NAME_RESOLVER, NULL);
}

/* Where every name leads from now on; NULL for nowhere. */
void
sp_name_resolver_set_address (SpNameResolver *self,
                              const char     *address)
{
  g_free (self->address);
  self->address = g_strdup (address);
}
