/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "api/sp-secret-store.h"

#include "platform/sp-memory-secret-store.h"
#include "support/sp-test-store.h"
#include "support/sp-test-sync.h"

/* Nothing kept is an answer, and not an error. */
static void
test_interface (void)
{
  SpSecretStore *store = SP_SECRET_STORE (sp_memory_secret_store_new ());
  g_autoptr(GError) error = NULL;

  g_assert_null (sp_test_lookup_secret (store, "x", NULL, &error));
  g_assert_no_error (error);
  g_assert_true (sp_test_store_secret (store, "x", "", NULL, &error));
  sp_test_assert_secret (store, "x", "");
  g_assert_true (sp_test_store_secret (store, "x", NULL, NULL, &error));
  sp_test_assert_secret (store, "x", NULL);
  g_assert_finalize_object (store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/secret-store/interface", test_interface);

  return g_test_run ();
}
