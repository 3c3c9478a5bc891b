/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-source.h"

#include <glib/gi18n-lib.h>

/**
 * SpSource:
 *
 * Where a competition asks: a plugin with its options, and before it, where answers are to be kept, the cache. It makes
 * a fetcher for each run.
 */
struct _SpSource
{
  GObject parent_instance;

  SpPluginLoader *loader;          /* (owned) */
  SpClock        *clock;           /* (owned) */
  SpSecretStore  *secrets;         /* (owned) (nullable) */
  SpCacheMode     cache;
  char           *id;              /* (owned) */
  char          **options;         /* (owned) (nullable) */
  char          **cache_options;   /* (owned) */
  char           *directory;       /* (owned) */
  char           *cache_directory; /* (owned) */
  char           *user_agent;      /* (owned) */
};

G_DEFINE_FINAL_TYPE (SpSource, sp_source, G_TYPE_OBJECT)

static void
sp_source_finalize (GObject *object)
{
  SpSource *self = SP_SOURCE (object);

  g_clear_object (&self->loader);
  g_clear_object (&self->clock);
  g_clear_object (&self->secrets);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->options, g_strfreev);
  g_clear_pointer (&self->cache_options, g_strfreev);
  g_clear_pointer (&self->directory, g_free);
  g_clear_pointer (&self->cache_directory, g_free);
  g_clear_pointer (&self->user_agent, g_free);

  G_OBJECT_CLASS (sp_source_parent_class)->finalize (object);
}

static void
sp_source_class_init (SpSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_source_finalize;
}

static void
sp_source_init (SpSource *self)
{
}

/* The mode stands last, where it is what counts. */
static char **
list_cache_options (const SpSourceValues *values)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (values->cache_options != NULL)
    g_strv_builder_addv (builder, (const char **) values->cache_options);
  if (values->cache == SP_CACHE_OFFLINE)
    g_strv_builder_add (builder, "mode=offline");

  return g_strv_builder_end (builder);
}

/**
 * sp_source_new:
 * @loader: the plugins
 * @clock: tells the time
 * @values: what to ask and how; copied
 *
 * Returns: (transfer full): a source, which is not opened yet
 */
SpSource *
sp_source_new (SpPluginLoader       *loader,
               SpClock              *clock,
               const SpSourceValues *values)
{
  SpSource *self;

  g_return_val_if_fail (SP_IS_PLUGIN_LOADER (loader) && SP_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (values != NULL && values->id != NULL && values->directory != NULL, NULL);

  self = g_object_new (SP_TYPE_SOURCE, NULL);
  self->loader = g_object_ref (loader);
  self->clock = g_object_ref (clock);
  self->id = g_strdup (values->id);
  sp_source_update (self, values);

  return self;
}

/**
 * sp_source_update:
 * @self: a source
 * @values: how to ask from now on; copied. It stays the same plugin
 *
 * Takes other options, another place for secrets or another way with answers. What is open already keeps its own.
 */
void
sp_source_update (SpSource             *self,
                  const SpSourceValues *values)
{
  g_return_if_fail (SP_IS_SOURCE (self) && values != NULL);
  g_return_if_fail (g_strcmp0 (values->id, self->id) == 0 && values->directory != NULL);

  g_set_object (&self->secrets, values->secrets);
  self->cache = values->cache;
  g_strfreev (self->options);
  self->options = g_strdupv ((char **) values->options);
  g_strfreev (self->cache_options);
  self->cache_options = list_cache_options (values);
  g_free (self->directory);
  self->directory = g_strdup (values->directory);
  g_free (self->cache_directory);
  self->cache_directory = g_strdup (values->cache_directory);
  g_free (self->user_agent);
  self->user_agent = g_strdup (values->user_agent);
}

/**
 * sp_source_open_plain:
 * @self: a source
 * @run_started_s: when the run began, UTC seconds since 1970
 * @error: return location: %SP_PLUGIN_ERROR
 *
 * Returns: (transfer full) (nullable): a fetcher of the source itself, without the cache
 */
SpFetcher *
sp_source_open_plain (SpSource  *self,
                      gint64     run_started_s,
                      GError   **error)
{
  g_autoptr (SpFetcherContext) context = NULL;

  g_return_val_if_fail (SP_IS_SOURCE (self), NULL);

  context = sp_fetcher_context_new (self->clock, self->user_agent, self->directory, self->secrets, run_started_s);

  return sp_plugin_loader_create_fetcher (self->loader, self->id, (const char * const *) self->options, NULL, context,
                                          error);
}

static SpFetcher *
open_before (SpSource   *self,
             SpFetcher  *plain,
             gint64      run_started_s,
             GError    **error)
{
  g_autoptr (SpFetcherContext) context = NULL;

  context = sp_fetcher_context_new (self->clock, self->user_agent, self->cache_directory, NULL, run_started_s);

  return sp_plugin_loader_create_fetcher (self->loader, SP_SOURCE_CACHE,
                                          (const char * const *) self->cache_options, plain, context, error);
}

/**
 * sp_source_open:
 * @self: a source
 * @run_started_s: when the run began, UTC seconds since 1970
 * @error: return location: %SP_PLUGIN_ERROR
 *
 * Makes the fetcher of a run. Where no plugin keeps answers, none are kept; but not to ask takes one that does.
 *
 * Returns: (transfer full) (nullable): the fetcher
 */
SpFetcher *
sp_source_open (SpSource  *self,
                gint64     run_started_s,
                GError   **error)
{
  g_autoptr (SpFetcher) plain = NULL;
  SpPlugin *plugin;

  g_return_val_if_fail (SP_IS_SOURCE (self), NULL);

  plain = sp_source_open_plain (self, run_started_s, error);
  if (plain == NULL || self->cache == SP_CACHE_OFF)
    return g_steal_pointer (&plain);
  plugin = sp_plugin_loader_find (self->loader, SP_SOURCE_CACHE);
  if (plugin == NULL && self->cache == SP_CACHE_ON)
    return g_steal_pointer (&plain);

  return open_before (self, plain, run_started_s, error);
}

/**
 * sp_source_open_kept:
 * @self: a source
 * @now_s: UTC seconds since 1970
 * @error: return location: %SP_PLUGIN_ERROR
 *
 * Makes a fetcher outside of a run, to forget somebody: before it stands what is kept from earlier runs, also where the
 * next ones are to keep nothing.
 *
 * Returns: (transfer full) (nullable): the fetcher
 */
SpFetcher *
sp_source_open_kept (SpSource  *self,
                     gint64     now_s,
                     GError   **error)
{
  g_autoptr (SpFetcher) plain = NULL;

  g_return_val_if_fail (SP_IS_SOURCE (self), NULL);

  plain = sp_source_open_plain (self, now_s, error);
  if (plain == NULL || self->cache_directory == NULL || sp_plugin_loader_find (self->loader, SP_SOURCE_CACHE) == NULL)
    return g_steal_pointer (&plain);

  return open_before (self, plain, now_s, error);
}

/**
 * sp_source_get_id:
 * @self: a source
 *
 * Returns: (transfer none): the id of its plugin, which may be missing
 */
const char *
sp_source_get_id (SpSource *self)
{
  g_return_val_if_fail (SP_IS_SOURCE (self), NULL);

  return self->id;
}

/**
 * sp_source_get_name:
 * @self: a source
 *
 * Returns: (transfer none): its name, for people; the id where its plugin is missing
 */
const char *
sp_source_get_name (SpSource *self)
{
  SpPlugin *plugin;

  g_return_val_if_fail (SP_IS_SOURCE (self), NULL);

  plugin = sp_plugin_loader_find (self->loader, self->id);

  return plugin != NULL ? _(sp_plugin_get_name (plugin)) : self->id;
}

/**
 * sp_source_get_key:
 * @self: a source
 *
 * Returns: (transfer full): what tells it from sources of another kind or with other options
 */
char *
sp_source_get_key (SpSource *self)
{
  g_autofree char *options = NULL;

  g_return_val_if_fail (SP_IS_SOURCE (self), NULL);

  options = self->options != NULL ? g_strjoinv (" ", self->options) : g_strdup ("");

  return g_strdup_printf ("%s %s", self->id, options);
}
