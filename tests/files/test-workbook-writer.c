/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-workbook-writer.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "files/make-results.h"
#include "files/sp-file-error.h"
#include "files/sp-xlsx-book.h"
#include "files/sp-zip-parts.h"

static SpXlsxBook *
write_and_read (void)
{
  g_autoptr(SpResults) results = make_results ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = sp_workbook_writer_to_bytes (results, NULL, &error);
  SpXlsxBook *book;

  g_assert_no_error (error);
  book = sp_xlsx_book_load_bytes (bytes, NULL, &error);
  g_assert_no_error (error);

  return book;
}

/* A row as its cells with "|" between: text as it is, numbers with what they are shown as. */
static char *
show_row (const SpXlsxSheet *sheet,
          guint              row)
{
  static const char * const signs[] = { "", "~", "%", "^" };
  guint n;
  const SpCell *cells = sp_xlsx_sheet_get_row (sheet, row, &n);
  GString *line = g_string_new (NULL);
  guint column = 1;

  for (guint i = 0; i < n; i++)
    {
      for (; column < cells[i].column; column++)
        g_string_append_c (line, '|');
      g_assert_cmpint (cells[i].kind, !=, SP_CELL_FORMULA);
      if (cells[i].kind == SP_CELL_TEXT)
        g_string_append (line, cells[i].text);
      else
        g_string_append_printf (line, "%s%.10g", signs[cells[i].format], cells[i].number);
    }

  return g_string_free (line, FALSE);
}

static void
assert_row (const SpXlsxSheet *sheet,
            guint              row,
            const char        *expected)
{
  g_autofree char *line = show_row (sheet, row);

  g_assert_cmpstr (line, ==, expected);
}

static void
test_sheets (void)
{
  static const char * const names[] = {
    "Hill- up-down -long- and on and", "Hill- up-down -long- and on (2)", "summary (2)", "Summary",
    "Distance 2026-01-01 2026-01-31", "Distance Summary", "Data Quality",
  };
  g_autoptr(SpXlsxBook) book = write_and_read ();

  g_assert_cmpuint (sp_xlsx_book_get_n_sheets (book), ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (sp_xlsx_sheet_get_name (sp_xlsx_book_get_sheet (book, i)), ==, names[i]);
}

static void
test_board (void)
{
  g_autoptr(SpXlsxBook) book = write_and_read ();
  const SpXlsxSheet *sheet = sp_xlsx_book_get_sheet (book, 0);

  assert_row (sheet, 1, "Team|Runner|Rank|Team Rank|Attempts|Fastest Time (sec)|Fastest Time (h:mm:ss)|Fastest Date|"
                        "Fastest Distance (m)|Status");
  assert_row (sheet, 2, "Blues|=HYPERLINK(\"x\")|2|1|3|700|%0.008101851852|~46030|3612.25|"
                        "timed; old data; time of day hidden; time penalty 10 s");
  assert_row (sheet, 3, "Blues|Cy|||0|||||none");
  assert_row (sheet, 4, "Blues|-5 Ed||||||||no data (not connected); may get faster");
  assert_row (sheet, 5, "Reds|_x0041_|3|1|0|1800|%0.02083333333|~46027||default time");
  assert_row (sheet, 6, "reds|Zoë, of “Wye”|1|1|3|635|%0.007349537037|^46030.75|3612.25|"
                        "timed; birthday bonus 30 s; time penalty 10 s");
  assert_row (sheet, 8, "Team|Fastest Runner|Place|Ranked|Attempts|Total (sec)|Total (h:mm:ss)|Gap (sec)|Rank Sum|"
                        "Mean (h:mm:ss)|Median (h:mm:ss)|Status");
  assert_row (sheet, 9, "Reds|Zoë, of “Wye”|1|2|3|2435|%0.02818287037|0|4|%0.01409143519|%0.01409143519");
  assert_row (sheet, 10, "Blues|||1|3|700|%0.008101851852||2|%0.008101851852||incomplete: no data of -5 Ed");
  assert_row (sheet, 12, "Board|provisional");
  assert_row (sheet, 13, "As of|^46034.35417");
  assert_row (sheet, 14, "Segment ID|7");
  assert_row (sheet, 15, "Warning|The default time is faster than Cy.");
}

static void
test_others (void)
{
  g_autoptr(SpXlsxBook) book = write_and_read ();
  const SpXlsxSheet *summary = sp_xlsx_book_get_sheet (book, 3);
  const SpXlsxSheet *distance = sp_xlsx_book_get_sheet (book, 4);
  const SpXlsxSheet *quality = sp_xlsx_book_get_sheet (book, 6);

  assert_row (summary, 2, "Reds|1|1|3|9|%0.01409143519|7305|%0.08454861111|12");
  assert_row (summary, 5, "reds|Zoë, of “Wye”|3|9|1905|%0.02204861111|3|no data on a board");
  assert_row (summary, 6, "Warning|A window ends before it starts and was skipped.");
  assert_row (distance, 1, "Team|Runner|Place|Runs|Distance (km)|Climb (m)|Runs of 7.5 km or more|Mean per Run (km)|"
                           "Status");
  assert_row (distance, 2, "Reds|Zoë, of “Wye”|1|4|41.23|512.4|2|10.31|old data");
  assert_row (distance, 3, "Blues|Cy|||||||no data (offline)");
  assert_row (sp_xlsx_book_get_sheet (book, 5), 1,
              "Team|Runner|Place|Runs|Distance (km)|Climb (m)|Mean per Run (km)|Status");
  assert_row (quality, 2, "-5 Ed|no data|not connected||2|0|0|0|0|0|0|0|0");
  assert_row (quality, 3, "Zoë, of “Wye”|up to date|private runs not visible|^46034.30208|0|12|5|1|1|2|3|0|0");
  assert_row (quality, 5, "Competition|Winter \"26\"");
  assert_row (quality, 6, "Runners|1 up to date, 0 on old data, 1 without data, 0 not reached");
  assert_row (quality, 10, "Cancelled|The refresh was cancelled; what there was is shown");
}

static void
test_same_bytes (void)
{
  g_autoptr(SpResults) one = make_results ();
  g_autoptr(SpResults) two = make_results ();
  g_autoptr(GBytes) first = sp_workbook_writer_to_bytes (one, NULL, NULL);
  g_autoptr(GBytes) second = sp_workbook_writer_to_bytes (two, NULL, NULL);
  g_autoptr(SpZipParts) parts = sp_zip_parts_new (first, NULL);
  const char * const names[] = { "docProps/core.xml", NULL };
  GBytes *core;

  g_assert_true (g_bytes_equal (first, second));

  /* No clock was asked: the time inside is that of the results. */
  g_assert_true (sp_zip_parts_extract (parts, names, NULL, NULL));
  core = sp_zip_parts_get (parts, names[0]);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (core, NULL), (gssize) g_bytes_get_size (core),
                                  "2026-01-12T07:15:00Z</dcterms:created>"));
}

/* A machine whose language writes 1,5 for one and a half. */
static void
test_comma (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sp-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "de_DE.UTF-8", NULL);
  const char *argv[] = { "localedef", "-i", "de_DE", "-f", "UTF-8", path, NULL };
  const char *clean_argv[] = { "rm", "-r", folder, NULL };
  g_autoptr(SpResults) results = make_results ();
  g_autoptr(GBytes) plain = sp_workbook_writer_to_bytes (results, NULL, NULL);
  g_autoptr(GBytes) german = NULL;
  g_autofree char *half = NULL;
  const char *language;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL,
                NULL, NULL);
  g_setenv ("LOCPATH", folder, TRUE);
  language = setlocale (LC_NUMERIC, "de_DE.UTF-8");
  g_unsetenv ("LOCPATH");
  if (language == NULL)
    {
      g_test_skip ("the language files of the C library are not installed");
    }
  else
    {
      half = g_strdup_printf ("%.1f", 1.5);
      g_assert_cmpstr (half, ==, "1,5");
      german = sp_workbook_writer_to_bytes (results, NULL, NULL);
      g_assert_true (g_bytes_equal (plain, german));
      g_free (half);
      half = g_strdup_printf ("%.1f", 1.5);
      g_assert_cmpstr (half, ==, "1,5");
      setlocale (LC_NUMERIC, "C");
    }
  g_spawn_sync (NULL, (char **) clean_argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}

static void
test_cancel (void)
{
  g_autoptr(SpResults) results = make_results ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (sp_workbook_writer_to_bytes (results, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Another library reads the same, colours included. */
static void
test_openpyxl (void)
{
  static const char script[] =
    "import sys, openpyxl\n"
    "book = openpyxl.load_workbook(sys.argv[1])\n"
    "sheet = book.worksheets[0]\n"
    "print(len(book.worksheets), sheet['B2'].value, sheet['B2'].data_type, sheet['G6'].number_format)\n"
    "print(*(sheet.cell(r, 1).fill.fgColor.rgb for r in range(2, 7)))\n"
    "print(sheet['H6'].value, sheet['B5'].value, sheet.freeze_panes)\n";
  g_autoptr(SpResults) results = make_results ();
  g_autoptr(GBytes) bytes = sp_workbook_writer_to_bytes (results, NULL, NULL);
  g_autofree char *folder = g_dir_make_tmp ("sp-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "results.xlsx", NULL);
  const char *argv[] = { "/usr/bin/python3", "-c", "import openpyxl", NULL };
  const char *read_argv[] = { "/usr/bin/python3", "-c", script, path, NULL };
  g_autofree char *output = NULL;
  int status = -1;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL,
                     &status, NULL) || status != 0)
    {
      g_rmdir (folder);
      g_test_skip ("python3-openpyxl is not installed");
      return;
    }

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL));
  g_assert_true (g_spawn_sync (NULL, (char **) read_argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status,
                               NULL));
  g_assert_cmpint (status, ==, 0);
  g_assert_cmpstr (output, ==, "7 =HYPERLINK(\"x\") s [h]:mm:ss\n"
                               "FFC9EFEA 00000000 00000000 00000000 FFEFB5EF\n"
                               "2026-01-08 18:00:00 _x0041_ A2\n");
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/files/workbook-writer/sheets", test_sheets);
  g_test_add_func ("/files/workbook-writer/board", test_board);
  g_test_add_func ("/files/workbook-writer/others", test_others);
  g_test_add_func ("/files/workbook-writer/same-bytes", test_same_bytes);
  g_test_add_func ("/files/workbook-writer/comma", test_comma);
  g_test_add_func ("/files/workbook-writer/cancel", test_cancel);
  g_test_add_func ("/files/workbook-writer/openpyxl", test_openpyxl);

  return g_test_run ();
}
