/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem() */
#include "files/sp-zip-parts.h"

#include "files/make-book.h"
#include "files/sp-file-error.h"

static const char * const wanted[] = { "a.xml", "b/c.xml", NULL };

static void
assert_refused (GBytes      *file,
                SpFileError  code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SpZipParts) parts = sp_zip_parts_new (file, &error);

  if (parts != NULL)
    g_assert_false (sp_zip_parts_extract (parts, wanted, NULL, &error));
  g_assert_error (error, SP_FILE_ERROR, (int) code);
}

static GBytes *
small_zip (void)
{
  MakeZip zip;

  make_zip_begin (&zip);
  make_zip_text (&zip, "a.xml", "alpha");
  make_zip_text (&zip, "B\\C.XML", "beta");
  make_zip_text (&zip, "../../etc/passwd", "evil");
  make_zip_text (&zip, "unasked.bin", "gamma");

  return make_zip_end (&zip);
}

static void
test_parts (void)
{
  static const char * const late[] = { "/unasked.bin", "missing", NULL };
  g_autoptr(GBytes) file = small_zip ();
  g_autoptr(GError) error = NULL;
  g_autoptr(SpZipParts) parts = sp_zip_parts_new (file, &error);

  g_assert_no_error (error);
  g_assert_true (sp_zip_parts_extract (parts, wanted, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (sp_zip_parts_get (parts, "A.xml"), NULL), 5, "alpha", 5);
  g_assert_cmpmem (g_bytes_get_data (sp_zip_parts_get (parts, "/b/c.xml"), NULL), 4, "beta", 4);
  g_assert_null (sp_zip_parts_get (parts, "unasked.bin"));
  g_assert_null (sp_zip_parts_get (parts, "etc/passwd"));

  g_assert_true (sp_zip_parts_extract (parts, late, NULL, &error));
  g_assert_no_error (error);
  g_assert_nonnull (sp_zip_parts_get (parts, "unasked.bin"));
  g_assert_null (sp_zip_parts_get (parts, "missing"));
}

static void
test_other_files (void)
{
  static const guint8 ole[] = { 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0 };
  g_autoptr(GByteArray) locked = g_byte_array_new ();
  g_autoptr(GBytes) empty = g_bytes_new (NULL, 0);
  g_autoptr(GBytes) text = g_bytes_new_static ("Name,Team\nAnn,Reds\n", 19);
  g_autoptr(GBytes) old = g_bytes_new (ole, sizeof ole);
  g_autoptr(GBytes) encrypted = NULL;

  g_byte_array_append (locked, ole, sizeof ole);
  g_byte_array_append (locked, (const guint8 *) "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
  encrypted = g_bytes_new (locked->data, locked->len);

  assert_refused (empty, SP_FILE_ERROR_NOT_A_WORKBOOK);
  assert_refused (text, SP_FILE_ERROR_NOT_A_WORKBOOK);
  assert_refused (old, SP_FILE_ERROR_NOT_A_WORKBOOK);
  assert_refused (encrypted, SP_FILE_ERROR_ENCRYPTED);
}

/* However much of its end is missing, a file is never taken for a whole one with fewer parts. */
static void
test_cut_off (void)
{
  g_autoptr(GBytes) file = small_zip ();

  for (gsize size = 4; size < g_bytes_get_size (file); size++)
    {
      g_autoptr(GBytes) cut = g_bytes_new_from_bytes (file, 0, size);

      assert_refused (cut, SP_FILE_ERROR_DAMAGED);
    }
}

static void
test_bad_checksum (void)
{
  g_autoptr(GBytes) file = NULL;
  g_autofree guint8 *copy = NULL;
  g_autoptr(GBytes) changed = NULL;
  MakeZip zip;
  guint8 *place;

  make_zip_begin (&zip);
  g_assert_cmpint (archive_write_zip_set_compression_store (zip.archive), ==, ARCHIVE_OK);
  make_zip_text (&zip, "a.xml", "alpha");
  file = make_zip_end (&zip);

  copy = g_memdup2 (g_bytes_get_data (file, NULL), g_bytes_get_size (file));
  place = memmem (copy, g_bytes_get_size (file), "alpha", 5);
  place[0] = 'A';
  changed = g_bytes_new (copy, g_bytes_get_size (file));

  assert_refused (changed, SP_FILE_ERROR_DAMAGED);
}

static void
test_twice (void)
{
  g_autoptr(GBytes) file = NULL;
  MakeZip zip;

  make_zip_begin (&zip);
  make_zip_text (&zip, "a.xml", "alpha");
  make_zip_text (&zip, "A.XML", "other");
  file = make_zip_end (&zip);

  assert_refused (file, SP_FILE_ERROR_DAMAGED);
}

static void
test_bomb (void)
{
  g_autofree char *blanks = g_strnfill (1024 * 1024, ' ');
  g_autoptr(GBytes) file = NULL;
  MakeZip zip;

  make_zip_begin (&zip);
  make_zip_add (&zip, "a.xml", blanks, 1024 * 1024, (SP_ZIP_PARTS_MAX_PART_BYTES >> 20) + 1);
  file = make_zip_end (&zip);
  g_assert_cmpuint (g_bytes_get_size (file), <, 1024 * 1024);

  assert_refused (file, SP_FILE_ERROR_REFUSED);
}

static void
test_many_parts (void)
{
  g_autoptr(GBytes) file = NULL;
  MakeZip zip;

  make_zip_begin (&zip);
  for (guint i = 0; i <= SP_ZIP_PARTS_MAX_COUNT; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);

      make_zip_text (&zip, name, "");
    }
  file = make_zip_end (&zip);

  assert_refused (file, SP_FILE_ERROR_REFUSED);
}

static void
test_cancel (void)
{
  g_autoptr(GBytes) file = small_zip ();
  g_autoptr(SpZipParts) parts = sp_zip_parts_new (file, NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (sp_zip_parts_extract (parts, wanted, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (sp_zip_parts_get (parts, "a.xml"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/files/zip-parts/parts", test_parts);
  g_test_add_func ("/files/zip-parts/other-files", test_other_files);
  g_test_add_func ("/files/zip-parts/cut-off", test_cut_off);
  g_test_add_func ("/files/zip-parts/bad-checksum", test_bad_checksum);
  g_test_add_func ("/files/zip-parts/twice", test_twice);
  g_test_add_func ("/files/zip-parts/bomb", test_bomb);
  g_test_add_func ("/files/zip-parts/many-parts", test_many_parts);
  g_test_add_func ("/files/zip-parts/cancel", test_cancel);

  return g_test_run ();
}
