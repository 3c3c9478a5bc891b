/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* memmem() */
#include "files/sp-zip-parts.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "files/sp-file-error.h"

#define CHUNK_BYTES (64 * 1024)

struct _SpZipParts
{
  GBytes     *file;    /* (owned) */
  GHashTable *parts;   /* (owned) (element-type utf8 GBytes): by sp_zip_part_key() */
  gsize       n_bytes; /* unpacked so far */
};

typedef struct archive SpArchive;

static void
sp_archive_free (SpArchive *archive)
{
  archive_read_free (archive);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpArchive, sp_archive_free)

static gboolean
has_magic (GBytes     *file,
           const char *magic,
           gsize       n_magic)
{
  gsize size;
  const char *data = g_bytes_get_data (file, &size);

  return size >= n_magic && memcmp (data, magic, n_magic) == 0;
}

static guint
count_in (GBytes     *file,
          const char *needle,
          gsize       n_needle,
          guint       enough)
{
  gsize size;
  const char *data = g_bytes_get_data (file, &size);
  const char *end = data + size;
  guint n = 0;

  while (n < enough && (data = memmem (data, (gsize) (end - data), needle, n_needle)) != NULL)
    {
      n++;
      data += n_needle;
    }

  return n;
}

/* Part names of a package differ in more than the case of ASCII letters. */
static char *
sp_zip_part_key (const char *name)
{
  char *key = g_ascii_strdown (name[0] == '/' ? name + 1 : name, -1);

  return g_strdelimit (key, "\\", '/');
}

/**
 * sp_zip_parts_new:
 * @file: the whole file
 * @error: return location for an error
 *
 * Looks at a package without unpacking anything yet.
 *
 * Returns: (transfer full): the package's parts, %NULL with an error of [error@FileError] where @file is none
 */
SpZipParts *
sp_zip_parts_new (GBytes  *file,
                  GError **error)
{
  static const char ole[] = { '\xd0', '\xcf', '\x11', '\xe0', '\xa1', '\xb1', '\x1a', '\xe1' };
  static const char encrypted[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
  SpZipParts *self;

  g_return_val_if_fail (file != NULL, NULL);

  if (has_magic (file, ole, sizeof ole) && count_in (file, encrypted, sizeof encrypted, 1) > 0)
    {
      g_set_error_literal (error, SP_FILE_ERROR, SP_FILE_ERROR_ENCRYPTED,
                           _("The workbook is protected with a password. Save it without one, then open it again."));
      return NULL;
    }
  if (has_magic (file, ole, sizeof ole))
    {
      g_set_error_literal (error, SP_FILE_ERROR, SP_FILE_ERROR_NOT_A_WORKBOOK,
                           _("This is a file of the old Excel format (.xls), or of another office program. "
                             "Save it as an Excel workbook (.xlsx), then open that."));
      return NULL;
    }
  if (!has_magic (file, "PK\3\4", 4))
    {
      g_set_error_literal (error, SP_FILE_ERROR, SP_FILE_ERROR_NOT_A_WORKBOOK,
                           _("This is not an Excel workbook (.xlsx). Choose another file, or save it as .xlsx first."));
      return NULL;
    }
  if (g_bytes_get_size (file) > SP_ZIP_PARTS_MAX_FILE_BYTES)
    {
      g_set_error (error, SP_FILE_ERROR, SP_FILE_ERROR_REFUSED,
                   _("The workbook is larger than %d MiB and was not opened. "
                     "Copy the sheets of the competition into a new workbook."),
                   SP_ZIP_PARTS_MAX_FILE_BYTES >> 20);
      return NULL;
    }
  if (count_in (file, "PK\1\2", 4, SP_ZIP_PARTS_MAX_COUNT + 1) > SP_ZIP_PARTS_MAX_COUNT)
    {
      g_set_error (error, SP_FILE_ERROR, SP_FILE_ERROR_REFUSED,
                   _("The workbook holds more than %d parts and was not opened. "
                     "Copy the sheets of the competition into a new workbook."),
                   SP_ZIP_PARTS_MAX_COUNT);
      return NULL;
    }

  self = g_new0 (SpZipParts, 1);
  self->file = g_bytes_ref (file);
  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);

  return self;
}

/**
 * sp_zip_parts_free:
 * @self: (transfer full): a package's parts
 *
 * Frees @self and what was unpacked.
 */
void
sp_zip_parts_free (SpZipParts *self)
{
  g_bytes_unref (self->file);
  g_hash_table_unref (self->parts);
  g_free (self);
}

static void
set_damaged (GError     **error,
             const char  *detail)
{
  g_set_error (error, SP_FILE_ERROR, SP_FILE_ERROR_DAMAGED,
               _("The workbook is damaged or cut off (%s). Save it again, or fetch another copy."),
               detail != NULL ? detail : _("no detail is known"));
}

static GBytes *
read_part (SpZipParts    *self,
           SpArchive     *archive,
           const char    *name,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK_BYTES);
  la_ssize_t n;

  while ((n = archive_read_data (archive, chunk, CHUNK_BYTES)) > 0)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;

      g_byte_array_append (bytes, chunk, (guint) n);
      self->n_bytes += (gsize) n;

      if (bytes->len > SP_ZIP_PARTS_MAX_PART_BYTES || self->n_bytes > SP_ZIP_PARTS_MAX_TOTAL_BYTES)
        {
          g_set_error (error, SP_FILE_ERROR, SP_FILE_ERROR_REFUSED,
                       _("The workbook unpacks to more than %d MiB in one part, or %d MiB in all, and was not opened. "
                         "Copy the sheets of the competition into a new workbook."),
                       SP_ZIP_PARTS_MAX_PART_BYTES >> 20, SP_ZIP_PARTS_MAX_TOTAL_BYTES >> 20);
          return NULL;
        }
    }

  if (n < 0)
    {
      set_damaged (error, archive_error_string (archive));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static gboolean
take_entry (SpZipParts            *self,
            SpArchive             *archive,
            struct archive_entry  *entry,
            GHashTable            *wanted,
            GCancellable          *cancellable,
            GError               **error)
{
  const char *name = archive_entry_pathname_utf8 (entry);
  g_autofree char *key = NULL;
  GBytes *bytes;

  if (name == NULL || archive_entry_filetype (entry) != AE_IFREG)
    return TRUE;

  key = sp_zip_part_key (name);
  if (!g_hash_table_contains (wanted, key))
    return TRUE;

  if (archive_entry_is_encrypted (entry))
    {
      g_set_error_literal (error, SP_FILE_ERROR, SP_FILE_ERROR_ENCRYPTED,
                           _("The workbook is protected with a password. Save it without one, then open it again."));
      return FALSE;
    }
  if (g_hash_table_contains (self->parts, key))
    {
      g_set_error (error, SP_FILE_ERROR, SP_FILE_ERROR_DAMAGED,
                   _("The workbook holds its part “%s” twice. Save it again, or fetch another copy."), key);
      return FALSE;
    }

  bytes = read_part (self, archive, key, cancellable, error);
  if (bytes == NULL)
    return FALSE;

  g_hash_table_insert (self->parts, g_steal_pointer (&key), bytes);

  return TRUE;
}

/**
 * sp_zip_parts_extract:
 * @self: a package's parts
 * @names: (array zero-terminated=1): parts to unpack that were not asked for before; one that is missing is no error
 * @cancellable: (nullable): ends the work
 * @error: return location for an error
 *
 * Unpacks some parts, within the limits of a part and of all parts together; the others are not touched.
 *
 * Returns: %FALSE with an error of [error@FileError], or %G_IO_ERROR_CANCELLED
 */
gboolean
sp_zip_parts_extract (SpZipParts          *self,
                      const char * const  *names,
                      GCancellable        *cancellable,
                      GError             **error)
{
  g_autoptr(GHashTable) wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(SpArchive) archive = archive_read_new ();
  struct archive_entry *entry;
  gsize size;
  const void *data;
  int r;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (names != NULL, FALSE);

  for (guint i = 0; names[i] != NULL; i++)
    g_hash_table_add (wanted, sp_zip_part_key (names[i]));

  /* The seekable reader trusts the directory at the end only: a file that lost its end is refused, not guessed at. */
  archive_read_support_format_zip_seekable (archive);
  data = g_bytes_get_data (self->file, &size);
  r = archive_read_open_memory (archive, data, size);

  while (r >= ARCHIVE_WARN)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      r = archive_read_next_header (archive, &entry);
      if (r == ARCHIVE_EOF)
        return TRUE;
      if (r >= ARCHIVE_WARN && !take_entry (self, archive, entry, wanted, cancellable, error))
        return FALSE;
    }

  set_damaged (error, archive_error_string (archive));

  return FALSE;
}

/**
 * sp_zip_parts_get:
 * @self: a package's parts
 * @name: a part that was unpacked
 *
 * Returns: (transfer none) (nullable): its bytes, %NULL where the package has no such part
 */
GBytes *
sp_zip_parts_get (SpZipParts *self,
                  const char *name)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  key = sp_zip_part_key (name);

  return g_hash_table_lookup (self->parts, key);
}
