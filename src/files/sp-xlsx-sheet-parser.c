/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-xlsx-sheet-parser.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "api/sp-time.h"
#include "files/sp-brief.h"
#include "files/sp-file-error.h"
#include "files/sp-serial.h"
#include "files/sp-xlsx-text.h"
#include "files/sp-xml.h"

typedef struct
{
  SpXlsxSheet        *sheet;       /* (owned) */
  SpXlsxSheetContext *context;     /* (unowned) */
  guint               row;         /* of the row, or the last one, 0 before the first */
  guint               column;      /* of the cell, or the last one, 0 before the first */
  gboolean            in_row;
  gboolean            in_cell;
  gboolean            in_inline;
  char                type[16];    /* as the file names it */
  guint               style;
  gboolean            has_formula;
  gboolean            has_value;
  GString            *value;       /* (owned) */
  SpXlsxText          text;
} SpXlsxSheetParser;

static gboolean
damaged_place (SpXlsxSheetParser  *self,
               const char         *ref,
               GError            **error)
{
  g_autofree char *brief = sp_brief (ref);

  g_set_error (error, SP_FILE_ERROR, SP_FILE_ERROR_DAMAGED,
               _("The workbook is damaged: the sheet “%s” holds a cell at “%s”, where no cell can be. "
                 "Save it again with a spreadsheet program."),
               sp_xlsx_sheet_get_name (self->sheet), brief);

  return FALSE;
}

static gboolean
start_row (SpXlsxSheetParser  *self,
           const char        **attributes,
           GError            **error)
{
  const char *ref = sp_xml_attribute (attributes, "r");

  self->row++;
  self->column = 0;
  self->in_row = TRUE;

  if (ref != NULL && (!sp_xml_attribute_uint (attributes, "r", SP_CELL_MAX_ROW, &self->row) || self->row == 0))
    return damaged_place (self, ref, error);
  if (self->row > SP_CELL_MAX_ROW)
    return damaged_place (self, "1048577", error);

  return TRUE;
}

static gboolean
start_cell (SpXlsxSheetParser  *self,
            const char        **attributes,
            GError            **error)
{
  const char *ref = sp_xml_attribute (attributes, "r");
  const char *type = sp_xml_attribute (attributes, "t");
  guint row = self->row;

  self->column++;
  if (ref != NULL && !sp_cell_ref_parse (ref, &row, &self->column))
    return damaged_place (self, ref, error);
  if (row != self->row || self->column > SP_CELL_MAX_COLUMN)
    return damaged_place (self, ref != NULL ? ref : "XFE", error);

  self->in_cell = TRUE;
  self->in_inline = FALSE;
  self->has_formula = FALSE;
  self->has_value = FALSE;
  self->style = 0;
  sp_xml_attribute_uint (attributes, "s", G_MAXINT, &self->style);
  g_strlcpy (self->type, type != NULL ? type : "n", sizeof self->type);
  g_string_truncate (self->value, 0);
  sp_xlsx_text_reset (&self->text);

  return TRUE;
}

static gboolean
sheet_start (gpointer      user_data,
             const char   *name,
             const char  **attributes,
             GError      **error)
{
  SpXlsxSheetParser *self = user_data;

  if (self->in_inline)
    sp_xlsx_text_start (&self->text, name);
  else if (g_str_equal (name, "row"))
    return start_row (self, attributes, error);
  else if (self->in_row && g_str_equal (name, "c"))
    return start_cell (self, attributes, error);
  else if (self->in_cell && g_str_equal (name, "f"))
    self->has_formula = TRUE;
  else if (self->in_cell && g_str_equal (name, "is"))
    self->in_inline = TRUE;

  return TRUE;
}

static gboolean
take_number (SpXlsxSheetParser  *self,
             SpCell             *cell,
             GError            **error)
{
  const char *text = g_strstrip (self->value->str);
  char *end;

  cell->kind = SP_CELL_NUMBER;
  cell->number = g_ascii_strtod (text, &end);

  if (end == text || *end != '\0' || !isfinite (cell->number))
    {
      g_autofree char *ref = sp_cell_ref_format (self->row, self->column);

      g_set_error (error, SP_FILE_ERROR, SP_FILE_ERROR_DAMAGED,
                   _("The workbook is damaged: the cell %s of the sheet “%s” should hold a number. "
                     "Save it again with a spreadsheet program."), ref, sp_xlsx_sheet_get_name (self->sheet));
      return FALSE;
    }

  return TRUE;
}

static gboolean
take_shared_string (SpXlsxSheetParser  *self,
                    SpCell             *cell,
                    GError            **error)
{
  guint64 index;

  if (g_ascii_string_to_unsigned (self->value->str, 10, 0, G_MAXUINT, &index, NULL))
    cell->text = sp_xlsx_strings_lookup (self->context->strings, (guint) index);

  if (cell->text == NULL)
    {
      g_autofree char *ref = sp_cell_ref_format (self->row, self->column);

      g_set_error (error, SP_FILE_ERROR, SP_FILE_ERROR_DAMAGED,
                   _("The workbook is damaged: the text of the cell %s of the sheet “%s” is missing. "
                     "Save it again with a spreadsheet program, or fetch another copy."),
                   ref, sp_xlsx_sheet_get_name (self->sheet));
      return FALSE;
    }

  cell->kind = cell->text[0] != '\0' ? SP_CELL_TEXT : SP_CELL_EMPTY;

  return TRUE;
}

/* A date written out, as ISO 8601 has it. What is none stays text, so that the fault is told at its cell. */
static void
take_date (SpXlsxSheetParser *self,
           SpCell            *cell)
{
  gint64 local_s;
  gboolean is_date;

  if (sp_time_parse_iso (g_strstrip (self->value->str), &local_s, &is_date))
    {
      cell->kind = SP_CELL_NUMBER;
      cell->number = sp_serial_from_local_s (local_s, self->context->date_1904);
      cell->format = is_date ? SP_CELL_FORMAT_DATE : SP_CELL_FORMAT_DATE | SP_CELL_FORMAT_TIME;
    }
  else
    {
      cell->kind = SP_CELL_TEXT;
      cell->text = sp_xlsx_sheet_keep (self->sheet, self->value->str);
    }
}

static void
take_text (SpXlsxSheetParser *self,
           SpCell            *cell)
{
  if (self->text.text->len == 0)
    return;

  cell->kind = SP_CELL_TEXT;
  cell->text = sp_xlsx_sheet_keep (self->sheet, self->text.text->str);
}

static gboolean
take_value (SpXlsxSheetParser  *self,
            SpCell             *cell,
            GError            **error)
{
  cell->format = (guint8) sp_xlsx_styles_get_format (self->context->styles, self->style);

  if (g_str_equal (self->type, "inlineStr"))
    {
      take_text (self, cell);
    }
  else if (g_str_equal (self->type, "str") && (self->has_value || !self->has_formula))
    {
      sp_xlsx_text_append (self->text.text, self->value->str);
      take_text (self, cell);
    }
  else if (self->value->len == 0)
    {
      cell->kind = self->has_formula ? SP_CELL_FORMULA : SP_CELL_EMPTY;
    }
  else if (g_str_equal (self->type, "s"))
    {
      return take_shared_string (self, cell, error);
    }
  else if (g_str_equal (self->type, "e"))
    {
      cell->kind = SP_CELL_ERROR;
      cell->text = sp_xlsx_sheet_keep (self->sheet, self->value->str);
    }
  else if (g_str_equal (self->type, "b"))
    {
      cell->kind = SP_CELL_BOOLEAN;
      cell->number = g_str_equal (self->value->str, "1") || g_ascii_strcasecmp (self->value->str, "true") == 0;
    }
  else if (g_str_equal (self->type, "d"))
    {
      take_date (self, cell);
    }
  else
    {
      return take_number (self, cell, error);
    }

  return TRUE;
}

static gboolean
end_cell (SpXlsxSheetParser  *self,
          GError            **error)
{
  SpCell cell = { .row = self->row, .column = (guint16) self->column };

  self->in_cell = FALSE;

  if (!take_value (self, &cell, error))
    return FALSE;
  if (cell.kind == SP_CELL_EMPTY)
    return TRUE;

  if (++self->context->n_cells > SP_XLSX_MAX_CELLS)
    {
      g_set_error (error, SP_FILE_ERROR, SP_FILE_ERROR_REFUSED,
                   _("The workbook holds more than %d filled cells and was not opened. "
                     "Copy the sheets of the competition into a new workbook."), SP_XLSX_MAX_CELLS);
      return FALSE;
    }

  sp_xlsx_sheet_add (self->sheet, &cell);

  return TRUE;
}

static gboolean
sheet_end (gpointer     user_data,
           const char  *name,
           const char  *text,
           GError     **error)
{
  SpXlsxSheetParser *self = user_data;

  if (self->in_inline && g_str_equal (name, "is"))
    self->in_inline = FALSE;
  else if (self->in_inline)
    sp_xlsx_text_end (&self->text, name, text);
  else if (self->in_cell && g_str_equal (name, "v"))
    {
      g_string_assign (self->value, text);
      self->has_value = TRUE;
    }
  else if (self->in_cell && g_str_equal (name, "c"))
    return end_cell (self, error);
  else if (g_str_equal (name, "row"))
    self->in_row = FALSE;

  return TRUE;
}

/**
 * sp_xlsx_sheet_parse:
 * @name: the sheet's name
 * @part: the sheet's part
 * @context: what the sheets of the workbook share; its count of cells goes up
 * @cancellable: (nullable): ends the work
 * @error: return location for an error
 *
 * Reads a sheet. Its cells point into the shared strings of @context, which must live longer.
 *
 * Returns: (transfer full): the sheet, sealed, %NULL with an error of [error@FileError], or %G_IO_ERROR_CANCELLED
 */
SpXlsxSheet *
sp_xlsx_sheet_parse (const char          *name,
                     GBytes              *part,
                     SpXlsxSheetContext  *context,
                     GCancellable        *cancellable,
                     GError             **error)
{
  static const SpXmlHandler handler = { sheet_start, sheet_end };
  g_autoptr(SpXlsxSheet) sheet = sp_xlsx_sheet_new (name);
  SpXlsxSheetParser self = { .sheet = sheet, .context = context };
  gboolean ok;

  g_return_val_if_fail (context != NULL, NULL);

  self.value = g_string_new (NULL);
  sp_xlsx_text_init (&self.text);

  ok = sp_xml_parse (part, &handler, &self, cancellable, error) && sp_xlsx_sheet_seal (sheet, error);

  g_string_free (self.value, TRUE);
  sp_xlsx_text_clear (&self.text);

  return ok ? g_steal_pointer (&sheet) : NULL;
}
