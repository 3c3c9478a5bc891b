/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "platform/sp-scoped-secret-store.h"

#include <glib/gstdio.h>

#include "platform/sp-file-secret-store.h"
#include "platform/sp-memory-secret-store.h"
#include "support/sp-test-store.h"
#include "support/sp-test-sync.h"

static void
test_apart (void)
{
  g_autoptr(SpMemorySecretStore) all = sp_memory_secret_store_new ();
  SpScopedSecretStore *strava = sp_scoped_secret_store_new (SP_SECRET_STORE (all), "strava");
  SpScopedSecretStore *folder = sp_scoped_secret_store_new (SP_SECRET_STORE (all), "folder");

  sp_test_check_store (SP_SECRET_STORE (strava));
  g_assert_true (sp_test_store_secret (SP_SECRET_STORE (strava), "token/1", "s", NULL, NULL));
  g_assert_true (sp_test_store_secret (SP_SECRET_STORE (folder), "token/1", "f", NULL, NULL));
  g_assert_true (sp_test_store_secret (SP_SECRET_STORE (folder), "../strava/token/1", "x", NULL, NULL));
  sp_test_assert_secret (SP_SECRET_STORE (strava), "token/1", "s");
  sp_test_assert_secret (SP_SECRET_STORE (folder), "token/1", "f");
  sp_test_assert_secret (SP_SECRET_STORE (folder), "strava/token/1", NULL);
  sp_test_assert_secret (SP_SECRET_STORE (all), "strava/token/1", "s");
  g_assert_finalize_object (strava);
  g_assert_finalize_object (folder);
}

/* A store behind that can not be read is an error here, and not an empty store. */
static void
test_failure_passes (void)
{
  g_autofree char *dir = g_dir_make_tmp ("sp-XXXXXX", NULL);
  g_autoptr(SpFileSecretStore) file = sp_file_secret_store_new (dir);
  g_autoptr(SpScopedSecretStore) store = sp_scoped_secret_store_new (SP_SECRET_STORE (file), "strava");
  g_autofree char *lock = g_strconcat (dir, ".lock", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (sp_test_lookup_secret (SP_SECRET_STORE (store), "x", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
  g_clear_error (&error);
  g_assert_false (sp_test_store_secret (SP_SECRET_STORE (store), "x", "y", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE);
  g_remove (lock);
  g_rmdir (dir);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scoped-secret-store/apart", test_apart);
  g_test_add_func ("/scoped-secret-store/failure-passes", test_failure_passes);

  return g_test_run ();
}
