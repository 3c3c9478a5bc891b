/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-plugin-loader.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "engine/sp-fetcher-options.h"
#include "engine/sp-module.h"

/**
 * SpPluginLoader:
 *
 * Finds modules and loads them: a list of [class@Plugin], those that can be used and those that were refused, in the
 * order in which they were found. Nothing that is wrong with a module stops the program.
 */
struct _SpPluginLoader
{
  GObject        parent_instance;

  SpPluginProbe *probe;   /* (owned) (nullable) */
  GPtrArray     *plugins; /* (owned) (element-type SpPlugin) */
  GHashTable    *seen;    /* (owned) (element-type filename): resolved paths */
};

static void sp_plugin_loader_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SpPluginLoader, sp_plugin_loader, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, sp_plugin_loader_list_model_init))

static GType
get_item_type (GListModel *model)
{
  return SP_TYPE_PLUGIN;
}

static guint
get_n_items (GListModel *model)
{
  return SP_PLUGIN_LOADER (model)->plugins->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  GPtrArray *plugins = SP_PLUGIN_LOADER (model)->plugins;

  return position < plugins->len ? g_object_ref (plugins->pdata[position]) : NULL;
}

static void
sp_plugin_loader_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
sp_plugin_loader_finalize (GObject *object)
{
  SpPluginLoader *self = SP_PLUGIN_LOADER (object);

  g_clear_object (&self->probe);
  g_clear_pointer (&self->plugins, g_ptr_array_unref);
  g_clear_pointer (&self->seen, g_hash_table_unref);

  G_OBJECT_CLASS (sp_plugin_loader_parent_class)->finalize (object);
}

static void
sp_plugin_loader_class_init (SpPluginLoaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_plugin_loader_finalize;
}

static void
sp_plugin_loader_init (SpPluginLoader *self)
{
  self->plugins = g_ptr_array_new_with_free_func (g_object_unref);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * sp_plugin_loader_new:
 * @probe: (nullable): tries modules that are new to this machine; %NULL to load them untried
 *
 * Returns: (transfer full): an empty list
 */
SpPluginLoader *
sp_plugin_loader_new (SpPluginProbe *probe)
{
  SpPluginLoader *self;

  g_return_val_if_fail (probe == NULL || SP_IS_PLUGIN_PROBE (probe), NULL);

  self = g_object_new (SP_TYPE_PLUGIN_LOADER, NULL);
  self->probe = probe != NULL ? g_object_ref (probe) : NULL;

  return self;
}

static SpPlugin *
load (SpPluginLoader  *self,
      const char      *path,
      GError         **error)
{
  const SpPluginInfo *info;
  SpPlugin *other;
  GType type;

  if (!sp_module_check (path, error) ||
      (self->probe != NULL && !sp_plugin_probe_try (self->probe, path, error)))
    return NULL;
  info = sp_module_open (path, error);
  if (info == NULL)
    return NULL;
  other = sp_plugin_loader_find (self, info->id);
  if (other != NULL)
    {
      g_set_error (error, SP_PLUGIN_ERROR, SP_PLUGIN_ERROR_ID_TAKEN,
                   /* Translators: a file, its id, another file */
                   _("“%s” has the same id “%s” as “%s”, which was found first. Remove one of them"), path, info->id,
                   sp_plugin_get_path (other));
      return NULL;
    }
  type = sp_module_get_type (info, error);

  return type != G_TYPE_INVALID ? sp_plugin_new_loaded (path, info, type) : NULL;
}

static void
add (SpPluginLoader *self,
     const char     *path)
{
  g_autofree char *real_path = realpath (path, NULL);
  g_autoptr(GError) error = NULL;
  SpPlugin *plugin;

  if (real_path != NULL && !g_hash_table_add (self->seen, g_strdup (real_path)))
    return;
  plugin = load (self, path, &error);
  if (plugin == NULL)
    {
      g_message ("%s", error->message);
      plugin = sp_plugin_new_refused (path, error);
    }
  g_ptr_array_add (self->plugins, plugin);
}

static gint
compare_paths (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* The entries of a folder in a stable order; one that is missing or closed has none. */
static GPtrArray *
list_folder (const char *dir)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GDir) folder = g_dir_open (dir, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    if (name[0] != '.')
      g_ptr_array_add (paths, g_build_filename (dir, name, NULL));
  g_ptr_array_sort (paths, compare_paths);

  return paths;
}

static void
scan_folder (SpPluginLoader *self,
             const char     *dir,
             gboolean        is_top)
{
  g_autoptr(GPtrArray) paths = list_folder (dir);

  for (guint i = 0; i < paths->len; i++)
    {
      if (g_str_has_suffix (paths->pdata[i], "." G_MODULE_SUFFIX))
        add (self, paths->pdata[i]);
      else if (is_top && g_file_test (paths->pdata[i], G_FILE_TEST_IS_DIR))
        scan_folder (self, paths->pdata[i], FALSE);
    }
}

/**
 * sp_plugin_loader_scan:
 * @self: a loader
 * @dirs: (array zero-terminated=1) (element-type filename): folders; those that are missing hold nothing
 *
 * Loads each module in @dirs and in the folders right inside them, in alphabetical order. A file that was found before
 * is left out. It looks at files and loads libraries, so it is for the start of a program.
 */
void
sp_plugin_loader_scan (SpPluginLoader      *self,
                       const char * const  *dirs)
{
  guint n_before;

  g_return_if_fail (SP_IS_PLUGIN_LOADER (self));
  g_return_if_fail (dirs != NULL);

  n_before = self->plugins->len;
  for (guint i = 0; dirs[i] != NULL; i++)
    scan_folder (self, dirs[i], TRUE);
  if (self->plugins->len > n_before)
    g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0, self->plugins->len - n_before);
}

/**
 * sp_plugin_loader_look_again:
 * @self: a loader
 * @dirs: (array zero-terminated=1) (element-type filename): folders
 *
 * Forgets what was refused and scans once more: for a file that was added, mended or removed meanwhile. What is loaded
 * stays as it is.
 */
void
sp_plugin_loader_look_again (SpPluginLoader      *self,
                             const char * const  *dirs)
{
  guint n_before;

  g_return_if_fail (SP_IS_PLUGIN_LOADER (self));
  g_return_if_fail (dirs != NULL);

  n_before = self->plugins->len;
  g_hash_table_remove_all (self->seen);
  for (guint i = n_before; i-- > 0;)
    {
      char *real_path = realpath (sp_plugin_get_path (self->plugins->pdata[i]), NULL);

      if (sp_plugin_get_error (self->plugins->pdata[i]) == NULL && real_path != NULL)
        g_hash_table_add (self->seen, g_strdup (real_path));
      else if (sp_plugin_get_error (self->plugins->pdata[i]) != NULL)
        g_ptr_array_remove_index (self->plugins, i);
      free (real_path);
    }
  for (guint i = 0; dirs[i] != NULL; i++)
    scan_folder (self, dirs[i], TRUE);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->plugins->len);
}

/**
 * sp_plugin_loader_find:
 * @self: a loader
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the plugin with that id, if there is one that can be used
 */
SpPlugin *
sp_plugin_loader_find (SpPluginLoader *self,
                       const char     *id)
{
  g_return_val_if_fail (SP_IS_PLUGIN_LOADER (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->plugins->len; i++)
    if (g_strcmp0 (sp_plugin_get_id (self->plugins->pdata[i]), id) == 0)
      return self->plugins->pdata[i];

  return NULL;
}

static void
set_unknown (SpPluginLoader  *self,
             const char      *id,
             SpPluginKind     kind,
             GError         **error)
{
  g_autoptr(GString) ids = g_string_new (NULL);

  for (guint i = 0; i < self->plugins->len; i++)
    {
      SpPlugin *plugin = self->plugins->pdata[i];

      if (sp_plugin_get_id (plugin) != NULL && sp_plugin_get_kind (plugin) == kind)
        g_string_append_printf (ids, "%s%s", ids->len > 0 ? ", " : "", sp_plugin_get_id (plugin));
    }
  if (ids->len > 0)
    g_set_error (error, SP_PLUGIN_ERROR, SP_PLUGIN_ERROR_UNKNOWN, _("There is no plugin “%s” for this. There are: %s"),
                 id, ids->str);
  else
    g_set_error (error, SP_PLUGIN_ERROR, SP_PLUGIN_ERROR_UNKNOWN,
                 _("There is no plugin “%s”: none was found. Install the program anew, or name their folder in "
                   "SEGMENT_PODIUM_PLUGIN_PATH"), id);
}

/**
 * sp_plugin_loader_create_fetcher: (skip)
 * @self: a loader
 * @id: the id of a plugin
 * @options: (nullable) (array zero-terminated=1): its options, each as NAME=VALUE
 * @upstream: (nullable): for a decorator, the fetcher it stands before; %NULL for a source
 * @context: what it is given for this run
 * @error: return location for an error
 *
 * Makes a fetcher that is ready to be asked.
 *
 * Returns: (transfer full): a fetcher; %NULL with @error set, of %SP_PLUGIN_ERROR
 */
SpFetcher *
sp_plugin_loader_create_fetcher (SpPluginLoader      *self,
                                 const char          *id,
                                 const char * const  *options,
                                 SpFetcher           *upstream,
                                 SpFetcherContext    *context,
                                 GError             **error)
{
  SpPluginKind wanted = upstream != NULL ? SP_PLUGIN_DECORATOR : SP_PLUGIN_SOURCE;
  SpFetcher *fetcher;
  SpPlugin *plugin;

  g_return_val_if_fail (SP_IS_PLUGIN_LOADER (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (upstream == NULL || SP_IS_FETCHER (upstream), NULL);
  g_return_val_if_fail (SP_IS_FETCHER_CONTEXT (context), NULL);

  plugin = sp_plugin_loader_find (self, id);
  if (plugin == NULL)
    {
      set_unknown (self, id, wanted, error);
      return NULL;
    }
  if (sp_plugin_get_kind (plugin) != wanted)
    {
      g_set_error (error, SP_PLUGIN_ERROR, SP_PLUGIN_ERROR_WRONG_KIND,
                   wanted == SP_PLUGIN_SOURCE ? _("“%s” only adds to a source and can not be one")
                                              : _("“%s” is a source and can not stand before another"), id);
      return NULL;
    }
  fetcher = sp_fetcher_options_create (sp_plugin_get_fetcher_type (plugin), options, upstream, error);
  if (fetcher != NULL)
    sp_fetcher_set_context (fetcher, context);

  return fetcher;
}
