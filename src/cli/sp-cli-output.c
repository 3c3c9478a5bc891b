/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sp-cli-output.h"

#include <errno.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "cli/sp-cli-options.h"
#include "cli/sp-cli-status.h"

/**
 * sp_cli_output_check:
 * @path: where results are to be written
 * @error: return location for a sentence
 *
 * Looks whether they can be, before anything is asked for.
 *
 * Returns: whether they can, as far as can be told now
 */
gboolean
sp_cli_output_check (const char  *path,
                     GError     **error)
{
  SpResultsFormat format;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  if (g_str_equal (path, SP_CLI_PIPE))
    return TRUE;
  if (!sp_results_writer_find_format (path, &format, error))
    return FALSE;
  folder = g_path_get_dirname (path);
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    g_set_error (error, SP_CLI_ERROR, SP_CLI_USAGE,
                 /* Translators: a file, then a folder */
                 _("“%s” can not be written: there is no folder “%s”. Make it, or choose another."), path, folder);
  else if (g_file_test (path, G_FILE_TEST_IS_DIR))
    g_set_error (error, SP_CLI_ERROR, SP_CLI_USAGE, _("“%s” is a folder. Add a file name."), path);
  else if (access (folder, W_OK | X_OK) != 0)
    /* Translators: a file, its folder, and why */
    g_set_error (error, SP_CLI_ERROR, SP_CLI_USAGE, _("“%s” can not be written in “%s”: %s. Choose another folder."),
                 path, folder, g_strerror (errno));
  else if (g_file_test (path, G_FILE_TEST_EXISTS) && access (path, W_OK) != 0)
    g_set_error (error, SP_CLI_ERROR, SP_CLI_USAGE, _("“%s” can not be written over: %s. Choose another name."), path,
                 g_strerror (errno));
  else
    return TRUE;

  return FALSE;
}

/**
 * sp_cli_output_write:
 * @results: a set of results
 * @path: where to: a file, or %SP_CLI_PIPE
 * @format: how, where it is no file
 * @error: return location for an error
 *
 * Writes results; into a file wholly or not at all.
 *
 * Returns: whether they are written
 */
gboolean
sp_cli_output_write (SpResults        *results,
                     const char       *path,
                     SpResultsFormat   format,
                     GError          **error)
{
  g_autoptr (GFile) file = NULL;

  g_return_val_if_fail (SP_IS_RESULTS (results) && path != NULL, FALSE);

  if (g_str_equal (path, SP_CLI_PIPE))
    {
      g_autoptr (GOutputStream) stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);

      return sp_results_writer_write_stream (results, format, stream, NULL, error);
    }
  file = g_file_new_for_commandline_arg (path);

  return sp_results_writer_write (results, file, NULL, error);
}
