/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-xlsx-relations.h"

#include "files/make-book.h"
#include "files/sp-file-error.h"

#define REL(id, type, target) "<Relationship Id='" id "' Type='" DOC_REL "/" type "' Target='" target "'/>"

static SpXlsxRelations *
parse (const char *source,
       const char *relations)
{
  g_autofree char *xml = g_strdup_printf ("<Relationships xmlns='" PKG_REL "'>%s</Relationships>", relations);
  g_autoptr(GBytes) part = g_bytes_new (xml, strlen (xml));
  g_autoptr(GError) error = NULL;
  SpXlsxRelations *self = sp_xlsx_relations_parse (source, part, NULL, &error);

  g_assert_no_error (error);

  return self;
}

static void
test_part_names (void)
{
  g_autofree char *package = sp_xlsx_relations_part_name ("");
  g_autofree char *workbook = sp_xlsx_relations_part_name ("xl/workbook.xml");
  g_autofree char *top = sp_xlsx_relations_part_name ("workbook.xml");

  g_assert_cmpstr (package, ==, "_rels/.rels");
  g_assert_cmpstr (workbook, ==, "xl/_rels/workbook.xml.rels");
  g_assert_cmpstr (top, ==, "_rels/workbook.xml.rels");
}

static void
test_targets (void)
{
  static const struct { const char *target, *part; } cases[] = {
    { "sheet1.xml", "xl/sheet1.xml" }, { "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml" },
    { "/xl/sheet1.xml", "xl/sheet1.xml" }, { "/sheet1.xml", "sheet1.xml" }, { "./a/../sheet1.xml", "xl/sheet1.xml" },
    { "../sheet1.xml", "sheet1.xml" }, { "../../../../etc/passwd", "etc/passwd" }, { "a//b", "xl/a/b" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *xml = g_strdup_printf (REL ("r", "worksheet", "%s"), cases[i].target);
      g_autoptr(SpXlsxRelations) self = parse ("xl/workbook.xml", xml);

      g_assert_cmpstr (sp_xlsx_relations_by_id (self, "r", "worksheet"), ==, cases[i].part);
    }
}

static void
test_look_up (void)
{
  g_autoptr(SpXlsxRelations) self = parse ("", REL ("a", "styles", "one") REL ("b", "styles", "two")
                                           REL ("a", "worksheet", "three")
                                           "<Relationship Id='x' Type='worksheet' Target='http://x'"
                                           " TargetMode='External'/>"
                                           "<Relationship Id='y' Type='plain' Target='four'/><Relationship Id='z'/>"
                                           "<Other Id='o' Type='styles' Target='five'/>");

  g_assert_cmpstr (sp_xlsx_relations_by_type (self, "styles"), ==, "one");
  g_assert_cmpstr (sp_xlsx_relations_by_id (self, "b", "styles"), ==, "two");
  g_assert_null (sp_xlsx_relations_by_id (self, "b", "worksheet"));
  g_assert_null (sp_xlsx_relations_by_id (self, "a", "worksheet"));
  g_assert_null (sp_xlsx_relations_by_id (self, "x", "worksheet"));
  g_assert_cmpstr (sp_xlsx_relations_by_type (self, "plain"), ==, "four");
  g_assert_null (sp_xlsx_relations_by_id (self, "o", "styles"));
  g_assert_null (sp_xlsx_relations_by_type (self, "worksheet"));
}

static void
test_none_and_bad (void)
{
  g_autoptr(SpXlsxRelations) none = sp_xlsx_relations_parse ("xl/a.xml", NULL, NULL, NULL);
  g_autoptr(GBytes) bad = g_bytes_new_static ("<a>", 3);
  g_autoptr(GError) error = NULL;

  g_assert_null (sp_xlsx_relations_by_type (none, "styles"));
  g_assert_null (sp_xlsx_relations_parse ("", bad, NULL, &error));
  g_assert_error (error, SP_FILE_ERROR, SP_FILE_ERROR_DAMAGED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/files/xlsx-relations/part-names", test_part_names);
  g_test_add_func ("/files/xlsx-relations/targets", test_targets);
  g_test_add_func ("/files/xlsx-relations/look-up", test_look_up);
  g_test_add_func ("/files/xlsx-relations/none-and-bad", test_none_and_bad);

  return g_test_run ();
}
