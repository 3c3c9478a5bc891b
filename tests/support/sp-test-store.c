/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/sp-test-store.h"

#include "support/sp-test-sync.h"

/**
 * sp_test_assert_secret:
 * @store: a store
 * @key: a key
 * @secret: (nullable): what must be kept under it, %NULL for nothing
 *
 * Looks a secret up.
 */
void
sp_test_assert_secret (SpSecretStore *store,
                       const char    *key,
                       const char    *secret)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *found = sp_test_lookup_secret (store, key, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, secret);
}

static void
keep (SpSecretStore *store,
      const char    *key,
      const char    *secret)
{
  g_autoptr(GError) error = NULL;
  gboolean is_kept = sp_test_store_secret (store, key, secret, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (is_kept);
}

/**
 * sp_test_check_store:
 * @store: an empty store
 *
 * Checks what each kind of store has to hold to, and leaves it empty.
 */
void
sp_test_check_store (SpSecretStore *store)
{
  const char * const odd[] = { "client-id", "token/123", "a=b [c]; #", " ", "Ä%2f\n", "athlete:9007199254740993" };
  g_autoptr(GCancellable) cancelled = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (odd); i++)
    keep (store, odd[i], odd[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (odd); i++)
    sp_test_assert_secret (store, odd[i], odd[i]);
  keep (store, "client-id", "line one\nline two\t\\s ; # “ü”");
  sp_test_assert_secret (store, "client-id", "line one\nline two\t\\s ; # “ü”");
  sp_test_assert_secret (store, "client-i", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      keep (store, odd[i], NULL);
      sp_test_assert_secret (store, odd[i], NULL);
    }
  keep (store, "never there", NULL);

  g_cancellable_cancel (cancelled);
  g_assert_false (sp_test_store_secret (store, "late", "x", cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (sp_test_lookup_secret (store, "late", cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  sp_test_assert_secret (store, "late", NULL);
}
