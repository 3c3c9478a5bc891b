/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-xlsx-sheet.h"

#include "files/sp-file-error.h"

static void
add (SpXlsxSheet *sheet,
     guint        row,
     guint        column)
{
  SpCell cell = { .row = row, .column = (guint16) column, .kind = SP_CELL_NUMBER, .number = row * 100000.0 + column };

  sp_xlsx_sheet_add (sheet, &cell);
}

static void
test_order (void)
{
  g_autoptr(SpXlsxSheet) sheet = sp_xlsx_sheet_new ("One");
  g_autoptr(GError) error = NULL;
  guint n;

  add (sheet, 5, 2);
  add (sheet, 1, 3);
  add (sheet, 5, 1);
  add (sheet, 1048576, 16384);
  add (sheet, 1, 1);
  g_assert_true (sp_xlsx_sheet_seal (sheet, &error));
  g_assert_no_error (error);

  g_assert_cmpstr (sp_xlsx_sheet_get_name (sheet), ==, "One");
  g_assert_cmpuint (sp_xlsx_sheet_next_row (sheet, 0), ==, 1);
  g_assert_cmpuint (sp_xlsx_sheet_next_row (sheet, 1), ==, 5);
  g_assert_cmpuint (sp_xlsx_sheet_next_row (sheet, 3), ==, 5);
  g_assert_cmpuint (sp_xlsx_sheet_next_row (sheet, 5), ==, 1048576);
  g_assert_cmpuint (sp_xlsx_sheet_next_row (sheet, 1048576), ==, 0);
  g_assert_cmpfloat (sp_xlsx_sheet_get_cell (sheet, 5, 1)->number, ==, 500001);
  g_assert_cmpint (sp_xlsx_sheet_get_cell (sheet, 5, 3)->kind, ==, SP_CELL_EMPTY);
  g_assert_cmpint (sp_xlsx_sheet_get_cell (sheet, 2, 1)->kind, ==, SP_CELL_EMPTY);
  g_assert_cmpuint (sp_xlsx_sheet_get_row (sheet, 1, &n)[1].column, ==, 3);
  g_assert_cmpuint (n, ==, 2);
  g_assert_null (sp_xlsx_sheet_get_row (sheet, 2, &n));
  g_assert_cmpuint (n, ==, 0);
  g_assert_nonnull (sp_xlsx_sheet_get_row (sheet, 1048576, &n));
}

static void
test_twice (void)
{
  g_autoptr(SpXlsxSheet) sheet = sp_xlsx_sheet_new ("One");
  g_autoptr(GError) error = NULL;

  add (sheet, 2, 2);
  add (sheet, 1, 1);
  add (sheet, 2, 2);
  g_assert_false (sp_xlsx_sheet_seal (sheet, &error));
  g_assert_error (error, SP_FILE_ERROR, SP_FILE_ERROR_DAMAGED);
  g_assert_nonnull (g_strstr_len (error->message, -1, "B2"));
}

/* Against the plainest way: a table with a place for each cell. */
static void
test_any (void)
{
  for (guint round = 0; round < 60; round++)
    {
      g_autoptr(SpXlsxSheet) sheet = sp_xlsx_sheet_new ("One");
      gboolean there[20][20] = { { FALSE } };
      guint n_added = 0;
      guint n;

      for (guint i = 0; i < 60; i++)
        {
          int row = g_test_rand_int_range (1, 20);
          int column = g_test_rand_int_range (1, 20);

          if (there[row][column])
            continue;
          there[row][column] = TRUE;
          add (sheet, (guint) row, (guint) column);
          n_added++;
        }
      g_assert_true (sp_xlsx_sheet_seal (sheet, NULL));

      for (guint row = 1; row < 20; row++)
        for (guint column = 1; column < 20; column++)
          g_assert_true ((sp_xlsx_sheet_get_cell (sheet, row, column)->kind == SP_CELL_NUMBER) == there[row][column]);
      sp_xlsx_sheet_get_all (sheet, &n);
      g_assert_cmpuint (n, ==, n_added);
    }
}

static void
test_empty (void)
{
  g_autoptr(SpXlsxSheet) sheet = sp_xlsx_sheet_new ("");
  const char *kept = sp_xlsx_sheet_keep (sheet, "text");
  guint n;

  g_assert_cmpstr (kept, ==, "text");
  g_assert_true (sp_xlsx_sheet_seal (sheet, NULL));
  g_assert_cmpuint (sp_xlsx_sheet_next_row (sheet, 0), ==, 0);
  sp_xlsx_sheet_get_all (sheet, &n);
  g_assert_cmpuint (n, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/files/xlsx-sheet/order", test_order);
  g_test_add_func ("/files/xlsx-sheet/twice", test_twice);
  g_test_add_func ("/files/xlsx-sheet/any", test_any);
  g_test_add_func ("/files/xlsx-sheet/empty", test_empty);

  return g_test_run ();
}
