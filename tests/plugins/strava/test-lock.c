/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "api/sp-error.h"
#include "sp-strava-lock.h"
#include "support/sp-test-sync.h"

static SpStravaLock *
take (const char    *path,
      guint          patience_ms,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  sp_strava_lock_take_async (path, patience_ms, cancellable, sp_test_store_result, &result);

  return sp_strava_lock_take_finish (sp_test_await (&result), error);
}

static void
test_one_at_a_time (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sp-lock-XXXXXX", NULL);
  g_autofree char *inner = g_build_filename (folder, "locks", NULL);
  g_autofree char *path = g_build_filename (inner, "one.lock", NULL);
  g_autoptr(GAsyncResult) second = NULL;
  g_autoptr(GError) error = NULL;
  SpStravaLock *first = take (path, 1000, NULL, &error);
  SpStravaLock *then;

  g_assert_no_error (error);
  g_assert_null (take (path, 1, NULL, &error));
  g_assert_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_FAILED);
  g_clear_error (&error);

  sp_strava_lock_take_async (path, 10000, NULL, sp_test_store_result, &second);
  sp_test_settle ();
  g_assert_null (second);
  sp_strava_lock_release (first);
  then = sp_strava_lock_take_finish (sp_test_await (&second), &error);
  g_assert_no_error (error);
  sp_strava_lock_release (then);
  g_unlink (path);
  g_rmdir (inner);
  g_rmdir (folder);
}

static gboolean
cancel_cb (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);

  return G_SOURCE_REMOVE;
}

static void
test_cancelled (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sp-lock-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "one.lock", NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(SpStravaLock) first = take (path, 1000, NULL, &error);

  g_assert_nonnull (first);
  g_idle_add (cancel_cb, cancellable);
  g_assert_null (take (path, 60000, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_nowhere (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SpStravaLock) none = take (NULL, 0, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (none);
  g_assert_null (take ("/dev/null/locks/one.lock", 0, NULL, &error));
  g_assert_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_FAILED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/strava/lock/one-at-a-time", test_one_at_a_time);
  g_test_add_func ("/strava/lock/cancelled", test_cancelled);
  g_test_add_func ("/strava/lock/nowhere", test_nowhere);

  return g_test_run ();
}
