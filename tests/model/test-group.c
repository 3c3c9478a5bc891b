/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-group.h"

#include "support/sp-test-club.h"

static void
test_values (void)
{
  const char * const sports[] = { "Walk", NULL };
  SpGroup *group = sp_test_group (.key = "hill", .segment_id = 9, .name = "Hill", .sports = sports,
                                  .min_distance_m = 3500, .default_time_s = 1500, .closed = TRUE,
                                  .windows = { { "2026-01-05", "2026-01-11", "W" } });
  const SpGroupValues *values = sp_group_get_values (group);

  g_assert_cmpstr (values->key, ==, "hill");
  g_assert_cmpstr (values->name, ==, "Hill");
  g_assert_cmpint (values->segment_id, ==, 9);
  g_assert_true (values->sports != sports);
  g_assert_cmpstr (values->sports[0], ==, "Walk");
  g_assert_null (values->sports[1]);
  g_assert_cmpfloat (values->min_distance_m, ==, 3500);
  g_assert_cmpint (values->default_time_s, ==, 1500);
  g_assert_true (values->closed);
  g_assert_cmpstr (sp_window_get_values (sp_group_get_window (group, 0))->label, ==, "W");
  g_assert_finalize_object (group);
}

static void
assert_period (const SpTestGroup *group,
               const char        *start,
               const char        *end)
{
  g_autoptr (SpGroup) made = sp_test_make_group (group);
  SpPeriod local;

  sp_group_get_period (made, &local);
  if (start == NULL)
    {
      g_assert_cmpint (local.start_s, >, local.end_s);
      return;
    }
  g_assert_cmpint (local.start_s, ==, sp_test_time (start));
  g_assert_cmpint (local.end_s, ==, sp_test_time (end));
}

static void
test_period (void)
{
  assert_period (&(SpTestGroup) { .windows = { { "2026-01-05", "2026-01-11" } } },
                 "2026-01-05T00:00:00", "2026-01-11T23:59:59");
  assert_period (&(SpTestGroup) { .windows = { { "2026-02-05", "2026-02-11T12:00:00" },
                                               { "2026-01-05", "2026-01-11" } } },
                 "2026-01-05T00:00:00", "2026-02-11T12:00:00");
  assert_period (&(SpTestGroup) { .windows = { { "2026-03-05", "2026-01-01" }, { "2026-01-05", "2026-01-11" } } },
                 "2026-01-05T00:00:00", "2026-01-11T23:59:59");
  assert_period (&(SpTestGroup) { .windows = { { "2026-03-05", "2026-01-01" } } }, NULL, NULL);
}

static void
test_refused (void)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  g_test_expect_message ("segment-podium", G_LOG_LEVEL_CRITICAL, "*windows*");
  g_assert_null (sp_group_new (&(SpGroupValues) { .key = "a", .name = "A", .windows = nothing }));
  g_test_assert_expected_messages ();
  g_test_expect_message ("segment-podium", G_LOG_LEVEL_CRITICAL, "*key*");
  g_assert_null (sp_group_new (&(SpGroupValues) { .name = "A", .windows = nothing }));
  g_test_assert_expected_messages ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/group/values", test_values);
  g_test_add_func ("/model/group/period", test_period);
  g_test_add_func ("/model/group/refused", test_refused);

  return g_test_run ();
}
