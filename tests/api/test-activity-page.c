/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "api/sp-activity-page.h"

#include "support/sp-test-values.h"

static void
test_page (void)
{
  const SpOrigin origin = { "table", 99, 1, FALSE, FALSE };
  g_autoptr(GPtrArray) activities = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_activity_unref);
  g_autoptr(SpActivityPage) page = NULL, same = NULL;
  GValue value = G_VALUE_INIT;

  g_ptr_array_add (activities, sp_test_activity (.id = 1));
  g_ptr_array_add (activities, sp_test_activity (.id = 2));
  page = sp_activity_page_new (activities, "next", &origin);
  g_ptr_array_set_size (activities, 0);
  same = sp_activity_page_ref (page);
  g_assert_cmpuint (sp_activity_page_get_n (page), ==, 2);
  g_assert_cmpint (sp_activity_get_id (sp_activity_page_get (page, 0)), ==, 1);
  g_assert_cmpint (sp_activity_get_id (sp_activity_page_get (same, 1)), ==, 2);
  g_assert_cmpstr (sp_activity_page_get_next_cursor (page), ==, "next");
  g_assert_cmpint (sp_activity_page_get_origin (page)->fetched_at_s, ==, 99);
  g_value_init (&value, SP_TYPE_ACTIVITY_PAGE);
  g_value_set_boxed (&value, page);
  g_assert_true (g_value_get_boxed (&value) == page);
  g_value_unset (&value);
}

static void
test_empty (void)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  g_autoptr(SpActivityPage) page = sp_activity_page_new (none, NULL, &SP_ORIGIN_UNKNOWN);

  g_assert_cmpuint (sp_activity_page_get_n (page), ==, 0);
  g_assert_null (sp_activity_page_get_next_cursor (page));
  g_assert_null (sp_activity_page_get_origin (page)->source_id);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/activity-page/page", test_page);
  g_test_add_func ("/activity-page/empty", test_empty);

  return g_test_run ();
}
