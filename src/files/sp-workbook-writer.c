/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-workbook-writer.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <xlsxwriter.h>

#include "api/sp-time.h"
#include "files/sp-board-sheet.h"
#include "files/sp-distance-sheet.h"
#include "files/sp-file-error.h"
#include "files/sp-quality-sheet.h"
#include "files/sp-sheet-names.h"
#include "files/sp-summary-sheet.h"

#define SUMMARY "Summary"
#define QUALITY "Data Quality"

typedef struct
{
  SpResults       *results;     /* (unowned) */
  lxw_workbook    *book;        /* (unowned) */
  SpWorkbookStyle *style;       /* (unowned) */
  SpSheetNames    *names;       /* (unowned) */
  GCancellable    *cancellable; /* (unowned) (nullable) */
} SpWorkbookWriter;

static SpSheetWriter *
begin_sheet (SpWorkbookWriter *self,
             const char       *name,
             GError          **error)
{
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return NULL;

  return sp_sheet_writer_new (self->book, self->style, name, error);
}

static gboolean
write_boards (SpWorkbookWriter *self,
              GError          **error)
{
  GListModel *boards = sp_results_get_values (self->results)->boards;
  guint n = g_list_model_get_n_items (boards);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(SpBoard) board = g_list_model_get_item (boards, i);
      const SpGroupValues *group = sp_group_get_values (sp_board_get_values (board)->group);
      g_autofree char *name = sp_sheet_names_give (self->names, group->name);
      SpSheetWriter *sheet = begin_sheet (self, name, error);

      if (sheet == NULL)
        return FALSE;
      sp_board_sheet_write (sheet, board);
      if (!sp_sheet_writer_end (sheet, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_distances (SpWorkbookWriter *self,
                 GError          **error)
{
  GListModel *boards = sp_results_get_values (self->results)->distance_boards;
  guint n = g_list_model_get_n_items (boards);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(SpDistanceBoard) board = g_list_model_get_item (boards, i);
      g_autofree char *title = sp_distance_sheet_title (board);
      g_autofree char *name = sp_sheet_names_give (self->names, title);
      SpSheetWriter *sheet = begin_sheet (self, name, error);

      if (sheet == NULL)
        return FALSE;
      sp_distance_sheet_write (sheet, board);
      if (!sp_sheet_writer_end (sheet, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_whole (SpWorkbookWriter  *self,
             const char        *name,
             void             (*write) (SpSheetWriter *sheet, SpResults *results),
             GError           **error)
{
  SpSheetWriter *sheet = begin_sheet (self, name, error);

  if (sheet == NULL)
    return FALSE;
  write (sheet, self->results);

  return sp_sheet_writer_end (sheet, error);
}

/* The library would write the time of day; the same results are the same bytes. */
static void
set_properties (SpWorkbookWriter *self)
{
  const SpResultsValues *values = sp_results_get_values (self->results);
  gint64 created_s = values->finished_at_s != SP_TIME_UNKNOWN && values->finished_at_s > 0 ? values->finished_at_s
                                                                                            : values->as_of_local_s;
  lxw_doc_properties properties = {
    .title = (char *) sp_competition_get_name (values->competition),
    .company = (char *) "",
    .created = (time_t) MAX (created_s, 1),
  };

  workbook_set_properties (self->book, &properties);
}

static gboolean
write_sheets (SpResults    *results,
              lxw_workbook *book,
              GCancellable *cancellable,
              GError      **error)
{
  g_autoptr(SpWorkbookStyle) style = sp_workbook_style_new (book);
  g_autoptr(SpSheetNames) names = sp_sheet_names_new ();
  SpWorkbookWriter self = { results, book, style, names, cancellable };

  sp_sheet_names_reserve (names, SUMMARY);
  sp_sheet_names_reserve (names, QUALITY);
  set_properties (&self);

  return write_boards (&self, error) && write_whole (&self, SUMMARY, sp_summary_sheet_write, error) &&
         write_distances (&self, error) && write_whole (&self, QUALITY, sp_quality_sheet_write, error);
}

static void
set_failed (GError    **error,
            const char *cause)
{
  g_set_error (error, SP_FILE_ERROR, SP_FILE_ERROR_NOT_WRITABLE,
               _("The results cannot be written as a workbook: %s. Make room on the disk, then try again."), cause);
}

/* The library writes numbers as the language of the machine has them, and a comma is no point to a spreadsheet. Words
 * stay as they are. Only this thread is changed; set it back to what this returns, and free @own. */
static locale_t
use_points (locale_t *own)
{
  *own = newlocale (LC_NUMERIC_MASK, "C", duplocale (uselocale ((locale_t) 0)));

  return uselocale (*own);
}

static GBytes *
write_to (const char   *path,
          SpResults    *results,
          GCancellable *cancellable,
          GError      **error)
{
  lxw_workbook *book = workbook_new (path);
  g_autoptr(GError) cause = NULL;
  gboolean ok;
  char *data;
  gsize size;
  lxw_error failed;

  if (book == NULL)
    {
      set_failed (error, _("there is not enough memory"));
      return NULL;
    }

  ok = write_sheets (results, book, cancellable, error);
  failed = workbook_close (book);
  if (!ok)
    return NULL;

  if (failed != LXW_NO_ERROR)
    {
      set_failed (error, lxw_strerror (failed));
      return NULL;
    }
  if (!g_file_get_contents (path, &data, &size, &cause))
    {
      set_failed (error, cause->message);
      return NULL;
    }

  return g_bytes_new_take (data, size);
}

/**
 * sp_workbook_writer_to_bytes:
 * @results: results
 * @cancellable: (nullable): ends the work
 * @error: return location for an error
 *
 * Writes results as an Excel workbook: a sheet for each board, a summary, a sheet for each window of the distance
 * series, and how well all of it is known. What people wrote is always written as text, never as a formula. The same
 * results give the same bytes. Blocks; call it from a worker.
 *
 * Returns: (transfer full): the file, %NULL with %SP_FILE_ERROR_NOT_WRITABLE or %G_IO_ERROR_CANCELLED
 */
GBytes *
sp_workbook_writer_to_bytes (SpResults    *results,
                             GCancellable *cancellable,
                             GError      **error)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autoptr(GError) cause = NULL;
  GBytes *bytes;
  locale_t own, before;

  g_return_val_if_fail (SP_IS_RESULTS (results), NULL);

  /* The library writes to a name only. */
  folder = g_dir_make_tmp ("segment-podium-XXXXXX", &cause);
  if (folder == NULL)
    {
      set_failed (error, cause->message);
      return NULL;
    }

  path = g_build_filename (folder, "results.xlsx", NULL);
  before = use_points (&own);
  bytes = write_to (path, results, cancellable, error);
  uselocale (before);
  freelocale (own);
  g_unlink (path);
  g_rmdir (folder);

  return bytes;
}
