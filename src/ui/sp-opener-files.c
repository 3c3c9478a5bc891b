/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-opener-private.h"

#include "api/sp-task.h"
#include "files/sp-document-file.h"
#include "files/sp-recovery.h"
#include "files/sp-token-import.h"
#include "files/sp-workbook-reader.h"
#include "ui/sp-source-maker.h"

#include <glib/gi18n-lib.h>

/* What opening a file is on its way to. */
typedef struct
{
  GFile             *file;    /* (owned) */
  SpOpenCompetition *open;    /* (owned) (nullable) */
  GListModel        *faults;  /* (owned) (nullable) */
  char              *warning; /* (owned) (nullable) */
} Opening;

static void
opening_free (Opening *opening)
{
  g_clear_object (&opening->file);
  g_clear_object (&opening->open);
  g_clear_object (&opening->faults);
  g_clear_pointer (&opening->warning, g_free);
  g_free (opening);
}

static void
return_open (GTask *task)
{
  Opening *opening = g_task_get_task_data (task);

  g_task_return_pointer (task, g_steal_pointer (&opening->open), g_object_unref);
}

/* A token that could not be kept stops nobody: its runner is to be connected, all others go on. */
static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Opening *opening = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  if (!sp_token_import_finish (result, &error))
    opening->warning = g_strdup_printf (_("The workbook's tokens are not kept: %s"), error->message);
  return_open (task);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  SpOpener *self = g_task_get_source_object (task);
  Opening *opening = g_task_get_task_data (task);
  g_autoptr (SpWorkbook) workbook = NULL;
  g_autoptr (SpDocument) document = NULL;
  g_autoptr (SpSecretStore) secrets = NULL;
  g_autofree char *source_id = sp_preferences_get_source (sp_opener_get_preferences (self));
  SpDocumentValues values = { .source_id = source_id };
  GError *error = NULL;

  workbook = sp_workbook_reader_read_finish (result, &opening->faults, &error);
  if (workbook == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  values.competition = sp_workbook_get_competition (workbook);
  document = sp_document_new (&values, NULL);
  opening->open = sp_opener_make_open (self, document, NULL, NULL, NULL);
  sp_open_file_mark_unsaved (sp_open_competition_get_document (opening->open));
  if (!sp_token_import_has_any (workbook))
    {
      return_open (task);
      return;
    }
  secrets = sp_source_maker_open_secrets (sp_opener_get_preferences (self), source_id);
  sp_token_import_async (workbook, secrets, g_task_get_cancellable (task), imported_cb, g_object_ref (task));
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  SpOpener *self = g_task_get_source_object (task);
  Opening *opening = g_task_get_task_data (task);
  g_autoptr (SpFileStamp) stamp = NULL;
  g_autoptr (SpDocument) document = NULL;
  GError *error = NULL;

  document = sp_document_file_load_finish (result, &stamp, &error);
  if (document == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  opening->open = sp_opener_make_open (self, document, opening->file, stamp, NULL);
  return_open (task);
}

/**
 * sp_opener_open_async:
 * @self: an opener
 * @path: a document, a workbook, or %SP_OPENER_DEMO
 * @cancellable: (nullable): ends it
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Opens a competition. Files are read in a worker; tokens of a workbook are laid down for its source.
 */
void
sp_opener_open_async (SpOpener            *self,
                      const char          *path,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Opening *opening;
  GError *error = NULL;

  g_return_if_fail (SP_IS_OPENER (self) && path != NULL);

  opening = g_new0 (Opening, 1);
  opening->file = g_file_new_for_commandline_arg (path);
  task = sp_task_new (self, sp_opener_open_async, cancellable, callback, user_data);
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  if (g_str_equal (path, SP_OPENER_DEMO))
    {
      opening->open = sp_opener_make_demo (self, &error);
      if (opening->open != NULL)
        return_open (task);
      else
        g_task_return_error (task, error);
    }
  else if (g_str_has_suffix (path, ".podium"))
    sp_document_file_load_async (opening->file, cancellable, loaded_cb, g_steal_pointer (&task));
  else
    sp_workbook_reader_read_async (opening->file, cancellable, read_cb, g_steal_pointer (&task));
}

/**
 * sp_opener_open_finish:
 * @self: an opener
 * @result: what the callback was given
 * @faults: (out) (optional) (nullable) (transfer full): what is wrong or doubtful in a workbook, see
 *   sp_workbook_reader_read_bytes()
 * @warning: (out) (optional) (nullable) (transfer full): a sentence on what did not work beside
 * @error: return location: the file can not be read, or there is no such source
 *
 * Ends it.
 *
 * Returns: (transfer full) (nullable): the competition, with its last results where it keeps any; one from a workbook
 *   is not saved yet
 */
SpOpenCompetition *
sp_opener_open_finish (SpOpener      *self,
                       GAsyncResult  *result,
                       GListModel   **faults,
                       char         **warning,
                       GError       **error)
{
  Opening *opening;

  g_return_val_if_fail (SP_IS_OPENER (self) && g_task_is_valid (result, self), NULL);

  opening = g_task_get_task_data (G_TASK (result));
  if (faults != NULL)
    *faults = g_steal_pointer (&opening->faults);
  if (warning != NULL)
    *warning = g_steal_pointer (&opening->warning);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
restore_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  SpRecovery *recovery = sp_recovery_load (task_data, cancellable, &error);

  if (recovery != NULL)
    g_task_return_pointer (task, recovery, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * sp_opener_restore_async:
 * @self: an opener
 * @recovery: a recovery file
 * @cancellable: (nullable): ends it
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Opens a competition as it was last edited, without its edits having been saved.
 */
void
sp_opener_restore_async (SpOpener            *self,
                         GFile               *recovery,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (SP_IS_OPENER (self) && G_IS_FILE (recovery));

  task = sp_task_new (self, sp_opener_restore_async, cancellable, callback, user_data);
  g_task_set_task_data (task, g_object_ref (recovery), g_object_unref);
  g_task_run_in_thread (task, restore_thread);
}

/**
 * sp_opener_restore_finish:
 * @self: an opener
 * @result: what the callback was given
 * @error: return location: the recovery file can not be read
 *
 * Ends it.
 *
 * Returns: (transfer full) (nullable): the competition; mark its document unsaved where it is gone on with
 */
SpOpenCompetition *
sp_opener_restore_finish (SpOpener      *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_autoptr (SpRecovery) recovery = NULL;
  g_autoptr (GFile) file = NULL;
  const SpRecoveryValues *values;

  g_return_val_if_fail (SP_IS_OPENER (self) && g_task_is_valid (result, self), NULL);

  recovery = g_task_propagate_pointer (G_TASK (result), error);
  if (recovery == NULL)
    return NULL;
  values = sp_recovery_get_values (recovery);
  file = values->uri != NULL ? g_file_new_for_uri (values->uri) : NULL;

  return sp_opener_make_open (self, values->document, file, values->base, g_task_get_task_data (G_TASK (result)));
}
