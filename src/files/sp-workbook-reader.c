/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-workbook-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "api/sp-task.h"
#include "files/sp-file-bytes.h"
#include "files/sp-file-error.h"
#include "files/sp-runners-sheet.h"
#include "files/sp-segments-sheet.h"
#include "files/sp-series-sheet.h"
#include "files/sp-sheet-headers.h"
#include "files/sp-zip-parts.h"

typedef struct
{
  GFile      *file;   /* (owned) */
  GListModel *faults; /* (owned) (nullable) */
} SpReadData;

static void
sp_read_data_free (SpReadData *data)
{
  g_object_unref (data->file);
  g_clear_object (&data->faults);
  g_free (data);
}

/* "Winter Series.xlsx" is the workbook of the Winter Series. */
static char *
competition_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = base != NULL ? g_filename_display_name (base) : g_strdup ("");
  char *dot = strrchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';

  return g_steal_pointer (&name);
}

static void
read_sheets (const SpXlsxBook     *book,
             SpCompetitionBuilder *builder,
             GHashTable           *tokens,
             SpFaultList          *faults)
{
  guint n_segments, n_windows;

  sp_runners_sheet_read (book, builder, tokens, faults);
  n_segments = sp_segments_sheet_read (book, builder, faults);
  n_windows = sp_series_sheet_read (book, builder, faults);

  if (n_segments == 0 && n_windows == 0 && sp_sheet_headers_find_sheet (book, "Segment Series") != NULL)
    sp_fault_list_add (faults, sp_workbook_fault_new (SP_FAULT_ERROR, "Segment Series", "",
                                                      _("There is no segment and no distance series"),
                                                      _("Write at least one row with a segment and its dates")));
}

/**
 * sp_workbook_reader_read_bytes:
 * @bytes: a whole .xlsx file
 * @name: what the competition is called
 * @faults: (out) (optional) (transfer full) (nullable): a list of #SpWorkbookFault with all that is wrong in it, errors
 *   first; %NULL where the file could not be read as a workbook
 * @cancellable: (nullable): ends the work
 * @error: return location for an error
 *
 * Reads a competition. All of it is read before anything is said: either there is a whole competition, or a list with
 * every error. Blocks; call it from a worker.
 *
 * Returns: (transfer full): what the workbook holds, %NULL with %SP_FILE_ERROR_INVALID where @faults has errors,
 *   another error of [error@FileError] where the file could not be read, or %G_IO_ERROR_CANCELLED
 */
SpWorkbook *
sp_workbook_reader_read_bytes (GBytes        *bytes,
                               const char    *name,
                               GListModel   **faults,
                               GCancellable  *cancellable,
                               GError       **error)
{
  g_autoptr(SpXlsxBook) book = NULL;
  g_autoptr(SpCompetitionBuilder) builder = NULL;
  g_autoptr(SpCompetition) competition = NULL;
  g_autoptr(SpFaultList) list = NULL;
  g_autoptr(GListModel) model = NULL;
  g_autoptr(GHashTable) tokens = NULL;
  guint n_errors;

  g_return_val_if_fail (bytes != NULL && name != NULL, NULL);

  if (faults != NULL)
    *faults = NULL;
  book = sp_xlsx_book_load_bytes (bytes, cancellable, error);
  if (book == NULL)
    return NULL;

  builder = sp_competition_builder_new ();
  list = sp_fault_list_new ();
  tokens = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  sp_competition_builder_set_name (builder, name);
  read_sheets (book, builder, tokens, list);

  model = sp_fault_list_to_model (list);
  if (faults != NULL)
    *faults = g_object_ref (model);

  n_errors = sp_fault_list_get_n_errors (list);
  if (n_errors > 0)
    {
      g_set_error (error, SP_FILE_ERROR, SP_FILE_ERROR_INVALID,
                   ngettext ("There is %u fault in the workbook “%s”, and nothing was taken from it. "
                             "Put it right, save it, then open it again.",
                             "There are %u faults in the workbook “%s”, and nothing was taken from it. "
                             "Put them right, save it, then open it again.", n_errors), n_errors, name);
      return NULL;
    }

  competition = sp_competition_builder_end (builder);

  return sp_workbook_new (competition, model, tokens);
}

/**
 * sp_workbook_reader_read:
 * @file: a .xlsx file
 * @faults: (out) (optional) (transfer full) (nullable): as for sp_workbook_reader_read_bytes()
 * @cancellable: (nullable): ends the work
 * @error: return location for an error
 *
 * Reads a competition from a file and names it after that. Blocks; call it from a worker.
 *
 * Returns: (transfer full): as for sp_workbook_reader_read_bytes()
 */
SpWorkbook *
sp_workbook_reader_read (GFile         *file,
                         GListModel   **faults,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (faults != NULL)
    *faults = NULL;
  bytes = sp_file_bytes_load (file, SP_ZIP_PARTS_MAX_FILE_BYTES, cancellable, error);
  if (bytes == NULL)
    return NULL;

  name = competition_name (file);

  return sp_workbook_reader_read_bytes (bytes, name, faults, cancellable, error);
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  SpReadData *data = task_data;
  GError *error = NULL;
  SpWorkbook *workbook = sp_workbook_reader_read (data->file, &data->faults, cancellable, &error);

  if (workbook != NULL)
    g_task_return_pointer (task, workbook, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * sp_workbook_reader_read_async:
 * @file: a .xlsx file
 * @cancellable: (nullable): ends the work
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Starts reading a competition from a file, in a worker.
 */
void
sp_workbook_reader_read_async (GFile               *file,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  SpReadData *data;

  g_return_if_fail (G_IS_FILE (file));

  data = g_new0 (SpReadData, 1);
  data->file = g_object_ref (file);
  task = sp_task_new (NULL, sp_workbook_reader_read_async, cancellable, callback, user_data);
  g_task_set_task_data (task, data, (GDestroyNotify) sp_read_data_free);
  g_task_run_in_thread (task, read_thread);
}

/**
 * sp_workbook_reader_read_finish:
 * @result: what the callback was given
 * @faults: (out) (optional) (transfer full) (nullable): as for sp_workbook_reader_read_bytes()
 * @error: return location for an error
 *
 * Ends reading.
 *
 * Returns: (transfer full): as for sp_workbook_reader_read_bytes()
 */
SpWorkbook *
sp_workbook_reader_read_finish (GAsyncResult  *result,
                                GListModel   **faults,
                                GError       **error)
{
  SpReadData *data;
  SpWorkbook *workbook;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  data = g_task_get_task_data (G_TASK (result));
  workbook = g_task_propagate_pointer (G_TASK (result), error);
  if (faults != NULL)
    *faults = data->faults != NULL ? g_object_ref (data->faults) : NULL;

  return workbook;
}
