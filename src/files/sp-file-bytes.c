/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-file-bytes.h"

#include <glib/gi18n-lib.h>

#include "files/sp-file-error.h"

#define CHUNK_BYTES (64 * 1024)

static void
set_not_readable (GError **error,
                  GFile   *file,
                  GError  *cause)
{
  g_autofree char *name = g_file_get_parse_name (file);

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, cause);
      return;
    }

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, SP_FILE_ERROR, SP_FILE_ERROR_NOT_READABLE,
                 _("There is no file “%s”. Look whether it was moved or renamed, then choose it again."), name);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_set_error (error, SP_FILE_ERROR, SP_FILE_ERROR_NOT_READABLE,
                 _("You may not read “%s”. Ask its owner for the permission, or choose another file."), name);
  else
    g_set_error (error, SP_FILE_ERROR, SP_FILE_ERROR_NOT_READABLE,
                 /* Translators: a file, then why */
                 _("“%s” cannot be read: %s. Try again, or choose another file."), name, cause->message);
  g_error_free (cause);
}

/* A pipe or a device may never end; a directory has no bytes. */
static gboolean
check_regular (GFile         *file,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr(GFileInfo) info = NULL;
  g_autofree char *name = NULL;
  GError *cause = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, cancellable, &cause);
  if (info == NULL)
    {
      set_not_readable (error, file, cause);
      return FALSE;
    }
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR)
    return TRUE;

  name = g_file_get_parse_name (file);
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    g_set_error (error, SP_FILE_ERROR, SP_FILE_ERROR_NOT_READABLE,
                 _("“%s” is a folder. Choose a file in it."), name);
  else
    g_set_error (error, SP_FILE_ERROR, SP_FILE_ERROR_NOT_READABLE,
                 _("“%s” is not an ordinary file. Choose another one."), name);

  return FALSE;
}

/**
 * sp_file_bytes_load:
 * @file: a file
 * @max_bytes: how many bytes are taken at most
 * @cancellable: (nullable): ends the work
 * @error: return location for an error
 *
 * Reads a whole file, one byte past @max_bytes at most, however large it says it is. Blocks; call it from a worker.
 *
 * Returns: (transfer full): its bytes, %NULL with %SP_FILE_ERROR_NOT_READABLE, %SP_FILE_ERROR_REFUSED where it is
 *   larger, or %G_IO_ERROR_CANCELLED
 */
GBytes *
sp_file_bytes_load (GFile         *file,
                    gsize          max_bytes,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autoptr(GFileInputStream) stream = NULL;
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK_BYTES);
  GError *cause = NULL;
  gssize n = 0;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  if (!check_regular (file, cancellable, error))
    return NULL;

  stream = g_file_read (file, cancellable, &cause);
  while (stream != NULL && bytes->len <= max_bytes &&
         (n = g_input_stream_read (G_INPUT_STREAM (stream), chunk, CHUNK_BYTES, cancellable, &cause)) > 0)
    g_byte_array_append (bytes, chunk, (guint) n);

  if (stream == NULL || n < 0)
    {
      set_not_readable (error, file, cause);
      return NULL;
    }
  if (bytes->len > max_bytes)
    {
      g_autofree char *name = g_file_get_parse_name (file);
      g_autofree char *size = g_format_size_full (max_bytes, G_FORMAT_SIZE_IEC_UNITS);

      g_set_error (error, SP_FILE_ERROR, SP_FILE_ERROR_REFUSED,
                   _("“%s” is larger than %s and was not opened. Choose another file."), name, size);
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
