/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-cache-aside.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

/* Databases that were of no use and are kept beside the new one: for whoever wants to look at them, and no longer than
 * what was in them may be kept. */

#define MARK ".corrupt-"

/**
 * sp_cache_aside_lock:
 * @path: a database
 *
 * Waits until no other program opens it: of two that find it damaged, the second is not to set aside what the first has
 * just made.
 *
 * Returns: what unlocks it again, negative where there is no place for a lock
 */
int
sp_cache_aside_lock (const char *path)
{
  g_autofree char *name = g_strconcat (path, ".lock", NULL);
  int lock = g_open (name, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (lock >= 0)
    flock (lock, LOCK_EX);

  return lock;
}

/**
 * sp_cache_aside_unlock:
 * @lock: what locking it returned
 *
 * Lets the next one open it.
 */
void
sp_cache_aside_unlock (int lock)
{
  if (lock >= 0)
    close (lock);
}

/**
 * sp_cache_aside_move:
 * @path: a database that is closed
 *
 * Moves it beside its place under a name that is free, and so the two files that belong to it.
 *
 * Returns: (transfer full) (nullable): its new name, %NULL where it could not be moved
 */
char *
sp_cache_aside_move (const char *path)
{
  static const char * const tails[] = { "-wal", "-shm" };
  g_autofree char *aside = NULL;

  for (int i = 1; aside == NULL || g_file_test (aside, G_FILE_TEST_EXISTS); i++)
    {
      g_free (aside);
      aside = g_strdup_printf ("%s" MARK "%d", path, i);
    }
  if (g_rename (path, aside) != 0)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (tails); i++)
    {
      g_autofree char *from = g_strconcat (path, tails[i], NULL);
      g_autofree char *to = g_strconcat (aside, tails[i], NULL);

      g_rename (from, to);
    }

  return g_steal_pointer (&aside);
}

static GPtrArray *
list (const char *path)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *prefix = g_strconcat (base, MARK, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix))
      g_ptr_array_add (files, g_build_filename (folder, name, NULL));

  return files;
}

/**
 * sp_cache_aside_find:
 * @path: a database
 * @n_bytes: (out): how large all that was set aside is
 *
 * Returns: (transfer full) (nullable): a file that was set aside, %NULL where there is none
 */
char *
sp_cache_aside_find (const char *path,
                     gint64     *n_bytes)
{
  g_autoptr (GPtrArray) files = list (path);

  *n_bytes = 0;
  for (guint i = 0; i < files->len; i++)
    {
      GStatBuf buf;

      if (g_stat (files->pdata[i], &buf) == 0)
        *n_bytes += buf.st_size;
    }

  return files->len > 0 ? g_strdup (files->pdata[0]) : NULL;
}

/**
 * sp_cache_aside_delete:
 * @path: a database
 * @before_s: UTC seconds since 1970: only what was last written before that
 *
 * Deletes what was set aside.
 *
 * Returns: whether all of that is gone
 */
gboolean
sp_cache_aside_delete (const char *path,
                       gint64      before_s)
{
  g_autoptr (GPtrArray) files = list (path);
  gboolean good = TRUE;

  for (guint i = 0; i < files->len; i++)
    {
      GStatBuf buf;

      if (g_stat (files->pdata[i], &buf) == 0 && (gint64) buf.st_mtime < before_s)
        good = g_unlink (files->pdata[i]) == 0 && good;
    }

  return good;
}
