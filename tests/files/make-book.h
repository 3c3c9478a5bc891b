/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Workbooks made by hand, part by part, for what no spreadsheet program would write. */

#include <archive.h>
#include <archive_entry.h>
#include <gio/gio.h>
#include <string.h>

#define MAIN_NS "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define DOC_REL "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PKG_REL "http://schemas.openxmlformats.org/package/2006/relationships"

#define MAKE_ROOT_RELS                                                                                                 \
  "<Relationships xmlns='" PKG_REL "'>"                                                                                \
  "<Relationship Id='rId1' Type='" DOC_REL "/officeDocument' Target='xl/workbook.xml'/></Relationships>"
#define MAKE_BOOK_RELS                                                                                                 \
  "<Relationships xmlns='" PKG_REL "'>"                                                                                \
  "<Relationship Id='rId1' Type='" DOC_REL "/worksheet' Target='worksheets/sheet1.xml'/>"                              \
  "<Relationship Id='rId2' Type='" DOC_REL "/styles' Target='/xl/styles.xml'/>"                                        \
  "<Relationship Id='rId3' Type='" DOC_REL "/sharedStrings' Target='./sharedStrings.xml'/></Relationships>"
#define MAKE_BOOK                                                                                                      \
  "<workbook xmlns='" MAIN_NS "' xmlns:r='" DOC_REL "'><sheets>"                                                       \
  "<sheet name='One' sheetId='1' r:id='rId1'/></sheets></workbook>"
#define MAKE_SHEET(rows) "<worksheet xmlns='" MAIN_NS "'><sheetData>" rows "</sheetData></worksheet>"

typedef struct
{
  struct archive *archive;
  char           *buffer; /* (owned) */
  gsize           used;
} MakeZip;

#define MAKE_ZIP_BYTES (8u * 1024 * 1024)

G_GNUC_UNUSED static void
make_zip_begin (MakeZip *self)
{
  self->buffer = g_malloc (MAKE_ZIP_BYTES);
  self->used = 0;
  self->archive = archive_write_new ();
  g_assert_cmpint (archive_write_set_format_zip (self->archive), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_open_memory (self->archive, self->buffer, MAKE_ZIP_BYTES, &self->used), ==,
                   ARCHIVE_OK);
}

/* @content may be written several times over, so that a large part costs little. */
G_GNUC_UNUSED static void
make_zip_add (MakeZip    *self,
              const char *name,
              const void *content,
              gsize       size,
              guint       times)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_size (entry, (la_int64_t) (size * times));
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  g_assert_cmpint (archive_write_header (self->archive, entry), ==, ARCHIVE_OK);
  for (guint i = 0; i < times; i++)
    g_assert_cmpint (archive_write_data (self->archive, content, size), ==, (la_ssize_t) size);
  archive_entry_free (entry);
}

G_GNUC_UNUSED static void
make_zip_text (MakeZip    *self,
               const char *name,
               const char *text)
{
  if (text != NULL)
    make_zip_add (self, name, text, strlen (text), 1);
}

G_GNUC_UNUSED static GBytes *
make_zip_end (MakeZip *self)
{
  g_assert_cmpint (archive_write_close (self->archive), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_free (self->archive), ==, ARCHIVE_OK);

  return g_bytes_new_take (self->buffer, self->used);
}

/* A workbook with one sheet; any part may be left out. */
G_GNUC_UNUSED static GBytes *
make_book (const char *book,
           const char *sheet,
           const char *strings,
           const char *styles)
{
  MakeZip zip;

  make_zip_begin (&zip);
  make_zip_text (&zip, "_rels/.rels", MAKE_ROOT_RELS);
  make_zip_text (&zip, "xl/workbook.xml", book);
  make_zip_text (&zip, "xl/_rels/workbook.xml.rels", MAKE_BOOK_RELS);
  make_zip_text (&zip, "xl/worksheets/sheet1.xml", sheet);
  make_zip_text (&zip, "xl/sharedStrings.xml", strings);
  make_zip_text (&zip, "xl/styles.xml", styles);

  return make_zip_end (&zip);
}
