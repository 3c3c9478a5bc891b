/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-token-import.h"

#include <glib/gi18n-lib.h>

#include "api/sp-task.h"

/* Where sources that are connected look for a refresh token from elsewhere, by the runner's id. */
#define IMPORT_KEY "import/%" G_GINT64_FORMAT

typedef struct
{
  SpWorkbook    *workbook; /* (owned) */
  SpSecretStore *secrets;  /* (owned) */
  guint          next;     /* the runner that is looked at next */
} Import;

static void
import_free (Import *import)
{
  g_object_unref (import->workbook);
  g_object_unref (import->secrets);
  g_free (import);
}

/* The token of a runner that a source could find again, or none. */
static const char *
get_token (SpWorkbook           *workbook,
           const SpRunnerValues *runner)
{
  const char *token = sp_workbook_get_token (workbook, runner->key);

  return runner->id != 0 && token != NULL && *token != '\0' ? token : NULL;
}

/**
 * sp_token_import_has_any:
 * @workbook: the contents of a workbook
 *
 * Returns: whether sp_token_import_async() would lay any token down
 */
gboolean
sp_token_import_has_any (SpWorkbook *workbook)
{
  SpCompetition *competition;

  g_return_val_if_fail (SP_IS_WORKBOOK (workbook), FALSE);

  competition = sp_workbook_get_competition (workbook);
  for (guint i = 0; i < sp_competition_get_n_runners (competition); i++)
    if (get_token (workbook, sp_runner_get_values (sp_competition_get_runner (competition, i))) != NULL)
      return TRUE;

  return FALSE;
}

static void store_next (GTask *task);

static void
stored_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (sp_secret_store_store_finish (SP_SECRET_STORE (source), result, &error))
    store_next (task);
  else
    g_task_return_error (task, error);
}

static void
store_next (GTask *task)
{
  Import *import = g_task_get_task_data (task);
  SpCompetition *competition = sp_workbook_get_competition (import->workbook);

  while (import->next < sp_competition_get_n_runners (competition))
    {
      const SpRunnerValues *runner = sp_runner_get_values (sp_competition_get_runner (competition, import->next++));
      const char *token = get_token (import->workbook, runner);
      g_autofree char *key = g_strdup_printf (IMPORT_KEY, runner->id);
      /* Translators: the name of a secret in the keyring; %s is a runner */
      g_autofree char *label = g_strdup_printf (_("Token of %s from a workbook"), runner->name);

      if (token == NULL)
        continue;
      sp_secret_store_store_async (import->secrets, key, label, token, g_task_get_cancellable (task), stored_cb,
                                   g_object_ref (task));
      return;
    }
  g_task_return_boolean (task, TRUE);
}

/**
 * sp_token_import_async:
 * @workbook: the contents of a workbook
 * @secrets: where a source keeps its secrets
 * @cancellable: (nullable): ends it; tokens that are laid down by then stay
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Lays the refresh tokens of a workbook down for a source, which takes one only when it is new to it.
 */
void
sp_token_import_async (SpWorkbook          *workbook,
                       SpSecretStore       *secrets,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Import *import;

  g_return_if_fail (SP_IS_WORKBOOK (workbook) && SP_IS_SECRET_STORE (secrets));

  import = g_new0 (Import, 1);
  import->workbook = g_object_ref (workbook);
  import->secrets = g_object_ref (secrets);
  task = sp_task_new (NULL, sp_token_import_async, cancellable, callback, user_data);
  g_task_set_task_data (task, import, (GDestroyNotify) import_free);
  store_next (task);
}

/**
 * sp_token_import_finish:
 * @result: what the callback was given
 * @error: return location for an error of the store, or %G_IO_ERROR_CANCELLED
 *
 * Ends it.
 *
 * Returns: whether all tokens are laid down
 */
gboolean
sp_token_import_finish (GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
