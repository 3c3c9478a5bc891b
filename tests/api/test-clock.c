/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "api/sp-clock.h"

#include "support/sp-test-clock.h"
#include "support/sp-test-sync.h"

/* The default of the finish function, and what passes through the interface. */
static void
test_interface (void)
{
  SpClock *clock = SP_CLOCK (sp_test_clock_new ("2026-01-05"));
  gint64 start_us = sp_clock_get_wall_us (clock), start_mono_us = sp_clock_get_monotonic_us (clock);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  sp_clock_wait_until_async (clock, start_us + 5 * SP_TEST_S, NULL, sp_test_store_result, &result);
  g_assert_true (sp_clock_wait_until_finish (clock, sp_test_await (&result), &error));
  g_assert_no_error (error);
  g_assert_cmpint (sp_clock_get_wall_us (clock) - start_us, ==, 5 * SP_TEST_S);
  g_assert_cmpint (sp_clock_get_monotonic_us (clock) - start_mono_us, ==, 5 * SP_TEST_S);
  g_clear_object (&result);
  g_assert_finalize_object (clock);
}

static void
test_cancelled (void)
{
  SpClock *clock = SP_CLOCK (sp_test_clock_new ("2026-01-05"));
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  sp_clock_wait_until_async (clock, 0, cancellable, sp_test_store_result, &result);
  g_assert_false (sp_clock_wait_until_finish (clock, sp_test_await (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_object (&result);
  g_assert_finalize_object (clock);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clock/interface", test_interface);
  g_test_add_func ("/clock/cancelled", test_cancelled);

  return g_test_run ();
}
