/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-cell.h"

static void
test_names (void)
{
  static const struct { guint row, column; const char *ref; } cases[] = {
    { 1, 1, "A1" }, { 7, 2, "B7" }, { 9, 26, "Z9" }, { 10, 27, "AA10" }, { 3, 702, "ZZ3" }, { 3, 703, "AAA3" },
    { SP_CELL_MAX_ROW, SP_CELL_MAX_COLUMN, "XFD1048576" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *ref = sp_cell_ref_format (cases[i].row, cases[i].column);
      guint row = 0, column = 0;

      g_assert_cmpstr (ref, ==, cases[i].ref);
      g_assert_true (sp_cell_ref_parse (ref, &row, &column));
      g_assert_cmpuint (row, ==, cases[i].row);
      g_assert_cmpuint (column, ==, cases[i].column);
    }
}

static void
test_round_trip (void)
{
  for (guint column = 1; column <= SP_CELL_MAX_COLUMN; column += 7)
    {
      guint row = 1 + (column * 65537u) % SP_CELL_MAX_ROW;
      g_autofree char *ref = sp_cell_ref_format (row, column);
      guint r = 0, c = 0;

      g_assert_true (sp_cell_ref_parse (ref, &r, &c));
      g_assert_cmpuint (r, ==, row);
      g_assert_cmpuint (c, ==, column);
    }
}

static void
test_no_cell (void)
{
  static const char * const bad[] = { "", "A", "1", "1A", "A0", "A1B", "XFE1", "A1048577", "ZZZZ99999999", "a b",
                                      "A-1", "$A$1", "A1 ", "Ä1", "AAAAAAAAAAAAAAAAAAAAAAAAAAA1",
                                      "A99999999999999999999999" };
  guint row = 77, column = 78;

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (sp_cell_ref_parse (bad[i], &row, &column));
  g_assert_cmpuint (row, ==, 77);
  g_assert_cmpuint (column, ==, 78);

  g_assert_true (sp_cell_ref_parse ("b7", &row, &column));
  g_assert_cmpuint (column, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/files/cell/names", test_names);
  g_test_add_func ("/files/cell/round-trip", test_round_trip);
  g_test_add_func ("/files/cell/no-cell", test_no_cell);

  return g_test_run ();
}
