/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program as a whole process: what scripts rely on. */
#include <gio/gio.h>
#include <glib/gstdio.h>

#include "files/make-workbook.h"

#define ONE_RUNNER RUNNERS "Huw|#11||Reds||15-Mar\n"
#define ONE_SEGMENT SEGMENTS "#7|Canal|2026-01-05|2026-01-11\n"

typedef struct
{
  char *folder;
  int   status;
  char *out;
  char *err;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("sp-cli-XXXXXX", NULL);
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      remove_all (inner);
    }
  g_remove (path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  remove_all (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->out);
  g_free (fixture->err);
}

/* Runs it as a cron job would: no display, no bus, no locale, a home of its own. */
static void
run (Fixture    *fixture,
     const char *first,
     ...) G_GNUC_NULL_TERMINATED;

static void
run (Fixture    *fixture,
     const char *first,
     ...)
{
  g_autoptr (GSubprocessLauncher) launcher =
    g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  va_list list;

  g_clear_pointer (&fixture->out, g_free);
  g_clear_pointer (&fixture->err, g_free);
  g_ptr_array_add (arguments, (char *) g_getenv ("SP_TEST_PROGRAM"));
  va_start (list, first);
  for (const char *argument = first; argument != NULL; argument = va_arg (list, const char *))
    g_ptr_array_add (arguments, (char *) argument);
  va_end (list);
  g_ptr_array_add (arguments, NULL);

  g_subprocess_launcher_setenv (launcher, "HOME", fixture->folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_CACHE_HOME", fixture->folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", fixture->folder, TRUE);
  g_subprocess_launcher_unsetenv (launcher, "DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "WAYLAND_DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "DBUS_SESSION_BUS_ADDRESS");
  process = g_subprocess_launcher_spawnv (launcher, (const char * const *) arguments->pdata, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &fixture->out, &fixture->err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  fixture->status = g_subprocess_get_exit_status (process);
  g_test_message ("%s\n%s", fixture->out, fixture->err);
}

static char *
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
static void
assert_refused (Fixture    *fixture,
                const char *word)
{
  g_assert_cmpint (fixture->status, ==, 2);
  g_assert_cmpstr (fixture->out, ==, "");
  g_assert_true (g_str_has_prefix (fixture->err, "segment-podium: "));
  g_assert_true (g_str_has_suffix (fixture->err, ".\n"));
  g_assert_nonnull (strstr (fixture->err, word));
}

static void
test_information (Fixture       *fixture,
                  gconstpointer  data)
{
  run (fixture, "--version", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_true (g_str_has_prefix (fixture->out, "Segment Podium "));
  run (fixture, "--help", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_nonnull (strstr (fixture->out, "segment-podium run COMPETITION"));
  run (fixture, "run", "--help", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_nonnull (strstr (fixture->out, "--max-wait"));
  run (fixture, "plugins", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
}

static void
test_bad_usage (Fixture       *fixture,
                gconstpointer  data)
{
  run (fixture, "run", NULL);
  assert_refused (fixture, "No competition");
  run (fixture, "run", "--frobnicate", "a.xlsx", NULL);
  assert_refused (fixture, "--frobnicate");
  run (fixture, "run", "--max-wait=soon", "a.xlsx", NULL);
  assert_refused (fixture, "--max-wait");
  run (fixture, "plugins", "all", NULL);
  assert_refused (fixture, "all");
}

/* What belongs to later says so. */
static void
test_later (Fixture       *fixture,
            gconstpointer  data)
{
  static const char * const commands[] = { "connect", "disconnect", "forget", "cache" };

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      run (fixture, commands[i], "Huw", NULL);
      assert_refused (fixture, commands[i]);
    }
}

static void
test_bad_files (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "missing.xlsx", NULL);
  g_autofree char *text = g_build_filename (fixture->folder, "text.xlsx", NULL);

  run (fixture, "run", missing, NULL);
  assert_refused (fixture, "missing.xlsx");
  g_assert_true (g_file_set_contents (text, "no workbook", -1, NULL));
  run (fixture, "run", text, NULL);
  assert_refused (fixture, "workbook");
  run (fixture, "run", fixture->folder, NULL);
  g_assert_cmpint (fixture->status, ==, 2);
}

/* All faults of a workbook at once, with their cells. */
static void
test_bad_workbook (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autofree char *path = write_book (fixture, RUNNERS "|#11||Reds||\nHuw|x||Reds||\n",
                                      SEGMENTS "#7|Canal|2026-01-15|2026-01-11\n");

  run (fixture, "run", path, NULL);
  assert_refused (fixture, "A2");
  g_assert_nonnull (strstr (fixture->err, "B3"));
  g_assert_nonnull (strstr (fixture->err, "D2"));
}

static void
test_no_team (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *path = write_book (fixture, RUNNERS "Huw|#11||||\n", ONE_SEGMENT);

  run (fixture, "run", path, NULL);
  assert_refused (fixture, "team");
}

static void
test_bad_source (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *path = write_book (fixture, ONE_RUNNER, ONE_SEGMENT);

  run (fixture, "run", "--source=nowhere", path, NULL);
  assert_refused (fixture, "nowhere");
}

/* What can not be written is refused before anything is asked for. */
static void
test_bad_output (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *path = write_book (fixture, ONE_RUNNER, ONE_SEGMENT);
  g_autofree char *ending = g_build_filename (fixture->folder, "out.pdf", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "none", "out.csv", NULL);

  run (fixture, "run", "--output", ending, path, NULL);
  assert_refused (fixture, ".csv");
  run (fixture, "run", "--output", nowhere, path, NULL);
  assert_refused (fixture, "no folder");
  g_assert_false (g_file_test (ending, G_FILE_TEST_EXISTS));
}

static void
add (const char *path,
     void      (*func) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, func, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/cli/program/information", test_information);
  add ("/cli/program/bad-usage", test_bad_usage);
  add ("/cli/program/later", test_later);
  add ("/cli/program/bad-files", test_bad_files);
  add ("/cli/program/bad-workbook", test_bad_workbook);
  add ("/cli/program/no-team", test_no_team);
  add ("/cli/program/bad-source", test_bad_source);
  add ("/cli/program/bad-output", test_bad_output);

  return g_test_run ();
}
