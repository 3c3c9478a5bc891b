/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-run-record.h"

#include <errno.h>
#include <glib/gstdio.h>

/* A run that was cut off by a kill, a quota or Cancel leaves a file with its start, some thirty bytes, so that the next
 * one goes on with its lists. Without it nothing is wrong: the lists are asked once more. */

static char *
file_of (const char *directory,
         const char *key)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, key, -1);
  g_autofree char *name = g_strdup_printf ("run-%.16s", hash);

  return g_build_filename (directory, name, NULL);
}

/**
 * sp_run_record_begin:
 * @directory: (nullable): where it is kept; made where it is missing; %NULL to keep nothing
 * @key: what tells the run from others: its source and its competition
 * @now_s: UTC seconds since 1970
 *
 * Begins a run, or goes on with one that was not finished and is young enough.
 *
 * Returns: when the run began, UTC seconds since 1970
 */
gint64
sp_run_record_begin (const char *directory,
                     const char *key,
                     gint64      now_s)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gint64 began_s;

  g_return_val_if_fail (key != NULL, now_s);

  if (directory == NULL)
    return now_s;
  path = file_of (directory, key);
  if (g_file_get_contents (path, &text, NULL, NULL)
      && g_ascii_string_to_signed (g_strchomp (text), 10, 0, G_MAXINT64, &began_s, NULL)
      && began_s <= now_s && now_s - began_s < SP_RUN_RECORD_MAX_AGE_S)
    return began_s;

  g_clear_pointer (&text, g_free);
  text = g_strdup_printf ("%" G_GINT64_FORMAT "\n", now_s);
  if (g_mkdir_with_parents (directory, 0700) != 0 || !g_file_set_contents (path, text, -1, &error))
    g_info ("A run that is cut off will not be gone on with: %s",
            error != NULL ? error->message : g_strerror (errno));

  return now_s;
}

/**
 * sp_run_record_end:
 * @directory: (nullable): where it is kept
 * @key: what tells the run from others
 *
 * Says that the run is finished: the next one begins anew.
 */
void
sp_run_record_end (const char *directory,
                   const char *key)
{
  g_autofree char *path = NULL;

  g_return_if_fail (key != NULL);

  if (directory == NULL)
    return;
  path = file_of (directory, key);
  g_unlink (path);
}
