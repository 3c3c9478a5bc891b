/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The library calls below are the test's own: it stops the program at each point where a kill may strike. */
#define _GNU_SOURCE
#include "files/sp-file-save.h"

#include <dlfcn.h>
#include <errno.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "files/sp-file-error.h"
#include "support/sp-test-folder.h"

#define KILLED 77

typedef enum
{
  POINT_NONE,
  POINT_WRITE,        /* half of it is written */
  POINT_BEFORE_FSYNC,
  POINT_AFTER_FSYNC,
  POINT_BEFORE_RENAME,
  POINT_AFTER_RENAME,
  POINT_FULL,         /* the disk is full */
  POINT_FSYNC_FAILS,
  POINT_RENAME_FAILS,
} Point;

static Point point;

ssize_t
write (int         fd,
       const void *data,
       size_t      size)
{
  ssize_t (*real) (int, const void *, size_t) = (ssize_t (*) (int, const void *, size_t)) dlsym (RTLD_NEXT, "write");

  if (point == POINT_WRITE)
    {
      real (fd, data, size / 2);
      _exit (KILLED);
    }
  if (point == POINT_FULL)
    {
      errno = ENOSPC;
      return -1;
    }

  return real (fd, data, size);
}

int
fsync (int fd)
{
  int (*real) (int) = (int (*) (int)) dlsym (RTLD_NEXT, "fsync");
  int r;

  if (point == POINT_BEFORE_FSYNC)
    _exit (KILLED);
  if (point == POINT_FSYNC_FAILS)
    {
      errno = EIO;
      return -1;
    }
  r = real (fd);
  if (point == POINT_AFTER_FSYNC)
    _exit (KILLED);

  return r;
}

int
rename (const char *from,
        const char *to)
{
  int (*real) (const char *, const char *) = (int (*) (const char *, const char *)) dlsym (RTLD_NEXT, "rename");
  int r;

  if (point == POINT_BEFORE_RENAME)
    _exit (KILLED);
  if (point == POINT_RENAME_FAILS)
    {
      errno = EXDEV;
      return -1;
    }
  r = real (from, to);
  if (point == POINT_AFTER_RENAME)
    _exit (KILLED);

  return r;
}

typedef struct
{
  char  *folder;
  char  *path;
  GFile *file;
  char  *big; /* what is saved; more than one page */
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->folder = g_dir_make_tmp ("sp-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "a.podium", NULL);
  self->file = g_file_new_for_path (self->path);
  self->big = g_strnfill (100000, 'x');
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  sp_test_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->big);
  g_object_unref (self->file);
}

static guint
count_files (Fixture *self)
{
  g_autoptr(GDir) folder = g_dir_open (self->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder) != NULL)
    n++;

  return n;
}

static gboolean
save (Fixture     *self,
      const char  *text,
      GError     **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return sp_file_save (self->file, bytes, NULL, error);
}

static void
assert_content (Fixture    *self,
                const char *expected)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (self->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, expected);
}

static void
test_save (Fixture      *self,
           gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  GStatBuf status;

  g_assert_true (save (self, "one", &error));
  assert_content (self, "one");
  g_assert_cmpint (g_chmod (self->path, 0640), ==, 0);
  g_assert_true (save (self, self->big, &error));
  assert_content (self, self->big);
  g_assert_true (save (self, "", &error));
  assert_content (self, "");
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (self->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0640);
  g_assert_cmpuint (count_files (self), ==, 1);
}

static void
test_link (Fixture      *self,
           gconstpointer data)
{
  g_autofree char *target = g_build_filename (self->folder, "target", NULL);

  g_assert_true (g_file_set_contents (target, "old", -1, NULL));
  g_assert_cmpint (symlink (target, self->path), ==, 0);
  g_assert_true (save (self, "new", NULL));
  g_assert_true (g_file_test (self->path, G_FILE_TEST_IS_SYMLINK));
  assert_content (self, "new");
}

/* A kill at any point leaves all of the old or all of the new. */
static void
test_kills (Fixture      *self,
            gconstpointer data)
{
  for (Point p = POINT_WRITE; p <= POINT_AFTER_RENAME; p++)
    {
      int status = 0;
      pid_t child;

      g_assert_true (save (self, "old", NULL));
      child = fork ();
      if (child == 0)
        {
          point = p;
          save (self, self->big, NULL);
          _exit (0);
        }
      g_assert_cmpint (waitpid (child, &status, 0), ==, child);
      g_assert_cmpint (WEXITSTATUS (status), ==, KILLED);
      assert_content (self, p == POINT_AFTER_RENAME ? self->big : "old");
    }
}

/* A failure is told, changes nothing and leaves nothing behind. */
static void
test_failures (Fixture      *self,
               gconstpointer data)
{
  g_assert_true (save (self, "old", NULL));
  for (Point p = POINT_FULL; p <= POINT_RENAME_FAILS; p++)
    {
      g_autoptr(GError) error = NULL;

      point = p;
      g_assert_false (save (self, self->big, &error));
      point = POINT_NONE;
      g_assert_error (error, SP_FILE_ERROR, SP_FILE_ERROR_NOT_WRITABLE);
      assert_content (self, "old");
      g_assert_cmpuint (count_files (self), ==, 1);
    }
}

static void
test_bad_places (Fixture      *self,
                 gconstpointer data)
{
  const char * const places[] = { "/nonexistent/a.csv", self->folder, "/dev/null", "/proc/a.csv" };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr(GFile) file = g_file_new_for_path (places[i]);
      g_autoptr(GBytes) bytes = g_bytes_new_static ("x", 1);
      g_autoptr(GError) error = NULL;

      g_assert_false (sp_file_save (file, bytes, NULL, &error));
      g_assert_error (error, SP_FILE_ERROR, SP_FILE_ERROR_NOT_WRITABLE);
    }
}

static void
test_cancel (Fixture      *self,
             gconstpointer data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (sp_file_save (self->file, bytes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (self), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/files/file-save/save", Fixture, NULL, set_up, test_save, tear_down);
  g_test_add ("/files/file-save/link", Fixture, NULL, set_up, test_link, tear_down);
  g_test_add ("/files/file-save/kills", Fixture, NULL, set_up, test_kills, tear_down);
  g_test_add ("/files/file-save/failures", Fixture, NULL, set_up, test_failures, tear_down);
  g_test_add ("/files/file-save/bad-places", Fixture, NULL, set_up, test_bad_places, tear_down);
  g_test_add ("/files/file-save/cancel", Fixture, NULL, set_up, test_cancel, tear_down);

  return g_test_run ();
}
