/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "platform/sp-real-clock.h"
#include "support/sp-test-sync.h"

static gint64
told (gpointer user_data)
{
  return *(gint64 *) user_data;
}

static gboolean
set_time_cb (gpointer user_data)
{
  gint64 **places = user_data;

  *places[0] = *places[1];

  return G_SOURCE_REMOVE;
}

static void
mark_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_assert_true (sp_clock_wait_until_finish (SP_CLOCK (source), result, NULL));
  *(gint64 *) user_data = sp_clock_get_wall_us (SP_CLOCK (source));
}

static void
test_times (void)
{
  SpClock *clock = SP_CLOCK (sp_real_clock_new ());
  gint64 before_us = g_get_real_time (), wall_us = sp_clock_get_wall_us (clock);
  gint64 monotonic_us = sp_clock_get_monotonic_us (clock);

  g_assert_cmpint (wall_us, >=, before_us);
  g_assert_cmpint (wall_us, <=, g_get_real_time ());
  g_assert_cmpint (sp_clock_get_monotonic_us (clock), >=, monotonic_us);
  g_assert_finalize_object (clock);
}

static void
test_not_early (void)
{
  SpClock *clock = SP_CLOCK (sp_real_clock_new ());
  gint64 now_us = sp_clock_get_wall_us (clock);
  gint64 late_us = 0, soon_us = 0, past_us = 0;

  sp_clock_wait_until_async (clock, now_us + 40000, NULL, mark_cb, &late_us);
  sp_clock_wait_until_async (clock, now_us + 20000, NULL, mark_cb, &soon_us);
  sp_clock_wait_until_async (clock, now_us - 20000, NULL, mark_cb, &past_us);
  g_assert_cmpint (past_us, ==, 0);
  while (late_us == 0 || soon_us == 0 || past_us == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (past_us, >=, now_us);
  g_assert_cmpint (soon_us, >=, now_us + 20000);
  g_assert_cmpint (late_us, >=, now_us + 40000);
  sp_test_settle ();
  g_assert_finalize_object (clock);
}

/* The computer slept, or the clock was set forward: an hour's wait is over at the next look. */
static void
test_jump_forward (void)
{
  gint64 wall_us = 1000, later_us = 1000 + 3600 * G_GINT64_CONSTANT (1000000), came_us = 0;
  gint64 *places[] = { &wall_us, &later_us };
  SpClock *clock = SP_CLOCK (sp_real_clock_new_from (told, &wall_us, 2));

  sp_clock_wait_until_async (clock, later_us, NULL, mark_cb, &came_us);
  g_timeout_add (10, set_time_cb, places);
  while (came_us == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (came_us, ==, later_us);
  sp_test_settle ();
  g_assert_finalize_object (clock);
}

/* The clock was set back: the timer's end is not the end of the wait. */
static void
test_jump_back (void)
{
  gint64 wall_us = 50000, back_us = 10, come_us = 52000, came_us = 0;
  gint64 *back[] = { &wall_us, &back_us }, *come[] = { &wall_us, &come_us };
  SpClock *clock = SP_CLOCK (sp_real_clock_new_from (told, &wall_us, 5));

  sp_clock_wait_until_async (clock, come_us, NULL, mark_cb, &came_us);
  set_time_cb (back);
  for (int i = 0; i < 5; i++)
    {
      g_main_context_iteration (NULL, TRUE);
      g_assert_cmpint (came_us, ==, 0);
    }
  set_time_cb (come);
  while (came_us == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (came_us, ==, come_us);
  sp_test_settle ();
  g_assert_finalize_object (clock);
}

static void
test_cancelled (gconstpointer data)
{
  gboolean is_early = GPOINTER_TO_INT (data);
  SpClock *clock = SP_CLOCK (sp_real_clock_new ());
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  if (is_early)
    g_cancellable_cancel (cancellable);
  sp_clock_wait_until_async (clock, sp_clock_get_wall_us (clock) + 3600 * G_GINT64_CONSTANT (1000000), cancellable,
                             sp_test_store_result, &result);
  sp_test_settle ();
  if (!is_early)
    {
      g_assert_null (result);
      g_cancellable_cancel (cancellable);
      sp_test_settle ();
    }
  g_assert_nonnull (result);
  g_assert_false (sp_clock_wait_until_finish (clock, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_object (&result);
  sp_test_settle ();
  g_assert_finalize_object (clock);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/real-clock/times", test_times);
  g_test_add_func ("/real-clock/not-early", test_not_early);
  g_test_add_func ("/real-clock/jump-forward", test_jump_forward);
  g_test_add_func ("/real-clock/jump-back", test_jump_back);
  g_test_add_data_func ("/real-clock/cancelled-early", GINT_TO_POINTER (TRUE), test_cancelled);
  g_test_add_data_func ("/real-clock/cancelled-while-waiting", GINT_TO_POINTER (FALSE), test_cancelled);

  return g_test_run ();
}
