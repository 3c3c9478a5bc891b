/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-sheet-headers.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How many rows may stand above the headers: a title, a note. */
#define MAX_ROWS_ABOVE 20

/* Without case and spaces, and without a unit in brackets at the end where that is asked for. */
static char *
fold (const char *text,
      gboolean    without_unit)
{
  g_autofree char *lower = g_utf8_casefold (text, -1);
  g_autoptr(GString) bare = g_string_new (NULL);

  for (const char *s = lower; *s != '\0'; s = g_utf8_next_char (s))
    if (!g_unichar_isspace (g_utf8_get_char (s)))
      g_string_append_unichar (bare, g_utf8_get_char (s));

  if (without_unit && g_str_has_suffix (bare->str, ")") && strrchr (bare->str, '(') != NULL)
    g_string_truncate (bare, (gsize) (strrchr (bare->str, '(') - bare->str));

  return g_string_free (g_steal_pointer (&bare), FALSE);
}

/* From what a header may say to the index of its column. */
static GHashTable *
index_columns (const SpSheetColumn *columns,
               guint                n_columns)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n_columns; i++)
    {
      g_hash_table_insert (index, fold (columns[i].header, FALSE), GUINT_TO_POINTER (i));
      g_hash_table_insert (index, fold (columns[i].header, TRUE), GUINT_TO_POINTER (i));
    }

  return index;
}

static gboolean
look_up (GHashTable   *index,
         const SpCell *cell,
         guint        *column)
{
  g_autofree char *text = cell->kind == SP_CELL_TEXT ? fold (cell->text, FALSE) : NULL;
  gpointer value;

  if (text == NULL || !g_hash_table_lookup_extended (index, text, NULL, &value))
    return FALSE;

  *column = GPOINTER_TO_UINT (value);

  return TRUE;
}

/* The row that holds most headers, the first of such; the first row where none holds any. */
static guint
find_row (const SpXlsxSheet *sheet,
          GHashTable        *index)
{
  guint row = sp_xlsx_sheet_next_row (sheet, 0);
  guint best = row;
  guint most = 0;

  for (guint i = 0; row != 0 && i <= MAX_ROWS_ABOVE; i++, row = sp_xlsx_sheet_next_row (sheet, row))
    {
      guint n_cells, column;
      const SpCell *cells = sp_xlsx_sheet_get_row (sheet, row, &n_cells);
      guint n = 0;

      for (guint j = 0; j < n_cells; j++)
        n += look_up (index, &cells[j], &column);

      if (n > most)
        {
          most = n;
          best = row;
        }
    }

  return MAX (best, 1);
}

static void
add_missing (const SpXlsxSheet *sheet,
             guint              row,
             const char        *header,
             SpFaultList       *faults)
{
  g_autofree char *place = g_strdup_printf (_("row %u"), row);
  g_autofree char *message = g_strdup_printf (_("The column “%s” is missing"), header);

  sp_fault_list_add (faults, sp_workbook_fault_new (SP_FAULT_ERROR, sp_xlsx_sheet_get_name (sheet), place, message,
                                                    _("Add it in this row, in any place, spelt like this")));
}

static void
add_double (const SpXlsxSheet *sheet,
            const SpCell      *cell,
            const char        *header,
            SpFaultList       *faults)
{
  g_autofree char *place = sp_cell_ref_format (cell->row, cell->column);
  g_autofree char *message = g_strdup_printf (_("The column “%s” is there twice"), header);

  sp_fault_list_add (faults, sp_workbook_fault_new (SP_FAULT_ERROR, sp_xlsx_sheet_get_name (sheet), place, message,
                                                    _("Delete or rename one of the two")));
}

/**
 * sp_sheet_headers_find_sheet:
 * @book: a workbook
 * @name: a sheet's name
 *
 * Finds a sheet without regard to case and spaces in its name.
 *
 * Returns: (transfer none) (nullable): the first such sheet
 */
const SpXlsxSheet *
sp_sheet_headers_find_sheet (const SpXlsxBook *book,
                             const char       *name)
{
  g_autofree char *wanted = NULL;

  g_return_val_if_fail (book != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  wanted = fold (name, FALSE);
  for (guint i = 0; i < sp_xlsx_book_get_n_sheets (book); i++)
    {
      const SpXlsxSheet *sheet = sp_xlsx_book_get_sheet (book, i);
      g_autofree char *found = fold (sp_xlsx_sheet_get_name (sheet), FALSE);

      if (g_str_equal (found, wanted))
        return sheet;
    }

  return NULL;
}

/**
 * sp_sheet_headers_locate:
 * @sheet: a sheet
 * @columns: (array length=n_columns): the columns looked for
 * @n_columns: how many
 * @places: (array length=n_columns) (out caller-allocates): the column of the sheet for each, 0 where it is missing
 * @faults: where faults go
 *
 * Finds headers, in any order and without regard to case and spaces. Other columns are left alone. Columns that are
 * missing, or there twice, are noted in @faults.
 *
 * Returns: the row of the headers, from 1
 */
guint
sp_sheet_headers_locate (const SpXlsxSheet   *sheet,
                         const SpSheetColumn *columns,
                         guint                n_columns,
                         guint               *places,
                         SpFaultList         *faults)
{
  g_autoptr(GHashTable) index = index_columns (columns, n_columns);
  guint row = find_row (sheet, index);
  guint n_cells, column;
  const SpCell *cells = sp_xlsx_sheet_get_row (sheet, row, &n_cells);

  for (guint i = 0; i < n_columns; i++)
    places[i] = 0;

  for (guint i = 0; i < n_cells; i++)
    {
      if (!look_up (index, &cells[i], &column))
        continue;
      if (places[column] == 0)
        places[column] = cells[i].column;
      else
        add_double (sheet, &cells[i], columns[column].header, faults);
    }

  for (guint i = 0; i < n_columns; i++)
    if (places[i] == 0 && !columns[i].optional)
      add_missing (sheet, row, columns[i].header, faults);

  return row;
}
