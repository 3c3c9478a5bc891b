/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-document-file.h"

#include <glib/gi18n-lib.h>

#include "api/sp-task.h"
#include "files/sp-file-bytes.h"
#include "files/sp-file-error.h"
#include "files/sp-file-save.h"
#include "files/sp-json-text.h"

typedef struct
{
  GFile       *file;     /* (owned) */
  SpDocument  *document; /* (owned) (nullable): to save */
  SpFileStamp *expected; /* (owned) (nullable) */
  gboolean     force;
  SpFileStamp *stamp;    /* (owned) (nullable): what came of it */
} SpDocumentJob;

static void
sp_document_job_free (SpDocumentJob *job)
{
  g_object_unref (job->file);
  g_clear_object (&job->document);
  g_clear_pointer (&job->expected, sp_file_stamp_free);
  g_clear_pointer (&job->stamp, sp_file_stamp_free);
  g_free (job);
}

/**
 * sp_document_file_load:
 * @file: a `.podium` file
 * @stamp: (out) (optional) (transfer full): what the file held, for sp_document_file_save()
 * @cancellable: (nullable): ends the work
 * @error: return location for an error
 *
 * Opens a document. Blocks; call it from a worker.
 *
 * Returns: (transfer full): the document, %NULL with an error of [error@FileError] or %G_IO_ERROR_CANCELLED
 */
SpDocument *
sp_document_file_load (GFile         *file,
                       SpFileStamp  **stamp,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr(GBytes) bytes = NULL;
  SpDocument *document;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (stamp != NULL)
    *stamp = NULL;
  bytes = sp_file_bytes_load (file, SP_JSON_TEXT_MAX_BYTES, cancellable, error);
  document = bytes != NULL ? sp_document_from_bytes (bytes, error) : NULL;
  if (document != NULL && stamp != NULL)
    *stamp = sp_file_stamp_new (bytes);

  return document;
}

/**
 * sp_document_file_save:
 * @document: a document
 * @file: where to
 * @expected: (nullable): what @file held when it was last read or written, %NULL where there was no file
 * @force: whether @file is replaced whatever it holds by now
 * @stamp: (out) (optional) (transfer full): what the file holds now
 * @cancellable: (nullable): ends the work before anything is changed
 * @error: return location for an error
 *
 * Saves a document, wholly or not at all, and not over what somebody else wrote meanwhile. Blocks; call it from a
 * worker.
 *
 * Returns: %FALSE with %SP_FILE_ERROR_CONFLICT, another error of [error@FileError], or %G_IO_ERROR_CANCELLED
 */
gboolean
sp_document_file_save (SpDocument         *document,
                       GFile              *file,
                       const SpFileStamp  *expected,
                       gboolean            force,
                       SpFileStamp       **stamp,
                       GCancellable       *cancellable,
                       GError            **error)
{
  g_autoptr(GBytes) bytes = NULL;
  gboolean matches = TRUE;

  g_return_val_if_fail (SP_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  if (stamp != NULL)
    *stamp = NULL;
  bytes = sp_document_to_bytes (document);
  if (!force && !sp_file_stamp_matches (expected, file, cancellable, &matches, error))
    return FALSE;
  if (!matches)
    {
      g_autofree char *name = g_file_get_parse_name (file);

      g_set_error (error, SP_FILE_ERROR, SP_FILE_ERROR_CONFLICT,
                   _("“%s” was changed by another program or person since it was opened, and was left as it is. "
                     "Save under another name, or replace it."), name);
      return FALSE;
    }

  if (!sp_file_save (file, bytes, cancellable, error))
    return FALSE;
  if (stamp != NULL)
    *stamp = sp_file_stamp_new (bytes);

  return TRUE;
}

static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  SpDocumentJob *job = task_data;
  GError *error = NULL;
  SpDocument *document = sp_document_file_load (job->file, &job->stamp, cancellable, &error);

  if (document != NULL)
    g_task_return_pointer (task, document, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * sp_document_file_load_async:
 * @file: a `.podium` file
 * @cancellable: (nullable): ends the work
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Starts opening a document, in a worker.
 */
void
sp_document_file_load_async (GFile               *file,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  SpDocumentJob *job;

  g_return_if_fail (G_IS_FILE (file));

  job = g_new0 (SpDocumentJob, 1);
  job->file = g_object_ref (file);
  task = sp_task_new (NULL, sp_document_file_load_async, cancellable, callback, user_data);
  g_task_set_task_data (task, job, (GDestroyNotify) sp_document_job_free);
  g_task_run_in_thread (task, load_thread);
}

/**
 * sp_document_file_load_finish:
 * @result: what the callback was given
 * @stamp: (out) (optional) (transfer full) (nullable): what the file held
 * @error: return location for an error
 *
 * Ends opening.
 *
 * Returns: (transfer full): as for sp_document_file_load()
 */
SpDocument *
sp_document_file_load_finish (GAsyncResult  *result,
                              SpFileStamp  **stamp,
                              GError       **error)
{
  SpDocumentJob *job;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  job = g_task_get_task_data (G_TASK (result));
  if (stamp != NULL)
    *stamp = sp_file_stamp_copy (job->stamp);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
save_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  SpDocumentJob *job = task_data;
  GError *error = NULL;

  if (sp_document_file_save (job->document, job->file, job->expected, job->force, &job->stamp, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * sp_document_file_save_async:
 * @document: a document
 * @file: where to
 * @expected: (nullable): what @file held when it was last read or written, %NULL where there was no file
 * @force: whether @file is replaced whatever it holds by now
 * @cancellable: (nullable): ends the work before anything is changed
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Starts saving a document, in a worker.
 */
void
sp_document_file_save_async (SpDocument          *document,
                             GFile               *file,
                             const SpFileStamp   *expected,
                             gboolean             force,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  SpDocumentJob *job;

  g_return_if_fail (SP_IS_DOCUMENT (document));
  g_return_if_fail (G_IS_FILE (file));

  job = g_new0 (SpDocumentJob, 1);
  job->file = g_object_ref (file);
  job->document = g_object_ref (document);
  job->expected = sp_file_stamp_copy (expected);
  job->force = force;
  task = sp_task_new (NULL, sp_document_file_save_async, cancellable, callback, user_data);

  /* Once the file is there, it is no use to say it was cancelled. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, (GDestroyNotify) sp_document_job_free);
  g_task_run_in_thread (task, save_thread);
}

/**
 * sp_document_file_save_finish:
 * @result: what the callback was given
 * @stamp: (out) (optional) (transfer full) (nullable): what the file holds now
 * @error: return location for an error
 *
 * Ends saving.
 *
 * Returns: as for sp_document_file_save()
 */
gboolean
sp_document_file_save_finish (GAsyncResult  *result,
                              SpFileStamp  **stamp,
                              GError       **error)
{
  SpDocumentJob *job;

  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  job = g_task_get_task_data (G_TASK (result));
  if (stamp != NULL)
    *stamp = sp_file_stamp_copy (job->stamp);

  return g_task_propagate_boolean (G_TASK (result), error);
}
