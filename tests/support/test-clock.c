/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/sp-test-clock.h"
#include "support/sp-test-sync.h"

#include "api/sp-time.h"

static void
log_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  GString *log = user_data;
  gboolean ok = sp_clock_wait_until_finish (SP_CLOCK (source), result, NULL);

  g_string_append_printf (log, "%s%d ", ok ? "" : "!",
                          (int) (sp_clock_get_wall_us (SP_CLOCK (source)) / SP_TEST_S % 86400));
}

static void
wait (SpTestClock  *clock,
      int           second,
      GCancellable *cancellable,
      GString      *log)
{
  gint64 day_us = sp_time_new (2026, 1, 5, 0, 0, 0) * SP_TEST_S;

  sp_clock_wait_until_async (SP_CLOCK (clock), day_us + second * SP_TEST_S, cancellable, log_cb, log);
}

static void
test_order (void)
{
  SpTestClock *clock = sp_test_clock_new ("2026-01-05");
  g_autoptr(GString) log = g_string_new (NULL);

  wait (clock, 7200, NULL, log);
  wait (clock, 30, NULL, log);
  wait (clock, 30, NULL, log);
  wait (clock, -5, NULL, log);
  g_assert_cmpstr (log->str, ==, "");
  sp_test_settle ();
  g_assert_cmpstr (log->str, ==, "0 30 30 7200 ");
  g_assert_cmpuint (sp_test_clock_get_n_waits (clock), ==, 4);
  g_assert_cmpint (sp_test_clock_get_wait_us (clock, 0), ==, 7200 * SP_TEST_S);
  g_assert_cmpint (sp_test_clock_get_wait_us (clock, 3), ==, -5 * SP_TEST_S);
  g_assert_finalize_object (clock);
}

static void
test_held (void)
{
  SpTestClock *clock = sp_test_clock_new ("2026-01-05");
  gint64 monotonic_us = sp_clock_get_monotonic_us (SP_CLOCK (clock));
  g_autoptr(GString) log = g_string_new (NULL);

  sp_test_clock_hold (clock);
  sp_test_clock_hold (clock);
  wait (clock, 30, NULL, log);
  wait (clock, 60, NULL, log);
  wait (clock, 90, NULL, log);
  sp_test_settle ();
  g_assert_cmpstr (log->str, ==, "");
  sp_test_clock_advance (clock, 40 * SP_TEST_S);
  sp_test_settle ();
  g_assert_cmpstr (log->str, ==, "40 ");
  sp_test_clock_step_wall (clock, 25 * SP_TEST_S);
  sp_test_settle ();
  g_assert_cmpstr (log->str, ==, "40 65 ");
  g_assert_cmpint (sp_clock_get_monotonic_us (SP_CLOCK (clock)) - monotonic_us, ==, 40 * SP_TEST_S);
  sp_test_clock_release (clock);
  sp_test_settle ();
  g_assert_cmpuint (sp_test_clock_get_n_waiting (clock), ==, 1);
  sp_test_clock_release (clock);
  sp_test_settle ();
  g_assert_cmpstr (log->str, ==, "40 65 90 ");
  g_assert_finalize_object (clock);
}

static void
test_cancelled (void)
{
  SpTestClock *clock = sp_test_clock_new ("2026-01-05");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GString) log = g_string_new (NULL);

  wait (clock, 30, cancellable, log);
  wait (clock, 40, NULL, log);
  g_cancellable_cancel (cancellable);
  sp_test_settle ();
  g_assert_cmpstr (log->str, ==, "!0 40 ");
  wait (clock, 50, cancellable, log);
  sp_test_settle ();
  g_assert_cmpstr (log->str, ==, "!0 40 !40 ");
  g_assert_cmpuint (sp_test_clock_get_n_waiting (clock), ==, 0);
  g_assert_finalize_object (clock);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clock/order", test_order);
  g_test_add_func ("/clock/held", test_held);
  g_test_add_func ("/clock/cancelled", test_cancelled);

  return g_test_run ();
}
