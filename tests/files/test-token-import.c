/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-token-import.h"

#include "files/make-workbook.h"
#include "platform/sp-memory-secret-store.h"
#include "support/sp-test-store.h"
#include "support/sp-test-sync.h"

static gboolean
import (SpWorkbook     *workbook,
        SpSecretStore  *store,
        GCancellable   *cancellable,
        GError        **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sp_token_import_async (workbook, store, cancellable, sp_test_store_result, &result);

  return sp_token_import_finish (sp_test_await (&result), error);
}

static void
test_import (void)
{
  g_autoptr (SpWorkbook) workbook = read_runners (RUNNERS "Huw|#11|abc|Reds||\nZoë|#12||Reds||\nNew||def|Reds||\n"
                                                          "Ann|#13|ghi|Reds||\n");
  g_autoptr (SpSecretStore) store = SP_SECRET_STORE (sp_memory_secret_store_new ());
  g_autoptr (GError) error = NULL;

  g_assert_true (sp_token_import_has_any (workbook));
  g_assert_true (import (workbook, store, NULL, &error));
  g_assert_no_error (error);
  sp_test_assert_secret (store, "import/11", "abc");
  sp_test_assert_secret (store, "import/12", NULL);
  sp_test_assert_secret (store, "import/13", "ghi");
  sp_test_assert_secret (store, "import/0", NULL);
}

static void
test_none (void)
{
  g_autoptr (SpWorkbook) workbook = read_runners (RUNNERS "Huw|#11||Reds||\nNew||def|Reds||\n");
  g_autoptr (SpSecretStore) store = SP_SECRET_STORE (sp_memory_secret_store_new ());
  g_autoptr (GError) error = NULL;

  g_assert_false (sp_token_import_has_any (workbook));
  g_assert_true (import (workbook, store, NULL, &error));
  g_assert_no_error (error);
}

static void
test_cancel (void)
{
  g_autoptr (SpWorkbook) workbook = read_runners (RUNNERS "Huw|#11|abc|Reds||\n");
  g_autoptr (SpSecretStore) store = SP_SECRET_STORE (sp_memory_secret_store_new ());
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (import (workbook, store, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/files/token-import/import", test_import);
  g_test_add_func ("/files/token-import/none", test_none);
  g_test_add_func ("/files/token-import/cancel", test_cancel);

  return g_test_run ();
}
