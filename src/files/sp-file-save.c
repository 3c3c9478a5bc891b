/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "files/sp-file-save.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>

#include "files/sp-file-error.h"

static gboolean
set_not_writable (GError **error,
                  GFile   *file,
                  GError  *cause)
{
  g_autofree char *name = g_file_get_parse_name (file);

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, cause);
      return FALSE;
    }

  g_set_error (error, SP_FILE_ERROR, SP_FILE_ERROR_NOT_WRITABLE,
               /* Translators: a file, then why */
               _("“%s” cannot be written: %s. Nothing was changed. Choose another place, or make room there."),
               name, cause->message);
  g_error_free (cause);

  return FALSE;
}

/* A link stays a link, and a file keeps who may read it. */
static gboolean
save_path (const char  *path,
           GBytes      *bytes,
           GError     **error)
{
  g_autofree char *real = realpath (path, NULL);
  const char *target = real != NULL ? real : path;
  GStatBuf status;
  int mode = 0666;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (g_stat (target, &status) == 0)
    {
      if (!S_ISREG (status.st_mode))
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _("it is not an ordinary file"));
          return FALSE;
        }
      if (g_access (target, W_OK) != 0)
        {
          g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
          return FALSE;
        }
      mode = status.st_mode & 0777;
    }

  return g_file_set_contents_full (target, data != NULL ? data : "", (gssize) size,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, mode, error);
}

/**
 * sp_file_save:
 * @file: a file, which may be there already
 * @bytes: what it is to hold
 * @cancellable: (nullable): ends the work before anything is changed
 * @error: return location for an error
 *
 * Writes a whole file. Whatever happens meanwhile, a kill or a power cut included, @file holds afterwards either all it
 * held before or all of @bytes: they go to a new file beside it, are made durable, and take its place in one step.
 * Blocks; call it from a worker.
 *
 * Returns: %FALSE with %SP_FILE_ERROR_NOT_WRITABLE or %G_IO_ERROR_CANCELLED
 */
gboolean
sp_file_save (GFile         *file,
              GBytes        *bytes,
              GCancellable  *cancellable,
              GError       **error)
{
  const char *path;
  GError *cause = NULL;
  gboolean ok;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  path = g_file_peek_path (file);
  if (path != NULL)
    ok = save_path (path, bytes, &cause);
  else
    ok = g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, FALSE,
                                  G_FILE_CREATE_NONE, NULL, cancellable, &cause);

  return ok ? TRUE : set_not_writable (error, file, cause);
}
