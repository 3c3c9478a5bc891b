/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sp-cli-secrets.h"

#include <glib/gi18n-lib.h>

#include "cli/sp-cli-preferences.h"
#include "cli/sp-cli-status.h"
#include "files/sp-token-import.h"
#include "platform/sp-file-secret-store.h"
#include "platform/sp-keyring-secret-store.h"
#include "platform/sp-scoped-secret-store.h"

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* Nothing else is under way yet, so the command waits here. */
static void
await (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
answers (SpSecretStore  *store,
         GError        **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) local = NULL;
  g_autofree char *nothing = NULL;

  sp_secret_store_lookup_async (store, "is-anybody-there", NULL, answered_cb, &result);
  await (&result);
  nothing = sp_secret_store_lookup_finish (store, result, &local);
  if (local == NULL)
    return TRUE;
  g_set_error_literal (error, SP_CLI_ERROR, SP_CLI_USAGE, local->message);

  return FALSE;
}

/**
 * sp_cli_secrets_open:
 * @path: (nullable): a file to keep secrets in, %NULL for what is preferred, usually the desktop's keyring
 * @source_id: whose secrets
 * @error: return location for a %SP_CLI_ERROR: there is no place for secrets
 *
 * Opens the place where a source keeps its secrets, and sees that it can be used, before any token is.
 *
 * Returns: (transfer full): that place, for this source alone
 */
SpSecretStore *
sp_cli_secrets_open (const char  *path,
                     const char  *source_id,
                     GError     **error)
{
  g_autoptr (SpSecretStore) store = NULL;
  g_autoptr (GError) local = NULL;
  g_autofree char *preferred = NULL;

  g_return_val_if_fail (source_id != NULL, NULL);

  if (path == NULL)
    path = preferred = sp_cli_preferences_get_token_file ();
  if (path == NULL)
    {
      store = SP_SECRET_STORE (sp_keyring_secret_store_new ());
      if (!answers (store, error))
        return NULL;
    }
  else
    {
      store = SP_SECRET_STORE (sp_file_secret_store_new (path));
      if (!sp_file_secret_store_check (SP_FILE_SECRET_STORE (store), &local))
        {
          g_set_error_literal (error, SP_CLI_ERROR, SP_CLI_USAGE, local->message);
          return NULL;
        }
    }

  return SP_SECRET_STORE (sp_scoped_secret_store_new (store, source_id));
}

/**
 * sp_cli_secrets_import:
 * @secrets: where a source keeps its secrets
 * @workbook: a workbook
 * @error: return location for an error of the store
 *
 * Lays the refresh tokens of a workbook down for the source, which takes one only when it is new to it.
 *
 * Returns: whether all are laid down
 */
gboolean
sp_cli_secrets_import (SpSecretStore  *secrets,
                       SpWorkbook     *workbook,
                       GError        **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  g_return_val_if_fail (SP_IS_SECRET_STORE (secrets) && SP_IS_WORKBOOK (workbook), FALSE);

  sp_token_import_async (workbook, secrets, NULL, answered_cb, &result);
  await (&result);

  return sp_token_import_finish (result, error);
}
