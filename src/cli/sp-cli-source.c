/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sp-cli-source.h"

#include "cli/sp-cli-preferences.h"
#include "platform/sp-directories.h"

#define PROBE "segment-podium-probe"
#define PROBE_DEADLINE_MS 5000

/**
 * sp_cli_source_load_plugins:
 *
 * Finds and loads all plugins. One that is new to this machine is tried in a process of its own first, where the
 * program that does so is installed.
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
 * @options: (nullable) (array zero-terminated=1): its options, each NAME=VALUE; they come before what is preferred
 * @cache: what is done with answers
 * @secrets: (nullable): where it keeps secrets, scoped to it
 *
 * Returns: (transfer full): a source in the user's own folders
 */
SpSource *
sp_cli_source_new (SpPluginLoader     *loader,
                   SpClock            *clock,
                   const char         *id,
                   const char * const *options,
                   SpCacheMode         cache,
                   SpSecretStore      *secrets)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *directory = NULL;
  g_autofree char *cache_directory = NULL;
  g_auto (GStrv) preferred = NULL;
  g_auto (GStrv) all = NULL;
  g_auto (GStrv) cache_options = NULL;
  SpSourceValues values;

  g_return_val_if_fail (SP_IS_PLUGIN_LOADER (loader) && SP_IS_CLOCK (clock) && id != NULL, NULL);

  preferred = sp_cli_preferences_list_options (sp_plugin_loader_find (loader, id));
  g_strv_builder_addv (builder, (const char **) preferred);
  if (options != NULL)
    g_strv_builder_addv (builder, (const char **) options);
  all = g_strv_builder_end (builder);
  cache_options = sp_cli_preferences_list_options (sp_plugin_loader_find (loader, SP_SOURCE_CACHE));
  directory = sp_directories_get_data (id);
  cache_directory = sp_directories_get_cache ("answers");
  values = (SpSourceValues) {
    .id = id,
    .options = (const char * const *) all,
    .cache = cache,
    .cache_options = (const char * const *) cache_options,
    .directory = directory,
    .cache_directory = cache_directory,
    .secrets = secrets,
    .user_agent = "segment-podium/" SP_VERSION,
  };

  return sp_source_new (loader, clock, &values);
}
