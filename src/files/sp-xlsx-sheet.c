/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-xlsx-sheet.h"

#include <glib/gi18n-lib.h>

#include "files/sp-file-error.h"

/* Only cells that hold something are kept, sorted: a cell in the last column costs no more than one in the first. */
struct _SpXlsxSheet
{
  char         *name;     /* (owned) */
  GArray       *cells;    /* (owned) (element-type SpCell): by row, then column once sealed */
  GStringChunk *texts;    /* (owned) */
  gboolean      unsorted;
  gboolean      sealed;
};

/**
 * sp_xlsx_sheet_new:
 * @name: its name
 *
 * Makes a sheet to be filled and sealed.
 *
 * Returns: (transfer full): an empty sheet
 */
SpXlsxSheet *
sp_xlsx_sheet_new (const char *name)
{
  SpXlsxSheet *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_new0 (SpXlsxSheet, 1);
  self->name = g_strdup (name);
  self->cells = g_array_new (FALSE, FALSE, sizeof (SpCell));
  self->texts = g_string_chunk_new (1024);

  return self;
}

/**
 * sp_xlsx_sheet_free:
 * @self: (transfer full): a sheet
 *
 * Frees @self with its cells.
 */
void
sp_xlsx_sheet_free (SpXlsxSheet *self)
{
  g_free (self->name);
  g_array_unref (self->cells);
  g_string_chunk_free (self->texts);
  g_free (self);
}

static int
compare_cells (gconstpointer a,
               gconstpointer b)
{
  const SpCell *x = a;
  const SpCell *y = b;

  if (x->row != y->row)
    return x->row < y->row ? -1 : 1;

  return (int) x->column - (int) y->column;
}

/**
 * sp_xlsx_sheet_keep:
 * @self: a sheet
 * @text: a text
 *
 * Copies a text for a cell to point at.
 *
 * Returns: (transfer none): the copy, which lives as long as the sheet
 */
const char *
sp_xlsx_sheet_keep (SpXlsxSheet *self,
                    const char  *text)
{
  g_return_val_if_fail (self != NULL && !self->sealed, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  return g_string_chunk_insert (self->texts, text);
}

/**
 * sp_xlsx_sheet_add:
 * @self: a sheet that is not sealed
 * @cell: a cell that is not empty; its text must live as long as the sheet
 *
 * Adds a cell, in any order.
 */
void
sp_xlsx_sheet_add (SpXlsxSheet  *self,
                   const SpCell *cell)
{
  g_return_if_fail (self != NULL && !self->sealed);
  g_return_if_fail (cell->kind != SP_CELL_EMPTY);

  if (self->cells->len > 0 && compare_cells (&g_array_index (self->cells, SpCell, self->cells->len - 1), cell) >= 0)
    self->unsorted = TRUE;
  g_array_append_vals (self->cells, cell, 1);
}

/**
 * sp_xlsx_sheet_seal:
 * @self: a sheet with all its cells
 * @error: return location for an error
 *
 * Ends filling. From here on the sheet is only read.
 *
 * Returns: %FALSE with %SP_FILE_ERROR_DAMAGED where two cells are in one place
 */
gboolean
sp_xlsx_sheet_seal (SpXlsxSheet  *self,
                    GError      **error)
{
  g_return_val_if_fail (self != NULL && !self->sealed, FALSE);

  self->sealed = TRUE;
  if (!self->unsorted)
    return TRUE;

  g_array_sort (self->cells, compare_cells);
  for (guint i = 1; i < self->cells->len; i++)
    {
      const SpCell *cell = &g_array_index (self->cells, SpCell, i);

      if (compare_cells (cell - 1, cell) == 0)
        {
          g_autofree char *ref = sp_cell_ref_format (cell->row, cell->column);

          g_set_error (error, SP_FILE_ERROR, SP_FILE_ERROR_DAMAGED,
                       _("The workbook is damaged: the sheet “%s” holds the cell %s twice. "
                         "Save it again with a spreadsheet program."), self->name, ref);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * sp_xlsx_sheet_get_name:
 * @self: a sheet
 *
 * Returns: (transfer none): its name, as on its tab
 */
const char *
sp_xlsx_sheet_get_name (const SpXlsxSheet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

/**
 * sp_xlsx_sheet_get_all:
 * @self: a sealed sheet
 * @n_cells: (out): how many cells
 *
 * Returns: (transfer none) (array length=n_cells) (nullable): the cells that hold something, by row, then column
 */
const SpCell *
sp_xlsx_sheet_get_all (const SpXlsxSheet *self,
                       guint             *n_cells)
{
  g_return_val_if_fail (self != NULL && self->sealed, NULL);

  *n_cells = self->cells->len;

  return (const SpCell *) (gpointer) self->cells->data;
}

/* The first cell not before that place. */
static guint
lower_bound (const SpXlsxSheet *self,
             guint              row,
             guint              column)
{
  const SpCell place = { .row = row, .column = (guint16) column };
  guint low = 0;
  guint high = self->cells->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_cells (&g_array_index (self->cells, SpCell, middle), &place) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/**
 * sp_xlsx_sheet_get_cell:
 * @self: a sealed sheet
 * @row: from 1
 * @column: from 1
 *
 * Returns: (transfer none): the cell there, an empty one where nothing is
 */
const SpCell *
sp_xlsx_sheet_get_cell (const SpXlsxSheet *self,
                        guint              row,
                        guint              column)
{
  static const SpCell empty = { .kind = SP_CELL_EMPTY };
  const SpCell *cell;
  guint i;

  g_return_val_if_fail (self != NULL && self->sealed, NULL);
  g_return_val_if_fail (row >= 1 && row <= SP_CELL_MAX_ROW, NULL);
  g_return_val_if_fail (column >= 1 && column <= SP_CELL_MAX_COLUMN, NULL);

  i = lower_bound (self, row, column);
  if (i == self->cells->len)
    return &empty;

  cell = &g_array_index (self->cells, SpCell, i);

  return cell->row == row && cell->column == column ? cell : &empty;
}

/**
 * sp_xlsx_sheet_get_row:
 * @self: a sealed sheet
 * @row: from 1
 * @n_cells: (out): how many cells
 *
 * Returns: (transfer none) (array length=n_cells) (nullable): the cells of a row that hold something, by column
 */
const SpCell *
sp_xlsx_sheet_get_row (const SpXlsxSheet *self,
                       guint              row,
                       guint             *n_cells)
{
  guint first, end;

  g_return_val_if_fail (self != NULL && self->sealed, NULL);
  g_return_val_if_fail (row >= 1 && row <= SP_CELL_MAX_ROW, NULL);

  first = lower_bound (self, row, 0);
  end = lower_bound (self, row + 1, 0);
  *n_cells = end - first;

  return end > first ? &g_array_index (self->cells, SpCell, first) : NULL;
}

/**
 * sp_xlsx_sheet_next_row:
 * @self: a sealed sheet
 * @after: a row, or 0 for the first
 *
 * Returns: the next row that holds something, 0 after the last
 */
guint
sp_xlsx_sheet_next_row (const SpXlsxSheet *self,
                        guint              after)
{
  guint i;

  g_return_val_if_fail (self != NULL && self->sealed, 0);

  i = lower_bound (self, after + 1, 0);

  return i < self->cells->len ? g_array_index (self->cells, SpCell, i).row : 0;
}
