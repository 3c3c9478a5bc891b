/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-cell.h"

/**
 * sp_cell_ref_format:
 * @row: from 1
 * @column: from 1
 *
 * Names a cell the way a spreadsheet does.
 *
 * Returns: (transfer full): such as "B7"
 */
char *
sp_cell_ref_format (guint row,
                    guint column)
{
  char letters[8];
  gsize i = sizeof letters - 1;

  g_return_val_if_fail (row >= 1 && row <= SP_CELL_MAX_ROW, NULL);
  g_return_val_if_fail (column >= 1 && column <= SP_CELL_MAX_COLUMN, NULL);

  letters[i] = '\0';
  for (guint rest = column; rest > 0; rest = (rest - 1) / 26)
    letters[--i] = (char) ('A' + (rest - 1) % 26);

  return g_strdup_printf ("%s%u", letters + i, row);
}

/**
 * sp_cell_ref_parse:
 * @ref: such as "B7"
 * @row: (out): from 1
 * @column: (out): from 1
 *
 * Takes a cell's name apart.
 *
 * Returns: %FALSE where @ref names no cell a spreadsheet can hold
 */
gboolean
sp_cell_ref_parse (const char *ref,
                   guint      *row,
                   guint      *column)
{
  const char *s = ref;
  guint r = 0;
  guint c = 0;

  g_return_val_if_fail (ref != NULL, FALSE);
  g_return_val_if_fail (row != NULL && column != NULL, FALSE);

  for (; g_ascii_isalpha (*s) && c <= SP_CELL_MAX_COLUMN; s++)
    c = c * 26 + (guint) (g_ascii_toupper (*s) - 'A' + 1);
  for (; g_ascii_isdigit (*s) && r <= SP_CELL_MAX_ROW; s++)
    r = r * 10 + (guint) g_ascii_digit_value (*s);

  if (*s != '\0' || c < 1 || c > SP_CELL_MAX_COLUMN || r < 1 || r > SP_CELL_MAX_ROW)
    return FALSE;

  *row = r;
  *column = c;

  return TRUE;
}
