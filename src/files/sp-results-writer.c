/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-results-writer.h"

#include <glib/gi18n-lib.h>

#include "api/sp-task.h"
#include "files/sp-csv-writer.h"
#include "files/sp-file-error.h"
#include "files/sp-file-save.h"
#include "files/sp-json-writer.h"
#include "files/sp-workbook-writer.h"

static const struct
{
  const char *suffix;
  GBytes   *(*to_bytes) (SpResults     *results,
                         GCancellable  *cancellable,
                         GError       **error);
} formats[] = {
  [SP_RESULTS_XLSX] = { ".xlsx", sp_workbook_writer_to_bytes },
  [SP_RESULTS_CSV] = { ".csv", sp_csv_writer_to_bytes },
  [SP_RESULTS_JSON] = { ".json", sp_json_writer_to_bytes },
};

typedef struct
{
  SpResults *results; /* (owned) */
  GFile     *file;    /* (owned) */
} SpWriteData;

static void
sp_write_data_free (SpWriteData *data)
{
  g_object_unref (data->results);
  g_object_unref (data->file);
  g_free (data);
}

/**
 * sp_results_writer_find_format:
 * @name: the name or path of a file to write
 * @format: (out): the format
 * @error: return location for an error
 *
 * Tells from its ending how a file is written; ask before the work is done that is to be written.
 *
 * Returns: %FALSE with %SP_FILE_ERROR_UNKNOWN_FORMAT
 */
gboolean
sp_results_writer_find_format (const char       *name,
                               SpResultsFormat  *format,
                               GError          **error)
{
  g_autofree char *lower = NULL;
  g_autofree char *base = NULL;

  g_return_val_if_fail (name != NULL && format != NULL, FALSE);

  base = g_path_get_basename (name);
  lower = g_ascii_strdown (base, -1);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_has_suffix (lower, formats[i].suffix) && !g_str_equal (lower, formats[i].suffix))
      {
        *format = (SpResultsFormat) i;
        return TRUE;
      }

  g_set_error (error, SP_FILE_ERROR, SP_FILE_ERROR_UNKNOWN_FORMAT,
               _("The ending of “%s” does not say how to write results. "
                 "Choose a name that ends in .xlsx, .csv or .json."),
               base);
  return FALSE;
}

/**
 * sp_results_writer_to_bytes:
 * @results: results
 * @format: how
 * @cancellable: (nullable): ends the work
 * @error: return location for an error
 *
 * Writes results into memory. Blocks; call it from a worker.
 *
 * Returns: (transfer full): the file, %NULL with an error of [error@FileError] or %G_IO_ERROR_CANCELLED
 */
GBytes *
sp_results_writer_to_bytes (SpResults        *results,
                            SpResultsFormat   format,
                            GCancellable     *cancellable,
                            GError          **error)
{
  g_return_val_if_fail (SP_IS_RESULTS (results), NULL);
  g_return_val_if_fail ((guint) format < G_N_ELEMENTS (formats), NULL);

  return formats[format].to_bytes (results, cancellable, error);
}

/**
 * sp_results_writer_write:
 * @results: results
 * @file: a file; its ending says how
 * @cancellable: (nullable): ends the work before anything is changed
 * @error: return location for an error
 *
 * Writes results into a file, wholly or not at all. Blocks; call it from a worker.
 *
 * Returns: %FALSE with an error of [error@FileError] or %G_IO_ERROR_CANCELLED
 */
gboolean
sp_results_writer_write (SpResults     *results,
                         GFile         *file,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autofree char *name = NULL;
  g_autoptr(GBytes) bytes = NULL;
  SpResultsFormat format;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  name = g_file_get_basename (file);
  if (!sp_results_writer_find_format (name != NULL ? name : "", &format, error))
    return FALSE;

  bytes = sp_results_writer_to_bytes (results, format, cancellable, error);

  return bytes != NULL && sp_file_save (file, bytes, cancellable, error);
}

/**
 * sp_results_writer_write_stream:
 * @results: results
 * @format: how
 * @stream: where to, such as standard output; it stays open
 * @cancellable: (nullable): ends the work
 * @error: return location for an error
 *
 * Writes results into a stream, once all of them are made. Blocks; call it from a worker.
 *
 * Returns: %FALSE with an error of [error@FileError], of the stream, or %G_IO_ERROR_CANCELLED
 */
gboolean
sp_results_writer_write_stream (SpResults        *results,
                                SpResultsFormat   format,
                                GOutputStream    *stream,
                                GCancellable     *cancellable,
                                GError          **error)
{
  g_autoptr(GBytes) bytes = NULL;
  gsize size;
  const void *data;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  bytes = sp_results_writer_to_bytes (results, format, cancellable, error);
  if (bytes == NULL)
    return FALSE;

  data = g_bytes_get_data (bytes, &size);

  return g_output_stream_write_all (stream, data, size, NULL, cancellable, error) &&
         g_output_stream_flush (stream, cancellable, error);
}

static void
write_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  SpWriteData *data = task_data;
  GError *error = NULL;

  if (sp_results_writer_write (data->results, data->file, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * sp_results_writer_write_async:
 * @results: results
 * @file: a file; its ending says how
 * @cancellable: (nullable): ends the work before anything is changed
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Starts writing results into a file, in a worker.
 */
void
sp_results_writer_write_async (SpResults           *results,
                               GFile               *file,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  SpWriteData *data;

  g_return_if_fail (SP_IS_RESULTS (results));
  g_return_if_fail (G_IS_FILE (file));

  data = g_new0 (SpWriteData, 1);
  data->results = g_object_ref (results);
  data->file = g_object_ref (file);
  task = sp_task_new (NULL, sp_results_writer_write_async, cancellable, callback, user_data);

  /* Once the file is there, it is no use to say it was cancelled. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, data, (GDestroyNotify) sp_write_data_free);
  g_task_run_in_thread (task, write_thread);
}

/**
 * sp_results_writer_write_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends writing.
 *
 * Returns: %FALSE with an error of [error@FileError] or %G_IO_ERROR_CANCELLED
 */
gboolean
sp_results_writer_write_finish (GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
