/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-preferences.h"

#include "platform/sp-settings.h"

#define DEFAULT_SOURCE "strava"

/**
 * SpPreferences:
 *
 * What the organiser prefers, in the desktop's settings; where the program's schema is not installed, until the program
 * ends. It emits `changed` when anything is another than before.
 */
struct _SpPreferences
{
  GObject parent_instance;

  GSettings   *settings;   /* (owned) (nullable) */
  char        *source;     /* (owned) */
  char        *token_file; /* (owned): empty for the keyring */
  GHashTable  *options;    /* (owned) (element-type utf8 utf8): by plugin/name */
  SpCacheMode  cache_mode;
};

G_DEFINE_FINAL_TYPE (SpPreferences, sp_preferences, G_TYPE_OBJECT)

static guint changed_signal;

static const char * const modes[] = { [SP_CACHE_ON] = "on", [SP_CACHE_OFF] = "off", [SP_CACHE_OFFLINE] = "offline" };

static void
sp_preferences_finalize (GObject *object)
{
  SpPreferences *self = SP_PREFERENCES (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->token_file, g_free);
  g_clear_pointer (&self->options, g_hash_table_unref);

  G_OBJECT_CLASS (sp_preferences_parent_class)->finalize (object);
}

static void
sp_preferences_class_init (SpPreferencesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_preferences_finalize;

  /**
   * SpPreferences::changed:
   *
   * Emitted when anything is another than before.
   */
  changed_signal = g_signal_new ("changed", SP_TYPE_PREFERENCES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 0);
}

static void
read_settings (SpPreferences *self)
{
  g_autoptr (GVariant) options = g_settings_get_value (self->settings, SP_SETTINGS_OPTIONS);
  g_autofree char *mode = g_settings_get_string (self->settings, SP_SETTINGS_CACHE_MODE);
  GVariantIter iter;
  char *name, *value;

  g_free (self->source);
  self->source = g_settings_get_string (self->settings, SP_SETTINGS_SOURCE);
  g_free (self->token_file);
  self->token_file = g_settings_get_string (self->settings, SP_SETTINGS_TOKEN_FILE);
  self->cache_mode = SP_CACHE_ON;
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    if (g_str_equal (mode, modes[i]))
      self->cache_mode = (SpCacheMode) i;
  g_hash_table_remove_all (self->options);
  g_variant_iter_init (&iter, options);
  while (g_variant_iter_next (&iter, "{ss}", &name, &value))
    g_hash_table_insert (self->options, name, value);
}

static void
settings_changed_cb (SpPreferences *self)
{
  read_settings (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
sp_preferences_init (SpPreferences *self)
{
  self->source = g_strdup (DEFAULT_SOURCE);
  self->token_file = g_strdup ("");
  self->options = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->settings = sp_settings_open ();
  if (self->settings == NULL)
    return;
  read_settings (self);
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (settings_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * sp_preferences_new:
 *
 * Returns: (transfer full): what the organiser prefers
 */
SpPreferences *
sp_preferences_new (void)
{
  return g_object_new (SP_TYPE_PREFERENCES, NULL);
}

/**
 * sp_preferences_get_settings:
 * @self: what the organiser prefers
 *
 * Returns: (transfer none) (nullable): where it is kept, %NULL where it is not
 */
GSettings *
sp_preferences_get_settings (SpPreferences *self)
{
  g_return_val_if_fail (SP_IS_PREFERENCES (self), NULL);

  return self->settings;
}

/**
 * sp_preferences_get_source:
 * @self: what the organiser prefers
 *
 * Returns: (transfer full): the id of the plugin where new competitions ask
 */
char *
sp_preferences_get_source (SpPreferences *self)
{
  g_return_val_if_fail (SP_IS_PREFERENCES (self), NULL);

  return g_strdup (*self->source != '\0' ? self->source : DEFAULT_SOURCE);
}

/**
 * sp_preferences_set_source:
 * @self: what the organiser prefers
 * @id: the id of a source plugin
 *
 * Prefers it.
 */
void
sp_preferences_set_source (SpPreferences *self,
                           const char    *id)
{
  g_return_if_fail (SP_IS_PREFERENCES (self) && id != NULL);

  if (g_str_equal (id, self->source))
    return;
  if (self->settings != NULL)
    g_settings_set_string (self->settings, SP_SETTINGS_SOURCE, id);
  else
    {
      g_free (self->source);
      self->source = g_strdup (id);
      g_signal_emit (self, changed_signal, 0);
    }
}

/**
 * sp_preferences_get_cache_mode:
 * @self: what the organiser prefers
 *
 * Returns: what is done with answers
 */
SpCacheMode
sp_preferences_get_cache_mode (SpPreferences *self)
{
  g_return_val_if_fail (SP_IS_PREFERENCES (self), SP_CACHE_ON);

  return self->cache_mode;
}

/**
 * sp_preferences_set_cache_mode:
 * @self: what the organiser prefers
 * @mode: what is done with answers
 *
 * Prefers it.
 */
void
sp_preferences_set_cache_mode (SpPreferences *self,
                               SpCacheMode    mode)
{
  g_return_if_fail (SP_IS_PREFERENCES (self) && mode < G_N_ELEMENTS (modes));

  if (mode == self->cache_mode)
    return;
  if (self->settings != NULL)
    g_settings_set_string (self->settings, SP_SETTINGS_CACHE_MODE, modes[mode]);
  else
    {
      self->cache_mode = mode;
      g_signal_emit (self, changed_signal, 0);
    }
}

/**
 * sp_preferences_get_token_file:
 * @self: what the organiser prefers
 *
 * Returns: (transfer full) (nullable) (type filename): the file where permissions are kept, %NULL for the keyring
 */
char *
sp_preferences_get_token_file (SpPreferences *self)
{
  g_return_val_if_fail (SP_IS_PREFERENCES (self), NULL);

  return *self->token_file != '\0' ? g_strdup (self->token_file) : NULL;
}

/**
 * sp_preferences_set_token_file:
 * @self: what the organiser prefers
 * @path: (nullable) (type filename): the file where permissions are kept, %NULL for the keyring
 *
 * Prefers it.
 */
void
sp_preferences_set_token_file (SpPreferences *self,
                               const char    *path)
{
  g_return_if_fail (SP_IS_PREFERENCES (self));

  path = path != NULL ? path : "";
  if (g_str_equal (path, self->token_file))
    return;
  if (self->settings != NULL)
    g_settings_set_string (self->settings, SP_SETTINGS_TOKEN_FILE, path);
  else
    {
      g_free (self->token_file);
      self->token_file = g_strdup (path);
      g_signal_emit (self, changed_signal, 0);
    }
}

/**
 * sp_preferences_get_option:
 * @self: what the organiser prefers
 * @plugin_id: the id of a plugin
 * @name: the name of one of its options
 *
 * Returns: (transfer full) (nullable): its value in words, %NULL for the usual one
 */
char *
sp_preferences_get_option (SpPreferences *self,
                           const char    *plugin_id,
                           const char    *name)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (SP_IS_PREFERENCES (self) && plugin_id != NULL && name != NULL, NULL);

  key = g_strdup_printf ("%s/%s", plugin_id, name);

  return g_strdup (g_hash_table_lookup (self->options, key));
}

static GVariant *
pack_options (SpPreferences *self)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{ss}"));
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->options);
  while (g_hash_table_iter_next (&iter, &key, &value))
    g_variant_builder_add (&builder, "{ss}", key, value);

  return g_variant_builder_end (&builder);
}

/**
 * sp_preferences_set_option:
 * @self: what the organiser prefers
 * @plugin_id: the id of a plugin
 * @name: the name of one of its options
 * @value: (nullable): its value in words, %NULL for the usual one
 *
 * Prefers it.
 */
void
sp_preferences_set_option (SpPreferences *self,
                           const char    *plugin_id,
                           const char    *name,
                           const char    *value)
{
  char *key;

  g_return_if_fail (SP_IS_PREFERENCES (self) && plugin_id != NULL && name != NULL);

  key = g_strdup_printf ("%s/%s", plugin_id, name);
  if (value != NULL)
    g_hash_table_insert (self->options, key, g_strdup (value));
  else
    {
      g_hash_table_remove (self->options, key);
      g_free (key);
    }
  if (self->settings != NULL)
    g_settings_set_value (self->settings, SP_SETTINGS_OPTIONS, pack_options (self));
  else
    g_signal_emit (self, changed_signal, 0);
}

/**
 * sp_preferences_list_options:
 * @self: what the organiser prefers
 * @plugin_id: the id of a plugin
 *
 * Returns: (transfer full) (array zero-terminated=1): its options that are not as usual, each NAME=VALUE, by name
 */
char **
sp_preferences_list_options (SpPreferences *self,
                             const char    *plugin_id)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GList) keys = NULL;
  g_autofree char *prefix = NULL;

  g_return_val_if_fail (SP_IS_PREFERENCES (self) && plugin_id != NULL, NULL);

  prefix = g_strdup_printf ("%s/", plugin_id);
  keys = g_list_sort (g_hash_table_get_keys (self->options), (GCompareFunc) strcmp);
  for (GList *l = keys; l != NULL; l = l->next)
    if (g_str_has_prefix (l->data, prefix))
      {
        const char *value = g_hash_table_lookup (self->options, l->data);
        g_autofree char *option = g_strdup_printf ("%s=%s", (char *) l->data + strlen (prefix), value);

        g_strv_builder_add (builder, option);
      }

  return g_strv_builder_end (builder);
}
