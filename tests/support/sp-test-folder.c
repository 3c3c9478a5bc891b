/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/sp-test-folder.h"

#include <glib/gstdio.h>

/**
 * sp_test_remove_folder:
 * @path: (type filename): a folder of a test
 *
 * Removes it with all that is in it. Links are not followed.
 */
void
sp_test_remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        sp_test_remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}
