/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-plugin-probe.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *dir;
  char *memory;
  char *module;
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  f->dir = g_dir_make_tmp ("sp-XXXXXX", NULL);
  f->memory = g_build_filename (f->dir, "deep", "tried", NULL);
  f->module = g_build_filename (f->dir, "module.so", NULL);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_autofree char *deep = g_path_get_dirname (f->memory);

  g_remove (f->memory);
  g_rmdir (deep);
  g_remove (f->module);
  g_rmdir (f->dir);
  g_free (f->dir);
  g_free (f->memory);
  g_free (f->module);
}

static void
put (Fixture    *f,
     const char *name)
{
  g_autofree char *file = g_strdup_printf ("%s.so", name);
  g_autofree char *from = g_test_build_filename (G_TEST_BUILT, "engine", "modules", file, NULL);
  g_autofree char *text = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (from, &text, &size, NULL));
  g_assert_true (g_file_set_contents (f->module, text, (gssize) size, NULL));
}

/* How many times the helper ran until @f's module came through or was refused in a new probe. */
static guint
try (Fixture *f,
     gboolean is_good)
{
  g_autoptr(GError) error = NULL;
  SpPluginProbe *probe = sp_plugin_probe_new (g_getenv ("SP_TEST_PROBE"), f->memory, 20000);
  guint n_tried;

  g_assert_cmpint (sp_plugin_probe_try (probe, f->module, &error), ==, is_good);
  if (is_good)
    g_assert_no_error (error);
  else
    g_assert_error (error, SP_PLUGIN_ERROR, SP_PLUGIN_ERROR_CRASHES);
  n_tried = sp_plugin_probe_get_n_tried (probe);
  g_assert_finalize_object (probe);

  return n_tried;
}

static void
test_remembered (Fixture      *f,
                 gconstpointer data)
{
  put (f, "good-good");
  g_assert_cmpuint (try (f, TRUE), ==, 1);
  g_assert_cmpuint (try (f, TRUE), ==, 0);
  put (f, "good-decorator");
  g_assert_cmpuint (try (f, TRUE), ==, 1);
  g_assert_cmpuint (try (f, TRUE), ==, 0);
}

/* What crashed is tried again, and what once came through is no pass for what takes its place. */
static void
test_crash (Fixture      *f,
            gconstpointer data)
{
  put (f, "good-good");
  g_assert_cmpuint (try (f, TRUE), ==, 1);
  put (f, "bad-a-crash");
  g_assert_cmpuint (try (f, FALSE), ==, 1);
  g_assert_cmpuint (try (f, FALSE), ==, 1);
  g_setenv ("SP_TEST_SPARED", "1", TRUE);
  g_assert_cmpuint (try (f, TRUE), ==, 1);
  g_unsetenv ("SP_TEST_SPARED");
}

/* A Flatpak gives all its files the same time: another module of the same size is new all the same. */
static void
test_same_time_and_size (Fixture      *f,
                         gconstpointer data)
{
  const struct timespec start[2] = { { 0 }, { 0 } };
  g_autoptr (GMappedFile) good = NULL, crash = NULL;
  gsize size;

  put (f, "good-good");
  good = g_mapped_file_new (f->module, FALSE, NULL);
  put (f, "bad-a-crash");
  crash = g_mapped_file_new (f->module, FALSE, NULL);
  size = MAX (g_mapped_file_get_length (good), g_mapped_file_get_length (crash));

  put (f, "good-good");
  g_assert_cmpint (truncate (f->module, (off_t) size), ==, 0);
  g_assert_cmpint (utimensat (AT_FDCWD, f->module, start, 0), ==, 0);
  g_assert_cmpuint (try (f, TRUE), ==, 1);
  g_assert_cmpuint (try (f, TRUE), ==, 0);
  put (f, "bad-a-crash");
  g_assert_cmpint (truncate (f->module, (off_t) size), ==, 0);
  g_assert_cmpint (utimensat (AT_FDCWD, f->module, start, 0), ==, 0);
  g_assert_cmpuint (try (f, FALSE), ==, 1);
}

/* That a module is refused for another reason is not the probe's business. */
static void
test_bad_is_no_crash (Fixture      *f,
                      gconstpointer data)
{
  const char * const names[] = { "bad-no-entry", "bad-unresolved", "bad-no-type", "bad-other-api" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      put (f, names[i]);
      g_assert_cmpuint (try (f, TRUE), ==, 1);
    }
}

static void
test_damaged_memory (Fixture      *f,
                     gconstpointer data)
{
  put (f, "good-good");
  g_assert_cmpuint (try (f, TRUE), ==, 1);
  g_assert_true (g_file_set_contents (f->memory, "\001[[[", -1, NULL));
  g_assert_cmpuint (try (f, TRUE), ==, 1);
  g_assert_cmpuint (try (f, TRUE), ==, 0);
}

static void
test_no_helper (Fixture      *f,
                gconstpointer data)
{
  g_autoptr(SpPluginProbe) probe = sp_plugin_probe_new ("/nonexistent/probe", NULL, 1000);
  g_autoptr(GError) error = NULL;

  put (f, "good-good");
  g_assert_false (sp_plugin_probe_try (probe, f->module, &error));
  g_assert_error (error, SP_PLUGIN_ERROR, SP_PLUGIN_ERROR_CRASHES);
  g_assert_nonnull (strstr (error->message, "could not be tried"));
}

static void
test_memory_can_not_be_kept (Fixture      *f,
                             gconstpointer data)
{
  g_autoptr(SpPluginProbe) probe = sp_plugin_probe_new (g_getenv ("SP_TEST_PROBE"), "/dev/null/tried", 20000);

  put (f, "good-good");
  g_assert_true (sp_plugin_probe_try (probe, f->module, NULL));
  g_assert_true (sp_plugin_probe_try (probe, f->module, NULL));
  g_assert_cmpuint (sp_plugin_probe_get_n_tried (probe), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/plugin-probe/remembered", Fixture, NULL, set_up, test_remembered, tear_down);
  g_test_add ("/plugin-probe/crash", Fixture, NULL, set_up, test_crash, tear_down);
  g_test_add ("/plugin-probe/same-time-and-size", Fixture, NULL, set_up, test_same_time_and_size, tear_down);
  g_test_add ("/plugin-probe/bad-is-no-crash", Fixture, NULL, set_up, test_bad_is_no_crash, tear_down);
  g_test_add ("/plugin-probe/damaged-memory", Fixture, NULL, set_up, test_damaged_memory, tear_down);
  g_test_add ("/plugin-probe/no-helper", Fixture, NULL, set_up, test_no_helper, tear_down);
  g_test_add ("/plugin-probe/memory-can-not-be-kept", Fixture, NULL, set_up, test_memory_can_not_be_kept, tear_down);

  return g_test_run ();
}
