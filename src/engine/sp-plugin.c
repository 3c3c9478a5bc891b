/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-plugin.h"

#include <glib/gi18n-lib.h>

/**
 * SpPlugin:
 *
 * A module that was found: a plugin that can be used, or one that was refused, and why. Immutable.
 */
struct _SpPlugin
{
  GObject             parent_instance;

  char               *path;  /* (owned) */
  const SpPluginInfo *info;  /* (nullable): lives as long as the process */
  GError             *error; /* (owned) (nullable) */
  GType               fetcher_type;
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_NAME,
  PROP_DESCRIPTION,
  PROP_PATH,
  PROP_MESSAGE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (SpPlugin, sp_plugin, G_TYPE_OBJECT)

static void
sp_plugin_get_property (GObject    *object,
                        guint       id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  SpPlugin *self = SP_PLUGIN (object);

  switch (id)
    {
    case PROP_ID:
      g_value_set_string (value, sp_plugin_get_id (self));
      break;
    case PROP_NAME:
      g_value_set_string (value, sp_plugin_get_name (self));
      break;
    case PROP_DESCRIPTION:
      g_value_set_string (value, sp_plugin_get_description (self));
      break;
    case PROP_PATH:
      g_value_set_string (value, self->path);
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, self->error != NULL ? self->error->message : NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sp_plugin_finalize (GObject *object)
{
  SpPlugin *self = SP_PLUGIN (object);

  g_clear_pointer (&self->path, g_free);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (sp_plugin_parent_class)->finalize (object);
}

static void
sp_plugin_class_init (SpPluginClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = sp_plugin_get_property;
  object_class->finalize = sp_plugin_finalize;

  /**
   * SpPlugin:id:
   *
   * Its name in settings and on the command line; %NULL where it was refused.
   */
  props[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);

  /**
   * SpPlugin:name:
   *
   * Its name for people; that of the file where it was refused.
   */
  props[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);

  /**
   * SpPlugin:description:
   *
   * What it is, in one sentence; %NULL where it was refused.
   */
  props[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, NULL, flags);

  /**
   * SpPlugin:path:
   *
   * Its file.
   */
  props[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);

  /**
   * SpPlugin:message:
   *
   * Why it was refused; %NULL where it can be used.
   */
  props[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
sp_plugin_init (SpPlugin *self)
{
}

/**
 * sp_plugin_new_loaded:
 * @path: (type filename): its file
 * @info: its entry, which stays for good
 * @fetcher_type: the type of its fetcher
 *
 * Returns: (transfer full): a plugin that can be used
 */
SpPlugin *
sp_plugin_new_loaded (const char         *path,
                      const SpPluginInfo *info,
                      GType               fetcher_type)
{
  SpPlugin *self;

  g_return_val_if_fail (path != NULL && info != NULL, NULL);
  g_return_val_if_fail (g_type_is_a (fetcher_type, SP_TYPE_FETCHER), NULL);

  self = g_object_new (SP_TYPE_PLUGIN, NULL);
  self->path = g_strdup (path);
  self->info = info;
  self->fetcher_type = fetcher_type;

  return self;
}

/**
 * sp_plugin_new_refused:
 * @path: (type filename): its file
 * @error: why it can not be used, of %SP_PLUGIN_ERROR
 *
 * Returns: (transfer full): a plugin that can not be used
 */
SpPlugin *
sp_plugin_new_refused (const char   *path,
                       const GError *error)
{
  SpPlugin *self;

  g_return_val_if_fail (path != NULL && error != NULL, NULL);

  self = g_object_new (SP_TYPE_PLUGIN, NULL);
  self->path = g_strdup (path);
  self->error = g_error_copy (error);

  return self;
}

/**
 * sp_plugin_get_path:
 * @self: a plugin
 *
 * Returns: (transfer none) (type filename): its file
 */
const char *
sp_plugin_get_path (SpPlugin *self)
{
  g_return_val_if_fail (SP_IS_PLUGIN (self), NULL);

  return self->path;
}

/**
 * sp_plugin_get_id:
 * @self: a plugin
 *
 * Returns: (transfer none) (nullable): its id, %NULL where it was refused
 */
const char *
sp_plugin_get_id (SpPlugin *self)
{
  g_return_val_if_fail (SP_IS_PLUGIN (self), NULL);

  return self->info != NULL ? self->info->id : NULL;
}

static const char *
translate (SpPlugin   *self,
           const char *text)
{
  return self->info->gettext_domain != NULL && *text != '\0' ? g_dgettext (self->info->gettext_domain, text) : text;
}

/**
 * sp_plugin_get_name:
 * @self: a plugin
 *
 * Returns: (transfer none): its name in the user's language; that of its file where it was refused
 */
const char *
sp_plugin_get_name (SpPlugin *self)
{
  const char *slash;

  g_return_val_if_fail (SP_IS_PLUGIN (self), NULL);

  if (self->info != NULL)
    return translate (self, self->info->name);
  slash = strrchr (self->path, G_DIR_SEPARATOR);

  return slash != NULL ? slash + 1 : self->path;
}

/**
 * sp_plugin_get_description:
 * @self: a plugin
 *
 * Returns: (transfer none) (nullable): what it is, in the user's language, %NULL where it was refused
 */
const char *
sp_plugin_get_description (SpPlugin *self)
{
  g_return_val_if_fail (SP_IS_PLUGIN (self), NULL);

  return self->info != NULL ? translate (self, self->info->description) : NULL;
}

/**
 * sp_plugin_get_version:
 * @self: a plugin
 *
 * Returns: (transfer none) (nullable): its own version, %NULL where it was refused
 */
const char *
sp_plugin_get_version (SpPlugin *self)
{
  g_return_val_if_fail (SP_IS_PLUGIN (self), NULL);

  return self->info != NULL ? self->info->version : NULL;
}

/**
 * sp_plugin_get_kind:
 * @self: a plugin
 *
 * Returns: what its fetcher is for; a source where it was refused
 */
SpPluginKind
sp_plugin_get_kind (SpPlugin *self)
{
  g_return_val_if_fail (SP_IS_PLUGIN (self), SP_PLUGIN_SOURCE);

  return self->info != NULL ? self->info->kind : SP_PLUGIN_SOURCE;
}

/**
 * sp_plugin_get_fetcher_type:
 * @self: a plugin
 *
 * Returns: the type of its fetcher; %G_TYPE_INVALID where it was refused
 */
GType
sp_plugin_get_fetcher_type (SpPlugin *self)
{
  g_return_val_if_fail (SP_IS_PLUGIN (self), G_TYPE_INVALID);

  return self->fetcher_type;
}

/**
 * sp_plugin_get_error:
 * @self: a plugin
 *
 * Returns: (transfer none) (nullable): why it was refused, of %SP_PLUGIN_ERROR; %NULL where it can be used
 */
const GError *
sp_plugin_get_error (SpPlugin *self)
{
  g_return_val_if_fail (SP_IS_PLUGIN (self), NULL);

  return self->error;
}
