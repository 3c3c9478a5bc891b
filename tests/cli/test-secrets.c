/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sp-cli-secrets.h"

#include <glib/gstdio.h>

#include "cli/sp-cli-status.h"
#include "files/make-workbook.h"
#include "support/sp-test-folder.h"
#include "support/sp-test-store.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("sp-cli-secrets-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "tokens", NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  sp_test_remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* Tokens of a workbook are laid down by the runner's id, for that source alone. */
static void
test_import (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (SpWorkbook) workbook = read_runners (RUNNERS "Huw|#11|abc|Reds||\nZoë|#12||Reds||\nNew||def|Reds||\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (SpSecretStore) mine = sp_cli_secrets_open (fixture->path, "strava", &error);
  g_autoptr (SpSecretStore) other = NULL;

  g_assert_no_error (error);
  g_assert_true (sp_cli_secrets_import (mine, workbook, &error));
  g_assert_no_error (error);
  sp_test_assert_secret (mine, "import/11", "abc");
  sp_test_assert_secret (mine, "import/12", NULL);
  sp_test_assert_secret (mine, "import/0", NULL);
  other = sp_cli_secrets_open (fixture->path, "other", &error);
  g_assert_no_error (error);
  sp_test_assert_secret (other, "import/11", NULL);
}

/* A file that others may read is refused before any token is used. */
static void
test_open_file (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "{}", -1, NULL));
  g_chmod (fixture->path, 0644);
  g_assert_null (sp_cli_secrets_open (fixture->path, "strava", &error));
  g_assert_error (error, SP_CLI_ERROR, SP_CLI_USAGE);
}

/* With no keyring at all the sentence names the way out. */
static void
test_no_keyring (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (sp_cli_secrets_open (NULL, "strava", &error));
  g_assert_error (error, SP_CLI_ERROR, SP_CLI_USAGE);
  g_assert_nonnull (strstr (error->message, "--token-store"));
}

int
main (int argc, char *argv[])
{
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/cli/secrets/import", Fixture, NULL, set_up, test_import, tear_down);
  g_test_add ("/cli/secrets/open-file", Fixture, NULL, set_up, test_open_file, tear_down);
  g_test_add ("/cli/secrets/no-keyring", Fixture, NULL, set_up, test_no_keyring, tear_down);

  return g_test_run ();
}
