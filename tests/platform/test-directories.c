/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "platform/sp-directories.h"

#include <glib/gstdio.h>

static void
test_names (void)
{
  g_autofree char *data = sp_directories_get_data (NULL);
  g_autofree char *file = sp_directories_get_data ("tokens");
  g_autofree char *cache = sp_directories_get_cache ("runs");
  g_autofree char *expected = g_build_filename (g_get_user_cache_dir (), "segment-podium", "runs", NULL);

  g_assert_true (g_str_has_prefix (data, g_get_user_data_dir ()));
  g_assert_true (g_str_has_suffix (data, "/segment-podium"));
  g_assert_true (g_str_has_prefix (file, data));
  g_assert_cmpstr (cache, ==, expected);
}

static void
test_plugins (void)
{
  g_auto(GStrv) plain = NULL;
  g_auto(GStrv) given = NULL;

  g_unsetenv ("SEGMENT_PODIUM_PLUGIN_PATH");
  plain = sp_directories_list_plugins ();
  g_assert_cmpuint (g_strv_length (plain), ==, 3);
  g_assert_true (g_path_is_absolute (plain[0]));
  g_assert_true (g_str_has_suffix (plain[0], "/segment-podium/plugins"));
  g_assert_true (g_str_has_suffix (plain[1], "/segment-podium/extensions"));
  g_assert_true (g_str_has_prefix (plain[2], g_get_user_data_dir ()));

  g_setenv ("SEGMENT_PODIUM_PLUGIN_PATH", "/one::/two/2", TRUE);
  given = sp_directories_list_plugins ();
  g_assert_cmpuint (g_strv_length (given), ==, 5);
  g_assert_cmpstr (given[0], ==, "/one");
  g_assert_cmpstr (given[1], ==, "/two/2");
  g_assert_cmpstr (given[2], ==, plain[0]);
  g_unsetenv ("SEGMENT_PODIUM_PLUGIN_PATH");
}

static void
test_helper (void)
{
  g_autofree char *dir = g_dir_make_tmp ("sp-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "helper", NULL);
  g_autofree char *found = NULL;

  g_setenv ("SEGMENT_PODIUM_HELPER_PATH", dir, TRUE);
  g_assert_null (sp_directories_find_helper ("helper"));
  g_assert_true (g_file_set_contents (path, "#!/bin/sh\n", -1, NULL));
  g_assert_null (sp_directories_find_helper ("helper"));
  g_assert_cmpint (g_chmod (path, 0755), ==, 0);
  found = sp_directories_find_helper ("helper");
  g_assert_cmpstr (found, ==, path);
  g_unsetenv ("SEGMENT_PODIUM_HELPER_PATH");
  g_remove (path);
  g_rmdir (dir);
}

static void
test_make (void)
{
  g_autofree char *dir = g_dir_make_tmp ("sp-XXXXXX", NULL);
  g_autofree char *deep = g_build_filename (dir, "a", "b", NULL);
  g_autofree char *file = g_build_filename (dir, "file", NULL);
  g_autofree char *below = g_build_filename (file, "c", NULL);
  g_autofree char *above = g_path_get_dirname (deep);
  g_autoptr(GError) error = NULL;
  GStatBuf info;

  g_assert_true (sp_directories_make (deep, &error));
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (deep, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0700);
  g_assert_true (sp_directories_make (deep, &error));
  g_assert_true (g_file_set_contents (file, "x", -1, NULL));
  g_assert_false (sp_directories_make (below, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
  g_assert_nonnull (strstr (error->message, below));
  g_remove (file);
  g_rmdir (deep);
  g_rmdir (above);
  g_rmdir (dir);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/directories/names", test_names);
  g_test_add_func ("/directories/plugins", test_plugins);
  g_test_add_func ("/directories/helper", test_helper);
  g_test_add_func ("/directories/make", test_make);

  return g_test_run ();
}
