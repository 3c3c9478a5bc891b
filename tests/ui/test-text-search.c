/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-text-search.h"

static void
test_contains (void)
{
  g_assert_true (sp_text_search_contains ("Siân Évans", "siâN"));
  g_assert_true (sp_text_search_contains ("Siân Évans", "e\314\201v"));
  g_assert_true (sp_text_search_contains ("Großmann", "GROSS"));
  g_assert_true (sp_text_search_contains ("Huw", ""));
  g_assert_false (sp_text_search_contains ("Siân Évans", "sian"));
  g_assert_false (sp_text_search_contains ("", "a"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/text-search/contains", test_contains);

  return g_test_run ();
}
