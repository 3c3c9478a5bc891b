/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "platform/sp-file-secret-store.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/sp-test-folder.h"
#include "support/sp-test-store.h"
#include "support/sp-test-sync.h"

static const char *self_path;

typedef struct
{
  char              *dir;
  char              *path;
  char              *lock_path;
  SpFileSecretStore *file;
  SpSecretStore     *store;
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  f->dir = g_dir_make_tmp ("sp-XXXXXX", NULL);
  f->path = g_build_filename (f->dir, "tokens", NULL);
  f->lock_path = g_build_filename (f->dir, "tokens.lock", NULL);
  f->file = sp_file_secret_store_new (f->path);
  f->store = SP_SECRET_STORE (f->file);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  sp_test_remove_folder (f->dir);
  sp_test_assert_finalize_late (f->file);
  g_free (f->dir);
  g_free (f->path);
  g_free (f->lock_path);
}

static void
test_store (Fixture      *f,
            gconstpointer data)
{
  GStatBuf info;

  g_assert_cmpstr (sp_file_secret_store_get_path (f->file), ==, f->path);
  g_assert_true (sp_file_secret_store_check (f->file, NULL));
  sp_test_check_store (f->store);
  g_assert_cmpint (g_stat (f->path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 07777, ==, 0600);
}

static void
test_reopened (Fixture      *f,
               gconstpointer data)
{
  g_autoptr(SpFileSecretStore) other = sp_file_secret_store_new (f->path);

  g_assert_true (sp_test_store_secret (f->store, "token/1", "one", NULL, NULL));
  sp_test_assert_secret (SP_SECRET_STORE (other), "token/1", "one");
  g_assert_true (sp_test_store_secret (SP_SECRET_STORE (other), "token/2", "two", NULL, NULL));
  sp_test_assert_secret (f->store, "token/1", "one");
  sp_test_assert_secret (f->store, "token/2", "two");
}

static void
assert_refused (Fixture    *f,
                int         code,
                const char *word)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (sp_file_secret_store_check (f->file, &error));
  g_assert_error (error, G_IO_ERROR, code);
  g_clear_error (&error);
  g_assert_null (sp_test_lookup_secret (f->store, "token/1", NULL, &error));
  g_assert_error (error, G_IO_ERROR, code);
  g_clear_error (&error);
  g_assert_false (sp_test_store_secret (f->store, "token/1", "new", NULL, &error));
  g_assert_error (error, G_IO_ERROR, code);
  g_assert_nonnull (strstr (error->message, word));
  g_assert_nonnull (strstr (error->message, f->path));
}

static void
test_readable_by_others (Fixture      *f,
                         gconstpointer data)
{
  const int modes[] = { 0640, 0604, 0660, 0610 };
  g_autofree char *before = NULL, *after = NULL;

  g_assert_true (sp_test_store_secret (f->store, "token/1", "old", NULL, NULL));
  g_assert_true (g_file_get_contents (f->path, &before, NULL, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_assert_cmpint (g_chmod (f->path, modes[i]), ==, 0);
      assert_refused (f, G_IO_ERROR_PERMISSION_DENIED, "chmod 600");
    }
  g_assert_true (g_file_get_contents (f->path, &after, NULL, NULL));
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (g_chmod (f->path, 0600), ==, 0);
  sp_test_assert_secret (f->store, "token/1", "old");
}

static void
test_not_a_store (Fixture      *f,
                  gconstpointer data)
{
  g_autofree char *target = g_build_filename (f->dir, "elsewhere", NULL);
  g_autofree char *huge = g_strnfill (5 * 1024 * 1024, '#');

  g_assert_true (g_file_set_contents_full (f->path, "no store at all", -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  assert_refused (f, G_IO_ERROR_INVALID_DATA, "damaged");
  g_assert_true (g_file_set_contents_full (f->path, huge, -1, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  assert_refused (f, G_IO_ERROR_INVALID_DATA, "too large");
  g_remove (f->path);
  g_assert_cmpint (g_mkdir (f->path, 0700), ==, 0);
  assert_refused (f, G_IO_ERROR_NOT_REGULAR_FILE, "not a file");
  g_rmdir (f->path);
  g_assert_cmpint (symlink (target, f->path), ==, 0);
  assert_refused (f, G_IO_ERROR_TOO_MANY_LINKS, "can not be used");
}

static void
test_no_folder (Fixture      *f,
                gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->dir, "missing", "tokens", NULL);
  g_autoptr(SpFileSecretStore) store = sp_file_secret_store_new (path);
  g_autoptr(GError) error = NULL;

  sp_test_assert_secret (SP_SECRET_STORE (store), "token/1", NULL);
  g_assert_false (sp_file_secret_store_check (store, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (sp_test_store_secret (SP_SECRET_STORE (store), "token/1", "x", NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

/* Another process holds the lock: a store waits for it, and a cancel ends the wait without a change. */
static void
test_locked (Fixture      *f,
             gconstpointer data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) first = NULL, second = NULL;
  g_autoptr(GError) error = NULL;
  int lock = open (f->lock_path, O_RDWR | O_CREAT, 0600);

  g_assert_cmpint (flock (lock, LOCK_EX), ==, 0);
  sp_secret_store_store_async (f->store, "token/1", "x", "cancelled", cancellable, sp_test_store_result, &first);
  sp_secret_store_store_async (f->store, "token/1", "x", "waited", NULL, sp_test_store_result, &second);
  g_usleep (20000);
  sp_test_settle ();
  g_assert_null (first);
  g_assert_null (second);
  g_cancellable_cancel (cancellable);
  g_assert_false (sp_secret_store_store_finish (f->store, sp_test_await (&first), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  sp_test_assert_secret (f->store, "token/1", NULL);
  close (lock);
  g_assert_true (sp_secret_store_store_finish (f->store, sp_test_await (&second), NULL));
  sp_test_assert_secret (f->store, "token/1", "waited");
}

static void
count_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_assert_true (sp_secret_store_store_finish (SP_SECRET_STORE (source), result, NULL));
  (*(int *) user_data)--;
}

/* Two stores on one file, all at once: no change is lost. */
static void
test_together (Fixture      *f,
               gconstpointer data)
{
  g_autoptr(SpFileSecretStore) other = sp_file_secret_store_new (f->path);
  int n_left = 24;

  for (int i = 0; i < 24; i++)
    {
      g_autofree char *key = g_strdup_printf ("token/%d", i);

      sp_secret_store_store_async (i % 2 == 0 ? f->store : SP_SECRET_STORE (other), key, "x", key, NULL,
                                   count_cb, &n_left);
    }
  while (n_left > 0)
    g_main_context_iteration (NULL, TRUE);
  for (int i = 0; i < 24; i++)
    {
      g_autofree char *key = g_strdup_printf ("token/%d", i);

      sp_test_assert_secret (f->store, key, key);
    }
}

/* The child of the test below: stores 1, 2, 3, … and says each number after it is durable. */
static void
hammer (const char *path)
{
  g_autoptr(SpFileSecretStore) store = sp_file_secret_store_new (path);

  for (int i = 1; i < 100000; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", i);

      g_assert_true (sp_test_store_secret (SP_SECRET_STORE (store), "token/1", text, NULL, NULL));
      g_assert_cmpint (write (STDOUT_FILENO, "+", 1), ==, 1);
    }
}

static void
test_killed (Fixture      *f,
             gconstpointer data)
{
  for (guint round = 0; round < 5; round++)
    {
      const char * const argv[] = { self_path, "--hammer", f->path, NULL };
      g_autofree char *secret = NULL;
      g_autoptr(GError) error = NULL;
      char said[16];
      int out, n_said = 0;
      gssize n;
      GPid pid;

      g_remove (f->path);
      g_assert_true (g_spawn_async_with_pipes (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid,
                                               NULL, &out, NULL, NULL));
      while (n_said < 3 && (n = read (out, said, 1)) > 0)
        n_said += (int) n;
      g_usleep (g_test_rand_int_range (0, 3000));
      g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
      g_assert_cmpint (waitpid (pid, NULL, 0), ==, pid);
      while ((n = read (out, said, sizeof said)) > 0)
        n_said += (int) n;
      close (out);
      g_spawn_close_pid (pid);

      secret = sp_test_lookup_secret (f->store, "token/1", NULL, &error);
      g_assert_no_error (error);
      g_assert_nonnull (secret);
      g_assert_cmpint (g_ascii_strtoll (secret, NULL, 10), >=, n_said);
      g_assert_true (sp_test_store_secret (f->store, "token/2", "after", NULL, NULL));
    }
}

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--hammer"))
    {
      hammer (argv[2]);
      return 0;
    }
  self_path = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/file-secret-store/store", Fixture, NULL, set_up, test_store, tear_down);
  g_test_add ("/file-secret-store/reopened", Fixture, NULL, set_up, test_reopened, tear_down);
  g_test_add ("/file-secret-store/readable-by-others", Fixture, NULL, set_up, test_readable_by_others, tear_down);
  g_test_add ("/file-secret-store/not-a-store", Fixture, NULL, set_up, test_not_a_store, tear_down);
  g_test_add ("/file-secret-store/no-folder", Fixture, NULL, set_up, test_no_folder, tear_down);
  g_test_add ("/file-secret-store/locked", Fixture, NULL, set_up, test_locked, tear_down);
  g_test_add ("/file-secret-store/together", Fixture, NULL, set_up, test_together, tear_down);
  g_test_add ("/file-secret-store/killed", Fixture, NULL, set_up, test_killed, tear_down);

  return g_test_run ();
}
