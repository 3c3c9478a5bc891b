/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sp-cli-log.h"

static gboolean says_steps;

static const char *
get_field (const GLogField *fields,
           gsize            n_fields,
           const char      *key)
{
  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, key) && fields[i].length < 0)
      return fields[i].value;

  return NULL;
}

/* Our own steps are said where they were asked for; warnings and worse always, and what a plugin has to tell the
 * organiser. */
static GLogWriterOutput
write_log (GLogLevelFlags   level,
           const GLogField *fields,
           gsize            n_fields,
           gpointer         user_data)
{
  const GLogLevelFlags steps = G_LOG_LEVEL_MESSAGE | G_LOG_LEVEL_INFO | G_LOG_LEVEL_DEBUG;
  const char *message = get_field (fields, n_fields, "MESSAGE");

  if ((level & steps) == 0 || message == NULL ||
      g_strcmp0 (get_field (fields, n_fields, "GLIB_DOMAIN"), G_LOG_DOMAIN) != 0)
    return g_log_writer_default (level, fields, n_fields, NULL);
  if (says_steps || g_strcmp0 (get_field (fields, n_fields, "SP_EVENT"), "notice") == 0)
    g_printerr ("%s\n", message);

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
