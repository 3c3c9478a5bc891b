/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-sheet-table.h"

#include "files/make-workbook.h"
#include "files/sp-workbook-fault.h"

enum
{
  NAME,
  LENGTH,
  NOTE,
  N_COLUMNS,
};

static const SpSheetColumn columns[N_COLUMNS] = {
  [NAME] = { "Full Name", FALSE },
  [LENGTH] = { "Length (m)", FALSE },
  [NOTE] = { "Note", TRUE },
};

typedef struct
{
  SpXlsxBook   *book;
  SpFaultList  *faults;
  SpSheetTable *table;
} Table;

static void
table_clear (Table *self)
{
  sp_sheet_table_free (self->table);
  sp_fault_list_free (self->faults);
  sp_xlsx_book_free (self->book);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, table_clear)

static Table
table_new (const char *lines)
{
  g_autoptr(GBytes) bytes = make_sheets ("Cover", "nothing\n", "The Sheet", lines, NULL);
  g_autoptr(GError) error = NULL;
  Table self;

  self.book = sp_xlsx_book_load_bytes (bytes, NULL, &error);
  g_assert_no_error (error);
  self.faults = sp_fault_list_new ();
  self.table = sp_sheet_table_new (self.book, sp_sheet_headers_find_sheet (self.book, "thesheet"), columns, N_COLUMNS,
                                   self.faults);

  return self;
}

static void
assert_fault (Table      *self,
              guint       index,
              const char *expected)
{
  g_autoptr(GListModel) model = sp_fault_list_to_model (self->faults);
  g_autoptr(SpWorkbookFault) fault = g_list_model_get_item (model, index);
  g_autofree char *line = fault != NULL ? sp_workbook_fault_to_line (fault) : NULL;

  g_assert_cmpstr (line, ==, expected);
}

static void
test_find_sheet (void)
{
  g_auto(Table) self = table_new ("Full Name|Length\n");

  g_assert_nonnull (sp_sheet_headers_find_sheet (self.book, "COVER"));
  g_assert_cmpstr (sp_xlsx_sheet_get_name (sp_sheet_headers_find_sheet (self.book, " the  SHEET")), ==, "The Sheet");
  g_assert_null (sp_sheet_headers_find_sheet (self.book, "Other"));
  g_assert_null (sp_sheet_headers_find_sheet (self.book, "The Sheet 2"));
}

/* Order, case, spaces and the unit are free; another unit is another column. */
static void
test_headers (void)
{
  static const char * const good[] = {
    "Full Name|Length (m)\nx|1\n", "LENGTH( M )|fullname\n#1|x\n", "Other|Full\u00a0Name||length\n|x||#1\n",
    "Title of it all\n\nwritten by|Ann\nFull Name|Length\nx|1\n",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_auto(Table) self = table_new (good[i]);

      g_assert_cmpuint (sp_fault_list_get_n_errors (self.faults), ==, 0);
      g_assert_true (sp_sheet_table_next (self.table));
      g_assert_cmpstr (sp_sheet_table_get (self.table, NAME)->text, ==, "x");
      g_assert_cmpint (sp_sheet_table_get (self.table, LENGTH)->kind, !=, SP_CELL_EMPTY);
      g_assert_false (sp_sheet_table_has (self.table, NOTE));
      g_assert_false (sp_sheet_table_next (self.table));
    }
}

static void
test_bad_headers (void)
{
  g_auto(Table) other_unit = table_new ("Full Name|Length (km)\n");
  g_auto(Table) twice = table_new ("Full Name|Length|length (m)|full name\n");
  g_auto(Table) none = table_new ("");

  assert_fault (&other_unit, 0, "The Sheet row 1: The column “Length (m)” is missing. "
                                "Add it in this row, in any place, spelt like this.");
  g_assert_cmpuint (sp_fault_list_get_n_errors (other_unit.faults), ==, 1);
  assert_fault (&twice, 0, "The Sheet C1: The column “Length (m)” is there twice. Delete or rename one of the two.");
  assert_fault (&twice, 1, "The Sheet D1: The column “Full Name” is there twice. Delete or rename one of the two.");
  g_assert_cmpuint (sp_fault_list_get_n_errors (none.faults), ==, 2);
  g_assert_false (sp_sheet_table_next (none.table));
}

/* Rows that say nothing in these columns are none, wherever they are. */
static void
test_rows (void)
{
  g_auto(Table) self = table_new ("Full Name|Length|Other\n\n|| only here\n \u2003|\t|\nx||\n\n|#2|\n");
  g_autofree char *ref = NULL;
  g_autofree char *row = NULL;

  g_assert_true (sp_sheet_table_next (self.table));
  g_assert_cmpuint (sp_sheet_table_get_row (self.table), ==, 5);
  g_assert_cmpint (sp_sheet_table_get (self.table, LENGTH)->kind, ==, SP_CELL_EMPTY);
  ref = sp_sheet_table_ref (self.table, LENGTH);
  g_assert_cmpstr (ref, ==, "B5");
  row = sp_sheet_table_ref (self.table, NOTE);
  g_assert_cmpstr (row, ==, "row 5");
  g_assert_true (sp_sheet_table_next (self.table));
  g_assert_cmpuint (sp_sheet_table_get_row (self.table), ==, 7);
  g_assert_false (sp_sheet_table_next (self.table));
}

static void
test_faults (void)
{
  g_auto(Table) self = table_new ("Full Name|Length\nx|\n");

  g_assert_true (sp_sheet_table_next (self.table));
  sp_sheet_table_fault (self.table, SP_FAULT_WARNING, LENGTH, "Do this", "%s is %d", "It", 7);
  sp_sheet_table_fault (self.table, SP_FAULT_ERROR, NOTE, "Do that", "Wrong");

  /* Errors first. */
  assert_fault (&self, 0, "The Sheet row 2: Wrong. Do that.");
  assert_fault (&self, 1, "The Sheet B2: It is 7. Do this.");
  assert_fault (&self, 2, NULL);
  g_assert_cmpuint (sp_fault_list_get_n_errors (self.faults), ==, 1);
}

static void
test_too_many_rows (void)
{
  g_autoptr(GString) lines = g_string_new ("Full Name|Length\n");
  guint n = 0;

  for (guint i = 0; i <= SP_SHEET_TABLE_MAX_ROWS; i++)
    g_string_append (lines, "x\n");
  {
    g_auto(Table) self = table_new (lines->str);

    while (sp_sheet_table_next (self.table))
      n++;
    g_assert_cmpuint (n, ==, SP_SHEET_TABLE_MAX_ROWS);
    g_assert_cmpuint (sp_fault_list_get_n_errors (self.faults), ==, 1);
    assert_fault (&self, 0, "The Sheet row 20002: The sheet has more than 20000 rows. "
                            "Delete the rows that do not belong to the competition.");
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/files/sheet-table/find-sheet", test_find_sheet);
  g_test_add_func ("/files/sheet-table/headers", test_headers);
  g_test_add_func ("/files/sheet-table/bad-headers", test_bad_headers);
  g_test_add_func ("/files/sheet-table/rows", test_rows);
  g_test_add_func ("/files/sheet-table/faults", test_faults);
  g_test_add_func ("/files/sheet-table/too-many-rows", test_too_many_rows);

  return g_test_run ();
}
