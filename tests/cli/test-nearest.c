/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sp-cli-nearest.h"

static void
test_distance (void)
{
  g_assert_cmpuint (sp_cli_nearest_distance ("", ""), ==, 0);
  g_assert_cmpuint (sp_cli_nearest_distance ("Huw", "huw"), ==, 0);
  g_assert_cmpuint (sp_cli_nearest_distance ("Huw", "Hew"), ==, 1);
  g_assert_cmpuint (sp_cli_nearest_distance ("Huw", ""), ==, 3);
  g_assert_cmpuint (sp_cli_nearest_distance ("", "Zoë"), ==, 3);
  g_assert_cmpuint (sp_cli_nearest_distance ("Zoe", "ZOË"), ==, 1);
  g_assert_cmpuint (sp_cli_nearest_distance ("kitten", "sitting"), ==, 3);
}

static void
test_names (void)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *first = NULL;
  g_autofree char *by_word = NULL;
  g_autofree char *none = NULL;

  none = sp_cli_nearest_names ("Huw", names, 3);
  g_assert_null (none);
  g_ptr_array_add (names, (char *) "Angharad Price");
  g_ptr_array_add (names, (char *) "Huw Rees");
  g_ptr_array_add (names, (char *) "Zoë Hughes");
  first = sp_cli_nearest_names ("Hew Rees", names, 1);
  g_assert_cmpstr (first, ==, "“Huw Rees”");
  by_word = sp_cli_nearest_names ("zoe", names, 2);
  g_assert_true (g_str_has_prefix (by_word, "“Zoë Hughes”, “"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/nearest/distance", test_distance);
  g_test_add_func ("/cli/nearest/names", test_names);

  return g_test_run ();
}
