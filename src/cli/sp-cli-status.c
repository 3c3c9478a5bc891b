/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sp-cli-status.h"

#include <gio/gio.h>

#include "cli/sp-cli-text.h"
#include "engine/sp-plugin-error.h"
#include "engine/sp-union.h"
#include "files/sp-file-error.h"

G_DEFINE_QUARK (sp-cli-error-quark, sp_cli_error)

static SpCliStatus
get_status (const GError *error)
{
  if (error->domain == SP_CLI_ERROR)
    return (SpCliStatus) error->code;
  if (error->domain == SP_PLUGIN_ERROR || error->domain == SP_UNION_ERROR)
    return SP_CLI_USAGE;
  if (error->domain == SP_FILE_ERROR && error->code != SP_FILE_ERROR_NOT_WRITABLE)
    return SP_CLI_USAGE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return SP_CLI_INTERRUPTED;

  return SP_CLI_FAILED;
}

/**
 * sp_cli_report:
 * @error: what went wrong
 *
 * Says it on stderr, where it is not a cancellation, which needs no words.
 *
 * Returns: how the command ends because of it
 */
SpCliStatus
sp_cli_report (const GError *error)
{
  SpCliStatus status;
  const SpCliPaper plain = { SP_CLI_PLAIN_WIDTH, FALSE };
  g_autofree char *message = NULL;
  g_auto (GStrv) sentences = NULL;
  g_autoptr (GString) line = g_string_new ("segment-podium: ");

  g_return_val_if_fail (error != NULL, SP_CLI_FAILED);

  status = get_status (error);
  if (status == SP_CLI_INTERRUPTED)
    return status;
  message = g_utf8_make_valid (error->message, -1);
  sentences = g_strsplit (message, "\n", -1);
  for (guint i = 0; sentences[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (line, '\n');
      sp_cli_text_append (line, &plain, SP_CLI_PLAIN, sentences[i]);
    }
  if (strchr (".?!", line->str[line->len - 1]) == NULL)
    g_string_append_c (line, '.');
  g_printerr ("%s\n", line->str);

  return status;
}
