/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-unique-key.h"

static void
test_keys (void)
{
  static const char * const wanted[] = { "a", "b", "a", "a", "a-2", "a-2", "" , "" };
  static const char * const expected[] = { "a", "b", "a-2", "a-3", "a-2-2", "a-2-3", "", "-2" };
  g_autoptr(GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_cmpstr (sp_unique_key (taken, wanted[i]), ==, expected[i]);
  g_assert_cmpuint (g_hash_table_size (taken), ==, G_N_ELEMENTS (wanted));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/files/unique-key/keys", test_keys);

  return g_test_run ();
}
