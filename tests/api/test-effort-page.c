/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "api/sp-effort-page.h"

static void
test_page (void)
{
  SpEffort efforts[] = { { 1, 7, 100, 300, -1, 1000, SP_EFFORT_NONE },
                         { 2, 7, 200, 290, -1, 1001, SP_EFFORT_ONLY_ME } };
  gint64 ids[] = { 10, 11 }, id = 0;
  const SpOrigin origin = { "table", 99, 1, TRUE, FALSE };
  g_autoptr(SpEffortPage) page = sp_effort_page_new (efforts, ids, 2, "more", &origin);
  g_autoptr(SpEffortPage) same = g_boxed_copy (SP_TYPE_EFFORT_PAGE, page);

  efforts[0].elapsed_s = 1;
  ids[0] = 1;
  g_assert_true (same == page);
  g_assert_cmpuint (sp_effort_page_get_n (page), ==, 2);
  g_assert_cmpint (sp_effort_page_get (page, 0, &id)->elapsed_s, ==, 300);
  g_assert_cmpint (id, ==, 10);
  g_assert_cmpint (sp_effort_page_get (page, 1, NULL)->flags, ==, SP_EFFORT_ONLY_ME);
  g_assert_cmpstr (sp_effort_page_get_next_cursor (page), ==, "more");
  g_assert_true (sp_effort_page_get_origin (page)->from_cache);
}

static void
test_empty (void)
{
  g_autoptr(SpEffortPage) page = sp_effort_page_new (NULL, NULL, 0, NULL, &SP_ORIGIN_UNKNOWN);

  g_assert_cmpuint (sp_effort_page_get_n (page), ==, 0);
  g_assert_null (sp_effort_page_get_next_cursor (page));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/effort-page/page", test_page);
  g_test_add_func ("/effort-page/empty", test_empty);

  return g_test_run ();
}
