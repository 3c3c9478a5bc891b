/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-source-maker.h"

#include "platform/sp-directories.h"
#include "platform/sp-file-secret-store.h"
#include "platform/sp-keyring-secret-store.h"
#include "platform/sp-scoped-secret-store.h"

/**
 * sp_source_maker_open_secrets:
 * @preferences: what the organiser prefers
 * @id: the id of a source plugin
 *
 * Returns: (transfer full): where that source keeps its secrets
 */
SpSecretStore *
sp_source_maker_open_secrets (SpPreferences *preferences,
                              const char    *id)
{
  g_autoptr (SpSecretStore) store = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (SP_IS_PREFERENCES (preferences) && id != NULL, NULL);

  path = sp_preferences_get_token_file (preferences);
  if (path != NULL)
    store = SP_SECRET_STORE (sp_file_secret_store_new (path));
  else
    store = SP_SECRET_STORE (sp_keyring_secret_store_new ());

  return SP_SECRET_STORE (sp_scoped_secret_store_new (store, id));
}

/**
 * sp_source_maker_make:
 * @loader: the plugins
 * @clock: tells the time
 * @preferences: what the organiser prefers
 * @id: the id of a source plugin
 * @options: (nullable) (array zero-terminated=1): what is said of this source alone, each NAME=VALUE: it comes before
 *   what is preferred
 * @cache: what is done with answers
 *
 * Makes a source in the user's own folders.
 *
 * Returns: (transfer full): a source, which is not opened yet
 */
SpSource *
sp_source_maker_make (SpPluginLoader     *loader,
                      SpClock            *clock,
                      SpPreferences      *preferences,
                      const char         *id,
                      const char * const *options,
                      SpCacheMode         cache)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (SpSecretStore) secrets = NULL;
  g_autofree char *directory = NULL;
  g_autofree char *cache_directory = NULL;
  g_auto (GStrv) preferred = NULL;
  g_auto (GStrv) all = NULL;
  g_auto (GStrv) cache_options = NULL;
  SpSourceValues values;

  g_return_val_if_fail (SP_IS_PLUGIN_LOADER (loader) && SP_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (SP_IS_PREFERENCES (preferences) && id != NULL, NULL);

  preferred = sp_preferences_list_options (preferences, id);
  g_strv_builder_addv (builder, (const char **) preferred);
  if (options != NULL)
    g_strv_builder_addv (builder, (const char **) options);
  all = g_strv_builder_end (builder);
  cache_options = sp_preferences_list_options (preferences, SP_SOURCE_CACHE);
  secrets = sp_source_maker_open_secrets (preferences, id);
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
