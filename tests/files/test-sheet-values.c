/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-sheet-values.h"

#include "api/sp-time.h"
#include "files/make-workbook.h"

static const SpSheetColumn columns[] = { { "Value", FALSE }, { "Gone", TRUE }, { "Note", FALSE } };

/* A table of one column with one cell, at that cell. */
typedef struct
{
  SpXlsxBook   *book;
  SpFaultList  *faults;
  SpSheetTable *table;
} Cell;

static void
cell_clear (Cell *self)
{
  sp_sheet_table_free (self->table);
  sp_fault_list_free (self->faults);
  sp_xlsx_book_free (self->book);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Cell, cell_clear)

static Cell
cell_new (const char *text)
{
  g_autofree char *lines = g_strdup_printf ("Value|Note\n%s|note\n", text);
  g_autoptr(GBytes) bytes = make_sheets ("One", lines, NULL);
  g_autoptr(GError) error = NULL;
  Cell self;

  self.book = sp_xlsx_book_load_bytes (bytes, NULL, &error);
  g_assert_no_error (error);
  self.faults = sp_fault_list_new ();
  self.table = sp_sheet_table_new (self.book, sp_xlsx_book_get_sheet (self.book, 0), columns, G_N_ELEMENTS (columns),
                                   self.faults);
  g_assert_true (sp_sheet_table_next (self.table));

  return self;
}

static guint
count_faults (Cell *self)
{
  g_autoptr(GListModel) model = sp_fault_list_to_model (self->faults);

  return g_list_model_get_n_items (model);
}

/* Blank says nothing and is no fault; bad is an error; blank with a warning is "taken as none". */
static void
assert_outcome (Cell         *self,
                SpValueState  state,
                SpValueState  expected,
                guint         n_errors,
                guint         n_faults)
{
  g_assert_cmpint (state, ==, expected);
  g_assert_cmpuint (sp_fault_list_get_n_errors (self->faults), ==, n_errors);
  g_assert_cmpuint (count_faults (self), ==, n_faults);
}

static void
test_text (void)
{
  static const struct { const char *cell, *text; SpValueState state; guint n_errors; } cases[] = {
    { " Ann ", "Ann", SP_VALUE_GIVEN, 0 }, { "#7", "7", SP_VALUE_GIVEN, 0 }, { "#1.5", "1.5", SP_VALUE_GIVEN, 0 },
    { "#1e20", "1e+20", SP_VALUE_GIVEN, 0 }, { "", NULL, SP_VALUE_BLANK, 0 },
    { " \u00a0\u2003", NULL, SP_VALUE_BLANK, 0 },
    { "=A1", NULL, SP_VALUE_BAD, 1 }, { "!#N/A", NULL, SP_VALUE_BAD, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(Cell) cell = cell_new (cases[i].cell);
      g_autofree char *text = NULL;

      assert_outcome (&cell, sp_sheet_values_text (cell.table, 0, &text), cases[i].state, cases[i].n_errors,
                      cases[i].n_errors);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_id (void)
{
  static const struct { const char *cell; gint64 id; SpValueState state; } cases[] = {
    { "#101", 101, SP_VALUE_GIVEN }, { "101", 101, SP_VALUE_GIVEN }, { " 0101 ", 101, SP_VALUE_GIVEN },
    { "9223372036854775807", G_MAXINT64, SP_VALUE_GIVEN }, { "", 0, SP_VALUE_BLANK }, { "#0", 0, SP_VALUE_BAD },
    { "#-1", 0, SP_VALUE_BAD }, { "#1.5", 0, SP_VALUE_BAD }, { "#1e17", 0, SP_VALUE_BAD }, { "0x10", 0, SP_VALUE_BAD },
    { "9223372036854775808", 0, SP_VALUE_BAD }, { "12 34", 0, SP_VALUE_BAD }, { "+12", 0, SP_VALUE_BAD },
    { "Ann", 0, SP_VALUE_BAD }, { "=A1", 0, SP_VALUE_BAD },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(Cell) cell = cell_new (cases[i].cell);
      gint64 id = 0;

      assert_outcome (&cell, sp_sheet_values_id (cell.table, 0, i % 2 == 0 ? SP_ID_ATHLETE : SP_ID_SEGMENT, &id),
                      cases[i].state, cases[i].state == SP_VALUE_BAD, cases[i].state == SP_VALUE_BAD);
      g_assert_cmpint (id, ==, cases[i].id);
    }
}

static void
test_date (void)
{
  static const struct { const char *cell, *iso; gboolean is_date; SpValueState state; } cases[] = {
    { "2026-01-05", "2026-01-05T00:00:00", TRUE, SP_VALUE_GIVEN },
    { " 2026-01-05 18:30 ", "2026-01-05T18:30:00", FALSE, SP_VALUE_GIVEN },
    { "2026-01-05T18:30:15.5+02:00", "2026-01-05T18:30:15", FALSE, SP_VALUE_GIVEN },
    { "2026-01-05T00:00:00Z", "2026-01-05T00:00:00", FALSE, SP_VALUE_GIVEN },
    { "~46027", "2026-01-05T00:00:00", TRUE, SP_VALUE_GIVEN },
    { "~46027.75", "2026-01-05T18:00:00", FALSE, SP_VALUE_GIVEN },
    { "^46027", "2026-01-05T00:00:00", FALSE, SP_VALUE_GIVEN },
    { "^46027.999994", "2026-01-05T23:59:59", FALSE, SP_VALUE_GIVEN },
    { "", NULL, FALSE, SP_VALUE_BLANK }, { "#46027", NULL, FALSE, SP_VALUE_BAD }, { "%0.5", NULL, FALSE, SP_VALUE_BAD },
    { "~-1", NULL, FALSE, SP_VALUE_BAD }, { "~0.5", NULL, FALSE, SP_VALUE_BAD },
    { "~9999999", NULL, FALSE, SP_VALUE_BAD },
    { "5/1/2026", NULL, FALSE, SP_VALUE_BAD }, { "2026-02-29", NULL, FALSE, SP_VALUE_BAD },
    { "=A1", NULL, FALSE, SP_VALUE_BAD },
    { "2026-01-05 25:00", NULL, FALSE, SP_VALUE_BAD }, { "!#VALUE!", NULL, FALSE, SP_VALUE_BAD },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(Cell) cell = cell_new (cases[i].cell);
      g_autofree char *iso = NULL;
      gint64 local_s = 0;
      gboolean is_date = FALSE;

      assert_outcome (&cell, sp_sheet_values_date (cell.table, 0, &local_s, &is_date), cases[i].state,
                      cases[i].state == SP_VALUE_BAD, cases[i].state == SP_VALUE_BAD);
      if (cases[i].iso == NULL)
        continue;
      iso = sp_time_to_iso (local_s);
      g_assert_cmpstr (iso, ==, cases[i].iso);
      g_assert_cmpint (is_date, ==, cases[i].is_date);
    }
}

static void
test_seconds (void)
{
  static const struct { const char *cell; int seconds; SpValueState state; guint n_errors, n_faults; } cases[] = {
    { "#1800", 1800, SP_VALUE_GIVEN, 0, 0 }, { "#1799.6", 1800, SP_VALUE_GIVEN, 0, 0 },
    { "#-20", -20, SP_VALUE_GIVEN, 0, 0 },
    { "%0.0125", 1080, SP_VALUE_GIVEN, 0, 0 }, { "^0.0125", 1080, SP_VALUE_GIVEN, 0, 0 },
    { "%1.5", 129600, SP_VALUE_GIVEN, 0, 0 },
    { "18:00", 1080, SP_VALUE_GIVEN, 0, 0 }, { " 1:05:00 ", 3900, SP_VALUE_GIVEN, 0, 0 },
    { "#0.0125", 0, SP_VALUE_GIVEN, 0, 0 },
    { "", 77, SP_VALUE_BLANK, 0, 0 }, { "none", 77, SP_VALUE_BLANK, 0, 1 }, { "18:75", 77, SP_VALUE_BLANK, 0, 1 },
    { "~46027", 77, SP_VALUE_BAD, 1, 1 }, { "#1e9", 77, SP_VALUE_BAD, 1, 1 }, { "#-1e9", 77, SP_VALUE_BAD, 1, 1 },
    { "%46027", 77, SP_VALUE_BAD, 1, 1 }, { "=A1", 77, SP_VALUE_BAD, 1, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(Cell) cell = cell_new (cases[i].cell);
      int seconds = 77;

      assert_outcome (&cell, sp_sheet_values_seconds (cell.table, 0, &seconds), cases[i].state, cases[i].n_errors,
                      cases[i].n_faults);
      g_assert_cmpint (seconds, ==, cases[i].seconds);
    }
}

static void
test_number (void)
{
  static const struct { const char *cell; double number; SpValueState state; guint n_errors, n_faults; } cases[] = {
    { "#3500", 3500, SP_VALUE_GIVEN, 0, 0 }, { " 3500.5 ", 3500.5, SP_VALUE_GIVEN, 0, 0 },
    { "#0", 0, SP_VALUE_GIVEN, 0, 0 },
    { "", 77, SP_VALUE_BLANK, 0, 0 }, { "3,5", 77, SP_VALUE_BLANK, 0, 1 }, { "3500 m", 77, SP_VALUE_BLANK, 0, 1 },
    { "nan", 77, SP_VALUE_BLANK, 0, 1 }, { "1e999", 77, SP_VALUE_BLANK, 0, 1 }, { "#-1", 77, SP_VALUE_BAD, 1, 1 },
    { "-1", 77, SP_VALUE_BAD, 1, 1 }, { "!#DIV/0!", 77, SP_VALUE_BAD, 1, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(Cell) cell = cell_new (cases[i].cell);
      double number = 77;

      assert_outcome (&cell, sp_sheet_values_number (cell.table, 0, &number), cases[i].state, cases[i].n_errors,
                      cases[i].n_faults);
      g_assert_cmpfloat (number, ==, cases[i].number);
    }
}

static void
test_birthday (void)
{
  static const struct { const char *cell; int month, day; SpValueState state; } cases[] = {
    { "15-Mar", 3, 15, SP_VALUE_GIVEN }, { "~31121", 3, 15, SP_VALUE_GIVEN }, { "^31121.5", 3, 15, SP_VALUE_GIVEN },
    { "~60", 2, 29, SP_VALUE_GIVEN }, { "~61", 3, 1, SP_VALUE_GIVEN }, { "", 0, 0, SP_VALUE_BLANK },
    { "31-Feb", 0, 0, SP_VALUE_BAD }, { "#31121", 0, 0, SP_VALUE_BAD }, { "%0.5", 0, 0, SP_VALUE_BAD },
    { "=A1", 0, 0, SP_VALUE_BAD },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(Cell) cell = cell_new (cases[i].cell);
      int month = 0, day = 0;

      assert_outcome (&cell, sp_sheet_values_birthday (cell.table, 0, &month, &day), cases[i].state,
                      cases[i].state == SP_VALUE_BAD, cases[i].state == SP_VALUE_BAD);
      g_assert_cmpint (month, ==, cases[i].month);
      g_assert_cmpint (day, ==, cases[i].day);
    }
}

/* A column that the sheet does not have is blank in each row, and no fault. */
static void
test_missing_column (void)
{
  g_auto(Cell) cell = cell_new ("x");
  g_autofree char *text = NULL;
  g_autofree char *ref = NULL;

  g_assert_false (sp_sheet_table_has (cell.table, 1));
  assert_outcome (&cell, sp_sheet_values_text (cell.table, 1, &text), SP_VALUE_BLANK, 0, 0);
  ref = sp_sheet_table_ref (cell.table, 1);
  g_assert_cmpstr (ref, ==, "row 2");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/files/sheet-values/text", test_text);
  g_test_add_func ("/files/sheet-values/id", test_id);
  g_test_add_func ("/files/sheet-values/date", test_date);
  g_test_add_func ("/files/sheet-values/seconds", test_seconds);
  g_test_add_func ("/files/sheet-values/number", test_number);
  g_test_add_func ("/files/sheet-values/birthday", test_birthday);
  g_test_add_func ("/files/sheet-values/missing-column", test_missing_column);

  return g_test_run ();
}
