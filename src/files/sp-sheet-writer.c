/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-sheet-writer.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "api/sp-time.h"
#include "files/sp-file-error.h"
#include "files/sp-serial.h"
#include "files/sp-xlsx-text.h"

#define MAX_COLUMNS 24
#define MIN_WIDTH 6
#define MAX_WIDTH 60

/* A cell holds 32,767 characters at most, escapes included. */
#define MAX_TEXT 4000

typedef enum
{
  KIND_TEXT,
  KIND_COUNT,
  KIND_DECIMAL,
  KIND_DURATION,
  KIND_DAY,
  KIND_TIME,
  N_KINDS,
} SpSheetKind;

struct _SpWorkbookStyle
{
  lxw_format *header;                             /* (unowned): of the workbook */
  lxw_format *formats[SP_SHEET_N_FILLS][N_KINDS]; /* (unowned): of the workbook */
};

struct _SpSheetWriter
{
  lxw_worksheet         *sheet; /* (unowned): of the workbook */
  const SpWorkbookStyle *style; /* (unowned) */
  guint                  row;
  guint                  column;
  guint                  n_columns;
  guint                  widths[MAX_COLUMNS];
  SpSheetFill            fill;
  gboolean               started;
  gboolean               frozen;
  lxw_error              failed;
};

/**
 * sp_workbook_style_new:
 * @book: a workbook that is being written
 *
 * Makes the looks of cells. They belong to @book.
 *
 * Returns: (transfer full): the looks
 */
SpWorkbookStyle *
sp_workbook_style_new (lxw_workbook *book)
{
  static const lxw_color_t fills[SP_SHEET_N_FILLS] = { 0, 0xFFD89C, 0xC9EFEA, 0xEFB5EF };
  static const char * const codes[N_KINDS] = { NULL, "0", "0.00", "[h]:mm:ss", "yyyy-mm-dd", "yyyy-mm-dd hh:mm:ss" };
  SpWorkbookStyle *self = g_new0 (SpWorkbookStyle, 1);

  self->header = workbook_add_format (book);
  format_set_bold (self->header);
  format_set_bottom (self->header, LXW_BORDER_THIN);

  for (guint fill = 0; fill < SP_SHEET_N_FILLS; fill++)
    for (guint kind = 0; kind < N_KINDS; kind++)
      {
        lxw_format *format = workbook_add_format (book);

        if (codes[kind] != NULL)
          format_set_num_format (format, codes[kind]);
        if (fill != SP_SHEET_FILL_NONE)
          {
            format_set_pattern (format, LXW_PATTERN_SOLID);
            format_set_bg_color (format, fills[fill]);
          }
        self->formats[fill][kind] = format;
      }

  return self;
}

/**
 * sp_workbook_style_free:
 * @self: (transfer full): looks of cells
 *
 * Frees @self; the looks themselves go with their workbook.
 */
void
sp_workbook_style_free (SpWorkbookStyle *self)
{
  g_free (self);
}

/**
 * sp_sheet_writer_new:
 * @book: a workbook that is being written
 * @style: its looks; must live longer
 * @name: a legal name that no other sheet of @book has
 * @error: return location for an error
 *
 * Adds a sheet to be filled row by row, from left to right; end with sp_sheet_writer_end().
 *
 * Returns: (transfer full): the sheet, %NULL with %SP_FILE_ERROR_NOT_WRITABLE
 */
SpSheetWriter *
sp_sheet_writer_new (lxw_workbook    *book,
                     SpWorkbookStyle *style,
                     const char      *name,
                     GError         **error)
{
  lxw_worksheet *sheet = workbook_add_worksheet (book, name);
  SpSheetWriter *self;

  if (sheet == NULL)
    {
      g_set_error (error, SP_FILE_ERROR, SP_FILE_ERROR_NOT_WRITABLE,
                   _("The sheet “%s” cannot be written. Give the segment another name, then try again."), name);
      return NULL;
    }

  self = g_new0 (SpSheetWriter, 1);
  self->sheet = sheet;
  self->style = style;
  worksheet_set_landscape (sheet);
  worksheet_fit_to_pages (sheet, 1, 0);

  return self;
}

/**
 * sp_sheet_writer_end:
 * @self: (transfer full): a sheet
 * @error: return location for an error
 *
 * Ends filling, sets the widths of columns and frees @self.
 *
 * Returns: %FALSE with %SP_FILE_ERROR_NOT_WRITABLE where a cell could not be written
 */
gboolean
sp_sheet_writer_end (SpSheetWriter *self,
                     GError       **error)
{
  lxw_error failed = self->failed;

  for (guint i = 0; i < self->n_columns; i++)
    worksheet_set_column (self->sheet, (lxw_col_t) i, (lxw_col_t) i,
                          CLAMP (self->widths[i], MIN_WIDTH, MAX_WIDTH) + 2, NULL);
  g_free (self);

  if (failed == LXW_NO_ERROR)
    return TRUE;

  g_set_error (error, SP_FILE_ERROR, SP_FILE_ERROR_NOT_WRITABLE,
               _("The results cannot be written as a workbook (%s). Save them as .csv or .json instead."),
               lxw_strerror (failed));
  return FALSE;
}

static void
note (SpSheetWriter *self,
      lxw_error      failed,
      guint          width)
{
  if (failed != LXW_NO_ERROR && self->failed == LXW_NO_ERROR)
    self->failed = failed;
  self->widths[self->column] = MAX (self->widths[self->column], width);
  self->column++;
  self->n_columns = MAX (self->n_columns, self->column);
}

static lxw_format *
look (SpSheetWriter *self,
      SpSheetKind    kind)
{
  return self->style->formats[self->fill][kind];
}

static void
blank (SpSheetWriter *self)
{
  note (self, worksheet_write_blank (self->sheet, self->row, (lxw_col_t) self->column, look (self, KIND_TEXT)), 0);
}

static void
number (SpSheetWriter *self,
        double         value,
        SpSheetKind    kind,
        guint          width)
{
  g_return_if_fail (self->started && self->column < MAX_COLUMNS);

  if (!isfinite (value))
    blank (self);
  else
    note (self, worksheet_write_number (self->sheet, self->row, (lxw_col_t) self->column, value, look (self, kind)),
          width);
}

/**
 * sp_sheet_writer_row:
 * @self: a sheet
 * @fill: the colour behind it
 *
 * Begins the next row.
 */
void
sp_sheet_writer_row (SpSheetWriter *self,
                     SpSheetFill    fill)
{
  if (self->started)
    self->row++;
  self->started = TRUE;
  self->column = 0;
  self->fill = fill;
}

/**
 * sp_sheet_writer_header:
 * @self: a sheet
 * @titles: (array zero-terminated=1): the titles of columns
 *
 * Begins a table in the next row. The first one of a sheet stays in sight when it is scrolled.
 */
void
sp_sheet_writer_header (SpSheetWriter      *self,
                        const char * const *titles)
{
  sp_sheet_writer_row (self, SP_SHEET_FILL_NONE);
  for (guint i = 0; titles[i] != NULL; i++)
    note (self, worksheet_write_string (self->sheet, self->row, (lxw_col_t) i, titles[i], self->style->header),
          (guint) g_utf8_strlen (titles[i], -1));

  if (!self->frozen)
    worksheet_freeze_panes (self->sheet, self->row + 1, 0);
  self->frozen = TRUE;
}

/**
 * sp_sheet_writer_text:
 * @self: a sheet at a row
 * @text: (nullable): a text; always written as one, never as a formula
 *
 * Writes the next cell.
 */
void
sp_sheet_writer_text (SpSheetWriter *self,
                      const char    *text)
{
  g_autofree char *brief = NULL;
  g_autofree char *escaped = NULL;
  glong length = text != NULL ? g_utf8_strlen (text, -1) : 0;

  g_return_if_fail (self->started && self->column < MAX_COLUMNS);

  if (length == 0)
    {
      blank (self);
      return;
    }

  brief = g_utf8_substring (text, 0, MIN (length, MAX_TEXT));
  escaped = sp_xlsx_text_escape (brief);
  note (self, worksheet_write_string (self->sheet, self->row, (lxw_col_t) self->column, escaped,
                                      look (self, KIND_TEXT)), (guint) MIN (length, MAX_WIDTH));
}

/**
 * sp_sheet_writer_count:
 * @self: a sheet at a row
 * @value: a whole number, NaN for none
 *
 * Writes the next cell.
 */
void
sp_sheet_writer_count (SpSheetWriter *self,
                       double         value)
{
  number (self, value, KIND_COUNT, 6);
}

/**
 * sp_sheet_writer_decimal:
 * @self: a sheet at a row
 * @value: a number, NaN for none
 *
 * Writes the next cell, rounded to two decimals.
 */
void
sp_sheet_writer_decimal (SpSheetWriter *self,
                         double         value)
{
  number (self, round (value * 100) / 100, KIND_DECIMAL, 8);
}

/**
 * sp_sheet_writer_duration:
 * @self: a sheet at a row
 * @seconds: how long, NaN for none
 *
 * Writes the next cell, shown as h:mm:ss.
 */
void
sp_sheet_writer_duration (SpSheetWriter *self,
                          double         seconds)
{
  number (self, seconds / SP_TIME_DAY_S, KIND_DURATION, 8);
}

/**
 * sp_sheet_writer_local_time:
 * @self: a sheet at a row
 * @local_s: naive local seconds, or %SP_TIME_UNKNOWN
 * @day_only: whether the time of day is left out
 *
 * Writes the next cell, shown as date or as date and time.
 */
void
sp_sheet_writer_local_time (SpSheetWriter *self,
                            gint64         local_s,
                            gboolean       day_only)
{
  if (local_s == SP_TIME_UNKNOWN)
    number (self, NAN, KIND_TIME, 0);
  else if (day_only)
    number (self, sp_serial_from_local_s (sp_time_get_day (local_s) * SP_TIME_DAY_S, FALSE), KIND_DAY, 10);
  else
    number (self, sp_serial_from_local_s (local_s, FALSE), KIND_TIME, 19);
}
