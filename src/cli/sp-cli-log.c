/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sp-cli-log.h"

static gboolean says_steps;

/* Steps are said where they were asked for; warnings and worse always. */
static GLogWriterOutput
write_log (GLogLevelFlags   level,
           const GLogField *fields,
           gsize            n_fields,
           gpointer         user_data)
{
  const gboolean is_step = (level & (G_LOG_LEVEL_MESSAGE | G_LOG_LEVEL_INFO)) != 0;
  const gboolean is_ours = (level & G_LOG_LEVEL_MESSAGE) != 0;

  if (is_step && !says_steps)
    return G_LOG_WRITER_HANDLED;
  if (!is_ours)
    return g_log_writer_default (level, fields, n_fields, NULL);

  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE"))
      g_printerr ("%.*s\n", fields[i].length < 0 ? -1 : (int) fields[i].length, (const char *) fields[i].value);

  return G_LOG_WRITER_HANDLED;
}

/**
 * sp_cli_log_set_up:
 * @verbose: whether each step is said on stderr
 *
 * Decides what is said; once in a process the writer is put in place, afterwards only the choice changes.
 */
void
sp_cli_log_set_up (gboolean verbose)
{
  static gboolean is_set_up;

  says_steps = verbose;
  if (!is_set_up)
    g_log_set_writer_func (write_log, NULL, NULL);
  is_set_up = TRUE;
}
