/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a workbook without the package around them, whose checksums would stop most changes. The first byte says
 * which part it is. */
#include "fuzz/fuzz.h"

#include "files/sp-file-error.h"
#include "files/sp-xlsx-relations.h"
#include "files/sp-xlsx-sheet-parser.h"

static void
fuzz_sheet (GBytes  *part,
            GError **error)
{
  g_autoptr(SpXlsxStrings) strings = sp_xlsx_strings_parse (NULL, NULL, NULL);
  g_autoptr(SpXlsxStyles) styles = sp_xlsx_styles_parse (NULL, NULL, NULL);
  SpXlsxSheetContext context = { .strings = strings, .styles = styles };
  g_autoptr(SpXlsxSheet) sheet = sp_xlsx_sheet_parse ("fuzz", part, &context, NULL, error);
  guint previous = 0;
  guint row = 0;

  while (sheet != NULL && (row = sp_xlsx_sheet_next_row (sheet, row)) != 0)
    {
      guint n_cells;
      const SpCell *cells = sp_xlsx_sheet_get_row (sheet, row, &n_cells);

      g_assert_cmpuint (row, >, previous);
      g_assert_cmpuint (n_cells, >, 0);
      for (guint i = 0; i < n_cells; i++)
        g_assert_true (sp_xlsx_sheet_get_cell (sheet, row, cells[i].column) == &cells[i]);
      previous = row;
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) part = NULL;
  g_autoptr(GError) error = NULL;

  if (size == 0)
    return 0;
  part = g_bytes_new (data + 1, size - 1);

  if (data[0] == 's')
    {
      fuzz_sheet (part, &error);
    }
  else if (data[0] == 't')
    {
      g_autoptr(SpXlsxStrings) strings = sp_xlsx_strings_parse (part, NULL, &error);

      g_assert_true (strings == NULL || sp_xlsx_strings_lookup (strings, G_MAXUINT) == NULL);
    }
  else if (data[0] == 'y')
    {
      g_autoptr(SpXlsxStyles) styles = sp_xlsx_styles_parse (part, NULL, &error);

      g_assert_true (styles == NULL || sp_xlsx_styles_get_format (styles, G_MAXUINT) == SP_CELL_FORMAT_NONE);
    }
  else
    {
      g_autoptr(SpXlsxRelations) relations = sp_xlsx_relations_parse ("xl/a.xml", part, NULL, &error);

      g_assert_true (relations != NULL || error != NULL);
    }

  g_assert_true (error == NULL || error->domain == SP_FILE_ERROR);

  return 0;
}
