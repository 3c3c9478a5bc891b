/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-xlsx-text.h"

static void
assert_plain (const char *escaped,
              const char *expected)
{
  g_autoptr(GString) plain = g_string_new (NULL);

  sp_xlsx_text_append (plain, escaped);
  g_assert_cmpstr (plain->str, ==, expected);
}

static void
test_escapes (void)
{
  assert_plain ("", "");
  assert_plain ("plain _ x", "plain _ x");
  assert_plain ("a_x000D__x000a_b", "a\r\nb");
  assert_plain ("_x005F_x0041_", "_x0041_");
  assert_plain ("_xD83C__xDFC3_", "🏃");
  assert_plain ("_x00e9_", "é");

  /* Not quite an escape is text. */
  assert_plain ("_x00D_ _x000G_ _X000D_ _x000D", "_x00D_ _x000G_ _X000D_ _x000D");
  assert_plain ("__x0041_", "_A");

  /* What no text can hold. */
  assert_plain ("a_x0000_b", "a\ufffdb");
  assert_plain ("_xD83C_x", "\ufffdx");
  assert_plain ("_xDFC3__xD83C_", "\ufffd\ufffd");
}

static void
test_round_trip (void)
{
  static const char * const pieces[] = { "_", "x", "_x", "0041", "_x0041_", "_x005F_", "é", "🏃", " ", "_x000D_" };

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autofree char *escaped = NULL;
      int n = g_test_rand_int_range (0, 6);

      for (int j = 0; j < n; j++)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      escaped = sp_xlsx_text_escape (text->str);
      assert_plain (escaped, text->str);
    }
}

/* Texts in several runs are one; reading aids above them are none of it. */
static void
test_runs (void)
{
  SpXlsxText text;

  sp_xlsx_text_init (&text);
  sp_xlsx_text_start (&text, "r");
  sp_xlsx_text_end (&text, "t", "東");
  sp_xlsx_text_end (&text, "r", "");
  sp_xlsx_text_start (&text, "rPh");
  sp_xlsx_text_end (&text, "t", "とう");
  sp_xlsx_text_end (&text, "rPh", "");
  sp_xlsx_text_end (&text, "t", "京");
  g_assert_cmpstr (text.text->str, ==, "東京");

  sp_xlsx_text_start (&text, "rPh");
  sp_xlsx_text_reset (&text);
  sp_xlsx_text_end (&text, "t", "again");
  g_assert_cmpstr (text.text->str, ==, "again");
  sp_xlsx_text_clear (&text);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/files/xlsx-text/escapes", test_escapes);
  g_test_add_func ("/files/xlsx-text/round-trip", test_round_trip);
  g_test_add_func ("/files/xlsx-text/runs", test_runs);

  return g_test_run ();
}
