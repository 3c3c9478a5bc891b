/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-api-keys.h"

#include "platform/sp-memory-secret-store.h"
#include "support/sp-test-store.h"
#include "support/sp-test-sync.h"

static gboolean
save (SpSecretStore  *store,
      const char     *id,
      const char     *secret,
      GCancellable   *cancellable,
      GError        **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sp_api_keys_save_async (store, id, secret, cancellable, sp_test_store_result, &result);

  return sp_api_keys_save_finish (sp_test_await (&result), error);
}

static char *
load (SpSecretStore   *store,
      SpApiKeysPlace  *place,
      GCancellable    *cancellable,
      GError         **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  char *id = NULL;

  sp_api_keys_load_async (store, cancellable, sp_test_store_result, &result);
  if (!sp_api_keys_load_finish (sp_test_await (&result), place, &id, error))
    g_assert_null (id);

  return id;
}

/* What is kept comes before the environment, and half of it counts as none. */
static void
test_places (void)
{
  SpSecretStore *store = SP_SECRET_STORE (sp_memory_secret_store_new ());
  g_autofree char *none = NULL;
  g_autofree char *given = NULL;
  g_autofree char *half = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *secret = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  SpApiKeysPlace place;

  g_unsetenv ("STRAVA_CLIENT_ID");
  g_setenv ("STRAVA_CLIENT_SECRET", "one", TRUE);
  none = load (store, &place, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (none);
  g_assert_cmpint (place, ==, SP_API_KEYS_NOWHERE);
  g_setenv ("STRAVA_CLIENT_ID", "11", TRUE);
  given = load (store, &place, NULL, &error);
  g_assert_cmpstr (given, ==, "11");
  g_assert_cmpint (place, ==, SP_API_KEYS_ENVIRONMENT);
  g_assert_true (sp_test_store_secret (store, "client-id", "22", NULL, &error));
  half = load (store, &place, NULL, &error);
  g_assert_cmpstr (half, ==, "11");

  g_assert_true (save (store, "33", "sesame", NULL, &error));
  kept = load (store, &place, NULL, &error);
  g_assert_cmpstr (kept, ==, "33");
  g_assert_cmpint (place, ==, SP_API_KEYS_STORE);
  secret = sp_test_lookup_secret (store, "client-secret", NULL, &error);
  g_assert_cmpstr (secret, ==, "sesame");
  g_assert_true (save (store, NULL, NULL, NULL, &error));
  g_assert_null (sp_test_lookup_secret (store, "client-secret", NULL, &error));
  g_unsetenv ("STRAVA_CLIENT_ID");
  g_unsetenv ("STRAVA_CLIENT_SECRET");
  after = load (store, &place, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (after);
  g_assert_finalize_object (store);
}

static void
test_cancelled (void)
{
  SpSecretStore *store = SP_SECRET_STORE (sp_memory_secret_store_new ());
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  SpApiKeysPlace place;

  g_cancellable_cancel (cancellable);
  g_assert_false (save (store, "33", "sesame", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (load (store, &place, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_finalize_object (store);
}

static void
test_words (void)
{
  g_autofree char *none = sp_api_keys_to_words (SP_API_KEYS_NOWHERE, NULL, FALSE);
  g_autofree char *keyring = sp_api_keys_to_words (SP_API_KEYS_STORE, "33", FALSE);
  g_autofree char *file = sp_api_keys_to_words (SP_API_KEYS_STORE, "33", TRUE);
  g_autofree char *given = sp_api_keys_to_words (SP_API_KEYS_ENVIRONMENT, "33", TRUE);

  g_assert_nonnull (strstr (none, "None yet"));
  g_assert_cmpstr (keyring, ==, "Client ID 33, the secret is in the keyring");
  g_assert_nonnull (strstr (file, "in the file"));
  g_assert_nonnull (strstr (given, "STRAVA_CLIENT_ID"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/api-keys/places", test_places);
  g_test_add_func ("/ui/api-keys/cancelled", test_cancelled);
  g_test_add_func ("/ui/api-keys/words", test_words);

  return g_test_run ();
}
