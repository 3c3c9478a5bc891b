/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-file-bytes.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "files/sp-file-error.h"

typedef struct
{
  char  *folder;
  char  *path;
  GFile *file;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->folder = g_dir_make_tmp ("sp-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "a", NULL);
  self->file = g_file_new_for_path (self->path);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_unlink (self->path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_free (self->path);
  g_object_unref (self->file);
}

static void
assert_refused (GFile        *file,
                gsize         max_bytes,
                GCancellable *cancellable,
                GQuark        domain,
                int           code)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (sp_file_bytes_load (file, max_bytes, cancellable, &error));
  g_assert_error (error, domain, code);
}

static void
test_sizes (Fixture      *self,
            gconstpointer data)
{
  static const gsize sizes[] = { 0, 1, 65535, 65536, 65537, 200000 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *text = g_strnfill (sizes[i], (char) ('a' + i));
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) bytes = NULL;

      g_assert_true (g_file_set_contents (self->path, text, (gssize) sizes[i], NULL));
      bytes = sp_file_bytes_load (self->file, sizes[i], NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpmem (text, sizes[i], g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      if (sizes[i] > 0)
        assert_refused (self->file, sizes[i] - 1, NULL, SP_FILE_ERROR, SP_FILE_ERROR_REFUSED);
    }
}

static void
test_no_file (Fixture      *self,
              gconstpointer data)
{
  g_autoptr(GFile) folder = g_file_new_for_path (self->folder);

  assert_refused (self->file, 10, NULL, SP_FILE_ERROR, SP_FILE_ERROR_NOT_READABLE);
  assert_refused (folder, 10, NULL, SP_FILE_ERROR, SP_FILE_ERROR_NOT_READABLE);

  /* A pipe without a writer would be waited for without end. */
  g_assert_cmpint (mkfifo (self->path, 0600), ==, 0);
  assert_refused (self->file, 10, NULL, SP_FILE_ERROR, SP_FILE_ERROR_NOT_READABLE);
}

/* Files of the system say they are empty, and are not. */
static void
test_lies_about_its_size (Fixture      *self,
                          gconstpointer data)
{
  g_autoptr(GFile) file = g_file_new_for_path ("/proc/self/maps");

  assert_refused (file, 100, NULL, SP_FILE_ERROR, SP_FILE_ERROR_REFUSED);
}

static void
test_cancel (Fixture      *self,
             gconstpointer data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();

  g_assert_true (g_file_set_contents (self->path, "x", 1, NULL));
  g_cancellable_cancel (cancellable);
  assert_refused (self->file, 10, cancellable, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/files/file-bytes/sizes", Fixture, NULL, set_up, test_sizes, tear_down);
  g_test_add ("/files/file-bytes/no-file", Fixture, NULL, set_up, test_no_file, tear_down);
  g_test_add ("/files/file-bytes/lies-about-its-size", Fixture, NULL, set_up, test_lies_about_its_size, tear_down);
  g_test_add ("/files/file-bytes/cancel", Fixture, NULL, set_up, test_cancel, tear_down);

  return g_test_run ();
}
