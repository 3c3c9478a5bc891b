/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-file-stamp.h"

#include "files/sp-file-bytes.h"
#include "files/sp-json-text.h"

/* By contents, not by time: clocks and shared folders lie, and a file saved again unchanged is the same. */
struct _SpFileStamp
{
  char *hex; /* (owned): SHA-256 */
};

/**
 * sp_file_stamp_new:
 * @bytes: what a file holds
 *
 * Notes what a file held when it was read or written, to see later whether somebody changed it.
 *
 * Returns: (transfer full): the note
 */
SpFileStamp *
sp_file_stamp_new (GBytes *bytes)
{
  SpFileStamp *self;

  g_return_val_if_fail (bytes != NULL, NULL);

  self = g_new0 (SpFileStamp, 1);
  self->hex = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  return self;
}

/**
 * sp_file_stamp_from_hex:
 * @hex: what sp_file_stamp_get_hex() gave
 *
 * Returns: (transfer full): that note
 */
SpFileStamp *
sp_file_stamp_from_hex (const char *hex)
{
  SpFileStamp *self;

  g_return_val_if_fail (hex != NULL, NULL);

  self = g_new0 (SpFileStamp, 1);
  self->hex = g_strdup (hex);

  return self;
}

/**
 * sp_file_stamp_copy:
 * @self: (nullable): a note
 *
 * Returns: (transfer full) (nullable): a copy
 */
SpFileStamp *
sp_file_stamp_copy (const SpFileStamp *self)
{
  return self != NULL ? sp_file_stamp_from_hex (self->hex) : NULL;
}

/**
 * sp_file_stamp_free:
 * @self: (transfer full): a note
 *
 * Frees @self.
 */
void
sp_file_stamp_free (SpFileStamp *self)
{
  g_free (self->hex);
  g_free (self);
}

/**
 * sp_file_stamp_get_hex:
 * @self: a note
 *
 * Returns: (transfer none): it as text
 */
const char *
sp_file_stamp_get_hex (const SpFileStamp *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->hex;
}

/**
 * sp_file_stamp_matches:
 * @self: (nullable): a note, %NULL for "there was no file"
 * @file: the file
 * @cancellable: (nullable): ends the work
 * @matches: (out): whether the file is as it was
 * @error: return location for an error
 *
 * Looks whether somebody changed, added or removed a file. A file that cannot be looked at is an error, not a match.
 * Blocks; call it from a worker.
 *
 * Returns: %FALSE with the errors of sp_file_bytes_load()
 */
gboolean
sp_file_stamp_matches (const SpFileStamp  *self,
                       GFile              *file,
                       GCancellable       *cancellable,
                       gboolean           *matches,
                       GError            **error)
{
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *hex = NULL;

  g_return_val_if_fail (G_IS_FILE (file) && matches != NULL, FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (!g_file_query_exists (file, cancellable))
    {
      *matches = self == NULL;
      return TRUE;
    }

  bytes = sp_file_bytes_load (file, SP_JSON_TEXT_MAX_BYTES, cancellable, error);
  if (bytes == NULL)
    return FALSE;
  hex = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  *matches = self != NULL && g_str_equal (self->hex, hex);

  return TRUE;
}
