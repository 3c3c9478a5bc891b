/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-runner.h"

#include "support/sp-test-club.h"

static void
test_values (void)
{
  SpRunner *runner = sp_test_runner (.id = 5, .key = "huw", .name = "Huw", .team = "Reds", .distance_team = "Blues",
                                     .birth_month = 2, .birth_day = 29);
  const SpRunnerValues *values = sp_runner_get_values (runner);

  g_assert_cmpint (values->id, ==, 5);
  g_assert_cmpstr (values->key, ==, "huw");
  g_assert_cmpstr (values->name, ==, "Huw");
  g_assert_cmpstr (values->segment_team, ==, "Reds");
  g_assert_cmpstr (values->distance_team, ==, "Blues");
  g_assert_cmpint (values->consent_s, ==, SP_TIME_UNKNOWN);
  g_assert_finalize_object (runner);
}

static void
test_birthday (void)
{
  g_autoptr (SpRunner) runner = sp_test_runner (.birth_month = 3, .birth_day = 15);
  g_autoptr (SpRunner) unknown = sp_test_runner (.birth_month = 3);

  g_assert_true (sp_runner_has_birthday (runner, sp_test_time ("2026-03-15T00:00:00")));
  g_assert_true (sp_runner_has_birthday (runner, sp_test_time ("2030-03-15T23:59:59")));
  g_assert_false (sp_runner_has_birthday (runner, sp_test_time ("2026-03-14T23:59:59")));
  g_assert_false (sp_runner_has_birthday (runner, sp_test_time ("2026-04-15")));
  g_assert_false (sp_runner_has_birthday (unknown, sp_test_time ("2026-03-15")));
}

/* Who was born on 29 February has it on the 28th in a common year. */
static void
test_leap_day (void)
{
  g_autoptr (SpRunner) runner = sp_test_runner (.birth_month = 2, .birth_day = 29);

  g_assert_true (sp_runner_has_birthday (runner, sp_test_time ("2024-02-29T12:00:00")));
  g_assert_false (sp_runner_has_birthday (runner, sp_test_time ("2024-02-28T12:00:00")));
  g_assert_true (sp_runner_has_birthday (runner, sp_test_time ("2026-02-28T12:00:00")));
  g_assert_false (sp_runner_has_birthday (runner, sp_test_time ("2026-03-01T12:00:00")));
  g_assert_true (sp_runner_has_birthday (runner, sp_test_time ("2100-02-28T12:00:00")));
}

static void
test_refused (void)
{
  g_test_expect_message ("segment-podium", G_LOG_LEVEL_CRITICAL, "*birth_month*");
  g_assert_null (sp_runner_new (&(SpRunnerValues) { .key = "a", .name = "A", .birth_month = 13 }));
  g_test_assert_expected_messages ();
  g_test_expect_message ("segment-podium", G_LOG_LEVEL_CRITICAL, "*id >= 0*");
  g_assert_null (sp_runner_new (&(SpRunnerValues) { .key = "a", .name = "A", .id = -1 }));
  g_test_assert_expected_messages ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/runner/values", test_values);
  g_test_add_func ("/model/runner/birthday", test_birthday);
  g_test_add_func ("/model/runner/leap-day", test_leap_day);
  g_test_add_func ("/model/runner/refused", test_refused);

  return g_test_run ();
}
