/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-sheet-names.h"

#include <string.h>
#include <xlsxwriter.h>

static void
assert_names (const char * const *wanted,
              const char * const *expected,
              gsize               n)
{
  g_autoptr(SpSheetNames) names = sp_sheet_names_new ();

  sp_sheet_names_reserve (names, "Summary");
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *name = sp_sheet_names_give (names, wanted[i]);

      g_assert_cmpstr (name, ==, expected[i]);
    }
}

static void
test_names (void)
{
  static const char * const wanted[] = {
    "Hill", "hill", "HILL", "a[b]:*?/\\c", "'quoted'", "  spaces  ", "", "''", "SUMMARY", "History", "tab\there",
    "1234567890123456789012345678901", "12345678901234567890123456789012", "123456789012345678901234567890 x",
    "12345678901234567890123456789 'x",
  };
  static const char * const expected[] = {
    "Hill", "hill (2)", "HILL (3)", "a-b------c", "quoted", "spaces", "Board", "Board (2)", "SUMMARY (2)",
    "History (2)",
    "tab here", "1234567890123456789012345678901", "123456789012345678901234567 (2)", "123456789012345678901234567890",
    "12345678901234567890123456789",
  };

  assert_names (wanted, expected, G_N_ELEMENTS (wanted));
}

/* A letter beyond the first plane counts twice, and is never cut in half. */
static void
test_long_letters (void)
{
  static const char * const wanted[] = { "123456789012345678901234567890🏃", "🏃🏃🏃🏃🏃🏃🏃🏃🏃🏃🏃🏃🏃🏃🏃🏃" };
  static const char * const expected[] = { "123456789012345678901234567890", "🏃🏃🏃🏃🏃🏃🏃🏃🏃🏃🏃🏃🏃🏃🏃" };

  assert_names (wanted, expected, G_N_ELEMENTS (wanted));
}

/* Whatever is wanted, the library that writes takes what is given. */
static void
test_any (void)
{
  static const char * const pieces[] = { "a", "B", "'", " ", "[", "]", ":", "*", "?", "/", "\\", "ß", "é", "🏃",
                                         "\n", "(2)",
                                         "Summary", "History", "0123456789" };
  g_autoptr(SpSheetNames) names = sp_sheet_names_new ();
  lxw_workbook *book = workbook_new ("/dev/null");

  for (guint i = 0; i < 1500; i++)
    {
      g_autoptr(GString) wanted = g_string_new (NULL);
      g_autofree char *name = NULL;
      int n = g_test_rand_int_range (0, 8);

      for (int j = 0; j < n; j++)
        g_string_append (wanted, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      name = sp_sheet_names_give (names, wanted->str);
      g_assert_true (g_utf8_validate (name, -1, NULL));
      g_assert_cmpint (workbook_validate_sheet_name (book, name), ==, LXW_NO_ERROR);
      g_assert_nonnull (workbook_add_worksheet (book, name));
    }

  lxw_workbook_free (book);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/files/sheet-names/names", test_names);
  g_test_add_func ("/files/sheet-names/long-letters", test_long_letters);
  g_test_add_func ("/files/sheet-names/any", test_any);

  return g_test_run ();
}
