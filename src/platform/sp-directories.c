/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "platform/sp-directories.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#define FOLDER "segment-podium"

/**
 * sp_directories_get_data:
 * @name: (nullable) (type filename): a file or folder in it, %NULL for itself
 *
 * What is not to be lost. It may not exist yet.
 *
 * Returns: (transfer full) (type filename): a path
 */
char *
sp_directories_get_data (const char *name)
{
  return g_build_filename (g_get_user_data_dir (), FOLDER, name, NULL);
}

/**
 * sp_directories_get_cache:
 * @name: (nullable) (type filename): a file or folder in it, %NULL for itself
 *
 * What can be fetched again. It may not exist yet.
 *
 * Returns: (transfer full) (type filename): a path
 */
char *
sp_directories_get_cache (const char *name)
{
  return g_build_filename (g_get_user_cache_dir (), FOLDER, name, NULL);
}

/**
 * sp_directories_list_plugins:
 *
 * Where modules are looked for, in this order: the folders of `SEGMENT_PODIUM_PLUGIN_PATH`, separated by colons, that
 * of the installed program, that of its extensions, where a Flatpak has those of others, and the user's own. The first
 * module with an id wins, so that one in the user's folder can not take the place, and with it the secrets, of one that
 * came with the program.
 *
 * Returns: (transfer full) (array zero-terminated=1) (element-type filename): paths, which may not exist
 */
char **
sp_directories_list_plugins (void)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) given = g_strsplit (g_getenv ("SEGMENT_PODIUM_PLUGIN_PATH") ?: "", G_SEARCHPATH_SEPARATOR_S, -1);
  g_autofree char *own = sp_directories_get_data ("plugins");

  for (guint i = 0; given[i] != NULL; i++)
    if (*given[i] != '\0')
      g_strv_builder_add (builder, given[i]);
  g_strv_builder_add (builder, SP_PLUGINDIR);
  g_strv_builder_add (builder, SP_EXTENSIONDIR);
  g_strv_builder_add (builder, own);

  return g_strv_builder_end (builder);
}

/**
 * sp_directories_find_helper:
 * @name: (type filename): a program that belongs to this one
 *
 * Looks in `SEGMENT_PODIUM_HELPER_PATH`, where that is set, and else in the installed folder.
 *
 * Returns: (transfer full) (nullable) (type filename): its path, %NULL where it is missing
 */
char *
sp_directories_find_helper (const char *name)
{
  const char *folder = g_getenv ("SEGMENT_PODIUM_HELPER_PATH");
  g_autofree char *path = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  path = g_build_filename (folder != NULL ? folder : SP_PKGLIBDIR, name, NULL);

  return g_file_test (path, G_FILE_TEST_IS_EXECUTABLE) ? g_steal_pointer (&path) : NULL;
}

/**
 * sp_directories_make:
 * @path: (type filename): a folder
 * @error: return location for an error
 *
 * Makes a folder that nobody else may look into, with all those above it. One that exists is left as it is.
 *
 * Returns: %FALSE with @error set, of %G_IO_ERROR, where it could not be made
 */
gboolean
sp_directories_make (const char  *path,
                     GError     **error)
{
  int code;

  g_return_val_if_fail (path != NULL, FALSE);

  if (g_mkdir_with_parents (path, 0700) == 0)
    return TRUE;

  code = errno;
  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (code), _("The folder “%s” can not be made: %s"), path,
               g_strerror (code));

  return FALSE;
}
