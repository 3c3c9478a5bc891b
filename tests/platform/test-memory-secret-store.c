/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "platform/sp-memory-secret-store.h"
#include "support/sp-test-store.h"

static void
test_store (void)
{
  SpMemorySecretStore *store = sp_memory_secret_store_new ();

  sp_test_check_store (SP_SECRET_STORE (store));
  g_assert_finalize_object (store);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/memory-secret-store/store", test_store);

  return g_test_run ();
}
