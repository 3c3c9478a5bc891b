/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "platform/sp-keyring-secret-store.h"

#include <glib/gstdio.h>

#include "support/sp-test-store.h"
#include "support/sp-test-sync.h"

static const char *self_path;

/* Its arguments: --unlock or --start, then the program and what it is given. */
static const char start_keyring[] =
  "how=$1; shift\n"
  "printf secret | env -u G_DEBUG -u MALLOC_CHECK_ -u MALLOC_PERTURB_ "
  "gnome-keyring-daemon $how --components=secrets >/dev/null 2>&1\n"
  "i=0\n"
  "until gdbus call --session -d org.freedesktop.DBus -o /org/freedesktop/DBus "
  "-m org.freedesktop.DBus.NameHasOwner org.freedesktop.secrets | grep -q true; do\n"
  "  i=$((i+1)); [ $i -lt 100 ] || exit 77; sleep .05\n"
  "done\n"
  "\"$@\"";

/* A bus that starts nothing. */
static const char bare_bus[] =
  "<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><policy context=\"default\">"
  "<allow send_destination=\"*\"/><allow receive_sender=\"*\"/><allow own=\"*\"/></policy></busconfig>";

/* Runs in the child, where a keyring is unlocked. */
static void
use_keyring (void)
{
  g_autoptr(SpKeyringSecretStore) store = sp_keyring_secret_store_new ();

  sp_test_check_store (SP_SECRET_STORE (store));
}

/* Runs in the child, where no keyring is. */
static void
miss_keyring (void)
{
  g_autoptr(SpKeyringSecretStore) store = sp_keyring_secret_store_new ();
  g_autoptr(GError) error = NULL;

  g_assert_false (sp_test_store_secret (SP_SECRET_STORE (store), "token/1", "x", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_CONNECTED);
  g_assert_nonnull (strstr (error->message, "--token-store"));
  g_assert_null (strstr (error->message, "token/1"));
  g_clear_error (&error);
  g_assert_null (sp_test_lookup_secret (SP_SECRET_STORE (store), "token/1", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_CONNECTED);
  g_clear_error (&error);
  g_assert_false (sp_test_store_secret (SP_SECRET_STORE (store), "token/1", NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_CONNECTED);
}

/* Runs in the child, where the keyring is locked and nobody can be asked for its password. */
static void
meet_lock (void)
{
  g_autoptr(SpKeyringSecretStore) store = sp_keyring_secret_store_new ();
  g_autoptr(GError) error = NULL;

  g_assert_false (sp_test_store_secret (SP_SECRET_STORE (store), "token/1", "x", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_CONNECTED);
  g_assert_nonnull (strstr (error->message, "Unlock it"));
  sp_test_assert_secret (SP_SECRET_STORE (store), "token/1", NULL);
}

static gboolean
has_programs (void)
{
  const char * const names[] = { "dbus-run-session", "gnome-keyring-daemon", "gdbus" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_find_program_in_path (names[i]);

      if (path == NULL)
        {
          g_autofree char *why = g_strconcat (names[i], " is not installed", NULL);

          g_test_skip (why);
          return FALSE;
        }
    }

  return TRUE;
}

/* Runs this program again with a home, a runtime folder and, by @argv, a bus of its own. */
static void
run_apart (const char * const *argv,
           const char         *bus)
{
  g_autofree char *home = g_dir_make_tmp ("sp-XXXXXX", NULL);
  g_auto(GStrv) env = g_environ_setenv (g_get_environ (), "HOME", home, TRUE);
  const char * const clean[] = { "rm", "-rf", home, NULL };
  g_autofree char *out = NULL, *err = NULL;
  g_autoptr(GError) error = NULL;
  int status;

  env = g_environ_setenv (env, "XDG_RUNTIME_DIR", home, TRUE);
  env = g_environ_setenv (env, "XDG_DATA_HOME", home, TRUE);
  env = g_environ_unsetenv (env, "DISPLAY");
  env = g_environ_unsetenv (env, "WAYLAND_DISPLAY");
  if (bus != NULL)
    env = g_environ_setenv (env, "DBUS_SESSION_BUS_ADDRESS", bus, TRUE);
  g_spawn_sync (NULL, (char **) argv, env, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, &err, &status, &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) clean, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
  if (!g_spawn_check_wait_status (status, &error))
    g_test_message ("%s\n%s", out, err);
  if (g_error_matches (error, G_SPAWN_EXIT_ERROR, 77))
    g_test_skip ("the keyring did not start");
  else
    g_assert_no_error (error);
}

static void
test_keyring (void)
{
  const char * const argv[] = { "dbus-run-session", "--", "sh", "-c", start_keyring, "sh", "--unlock", self_path,
                                "--use", NULL };

  if (has_programs ())
    run_apart (argv, NULL);
}

static void
test_locked (void)
{
  const char * const argv[] = { "dbus-run-session", "--", "sh", "-c", start_keyring, "sh", "--start", self_path,
                                "--lock", NULL };

  if (has_programs ())
    run_apart (argv, NULL);
}

static void
test_no_service (void)
{
  g_autofree char *config = NULL;
  int fd = g_file_open_tmp ("sp-bus-XXXXXX", &config, NULL);
  const char * const argv[] = { "dbus-run-session", "--config-file", config, "--", self_path, "--miss", NULL };

  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (config, bare_bus, -1, NULL));
  if (has_programs ())
    run_apart (argv, NULL);
  g_remove (config);
}

static void
test_no_bus (void)
{
  const char * const argv[] = { self_path, "--miss", NULL };

  run_apart (argv, "unix:path=/nonexistent/bus");
}

int
main (int argc, char **argv)
{
  if (argc == 2 && g_str_equal (argv[1], "--use"))
    {
      use_keyring ();
      return 0;
    }
  if (argc == 2 && g_str_equal (argv[1], "--miss"))
    {
      miss_keyring ();
      return 0;
    }
  if (argc == 2 && g_str_equal (argv[1], "--lock"))
    {
      meet_lock ();
      return 0;
    }
  self_path = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/keyring-secret-store/keyring", test_keyring);
  g_test_add_func ("/keyring-secret-store/locked", test_locked);
  g_test_add_func ("/keyring-secret-store/no-service", test_no_service);
  g_test_add_func ("/keyring-secret-store/no-bus", test_no_bus);

  return g_test_run ();
}
