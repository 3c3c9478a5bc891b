/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-xlsx-book.h"

#include <glib/gstdio.h>
#include <xlsxwriter.h>

#include "files/make-book.h"
#include "files/sp-file-error.h"
#include "files/sp-serial.h"

static SpXlsxBook *
load_parts (const char *book,
            const char *sheet,
            const char *strings,
            const char *styles)
{
  g_autoptr(GBytes) bytes = make_book (book, sheet, strings, styles);
  g_autoptr(GError) error = NULL;
  SpXlsxBook *self = sp_xlsx_book_load_bytes (bytes, NULL, &error);

  g_assert_no_error (error);

  return self;
}

static void
assert_refused (const char  *book,
                const char  *sheet,
                const char  *strings,
                SpFileError  code)
{
  g_autoptr(GBytes) bytes = make_book (book, sheet, strings, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (sp_xlsx_book_load_bytes (bytes, NULL, &error));
  g_assert_error (error, SP_FILE_ERROR, (int) code);
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
assert_text (const SpXlsxSheet *sheet,
             guint              row,
             guint              column,
             const char        *text)
{
  const SpCell *cell = sp_xlsx_sheet_get_cell (sheet, row, column);

  g_assert_cmpint (cell->kind, ==, SP_CELL_TEXT);
  g_assert_cmpstr (cell->text, ==, text);
}

static void
assert_number (const SpXlsxSheet *sheet,
               guint              row,
               guint              column,
               double             number,
               int                format)
{
  const SpCell *cell = sp_xlsx_sheet_get_cell (sheet, row, column);

  g_assert_cmpint (cell->kind, ==, SP_CELL_NUMBER);
  g_assert_cmpfloat_with_epsilon (cell->number, number, 1e-9);
  g_assert_cmpint (cell->format, ==, format);
}

/* What a real program writes, through a real file. */
static void
test_written_by_a_library (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sp-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "book.xlsx", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  lxw_workbook *book = workbook_new (path);
  lxw_worksheet *one = workbook_add_worksheet (book, "Runners & co");
  lxw_worksheet *two = workbook_add_worksheet (book, NULL);
  lxw_format *time = workbook_add_format (book);
  lxw_format *day = workbook_add_format (book);
  lxw_datetime birthday = { 1985, 3, 15, 0, 0, 0 };
  g_autoptr(SpXlsxBook) self = NULL;
  g_autoptr(GError) error = NULL;
  const SpXlsxSheet *sheet;

  format_set_num_format (time, "[h]:mm:ss");
  format_set_num_format (day, "dd-mmm");
  worksheet_write_string (one, 0, 0, "Name", NULL);
  worksheet_write_string (one, 2, 0, "Zoë <b> “x”", NULL);
  worksheet_write_number (one, 2, 1, 1234567890123.0, NULL);
  worksheet_write_number (one, 2, 2, 0.25, time);
  worksheet_write_datetime (one, 2, 3, &birthday, day);
  worksheet_write_boolean (one, 2, 4, 1, NULL);
  worksheet_write_formula_num (one, 2, 5, "=1+2", NULL, 3);
  worksheet_write_blank (two, 5, 5, time);
  g_assert_cmpint (workbook_close (book), ==, LXW_NO_ERROR);

  self = sp_xlsx_book_load (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sp_xlsx_book_get_n_sheets (self), ==, 2);
  g_assert_false (sp_xlsx_book_is_date_1904 (self));

  sheet = sp_xlsx_book_get_sheet (self, 0);
  g_assert_cmpstr (sp_xlsx_sheet_get_name (sheet), ==, "Runners & co");
  assert_text (sheet, 1, 1, "Name");
  assert_text (sheet, 3, 1, "Zoë <b> “x”");
  assert_number (sheet, 3, 2, 1234567890123.0, SP_CELL_FORMAT_NONE);
  assert_number (sheet, 3, 3, 0.25, SP_CELL_FORMAT_TIME);
  assert_number (sheet, 3, 4, 31121, SP_CELL_FORMAT_DATE);
  assert_number (sheet, 3, 6, 3, SP_CELL_FORMAT_NONE);
  g_assert_cmpint (sp_xlsx_sheet_get_cell (sheet, 3, 5)->kind, ==, SP_CELL_BOOLEAN);
  g_assert_cmpint (sp_xlsx_sheet_get_cell (sheet, 2, 1)->kind, ==, SP_CELL_EMPTY);
  g_assert_cmpuint (sp_xlsx_sheet_next_row (sheet, 0), ==, 1);
  g_assert_cmpuint (sp_xlsx_sheet_next_row (sheet, 1), ==, 3);
  g_assert_cmpuint (sp_xlsx_sheet_next_row (sheet, 3), ==, 0);
  g_assert_cmpuint (sp_xlsx_sheet_next_row (sp_xlsx_book_get_sheet (self, 1), 0), ==, 0);

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* What the format allows beside what one library writes. */
static void
test_all_kinds (void)
{
  static const char strings[] = "<sst xmlns='" MAIN_NS "'><si><t>plain</t></si><si><r><t>ri</t></r><r><t>ch</t></r>"
                                "<rPh><t>aid</t></rPh></si><si><t/></si></sst>";
  static const char rows[] = MAKE_SHEET (
    "<row r='2'><c r='B2' t='s'><v>0</v></c><c t='s'><v>1</v></c><c t='s'><v>2</v></c></row>"
    "<row><c t='inlineStr'><is><t>in_x000D_line</t></is></c><c t='d'><v>2026-01-05</v></c>"
    "<c t='d'><v>2026-01-05T12:00:00</v></c><c t='d'><v>soon</v></c><c t='e'><v>#N/A</v></c>"
    "<c><f>A1</f></c><c t='str'><f>A1</f><v>text</v></c><c t='str'><f>A1</f></c><c t='b'><v>0</v></c></row>"
    "<row r='1048576'><c r='XFD1048576'><v> 1.5e3 </v></c></row>");
  g_autoptr(SpXlsxBook) self = load_parts (MAKE_BOOK, rows, strings, NULL);
  const SpXlsxSheet *sheet = sp_xlsx_book_get_sheet (self, 0);
  guint n_cells;

  assert_text (sheet, 2, 2, "plain");
  assert_text (sheet, 2, 3, "rich");
  g_assert_cmpint (sp_xlsx_sheet_get_cell (sheet, 2, 4)->kind, ==, SP_CELL_EMPTY);
  assert_text (sheet, 3, 1, "in\rline");
  assert_number (sheet, 3, 2, 46027, SP_CELL_FORMAT_DATE);
  assert_number (sheet, 3, 3, 46027.5, SP_CELL_FORMAT_DATE | SP_CELL_FORMAT_TIME);
  assert_text (sheet, 3, 4, "soon");
  g_assert_cmpint (sp_xlsx_sheet_get_cell (sheet, 3, 5)->kind, ==, SP_CELL_ERROR);
  g_assert_cmpstr (sp_xlsx_sheet_get_cell (sheet, 3, 5)->text, ==, "#N/A");
  g_assert_cmpint (sp_xlsx_sheet_get_cell (sheet, 3, 6)->kind, ==, SP_CELL_FORMULA);
  assert_text (sheet, 3, 7, "text");
  g_assert_cmpint (sp_xlsx_sheet_get_cell (sheet, 3, 8)->kind, ==, SP_CELL_FORMULA);
  g_assert_cmpint (sp_xlsx_sheet_get_cell (sheet, 3, 9)->kind, ==, SP_CELL_BOOLEAN);
  assert_number (sheet, 1048576, 16384, 1500, SP_CELL_FORMAT_NONE);
  g_assert_nonnull (sp_xlsx_sheet_get_all (sheet, &n_cells));
  g_assert_cmpuint (n_cells, ==, 12);
}

static void
test_styles_and_1904 (void)
{
  static const char book[] = "<workbook xmlns='" MAIN_NS "' xmlns:r='" DOC_REL "'><workbookPr date1904='1'/><sheets>"
                             "<sheet name='A' r:id='rId1'/><sheet name='Chart' r:id='rId9'/></sheets></workbook>";
  static const char styles[] = "<styleSheet xmlns='" MAIN_NS "'><numFmts><numFmt numFmtId='164' formatCode='m:ss'/>"
                               "</numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf numFmtId='0'/>"
                               "<xf numFmtId='164'/><xf numFmtId='22'/></cellXfs></styleSheet>";
  g_autoptr(SpXlsxBook) self = NULL;
  const SpXlsxSheet *sheet;
  gint64 local_s = 0;

  self = load_parts (book, MAKE_SHEET ("<row><c s='1'><v>0.01</v></c><c s='2'><v>44565.5</v></c>"
                                       "<c s='99'><v>3</v></c></row>"), NULL, styles);
  g_assert_true (sp_xlsx_book_is_date_1904 (self));
  g_assert_cmpuint (sp_xlsx_book_get_n_sheets (self), ==, 1);
  sheet = sp_xlsx_book_get_sheet (self, 0);
  assert_number (sheet, 1, 1, 0.01, SP_CELL_FORMAT_TIME);
  assert_number (sheet, 1, 2, 44565.5, SP_CELL_FORMAT_DATE | SP_CELL_FORMAT_TIME);
  assert_number (sheet, 1, 3, 3, SP_CELL_FORMAT_NONE);
  g_assert_true (sp_serial_to_local_s (44565.5, TRUE, &local_s));
  g_assert_cmpint (local_s, ==, 1767614400);
}

static void
test_not_a_workbook (void)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  MakeZip zip;

  make_zip_begin (&zip);
  make_zip_text (&zip, "mimetype", "application/vnd.oasis.opendocument.spreadsheet");
  bytes = make_zip_end (&zip);
  g_assert_null (sp_xlsx_book_load_bytes (bytes, NULL, &error));
  g_assert_error (error, SP_FILE_ERROR, SP_FILE_ERROR_NOT_A_WORKBOOK);

  assert_refused ("<document xmlns='http://schemas.openxmlformats.org/wordprocessingml/2006/main'/>",
                  MAKE_SHEET (""), NULL, SP_FILE_ERROR_NOT_A_WORKBOOK);
}

static void
test_damaged (void)
{
  static const char twin[] = "<workbook xmlns='" MAIN_NS "' xmlns:r='" DOC_REL "'><sheets><sheet name='A' r:id='rId1'/>"
                             "<sheet name='B' r:id='rId1'/></sheets></workbook>";

  assert_refused (NULL, MAKE_SHEET (""), NULL, SP_FILE_ERROR_DAMAGED);
  assert_refused (MAKE_BOOK, NULL, NULL, SP_FILE_ERROR_DAMAGED);
  assert_refused (MAKE_BOOK, "", NULL, SP_FILE_ERROR_DAMAGED);
  assert_refused (MAKE_BOOK, "<worksheet xmlns='" MAIN_NS "'><sheetData>", NULL, SP_FILE_ERROR_DAMAGED);
  assert_refused (twin, MAKE_SHEET (""), NULL, SP_FILE_ERROR_DAMAGED);
  assert_refused (MAKE_BOOK, MAKE_SHEET ("<row><c t='s'><v>0</v></c></row>"), NULL, SP_FILE_ERROR_DAMAGED);
  assert_refused (MAKE_BOOK, MAKE_SHEET ("<row><c t='s'><v>-1</v></c></row>"), NULL, SP_FILE_ERROR_DAMAGED);
  assert_refused (MAKE_BOOK, MAKE_SHEET ("<row><c><v>twelve</v></c></row>"), NULL, SP_FILE_ERROR_DAMAGED);
  assert_refused (MAKE_BOOK, MAKE_SHEET ("<row><c><v>1e999</v></c></row>"), NULL, SP_FILE_ERROR_DAMAGED);
  assert_refused (MAKE_BOOK, MAKE_SHEET ("<row><c r='ZZZZ99999999'/></row>"), NULL, SP_FILE_ERROR_DAMAGED);
  assert_refused (MAKE_BOOK, MAKE_SHEET ("<row r='0'/>"), NULL, SP_FILE_ERROR_DAMAGED);
  assert_refused (MAKE_BOOK, MAKE_SHEET ("<row r='1048576'/><row/>"), NULL, SP_FILE_ERROR_DAMAGED);
  assert_refused (MAKE_BOOK, MAKE_SHEET ("<row r='3'><c r='B4'/></row>"), NULL, SP_FILE_ERROR_DAMAGED);
  assert_refused (MAKE_BOOK, MAKE_SHEET ("<row><c r='XFD1'/><c/></row>"), NULL, SP_FILE_ERROR_DAMAGED);
  assert_refused (MAKE_BOOK, MAKE_SHEET ("<row><c r='B1'><v>1</v></c><c r='B1'><v>2</v></c></row>"), NULL,
                  SP_FILE_ERROR_DAMAGED);
}

static void
test_hostile (void)
{
  static const char laughs[] = "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]>"
                               MAKE_SHEET ("<row>&b;</row>");
  static const char outside[] = "<!DOCTYPE x SYSTEM 'file:///etc/passwd'>" MAKE_SHEET ("");
  g_autoptr(GString) deep = g_string_new ("<worksheet xmlns='" MAIN_NS "'>");

  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "<a>");

  assert_refused (MAKE_BOOK, laughs, NULL, SP_FILE_ERROR_REFUSED);
  assert_refused (MAKE_BOOK, outside, NULL, SP_FILE_ERROR_REFUSED);
  assert_refused (MAKE_BOOK, deep->str, NULL, SP_FILE_ERROR_REFUSED);
}

/* Cells far to the right cost what they hold, not the room before them. */
static void
test_sparse (void)
{
  g_autoptr(GString) rows = g_string_new ("<worksheet xmlns='" MAIN_NS "'><sheetData>");
  g_autoptr(SpXlsxBook) self = NULL;
  guint n_cells = 0;

  for (guint i = 1; i <= 5000; i++)
    g_string_append_printf (rows, "<row r='%u'><c r='XFD%u'><v>1</v></c></row>", i * 200, i * 200);
  g_string_append (rows, "</sheetData></worksheet>");

  self = load_parts (MAKE_BOOK, rows->str, NULL, NULL);
  sp_xlsx_sheet_get_all (sp_xlsx_book_get_sheet (self, 0), &n_cells);
  g_assert_cmpuint (n_cells, ==, 5000);
  assert_number (sp_xlsx_book_get_sheet (self, 0), 1000000, 16384, 1, SP_CELL_FORMAT_NONE);
}

static void
test_files (void)
{
  g_autoptr(GFile) missing = g_file_new_for_path ("/nonexistent/club.xlsx");
  g_autoptr(GFile) folder = g_file_new_for_path (g_get_tmp_dir ());
  g_autoptr(GFile) device = g_file_new_for_path ("/dev/zero");
  GFile *files[] = { missing, folder, device };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (sp_xlsx_book_load (files[i], NULL, &error));
      g_assert_error (error, SP_FILE_ERROR, SP_FILE_ERROR_NOT_READABLE);
    }
}

static void
test_cancel (void)
{
  g_autoptr(GBytes) bytes = make_book (MAKE_BOOK, MAKE_SHEET (""), NULL, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (g_get_tmp_dir ());
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (sp_xlsx_book_load_bytes (bytes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (sp_xlsx_book_load (file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/files/xlsx-book/written-by-a-library", test_written_by_a_library);
  g_test_add_func ("/files/xlsx-book/all-kinds", test_all_kinds);
  g_test_add_func ("/files/xlsx-book/styles-and-1904", test_styles_and_1904);
  g_test_add_func ("/files/xlsx-book/not-a-workbook", test_not_a_workbook);
  g_test_add_func ("/files/xlsx-book/damaged", test_damaged);
  g_test_add_func ("/files/xlsx-book/hostile", test_hostile);
  g_test_add_func ("/files/xlsx-book/sparse", test_sparse);
  g_test_add_func ("/files/xlsx-book/files", test_files);
  g_test_add_func ("/files/xlsx-book/cancel", test_cancel);

  return g_test_run ();
}
