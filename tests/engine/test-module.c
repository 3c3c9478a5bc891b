/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-module.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  char *dir;
  char *path;
  char *good;
  gsize good_size;
} Fixture;

static char *
module_path (const char *name)
{
  g_autofree char *file = g_strdup_printf ("%s.so", name);

  return g_test_build_filename (G_TEST_BUILT, "engine", "modules", file, NULL);
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autofree char *good = module_path ("good-good");

  f->dir = g_dir_make_tmp ("sp-XXXXXX", NULL);
  f->path = g_build_filename (f->dir, "x.so", NULL);
  g_assert_true (g_file_get_contents (good, &f->good, &f->good_size, NULL));
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  if (g_remove (f->path) != 0)
    g_rmdir (f->path);
  g_rmdir (f->dir);
  g_free (f->dir);
  g_free (f->path);
  g_free (f->good);
}

static void
assert_refused (Fixture    *f,
                const char *data,
                gsize       size,
                int         code,
                const char *words)
{
  g_autoptr(GError) error = NULL;

  if (data != NULL)
    g_assert_true (g_file_set_contents (f->path, data, (gssize) size, NULL));
  g_assert_false (sp_module_check (f->path, &error));
  g_assert_error (error, SP_PLUGIN_ERROR, code);
  g_assert_nonnull (strstr (error->message, f->path));
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_no_module (Fixture      *f,
                gconstpointer data)
{
  g_autofree char *copy = g_memdup2 (f->good, f->good_size);

  assert_refused (f, "", 0, SP_PLUGIN_ERROR_NO_MODULE, "empty");
  assert_refused (f, "#!/bin/sh\n", 10, SP_PLUGIN_ERROR_NO_MODULE, "not a loadable module");
  assert_refused (f, "\177EL", 3, SP_PLUGIN_ERROR_NO_MODULE, "not a loadable module");
  copy[4] = 3 - copy[4];
  assert_refused (f, copy, f->good_size, SP_PLUGIN_ERROR_NO_MODULE, "kind of computer");
  memcpy (copy, f->good, 64);
  copy[16] = 1;
  assert_refused (f, copy, f->good_size, SP_PLUGIN_ERROR_NO_MODULE, "kind of computer");
  memcpy (copy, f->good, 64);
  copy[18] ^= 0x55;
  assert_refused (f, copy, f->good_size, SP_PLUGIN_ERROR_NO_MODULE, "kind of computer");
}

/* Cut off anywhere: refused, before the system's loader touches it. */
static void
test_cut_off (Fixture      *f,
              gconstpointer data)
{
  const gsize ends[] = { 4, 20, 63, 64, 100, 1000, f->good_size / 2, f->good_size - 1 };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    assert_refused (f, f->good, ends[i], SP_PLUGIN_ERROR_CUT_OFF, "not whole");
}

/* Whatever the header claims, nothing is read outside the file. */
static void
test_hostile_header (Fixture      *f,
                     gconstpointer data)
{
  for (int round = 0; round < 300; round++)
    {
      g_autofree char *copy = g_memdup2 (f->good, f->good_size);
      g_autoptr(GError) error = NULL;

      for (int i = 0; i < 4; i++)
        copy[g_test_rand_int_range (16, 400)] = (char) g_test_rand_int_range (0, 256);
      g_assert_true (g_file_set_contents_full (f->path, copy, (gssize) f->good_size, G_FILE_SET_CONTENTS_NONE, 0600,
                                               NULL));
      if (!sp_module_check (f->path, &error))
        g_assert_cmpuint (error->domain, ==, SP_PLUGIN_ERROR);
    }
}

static void
test_no_file (Fixture      *f,
              gconstpointer data)
{
  assert_refused (f, NULL, 0, SP_PLUGIN_ERROR_UNREADABLE, "can not be read");
  g_assert_cmpint (symlink ("/nonexistent", f->path), ==, 0);
  assert_refused (f, NULL, 0, SP_PLUGIN_ERROR_UNREADABLE, "can not be read");
  g_remove (f->path);
  g_assert_cmpint (g_mkdir (f->path, 0700), ==, 0);
  assert_refused (f, NULL, 0, SP_PLUGIN_ERROR_NO_MODULE, "not a file");
  g_rmdir (f->path);
  g_assert_true (g_file_set_contents (f->path, f->good, (gssize) f->good_size, NULL));
  g_assert_cmpint (g_chmod (f->path, 0), ==, 0);
  if (geteuid () != 0)
    assert_refused (f, NULL, 0, SP_PLUGIN_ERROR_UNREADABLE, "can not be read");
}

static void
test_entries (void)
{
  const struct { const char *name; int code; const char *words; } cases[] = {
    { "bad-no-entry", SP_PLUGIN_ERROR_NO_ENTRY, "not a plugin" },
    { "bad-bad-magic", SP_PLUGIN_ERROR_NO_ENTRY, "not a plugin" },
    { "bad-other-api", SP_PLUGIN_ERROR_OTHER_API, "interface 7; this program has 1" },
    { "bad-short-entry", SP_PLUGIN_ERROR_BAD_ENTRY, "too short" },
    { "bad-bad-id", SP_PLUGIN_ERROR_BAD_ENTRY, "small letters" },
    { "bad-no-name", SP_PLUGIN_ERROR_BAD_ENTRY, "incomplete" },
    { "bad-unresolved", SP_PLUGIN_ERROR_UNLOADABLE, "sp_this_symbol_is_nowhere" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = module_path (cases[i].name);
      g_autoptr(GError) error = NULL;

      g_assert_true (sp_module_check (path, &error));
      g_assert_no_error (error);
      g_assert_null (sp_module_open (path, &error));
      g_assert_error (error, SP_PLUGIN_ERROR, cases[i].code);
      g_assert_nonnull (strstr (error->message, path));
      g_assert_nonnull (strstr (error->message, cases[i].words));
    }
}

static void
test_types (void)
{
  const struct { const char *name; const char *words; } cases[] = {
    { "bad-no-type", "could not register" }, { "bad-no-source", "not a source" }, { "bad-no-upstream", "told which" },
  };
  g_autofree char *good = module_path ("good-good");
  const SpPluginInfo *info = sp_module_open (good, NULL);
  GType type = sp_module_get_type (info, NULL);

  g_assert_cmpstr (info->id, ==, "good");
  g_assert_cmpstr (g_type_name (type), ==, "SpModuleFetcher");
  g_assert_true (sp_module_open (good, NULL) == info);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = module_path (cases[i].name);
      g_autoptr(GError) error = NULL;

      g_assert_cmpuint (sp_module_get_type (sp_module_open (path, NULL), &error), ==, G_TYPE_INVALID);
      g_assert_error (error, SP_PLUGIN_ERROR, SP_PLUGIN_ERROR_BAD_ENTRY);
      g_assert_nonnull (strstr (error->message, cases[i].words));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/module/no-module", Fixture, NULL, set_up, test_no_module, tear_down);
  g_test_add ("/module/cut-off", Fixture, NULL, set_up, test_cut_off, tear_down);
  g_test_add ("/module/hostile-header", Fixture, NULL, set_up, test_hostile_header, tear_down);
  g_test_add ("/module/no-file", Fixture, NULL, set_up, test_no_file, tear_down);
  g_test_add_func ("/module/entries", test_entries);
  g_test_add_func ("/module/types", test_types);

  return g_test_run ();
}
