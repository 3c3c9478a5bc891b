/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printed text beside what it should be. SP_UPDATE_GOLDEN=1 writes the files anew; look at what changed. */
#pragma once

#include <glib.h>

#include "cli/sp-cli-text.h"

G_GNUC_UNUSED static void
assert_golden (const char *name,
               const char *text)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "cli", "golden", name, NULL);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("SP_UPDATE_GOLDEN") != NULL)
    g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, expected);
}

/* No line is wider than the paper, and none ends in blanks. */
G_GNUC_UNUSED static void
assert_fits (const char *text,
             guint       width)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_test_message ("%s", lines[i]);
      g_assert_cmpuint (sp_cli_text_get_width (lines[i]), <=, width);
      g_assert_false (g_str_has_suffix (lines[i], " "));
    }
}
