/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the organiser chose in the window holds here too, where no option says otherwise. */
#include "cli/sp-cli-preferences.h"

#include "engine/sp-fetcher-options.h"
#include "platform/sp-settings.h"

#define DEFAULT_SOURCE "strava"

static char *
get_text (const char *key)
{
  g_autoptr (GSettings) settings = sp_settings_open ();
  g_autofree char *text = settings != NULL ? g_settings_get_string (settings, key) : NULL;

  return text != NULL && *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/**
 * sp_cli_preferences_get_source:
 *
 * Returns: (transfer full): the id of the source plugin that is asked where nothing else is said
 */
char *
sp_cli_preferences_get_source (void)
{
  char *id = get_text (SP_SETTINGS_SOURCE);

  return id != NULL ? id : g_strdup (DEFAULT_SOURCE);
}

/**
 * sp_cli_preferences_get_cache_mode:
 *
 * Returns: what is done with answers where nothing else is said
 */
SpCacheMode
sp_cli_preferences_get_cache_mode (void)
{
  g_autofree char *mode = get_text (SP_SETTINGS_CACHE_MODE);

  if (g_strcmp0 (mode, "off") == 0)
    return SP_CACHE_OFF;

  return g_strcmp0 (mode, "offline") == 0 ? SP_CACHE_OFFLINE : SP_CACHE_ON;
}

/**
 * sp_cli_preferences_get_token_file:
 *
 * Returns: (transfer full) (nullable) (type filename): the file where permissions are kept, %NULL for the keyring
 */
char *
sp_cli_preferences_get_token_file (void)
{
  return get_text (SP_SETTINGS_TOKEN_FILE);
}

/**
 * sp_cli_preferences_list_options:
 * @plugin: (nullable): a plugin that loaded
 *
 * Returns: (transfer full) (array zero-terminated=1): what is preferred of its options, each NAME=VALUE
 */
char **
sp_cli_preferences_list_options (SpPlugin *plugin)
{
  g_autoptr (GSettings) settings = sp_settings_open ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GVariant) all = NULL;
  g_autofree char *prefix = NULL;
  g_auto (GStrv) options = NULL;
  GVariantIter iter;
  const char *key, *value;

  if (settings == NULL || plugin == NULL)
    return g_new0 (char *, 1);
  prefix = g_strdup_printf ("%s/", sp_plugin_get_id (plugin));
  all = g_settings_get_value (settings, SP_SETTINGS_OPTIONS);
  g_variant_iter_init (&iter, all);
  while (g_variant_iter_next (&iter, "{&s&s}", &key, &value))
    if (g_str_has_prefix (key, prefix))
      {
        g_autofree char *option = g_strdup_printf ("%s=%s", key + strlen (prefix), value);

        g_strv_builder_add (builder, option);
      }
  options = g_strv_builder_end (builder);

  return sp_fetcher_options_filter (sp_plugin_get_fetcher_type (plugin), (const char * const *) options);
}
