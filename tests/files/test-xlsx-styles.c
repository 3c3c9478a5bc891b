/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-xlsx-styles.h"

#include "files/make-book.h"
#include "files/sp-file-error.h"

#define D SP_CELL_FORMAT_DATE
#define T SP_CELL_FORMAT_TIME
#define N SP_CELL_FORMAT_NONE

static void
test_codes (void)
{
  static const struct { const char *code; guint format; } cases[] = {
    { "General", N }, { "0", N }, { "0.00", N }, { "#,##0", N }, { "0.00E+00", N }, { "@", N }, { "", N }, { "0%", N },
    { "dd-mmm", D }, { "yyyy-mm-dd", D }, { "m/d/yy", D }, { "mmmm", D }, { "mmmmm", D }, { "ge", D },
    { "[$-409]d-mmm", D },
    { "h:mm", T }, { "[h]:mm:ss", T }, { "mm:ss", T }, { "[mm]:ss", T }, { "[ss]", T }, { "s", T }, { "mm:ss.0", T },
    { "h:mm AM/PM", T }, { "h:mm a/p", T }, { "H:MM:SS", T },
    { "yyyy-mm-dd hh:mm:ss", D | T }, { "m/d/yy h:mm", D | T }, { "hh:mm dd/mm", D | T },
    /* What is shown as it stands says nothing. */
    { "0 \"days\"", N }, { "0\\d", N }, { "\"d\"0", N }, { "[Red]0", N }, { "[>=100]0", N }, { "_d0", N }, { "*d0", N },
    { "0;[Red]\"minus\" 0", N }, { "0;dd", N }, { "\"open", N }, { "[", N }, { "[h", T }, { "\\", N },
    { "[Magenta]0", N },
    { "[h]:mm:ss;@", T }, { "[$-F400]h:mm:ss\\ AM/PM", T }, { "[$€-407]0.00", N },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    if (sp_xlsx_number_format_kind (cases[i].code) != cases[i].format)
      g_error ("“%s” is %u", cases[i].code, sp_xlsx_number_format_kind (cases[i].code));
}

static SpXlsxStyles *
parse (const char  *xml,
       GError     **error)
{
  g_autoptr(GBytes) part = g_bytes_new (xml, strlen (xml));

  return sp_xlsx_styles_parse (part, NULL, error);
}

/* What libraries write for the formats that need no words in the file. */
static void
test_built_in (void)
{
  static const struct { guint id, format; } cases[] = {
    { 0, N }, { 1, N }, { 9, N }, { 13, N }, { 14, D }, { 17, D }, { 18, T }, { 21, T }, { 22, D | T }, { 23, N },
    { 37, N },
    { 45, T }, { 46, T }, { 47, T }, { 48, N }, { 49, N }, { 30, D }, { 32, T }, { 57, D },
  };
  g_autoptr(GString) xml = g_string_new ("<styleSheet xmlns='" MAIN_NS "'><cellXfs>");
  g_autoptr(SpXlsxStyles) styles = NULL;
  g_autoptr(GError) error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_string_append_printf (xml, "<xf numFmtId='%u'/>", cases[i].id);
  g_string_append (xml, "</cellXfs></styleSheet>");

  styles = parse (xml->str, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (sp_xlsx_styles_get_format (styles, i), ==, cases[i].format);
  g_assert_cmpint (sp_xlsx_styles_get_format (styles, G_N_ELEMENTS (cases)), ==, N);
}

/* A number of a format may be given another meaning by the file, and styles of other kinds are not those of cells. */
static void
test_custom (void)
{
  static const char xml[] = "<styleSheet xmlns='" MAIN_NS "'><numFmts count='3'><numFmt numFmtId='14' formatCode='0'/>"
                            "<numFmt numFmtId='164' formatCode='[h]:mm'/><numFmt numFmtId='x' formatCode='d'/><numFmt/>"
                            "</numFmts><cellStyleXfs><xf numFmtId='22'/></cellStyleXfs><cellXfs><xf numFmtId='14'/>"
                            "<xf numFmtId='164'/><xf/></cellXfs><dxfs><dxf/></dxfs></styleSheet>";
  g_autoptr(SpXlsxStyles) styles = parse (xml, NULL);

  g_assert_cmpint (sp_xlsx_styles_get_format (styles, 0), ==, N);
  g_assert_cmpint (sp_xlsx_styles_get_format (styles, 1), ==, T);
  g_assert_cmpint (sp_xlsx_styles_get_format (styles, 2), ==, N);
  g_assert_cmpint (sp_xlsx_styles_get_format (styles, 3), ==, N);
}

static void
test_none_and_bad (void)
{
  g_autoptr(SpXlsxStyles) none = sp_xlsx_styles_parse (NULL, NULL, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (sp_xlsx_styles_get_format (none, 0), ==, N);
  g_assert_null (parse ("<styleSheet", &error));
  g_assert_error (error, SP_FILE_ERROR, SP_FILE_ERROR_DAMAGED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/files/xlsx-styles/codes", test_codes);
  g_test_add_func ("/files/xlsx-styles/built-in", test_built_in);
  g_test_add_func ("/files/xlsx-styles/custom", test_custom);
  g_test_add_func ("/files/xlsx-styles/none-and-bad", test_none_and_bad);

  return g_test_run ();
}
