/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program as a whole process, in a folder of its own. */
#pragma once

#include <gio/gio.h>

#include "files/make-workbook.h"
#include "support/sp-test-folder.h"

typedef struct
{
  char *folder;
  int   status;
  char *out;
  char *err;
} Fixture;

G_GNUC_UNUSED static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("sp-cli-XXXXXX", NULL);
}

G_GNUC_UNUSED static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  sp_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->out);
  g_free (fixture->err);
}

/* Starts it as a cron job would: no display, no bus, a home of its own. */
G_GNUC_UNUSED static GSubprocess *
start (Fixture            *fixture,
       const char * const *arguments)
{
  g_autoptr (GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GError) error = NULL;
  GSubprocess *process;

  g_subprocess_launcher_setenv (launcher, "HOME", fixture->folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_CACHE_HOME", fixture->folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", fixture->folder, TRUE);
  g_subprocess_launcher_unsetenv (launcher, "DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "WAYLAND_DISPLAY");
  /* A test beside a keyring has its bus for that. */
  if (g_getenv ("SP_TEST_KEYRING") == NULL)
    g_subprocess_launcher_unsetenv (launcher, "DBUS_SESSION_BUS_ADDRESS");
  process = g_subprocess_launcher_spawnv (launcher, arguments, &error);
  g_assert_no_error (error);

  return process;
}

/* Waits for its end and keeps what it said. */
G_GNUC_UNUSED static void
finish (Fixture     *fixture,
        GSubprocess *process)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->out, g_free);
  g_clear_pointer (&fixture->err, g_free);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &fixture->out, &fixture->err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  fixture->status = g_subprocess_get_exit_status (process);
  g_test_message ("status %d\n%s\n%s", fixture->status, fixture->out, fixture->err);
}

G_GNUC_UNUSED static void
run (Fixture    *fixture,
     const char *first,
     ...) G_GNUC_NULL_TERMINATED;

G_GNUC_UNUSED static void
run (Fixture    *fixture,
     const char *first,
     ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  va_list list;

  g_ptr_array_add (arguments, (char *) g_getenv ("SP_TEST_PROGRAM"));
  va_start (list, first);
  for (const char *argument = first; argument != NULL; argument = va_arg (list, const char *))
    g_ptr_array_add (arguments, (char *) argument);
  va_end (list);
  g_ptr_array_add (arguments, NULL);
  process = start (fixture, (const char * const *) arguments->pdata);
  finish (fixture, process);
}

G_GNUC_UNUSED static char *
write_book (Fixture    *fixture,
            const char *runners,
            const char *segments)
{
  g_autoptr (GBytes) book = make_sheets ("Runners", runners, "Segment Series", segments, NULL);
  char *path = g_build_filename (fixture->folder, "book.xlsx", NULL);

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (book, NULL), (gssize) g_bytes_get_size (book), NULL));

  return path;
}

/* Nothing on stdout, one sentence on stderr, exit status 2. */
G_GNUC_UNUSED static void
assert_refused (Fixture    *fixture,
                const char *word)
{
  g_assert_cmpint (fixture->status, ==, 2);
  g_assert_cmpstr (fixture->out, ==, "");
  g_assert_true (g_str_has_prefix (fixture->err, "segment-podium: "));
  g_assert_true (g_str_has_suffix (fixture->err, ".\n") || g_str_has_suffix (fixture->err, "?\n"));
  g_assert_nonnull (strstr (fixture->err, word));
}

G_GNUC_UNUSED static void
add (const char *path,
     void      (*func) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}
