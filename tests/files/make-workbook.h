/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Whole workbooks of a competition from a few lines of text. A sheet is lines of cells with "|" between; the first
 * sign of a cell may say what it is: # a number, % a number shown as a time, ~ as a date, ^ as date and time, = a
 * formula without a stored value, ! an error value. */

#include "files/make-book.h"
#include "files/sp-workbook-reader.h"

#define MAKE_STYLES                                                                                                    \
  "<styleSheet xmlns='" MAIN_NS "'><cellXfs><xf numFmtId='0'/><xf numFmtId='46'/><xf numFmtId='14'/>"                  \
  "<xf numFmtId='22'/></cellXfs></styleSheet>"

#define RUNNERS "Name|Strava ID|Refresh Token|Segment Series Team|Distance Series Team|Birthday (dd-mmm)\n"
#define SEGMENTS "Segment ID|Segment Name|Start Date|End Date|Default Time|Minimum Distance (m)|" \
                 "Birthday Bonus (secs)|Window Label|Time Bonus (secs)\n"
#define SERIES "Start Date|End Date|Distance Threshold (km)\n"

G_GNUC_UNUSED static void
make_cell (GString    *xml,
           const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (*text != '\0' && strchr ("#%~^=!", *text) ? text + 1 : text, -1);

  if (*text == '#')
    g_string_append_printf (xml, "<c><v>%s</v></c>", escaped);
  else if (*text == '%')
    g_string_append_printf (xml, "<c s='1'><v>%s</v></c>", escaped);
  else if (*text == '~')
    g_string_append_printf (xml, "<c s='2'><v>%s</v></c>", escaped);
  else if (*text == '^')
    g_string_append_printf (xml, "<c s='3'><v>%s</v></c>", escaped);
  else if (*text == '=')
    g_string_append_printf (xml, "<c><f>%s</f></c>", escaped);
  else if (*text == '!')
    g_string_append_printf (xml, "<c t='e'><v>%s</v></c>", escaped);
  else
    g_string_append_printf (xml, "<c t='inlineStr'><is><t>%s</t></is></c>", escaped);
}

G_GNUC_UNUSED static char *
make_sheet (const char *lines)
{
  g_auto(GStrv) rows = g_strsplit (lines, "\n", -1);
  GString *xml = g_string_new ("<worksheet xmlns='" MAIN_NS "'><sheetData>");

  for (guint i = 0; rows[i] != NULL; i++)
    {
      g_auto(GStrv) cells = g_strsplit (rows[i], "|", -1);

      g_string_append (xml, "<row>");
      for (guint j = 0; cells[j] != NULL; j++)
        make_cell (xml, cells[j]);
      g_string_append (xml, "</row>");
    }
  g_string_append (xml, "</sheetData></worksheet>");

  return g_string_free (xml, FALSE);
}

/* Names and contents of sheets in turn, with NULL at the end. */
G_GNUC_UNUSED static GBytes *
make_sheets (const char *first_name,
             ...) G_GNUC_NULL_TERMINATED;

G_GNUC_UNUSED static GBytes *
make_sheets (const char *first_name,
             ...)
{
  g_autoptr(GString) book = g_string_new ("<workbook xmlns='" MAIN_NS "' xmlns:r='" DOC_REL "'><sheets>");
  g_autoptr(GString) rels = g_string_new ("<Relationships xmlns='" PKG_REL "'><Relationship Id='s' Type='" DOC_REL
                                          "/styles' Target='styles.xml'/>");
  const char *name = first_name;
  va_list arguments;
  MakeZip zip;

  make_zip_begin (&zip);
  make_zip_text (&zip, "_rels/.rels", MAKE_ROOT_RELS);
  make_zip_text (&zip, "xl/styles.xml", MAKE_STYLES);

  va_start (arguments, first_name);
  for (guint i = 1; name != NULL; i++, name = va_arg (arguments, const char *))
    {
      const char *lines = va_arg (arguments, const char *);
      g_autofree char *sheet = make_sheet (lines);
      g_autofree char *part = g_strdup_printf ("xl/sheet%u.xml", i);

      g_string_append_printf (book, "<sheet name='%s' sheetId='%u' r:id='r%u'/>", name, i, i);
      g_string_append_printf (rels, "<Relationship Id='r%u' Type='" DOC_REL "/worksheet' Target='sheet%u.xml'/>", i, i);
      make_zip_text (&zip, part, sheet);
    }
  va_end (arguments);

  g_string_append (book, "</sheets></workbook>");
  g_string_append (rels, "</Relationships>");
  make_zip_text (&zip, "xl/workbook.xml", book->str);
  make_zip_text (&zip, "xl/_rels/workbook.xml.rels", rels->str);

  return make_zip_end (&zip);
}

/* A workbook with these runners and one board, as the program reads it. */
G_GNUC_UNUSED static SpWorkbook *
read_runners (const char *runners)
{
  g_autoptr(GBytes) book = make_sheets ("Runners", runners, "Segment Series",
                                        SEGMENTS "#7|Canal|2026-01-05|2026-01-11\n", NULL);
  g_autoptr(GListModel) faults = NULL;
  g_autoptr(GError) error = NULL;
  SpWorkbook *workbook = sp_workbook_reader_read_bytes (book, "book.xlsx", &faults, NULL, &error);

  g_assert_no_error (error);

  return workbook;
}
