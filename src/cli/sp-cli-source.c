/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sp-cli-source.h"

#include "platform/sp-directories.h"
#include "platform/sp-memory-secret-store.h"
#include "platform/sp-scoped-secret-store.h"

#define PROBE "segment-podium-probe"
#define PROBE_DEADLINE_MS 5000

/**
 * SpCliSource:
 *
 * Makes the fetchers of the source that a command asks.
 */
struct _SpCliSource
{
  GObject parent_instance;

  SpPluginLoader *loader;  /* (owned) */
  SpClock        *clock;   /* (owned) */
  SpSecretStore  *secrets; /* (owned) */
  char           *id;
  char          **options;
};

G_DEFINE_FINAL_TYPE (SpCliSource, sp_cli_source, G_TYPE_OBJECT)

static void
sp_cli_source_finalize (GObject *object)
{
  SpCliSource *self = SP_CLI_SOURCE (object);

  g_clear_object (&self->loader);
  g_clear_object (&self->clock);
  g_clear_object (&self->secrets);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->options, g_strfreev);

  G_OBJECT_CLASS (sp_cli_source_parent_class)->finalize (object);
}

static void
sp_cli_source_class_init (SpCliSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_cli_source_finalize;
}

static void
sp_cli_source_init (SpCliSource *self)
{
}

/**
 * sp_cli_source_load_plugins:
 *
 * Finds and loads all plugins. One that is new to this machine is tried in a process of its own first, where the program
 * that does so is installed.
 *
 * Returns: (transfer full): what was found
 */
SpPluginLoader *
sp_cli_source_load_plugins (void)
{
  g_autofree char *helper = sp_directories_find_helper (PROBE);
  g_autofree char *memory = sp_directories_get_cache ("plugins.tried");
  g_autofree char *folder = g_path_get_dirname (memory);
  g_auto (GStrv) dirs = sp_directories_list_plugins ();
  g_autoptr (SpPluginProbe) probe = NULL;
  SpPluginLoader *loader;

  if (helper != NULL)
    {
      gboolean remembers = sp_directories_make (folder, NULL);

      probe = sp_plugin_probe_new (helper, remembers ? memory : NULL, PROBE_DEADLINE_MS);
    }
  loader = sp_plugin_loader_new (probe);
  sp_plugin_loader_scan (loader, (const char * const *) dirs);

  return loader;
}

/**
 * sp_cli_source_new:
 * @loader: the plugins
 * @clock: tells the time
 * @id: the plugin
 * @options: (nullable) (array zero-terminated=1): its options, each NAME=VALUE
 *
 * Returns: (transfer full): a source that is not opened yet
 */
SpCliSource *
sp_cli_source_new (SpPluginLoader     *loader,
                   SpClock            *clock,
                   const char         *id,
                   const char * const *options)
{
  g_autoptr (SpMemorySecretStore) memory = NULL;
  SpCliSource *self;

  g_return_val_if_fail (SP_IS_PLUGIN_LOADER (loader) && SP_IS_CLOCK (clock) && id != NULL, NULL);

  memory = sp_memory_secret_store_new ();
  self = g_object_new (SP_TYPE_CLI_SOURCE, NULL);
  self->loader = g_object_ref (loader);
  self->clock = g_object_ref (clock);
  self->secrets = SP_SECRET_STORE (sp_scoped_secret_store_new (SP_SECRET_STORE (memory), id));
  self->id = g_strdup (id);
  self->options = g_strdupv ((char **) options);

  return self;
}

/**
 * sp_cli_source_open:
 * @self: a source
 * @run_started_s: when the run began, UTC seconds since 1970
 * @error: return location for a #SpPluginError
 *
 * Returns: (transfer full): a fetcher for one run
 */
SpFetcher *
sp_cli_source_open (SpCliSource  *self,
                    gint64        run_started_s,
                    GError      **error)
{
  g_autoptr (SpFetcherContext) context = NULL;
  g_autofree char *directory = NULL;

  g_return_val_if_fail (SP_IS_CLI_SOURCE (self), NULL);

  directory = sp_directories_get_data (self->id);
  context = sp_fetcher_context_new (self->clock, "segment-podium/" SP_VERSION, directory, self->secrets, run_started_s);

  return sp_plugin_loader_create_fetcher (self->loader, self->id, (const char * const *) self->options, NULL, context,
                                          error);
}
