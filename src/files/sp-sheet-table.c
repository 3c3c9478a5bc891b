/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-sheet-table.h"

#include <glib/gi18n-lib.h>

struct _SpSheetTable
{
  const SpXlsxSheet *sheet;     /* (unowned) */
  SpFaultList       *faults;    /* (unowned) */
  guint              n_columns;
  guint              places[SP_SHEET_MAX_COLUMNS]; /* column in the sheet, 0 where it is missing */
  guint              row;
  guint              n_rows;
  gboolean           date_1904;
};

static void
add_fault (SpSheetTable    *self,
           SpFaultSeverity  severity,
           const char      *place,
           const char      *message,
           const char      *remedy)
{
  sp_fault_list_add (self->faults,
                     sp_workbook_fault_new (severity, sp_xlsx_sheet_get_name (self->sheet), place, message, remedy));
}

/**
 * sp_sheet_table_new:
 * @book: the sheet's workbook
 * @sheet: a sheet; must live longer
 * @columns: (array length=n_columns): the columns
 * @n_columns: how many, %SP_SHEET_MAX_COLUMNS at most
 * @faults: where faults go; must live longer
 *
 * Finds the headers of a table, in any order and without regard to case and spaces. Other columns are left alone.
 * Missing columns, and those that are there twice, are noted in @faults.
 *
 * Returns: (transfer full): the table, before its first row
 */
SpSheetTable *
sp_sheet_table_new (const SpXlsxBook    *book,
                    const SpXlsxSheet   *sheet,
                    const SpSheetColumn *columns,
                    guint                n_columns,
                    SpFaultList         *faults)
{
  SpSheetTable *self;

  g_return_val_if_fail (book != NULL && sheet != NULL, NULL);
  g_return_val_if_fail (n_columns <= SP_SHEET_MAX_COLUMNS, NULL);
  g_return_val_if_fail (faults != NULL, NULL);

  self = g_new0 (SpSheetTable, 1);
  self->sheet = sheet;
  self->n_columns = n_columns;
  self->faults = faults;
  self->date_1904 = sp_xlsx_book_is_date_1904 (book);
  self->row = sp_sheet_headers_locate (sheet, columns, n_columns, self->places, faults);

  return self;
}

/**
 * sp_sheet_table_free:
 * @self: (transfer full): a table
 *
 * Frees @self; the sheet stays.
 */
void
sp_sheet_table_free (SpSheetTable *self)
{
  g_free (self);
}

/* Whether a cell says nothing: blank, or only spaces. */
static gboolean
is_blank (const SpCell *cell)
{
  const char *s = cell->text;

  if (cell->kind != SP_CELL_TEXT)
    return cell->kind == SP_CELL_EMPTY;

  while (*s != '\0' && g_unichar_isspace (g_utf8_get_char (s)))
    s = g_utf8_next_char (s);

  return *s == '\0';
}

static gboolean
is_blank_row (SpSheetTable *self)
{
  for (guint column = 0; column < self->n_columns; column++)
    if (sp_sheet_table_get (self, column)->kind != SP_CELL_EMPTY)
      return FALSE;

  return TRUE;
}

/**
 * sp_sheet_table_next:
 * @self: a table
 *
 * Goes to the next row that says something in one of the columns.
 *
 * Returns: %FALSE after the last
 */
gboolean
sp_sheet_table_next (SpSheetTable *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  do
    {
      self->row = sp_xlsx_sheet_next_row (self->sheet, self->row);
      if (self->row == 0)
        return FALSE;
    }
  while (is_blank_row (self));

  if (++self->n_rows > SP_SHEET_TABLE_MAX_ROWS)
    {
      g_autofree char *place = g_strdup_printf (_("row %u"), self->row);
      g_autofree char *message = g_strdup_printf (_("The sheet has more than %d rows"), SP_SHEET_TABLE_MAX_ROWS);

      add_fault (self, SP_FAULT_ERROR, place, message, _("Delete the rows that do not belong to the competition"));
      return FALSE;
    }

  return TRUE;
}

/**
 * sp_sheet_table_get_row:
 * @self: a table
 *
 * Returns: the row it is at, from 1, as the sheet counts
 */
guint
sp_sheet_table_get_row (const SpSheetTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->row;
}

/**
 * sp_sheet_table_has:
 * @self: a table
 * @column: index of a column
 *
 * Returns: whether the sheet has it
 */
gboolean
sp_sheet_table_has (const SpSheetTable *self,
                    guint               column)
{
  g_return_val_if_fail (self != NULL && column < self->n_columns, FALSE);

  return self->places[column] != 0;
}

/**
 * sp_sheet_table_get:
 * @self: a table at a row
 * @column: index of a column
 *
 * Returns: (transfer none): the cell; an empty one where it holds but spaces, or where the column is missing
 */
const SpCell *
sp_sheet_table_get (const SpSheetTable *self,
                    guint               column)
{
  static const SpCell empty = { .kind = SP_CELL_EMPTY };
  const SpCell *cell;

  g_return_val_if_fail (self != NULL && column < self->n_columns, &empty);

  if (self->places[column] == 0 || self->row == 0)
    return &empty;

  cell = sp_xlsx_sheet_get_cell (self->sheet, self->row, self->places[column]);

  return is_blank (cell) ? &empty : cell;
}

/**
 * sp_sheet_table_is_1904:
 * @self: a table
 *
 * Returns: whether its dates count from 1904
 */
gboolean
sp_sheet_table_is_1904 (const SpSheetTable *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->date_1904;
}

/**
 * sp_sheet_table_ref:
 * @self: a table at a row
 * @column: index of a column
 *
 * Returns: (transfer full): the name of the cell, of the row where the column is missing
 */
char *
sp_sheet_table_ref (const SpSheetTable *self,
                    guint               column)
{
  g_return_val_if_fail (self != NULL && column < self->n_columns, NULL);

  if (self->places[column] == 0)
    return g_strdup_printf (_("row %u"), self->row);

  return sp_cell_ref_format (self->row, self->places[column]);
}

/**
 * sp_sheet_table_fault:
 * @self: a table at a row
 * @severity: how bad it is
 * @column: index of the column it is in
 * @remedy: what to do
 * @format: what is wrong, as by printf()
 * @...: for @format
 *
 * Notes a fault at a cell of the row.
 */
void
sp_sheet_table_fault (SpSheetTable    *self,
                      SpFaultSeverity  severity,
                      guint            column,
                      const char      *remedy,
                      const char      *format,
                      ...)
{
  g_autofree char *place = sp_sheet_table_ref (self, column);
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  add_fault (self, severity, place, message, remedy);
}
