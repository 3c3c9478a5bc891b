/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-xlsx-book.h"

#include <glib/gi18n-lib.h>

#include "files/sp-brief.h"
#include "files/sp-file-bytes.h"
#include "files/sp-file-error.h"
#include "files/sp-xlsx-relations.h"
#include "files/sp-xlsx-sheet-parser.h"
#include "files/sp-xlsx-text.h"
#include "files/sp-xml.h"
#include "files/sp-zip-parts.h"

struct _SpXlsxBook
{
  SpXlsxStrings *strings; /* (owned): cells point into it */
  GPtrArray     *sheets;  /* (owned) (element-type SpXlsxSheet) */
  gboolean       date_1904;
};

/* What the workbook's own part says, before any sheet is read. */
typedef struct
{
  const SpXlsxRelations *relations;   /* (unowned) */
  GPtrArray             *sheet_names; /* (owned) (element-type utf8) */
  GPtrArray             *sheet_parts; /* (owned) (element-type utf8) */
  GHashTable            *seen;        /* (owned) (element-type utf8): parts; points into @sheet_parts */
  gboolean               is_workbook;
  gboolean               date_1904;
} SpXlsxOutline;

static void
sp_xlsx_outline_clear (SpXlsxOutline *self)
{
  g_hash_table_unref (self->seen);
  g_ptr_array_unref (self->sheet_names);
  g_ptr_array_unref (self->sheet_parts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpXlsxOutline, sp_xlsx_outline_clear)

static gboolean
outline_sheet (SpXlsxOutline  *self,
               const char    **attributes,
               GError        **error)
{
  const char *name = sp_xml_attribute (attributes, "name");
  const char *id = sp_xml_attribute_relationship (attributes);
  const char *part = id != NULL ? sp_xlsx_relations_by_id (self->relations, id, "worksheet") : NULL;
  g_autoptr(GString) plain = g_string_new (NULL);

  /* Sheets of charts and of macros hold no cells. */
  if (name == NULL || part == NULL)
    return TRUE;

  if (g_hash_table_contains (self->seen, part))
    {
      g_autofree char *brief = sp_brief (name);

      g_set_error (error, SP_FILE_ERROR, SP_FILE_ERROR_DAMAGED,
                   _("The workbook is damaged: the sheet “%s” is the same as another one. "
                     "Save it again with a spreadsheet program."), brief);
      return FALSE;
    }

  sp_xlsx_text_append (plain, name);
  g_ptr_array_add (self->sheet_names, g_strdup (plain->str));
  g_ptr_array_add (self->sheet_parts, g_strdup (part));
  g_hash_table_add (self->seen, g_ptr_array_index (self->sheet_parts, self->sheet_parts->len - 1));

  return TRUE;
}

static gboolean
outline_start (gpointer      user_data,
               const char   *name,
               const char  **attributes,
               GError      **error)
{
  SpXlsxOutline *self = user_data;

  if (g_str_equal (name, "workbook"))
    self->is_workbook = TRUE;
  else if (g_str_equal (name, "workbookPr"))
    self->date_1904 = sp_xml_attribute_boolean (attributes, "date1904");
  else if (g_str_equal (name, "sheet"))
    return outline_sheet (self, attributes, error);

  return TRUE;
}

static void
set_not_a_workbook (GError **error)
{
  g_set_error_literal (error, SP_FILE_ERROR, SP_FILE_ERROR_NOT_A_WORKBOOK,
                       _("This file is of another kind than an Excel workbook (.xlsx). "
                         "Save it as .xlsx, then open that."));
}

static SpXlsxRelations *
load_relations (SpZipParts    *parts,
                const char    *source,
                const char    *also,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autofree char *name = sp_xlsx_relations_part_name (source);
  const char *names[] = { name, also, NULL };

  if (!sp_zip_parts_extract (parts, names, cancellable, error))
    return NULL;

  return sp_xlsx_relations_parse (source, sp_zip_parts_get (parts, name), cancellable, error);
}

/* Unpacks what the outline names, and the two parts all sheets share. */
static gboolean
extract_sheets (SpZipParts     *parts,
                SpXlsxOutline  *outline,
                GCancellable   *cancellable,
                GError        **error)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  const char *styles = sp_xlsx_relations_by_type (outline->relations, "styles");
  const char *strings = sp_xlsx_relations_by_type (outline->relations, "sharedStrings");

  for (guint i = 0; i < outline->sheet_parts->len; i++)
    g_ptr_array_add (names, g_ptr_array_index (outline->sheet_parts, i));
  if (styles != NULL)
    g_ptr_array_add (names, (gpointer) styles);
  if (strings != NULL)
    g_ptr_array_add (names, (gpointer) strings);
  g_ptr_array_add (names, NULL);

  return sp_zip_parts_extract (parts, (const char * const *) names->pdata, cancellable, error);
}

static gboolean
load_sheets (SpXlsxBook     *self,
             SpZipParts     *parts,
             SpXlsxOutline  *outline,
             GCancellable   *cancellable,
             GError        **error)
{
  const char *styles_name = sp_xlsx_relations_by_type (outline->relations, "styles");
  const char *strings_name = sp_xlsx_relations_by_type (outline->relations, "sharedStrings");
  g_autoptr(SpXlsxStyles) styles = NULL;
  SpXlsxSheetContext context = { .date_1904 = self->date_1904 };

  styles = sp_xlsx_styles_parse (styles_name != NULL ? sp_zip_parts_get (parts, styles_name) : NULL,
                                 cancellable, error);
  if (styles == NULL)
    return FALSE;

  self->strings = sp_xlsx_strings_parse (strings_name != NULL ? sp_zip_parts_get (parts, strings_name) : NULL,
                                         cancellable, error);
  if (self->strings == NULL)
    return FALSE;

  context.styles = styles;
  context.strings = self->strings;

  for (guint i = 0; i < outline->sheet_parts->len; i++)
    {
      const char *name = g_ptr_array_index (outline->sheet_names, i);
      GBytes *part = sp_zip_parts_get (parts, g_ptr_array_index (outline->sheet_parts, i));
      SpXlsxSheet *sheet;

      if (part == NULL)
        {
          g_set_error (error, SP_FILE_ERROR, SP_FILE_ERROR_DAMAGED,
                       _("The workbook is damaged: the contents of the sheet “%s” are missing. "
                         "Fetch another copy."), name);
          return FALSE;
        }

      sheet = sp_xlsx_sheet_parse (name, part, &context, cancellable, error);
      if (sheet == NULL)
        return FALSE;
      g_ptr_array_add (self->sheets, sheet);
    }

  return TRUE;
}

/**
 * sp_xlsx_book_load_bytes:
 * @bytes: a whole .xlsx file
 * @cancellable: (nullable): ends the work
 * @error: return location for an error
 *
 * Reads a workbook: its sheets in order, with the cells that hold something. Blocks; call it from a worker.
 *
 * Returns: (transfer full): the workbook, %NULL with an error of [error@FileError], or %G_IO_ERROR_CANCELLED
 */
SpXlsxBook *
sp_xlsx_book_load_bytes (GBytes        *bytes,
                         GCancellable  *cancellable,
                         GError       **error)
{
  static const SpXmlHandler handler = { outline_start, NULL };
  g_autoptr(SpXlsxBook) self = g_new0 (SpXlsxBook, 1);
  g_autoptr(SpZipParts) parts = NULL;
  g_autoptr(SpXlsxRelations) package = NULL;
  g_autoptr(SpXlsxRelations) relations = NULL;
  g_auto(SpXlsxOutline) outline = {
    .sheet_names = g_ptr_array_new_with_free_func (g_free),
    .sheet_parts = g_ptr_array_new_with_free_func (g_free),
    .seen = g_hash_table_new (g_str_hash, g_str_equal),
  };
  const char *workbook;

  g_return_val_if_fail (bytes != NULL, NULL);

  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_xlsx_sheet_free);

  parts = sp_zip_parts_new (bytes, error);
  package = parts != NULL ? load_relations (parts, "", NULL, cancellable, error) : NULL;
  if (package == NULL)
    return NULL;

  workbook = sp_xlsx_relations_by_type (package, "officeDocument");
  if (workbook == NULL || g_str_has_suffix (workbook, ".bin"))
    {
      set_not_a_workbook (error);
      return NULL;
    }

  relations = load_relations (parts, workbook, workbook, cancellable, error);
  if (relations == NULL)
    return NULL;

  outline.relations = relations;
  if (sp_zip_parts_get (parts, workbook) == NULL)
    {
      g_set_error_literal (error, SP_FILE_ERROR, SP_FILE_ERROR_DAMAGED,
                           _("The workbook is damaged: its list of sheets is missing. Fetch another copy."));
      return NULL;
    }
  if (!sp_xml_parse (sp_zip_parts_get (parts, workbook), &handler, &outline, cancellable, error))
    return NULL;
  if (!outline.is_workbook)
    {
      set_not_a_workbook (error);
      return NULL;
    }

  self->date_1904 = outline.date_1904;
  if (!extract_sheets (parts, &outline, cancellable, error) ||
      !load_sheets (self, parts, &outline, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * sp_xlsx_book_load:
 * @file: a .xlsx file
 * @cancellable: (nullable): ends the work
 * @error: return location for an error
 *
 * Reads a workbook from a file, as sp_xlsx_book_load_bytes() does. Blocks; call it from a worker.
 *
 * Returns: (transfer full): the workbook, %NULL with an error of [error@FileError], or %G_IO_ERROR_CANCELLED
 */
SpXlsxBook *
sp_xlsx_book_load (GFile         *file,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autoptr(GBytes) bytes = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  bytes = sp_file_bytes_load (file, SP_ZIP_PARTS_MAX_FILE_BYTES, cancellable, error);

  return bytes != NULL ? sp_xlsx_book_load_bytes (bytes, cancellable, error) : NULL;
}

/**
 * sp_xlsx_book_free:
 * @self: (transfer full): a workbook
 *
 * Frees @self with its sheets.
 */
void
sp_xlsx_book_free (SpXlsxBook *self)
{
  g_ptr_array_unref (self->sheets);
  g_clear_pointer (&self->strings, sp_xlsx_strings_free);
  g_free (self);
}

/**
 * sp_xlsx_book_is_date_1904:
 * @self: a workbook
 *
 * Returns: whether its dates count from 1904; for sp_serial_to_local_s()
 */
gboolean
sp_xlsx_book_is_date_1904 (const SpXlsxBook *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->date_1904;
}

/**
 * sp_xlsx_book_get_n_sheets:
 * @self: a workbook
 *
 * Returns: how many sheets of cells it has
 */
guint
sp_xlsx_book_get_n_sheets (const SpXlsxBook *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->sheets->len;
}

/**
 * sp_xlsx_book_get_sheet:
 * @self: a workbook
 * @index: below the number of its sheets
 *
 * Returns: (transfer none): a sheet, in the order of its tabs
 */
const SpXlsxSheet *
sp_xlsx_book_get_sheet (const SpXlsxBook *self,
                        guint             index)
{
  g_return_val_if_fail (self != NULL && index < self->sheets->len, NULL);

  return g_ptr_array_index (self->sheets, index);
}
