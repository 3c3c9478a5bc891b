/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-source-maker.h"

#include "engine/sp-fetcher-options.h"
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

#define MAKING "sp-source-making"

/* What a source was made with, for when the preferences change. */
typedef struct
{
  SpPluginLoader  *loader; /* (owned) */
  char            *id;
  char           **options; /* (nullable) */
  gboolean         kept;
} Making;

static void
making_free (gpointer data)
{
  Making *making = data;

  g_object_unref (making->loader);
  g_free (making->id);
  g_strfreev (making->options);
  g_free (making);
}

/* What is preferred for a plugin, as far as it takes that. */
static char **
list_preferred (SpPreferences  *preferences,
                SpPluginLoader *loader,
                const char     *id)
{
  g_auto (GStrv) options = sp_preferences_list_options (preferences, id);
  SpPlugin *plugin = sp_plugin_loader_find (loader, id);

  if (plugin == NULL)
    return g_steal_pointer (&options);

  return sp_fetcher_options_filter (sp_plugin_get_fetcher_type (plugin), (const char * const *) options);
}

typedef SpSource *(*UseFunc) (const SpSourceValues *values,
                              gpointer              user_data);

static SpSource *
use_values (SpPreferences *preferences,
            const Making  *making,
            UseFunc        func,
            gpointer       user_data)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (SpSecretStore) secrets = sp_source_maker_open_secrets (preferences, making->id);
  g_autofree char *directory = sp_directories_get_data (making->id);
  g_autofree char *cache_directory = sp_directories_get_cache ("answers");
  g_auto (GStrv) preferred = list_preferred (preferences, making->loader, making->id);
  g_auto (GStrv) cache_options = list_preferred (preferences, making->loader, SP_SOURCE_CACHE);
  g_auto (GStrv) all = NULL;
  SpSourceValues values;

  g_strv_builder_addv (builder, (const char **) preferred);
  if (making->options != NULL)
    g_strv_builder_addv (builder, (const char **) making->options);
  all = g_strv_builder_end (builder);
  values = (SpSourceValues) {
    .id = making->id,
    .options = (const char * const *) all,
    .cache = making->kept ? SP_CACHE_OFFLINE : sp_preferences_get_cache_mode (preferences),
    .cache_options = (const char * const *) cache_options,
    .directory = directory,
    .cache_directory = cache_directory,
    .secrets = secrets,
    .user_agent = "segment-podium/" SP_VERSION,
  };

  return func (&values, user_data);
}

static SpSource *
update_cb (const SpSourceValues *values,
           gpointer              user_data)
{
  sp_source_update (user_data, values);

  return user_data;
}

static void
changed_cb (SpSource      *source,
            SpPreferences *preferences)
{
  use_values (preferences, g_object_get_data (G_OBJECT (source), MAKING), update_cb, source);
}

/* What a source belongs to. */
typedef struct
{
  SpPluginLoader *loader;
  SpClock        *clock;
} Home;

static SpSource *
new_cb (const SpSourceValues *values,
        gpointer              user_data)
{
  const Home *home = user_data;

  return sp_source_new (home->loader, home->clock, values);
}

static SpSource *
make (SpPluginLoader     *loader,
      SpClock            *clock,
      SpPreferences      *preferences,
      const char         *id,
      const char * const *options,
      gboolean            kept)
{
  Home home = { loader, clock };
  Making *making = g_new0 (Making, 1);
  SpSource *source;

  making->loader = g_object_ref (loader);
  making->id = g_strdup (id);
  making->options = g_strdupv ((char **) options);
  making->kept = kept;
  source = use_values (preferences, making, new_cb, &home);
  g_object_set_data_full (G_OBJECT (source), MAKING, making, making_free);
  g_signal_connect_object (preferences, "changed", G_CALLBACK (changed_cb), source, G_CONNECT_SWAPPED);

  return source;
}

/**
 * sp_source_maker_make:
 * @loader: the plugins
 * @clock: tells the time
 * @preferences: what the organiser prefers
 * @id: the id of a source plugin
 * @options: (nullable) (array zero-terminated=1): what is said of this source alone, each NAME=VALUE: it comes before
 *   what is preferred
 *
 * Makes a source in the user's own folders. It follows the preferences: what is opened after a change has it.
 *
 * Returns: (transfer full): a source, which is not opened yet
 */
SpSource *
sp_source_maker_make (SpPluginLoader     *loader,
                      SpClock            *clock,
                      SpPreferences      *preferences,
                      const char         *id,
                      const char * const *options)
{
  g_return_val_if_fail (SP_IS_PLUGIN_LOADER (loader) && SP_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (SP_IS_PREFERENCES (preferences) && id != NULL, NULL);

  return make (loader, clock, preferences, id, options, FALSE);
}

/**
 * sp_source_maker_make_kept:
 * @loader: the plugins
 * @clock: tells the time
 * @preferences: what the organiser prefers
 * @id: the id of a source plugin
 *
 * Returns: (transfer full): a source that only looks at what is kept, whatever is preferred
 */
SpSource *
sp_source_maker_make_kept (SpPluginLoader *loader,
                           SpClock        *clock,
                           SpPreferences  *preferences,
                           const char     *id)
{
  g_return_val_if_fail (SP_IS_PLUGIN_LOADER (loader) && SP_IS_CLOCK (clock), NULL);
  g_return_val_if_fail (SP_IS_PREFERENCES (preferences) && id != NULL, NULL);

  return make (loader, clock, preferences, id, NULL, TRUE);
}
