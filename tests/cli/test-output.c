/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sp-cli-output.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "cli/sp-cli-status.h"
#include "files/make-results.h"
#include "files/sp-file-error.h"

static void
assert_refused (const char *path,
                GQuark      domain,
                int         code,
                const char *word)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (sp_cli_output_check (path, &error));
  g_assert_error (error, domain, code);
  g_assert_nonnull (strstr (error->message, word));
}

static void
test_check (void)
{
  g_autofree char *folder = g_dir_make_tmp ("sp-cli-output-XXXXXX", NULL);
  g_autofree char *good = g_build_filename (folder, "week.csv", NULL);
  g_autofree char *ending = g_build_filename (folder, "week.pdf", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "none", "week.csv", NULL);
  g_autofree char *taken = g_build_filename (folder, "folder.csv", NULL);

  g_assert_true (sp_cli_output_check (good, NULL));
  assert_refused (ending, SP_FILE_ERROR, SP_FILE_ERROR_UNKNOWN_FORMAT, ".xlsx");
  assert_refused (nowhere, SP_CLI_ERROR, SP_CLI_USAGE, "no folder");
  g_assert_cmpint (g_mkdir (taken, 0700), ==, 0);
  assert_refused (taken, SP_CLI_ERROR, SP_CLI_USAGE, "is a folder");
  if (getuid () != 0)
    {
      g_assert_true (g_file_set_contents (good, "x", 1, NULL));
      g_chmod (good, 0400);
      assert_refused (good, SP_CLI_ERROR, SP_CLI_USAGE, "written over");
      g_unlink (good);
      g_chmod (folder, 0500);
      assert_refused (good, SP_CLI_ERROR, SP_CLI_USAGE, "Choose another folder");
      g_chmod (folder, 0700);
    }
  g_rmdir (taken);
  g_rmdir (folder);
}

static void
test_write (void)
{
  g_autoptr (SpResults) results = make_results ();
  g_autofree char *folder = g_dir_make_tmp ("sp-cli-output-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "week.json", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "none", "week.json", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (sp_cli_output_write (results, path, SP_RESULTS_CSV, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  g_assert_false (sp_cli_output_write (results, nowhere, SP_RESULTS_CSV, &error));
  g_assert_error (error, SP_FILE_ERROR, SP_FILE_ERROR_NOT_WRITABLE);
  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/output/check", test_check);
  g_test_add_func ("/cli/output/write", test_write);

  return g_test_run ();
}
