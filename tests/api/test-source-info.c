/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "api/sp-source-info.h"

static void
test_info (void)
{
  g_autoptr(SpSourceInfo) info = sp_source_info_new ("strava 42", 604800, 3600,
                                                     "https://x.test/{activity}/{effort}?a={activity}");
  g_autoptr(SpSourceInfo) same = g_boxed_copy (SP_TYPE_SOURCE_INFO, info);
  g_autofree char *link = sp_source_info_link_effort (info, 9007199254740993, 5);

  g_assert_true (same == info);
  g_assert_cmpstr (sp_source_info_get_cache_key (info), ==, "strava 42");
  g_assert_cmpint (sp_source_info_get_retention_s (info), ==, 604800);
  g_assert_cmpint (sp_source_info_get_freshness_s (info), ==, 3600);
  g_assert_cmpstr (link, ==, "https://x.test/9007199254740993/5?a=9007199254740993");
}

static void
test_no_link (void)
{
  g_autoptr(SpSourceInfo) info = sp_source_info_new ("x", 0, 0, NULL);

  g_assert_null (sp_source_info_get_effort_link (info));
  g_assert_null (sp_source_info_link_effort (info, 1, 2));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/source-info/info", test_info);
  g_test_add_func ("/source-info/no-link", test_no_link);

  return g_test_run ();
}
