/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who lets go of a cache does not wait for its database to be closed; the process does, when it ends. */
#include "sp-cache-worker.h"
#include "support/sp-test-sync.h"

#include <glib/gstdio.h>

#define WRITE "CREATE TABLE t (x); INSERT INTO t VALUES (42)"

static GThread *closer;

/* SQLite calls it from within the closing. */
static void
closed_cb (gpointer user_data)
{
  closer = g_thread_self ();
}

static void
never_cb (sqlite3_context  *context,
          int               n_values,
          sqlite3_value   **values)
{
}

static gpointer
do_write (SpCacheDb *db,
          gpointer   data)
{
  int rc = sqlite3_create_function_v2 (sp_cache_db_get (db), "never", 0, SQLITE_UTF8, NULL, never_cb, NULL, NULL,
                                       closed_cb);

  g_assert_cmpint (rc, ==, SQLITE_OK);
  g_assert_true (sp_cache_db_exec (db, WRITE));

  return g_thread_self ();
}

static GThread *
write_and_let_go (const char *directory)
{
  SpCacheWorker *worker = sp_cache_worker_new (directory);
  g_autoptr (GAsyncResult) result = NULL;
  GThread *writer;

  sp_cache_worker_run_async (worker, do_write, NULL, NULL, NULL, sp_test_store_result, &result);
  writer = sp_cache_worker_run_finish (worker, sp_test_await (&result));
  g_clear_object (&result);
  sp_test_assert_finalize_late (worker);

  return writer;
}

static gboolean
is_there (const char *directory,
          const char *name)
{
  g_autofree char *path = g_build_filename (directory, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
remove_all (const char *directory)
{
  g_autofree char *path = g_build_filename (directory, "answers.db", NULL);
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (!g_str_equal (name, "answers.db"))
      {
        g_autofree char *other = g_build_filename (directory, name, NULL);

        g_unlink (other);
      }
  g_unlink (path);
  g_assert_cmpint (g_rmdir (directory), ==, 0);
}

static gpointer
do_read (SpCacheDb *db,
         gpointer   data)
{
  sqlite3_stmt *statement = sp_cache_db_prepare (db, "SELECT x FROM t");

  return sp_cache_db_step (db, statement) ? GINT_TO_POINTER (sqlite3_column_int (statement, 0)) : NULL;
}

static int
read_back (const char *directory)
{
  SpCacheWorker *worker = sp_cache_worker_new (directory);
  g_autoptr (GAsyncResult) result = NULL;
  int x;

  sp_cache_worker_run_async (worker, do_read, NULL, NULL, NULL, sp_test_store_result, &result);
  x = GPOINTER_TO_INT (sp_cache_worker_run_finish (worker, sp_test_await (&result)));
  g_clear_object (&result);
  sp_test_assert_finalize_late (worker);
  sp_cache_worker_await_closed ();

  return x;
}

static void
test_closed_elsewhere (void)
{
  g_autofree char *directory = g_dir_make_tmp ("sp-worker-XXXXXX", NULL);
  GThread *writer;

  closer = NULL;
  writer = write_and_let_go (directory);
  sp_cache_worker_await_closed ();
  g_assert_true (closer == writer);
  g_assert_true (closer != g_thread_self ());
  g_assert_true (is_there (directory, "answers.db"));
  g_assert_false (is_there (directory, "answers.db-wal"));
  g_assert_cmpint (read_back (directory), ==, 42);
  remove_all (directory);
}

/* A worker that was never used has nothing to close. */
static void
test_unused (void)
{
  g_autofree char *directory = g_dir_make_tmp ("sp-worker-XXXXXX", NULL);
  SpCacheWorker *worker = sp_cache_worker_new (directory);

  g_assert_finalize_object (worker);
  sp_cache_worker_await_closed ();
  g_assert_cmpint (g_rmdir (directory), ==, 0);
}

static char *program;

/* The log beside the file is gone when the process is. */
static void
test_end_of_process (void)
{
  for (guint i = 0; i < 10; i++)
    {
      g_autofree char *directory = g_dir_make_tmp ("sp-worker-XXXXXX", NULL);
      const char * const argv[] = { program, "--child", directory, NULL };
      g_autoptr (GError) error = NULL;
      int status;

      g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error);
      g_assert_no_error (error);
      g_assert_true (g_spawn_check_wait_status (status, &error));
      g_assert_true (is_there (directory, "answers.db"));
      g_assert_false (is_there (directory, "answers.db-wal"));
      g_assert_cmpint (read_back (directory), ==, 42);
      remove_all (directory);
    }
}

int
main (int argc, char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--child"))
    {
      write_and_let_go (argv[2]);
      return 0;
    }
  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/disk-cache/worker/closed-elsewhere", test_closed_elsewhere);
  g_test_add_func ("/disk-cache/worker/unused", test_unused);
  g_test_add_func ("/disk-cache/worker/end-of-process", test_end_of_process);

  return g_test_run ();
}
