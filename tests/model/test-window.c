/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-window.h"

#include "support/sp-test-club.h"

static void
test_values (void)
{
  char label[] = "Week 1";
  SpWindow *window = sp_window_new (&(SpWindowValues) { .start_local_s = 10, .end_local_s = 20, .end_is_date = TRUE,
                                                        .label = label, .birthday_bonus_s = 30, .time_bonus_s = -5 });
  const SpWindowValues *values = sp_window_get_values (window);

  label[0] = 'X';
  g_assert_cmpstr (values->label, ==, "Week 1");
  g_assert_cmpint (values->start_local_s, ==, 10);
  g_assert_cmpint (values->end_local_s, ==, 20);
  g_assert_true (values->end_is_date);
  g_assert_cmpint (values->birthday_bonus_s, ==, 30);
  g_assert_cmpint (values->time_bonus_s, ==, -5);
  g_assert_finalize_object (window);
}

static void
test_inverted (void)
{
  g_autoptr (SpWindow) one_second = sp_window_new (&(SpWindowValues) { .start_local_s = 20, .end_local_s = 20 });
  g_autoptr (SpWindow) inverted = sp_window_new (&(SpWindowValues) { .start_local_s = 20, .end_local_s = 19 });

  g_assert_false (sp_window_is_inverted (one_second));
  g_assert_true (sp_window_is_inverted (inverted));
}

static void
assert_title (const char *label,
              const char *expected)
{
  g_autoptr (SpWindow) window = sp_test_make_window (&(SpTestWindow) { "2026-01-05", "2026-01-11", label });
  g_autofree char *title = sp_window_to_title (window);

  g_assert_cmpstr (title, ==, expected);
}

static void
test_title (void)
{
  assert_title ("Final push", "Final push");
  assert_title ("", "2026-01-05 to 2026-01-11");
  assert_title (NULL, "2026-01-05 to 2026-01-11");
}

static void
test_refused (void)
{
  g_test_expect_message ("segment-podium", G_LOG_LEVEL_CRITICAL, "*birthday_bonus_s >= 0*");
  g_assert_null (sp_window_new (&(SpWindowValues) { .birthday_bonus_s = -1 }));
  g_test_assert_expected_messages ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/window/values", test_values);
  g_test_add_func ("/model/window/inverted", test_inverted);
  g_test_add_func ("/model/window/title", test_title);
  g_test_add_func ("/model/window/refused", test_refused);

  return g_test_run ();
}
