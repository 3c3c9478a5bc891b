/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-xlsx-strings.h"

#include "files/make-book.h"
#include "files/sp-file-error.h"

static void
test_strings (void)
{
  static const char xml[] = "<sst xmlns='" MAIN_NS "' count='99' uniqueCount='1'><si><t>one</t></si><si/>"
                            "<si><t xml:space='preserve'> t w o </t></si><t>stray</t>"
                            "<si><r><rPr><b/></rPr><t>ri</t></r><r><t>ch</t></r></si></sst>";
  g_autoptr(GBytes) part = g_bytes_new_static (xml, sizeof xml - 1);
  g_autoptr(GError) error = NULL;
  g_autoptr(SpXlsxStrings) self = sp_xlsx_strings_parse (part, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (sp_xlsx_strings_lookup (self, 0), ==, "one");
  g_assert_cmpstr (sp_xlsx_strings_lookup (self, 1), ==, "");
  g_assert_cmpstr (sp_xlsx_strings_lookup (self, 2), ==, " t w o ");
  g_assert_cmpstr (sp_xlsx_strings_lookup (self, 3), ==, "rich");
  g_assert_null (sp_xlsx_strings_lookup (self, 4));
  g_assert_null (sp_xlsx_strings_lookup (self, G_MAXUINT));
}

static void
test_many (void)
{
  g_autoptr(GString) xml = g_string_new ("<sst xmlns='" MAIN_NS "'>");
  g_autoptr(GBytes) part = NULL;
  g_autoptr(SpXlsxStrings) self = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (xml, "<si><t>%u</t></si>", i);
  g_string_append (xml, "</sst>");
  part = g_bytes_new (xml->str, xml->len);
  self = sp_xlsx_strings_parse (part, NULL, NULL);

  for (guint i = 0; i < 10000; i += 7)
    {
      g_autofree char *expected = g_strdup_printf ("%u", i);

      g_assert_cmpstr (sp_xlsx_strings_lookup (self, i), ==, expected);
    }
}

static void
test_none_and_bad (void)
{
  g_autoptr(SpXlsxStrings) none = sp_xlsx_strings_parse (NULL, NULL, NULL);
  g_autoptr(GBytes) bad = g_bytes_new_static ("<sst>", 5);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_assert_null (sp_xlsx_strings_lookup (none, 0));
  g_assert_null (sp_xlsx_strings_parse (bad, NULL, &error));
  g_assert_error (error, SP_FILE_ERROR, SP_FILE_ERROR_DAMAGED);
  g_clear_error (&error);

  g_cancellable_cancel (cancellable);
  g_assert_null (sp_xlsx_strings_parse (bad, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/files/xlsx-strings/strings", test_strings);
  g_test_add_func ("/files/xlsx-strings/many", test_many);
  g_test_add_func ("/files/xlsx-strings/none-and-bad", test_none_and_bad);

  return g_test_run ();
}
