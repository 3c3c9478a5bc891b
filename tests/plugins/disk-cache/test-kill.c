/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-cache-fetcher.h"
#include "sp-cache-store.h"
#include "sp-cache-worker.h"
#include "sp-plain-source.h"
#include "support/sp-test-series.h"
#include "support/sp-test-sync.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>

#define N_RUNNERS 6
#define N_ACTIVITIES 12
/* One geometry, a list for each runner, and each of the details. */
#define N_READS (1 + N_RUNNERS + N_RUNNERS * N_ACTIVITIES)
#define MAX_IN_FLIGHT 4

static char *
in (const char *directory,
    const char *name)
{
  return g_build_filename (directory, name, NULL);
}

/* The whole run, in the same run each time, as a program that is started again after it was killed. */
static SpHarvest *
run_once (const char *directory)
{
  g_autoptr (SpTestClock) clock = sp_test_clock_new (SP_TEST_SERIES_NOW);
  g_autoptr (SpPlainSource) source = g_object_new (SP_TYPE_PLAIN_SOURCE, NULL);
  g_autoptr (SpCompetition) competition = sp_test_series_competition (N_RUNNERS, 1);
  SpCacheFetcher *cache = g_object_new (SP_TYPE_CACHE_FETCHER, "upstream", source, NULL);
  g_autoptr (SpFetcherContext) context = NULL;
  SpHarvest *harvest;

  context = sp_fetcher_context_new (SP_CLOCK (clock), "test", directory, NULL,
                                    sp_clock_get_wall_us (SP_CLOCK (clock)) / G_USEC_PER_SEC);
  sp_fetcher_set_context (SP_FETCHER (source), context);
  sp_fetcher_set_context (SP_FETCHER (cache), context);
  harvest = sp_test_prefetch (SP_FETCHER (cache), clock, competition, NULL, NULL, NULL);
  sp_test_assert_finalize_late (cache);
  sp_cache_worker_await_closed ();

  return harvest;
}

static gsize
count_reads (const char *directory)
{
  g_autofree char *tally = in (directory, "tally");
  g_autofree char *text = NULL;
  gsize size = 0;

  g_file_get_contents (tally, &text, &size, NULL);

  return size;
}

/* Starts the run in a process of its own, and kills it after a while. */
static gboolean
run_and_kill (const char *program,
              const char *directory,
              guint       after_us)
{
  const char * const argv[] = { program, "--child", directory, NULL };
  int status;
  GPid pid;

  g_assert_true (g_spawn_async (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL,
                                NULL, NULL, &pid, NULL));
  g_usleep (after_us);
  kill (pid, SIGKILL);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_spawn_close_pid (pid);

  return WIFEXITED (status) && WEXITSTATUS (status) == 0;
}

/* Nothing was set aside. */
static void
remove_all (const char *directory)
{
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = in (directory, name);

      g_assert_null (strstr (name, "corrupt"));
      g_unlink (path);
    }
  g_rmdir (directory);
}

static char *program;

/* Killed again and again until it comes to its end. Returns how often that was. */
static guint
kill_until_done (void)
{
  g_autofree char *directory = g_dir_make_tmp ("sp-kill-XXXXXX", NULL);
  g_autoptr (SpHarvest) harvest = NULL;
  g_autoptr (SpHarvest) again = NULL;
  guint n_kills = 0;
  gsize n_reads;

  /* Later and later, so that it comes to its end on slow machines too. */
  while (!run_and_kill (program, directory, (guint) g_test_rand_int_range (500, 30000 + (int) n_kills * 2000)))
    n_kills++;
  harvest = run_once (directory);
  n_reads = count_reads (directory);
  g_test_message ("%u kills, %" G_GSIZE_FORMAT " reads for %d", n_kills, n_reads, N_READS);
  g_assert_cmpuint (n_reads, >=, N_READS);
  g_assert_cmpuint (n_reads, <=, N_READS + n_kills * MAX_IN_FLIGHT);
  for (guint i = 0; i < N_RUNNERS; i++)
    {
      guint n_found;

      sp_block_find_efforts (sp_harvest_get_block (harvest, i), 501, &n_found);
      g_assert_cmpuint (n_found, ==, N_ACTIVITIES);
    }
  again = run_once (directory);
  g_assert_cmpuint (count_reads (directory), ==, n_reads);
  remove_all (directory);

  return n_kills;
}

/* However often it is killed: what was fetched stays fetched but for what was in flight, and the database is whole. */
static void
test_kill (void)
{
  guint n_kills = 0, n_wanted = g_test_thorough () ? 400 : 25;

  while (n_kills < n_wanted)
    n_kills += kill_until_done ();
}

/* Two processes at once on one cache: both end well, and neither spoils what the other keeps. */
static void
test_two_at_once (void)
{
  g_autofree char *directory = g_dir_make_tmp ("sp-two-XXXXXX", NULL);
  const char * const argv[] = { program, "--child", directory, NULL };
  g_autoptr (SpHarvest) harvest = NULL;
  GPid pids[3];
  gsize n_reads;

  for (guint i = 0; i < G_N_ELEMENTS (pids); i++)
    g_assert_true (g_spawn_async (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL,
                                  NULL, NULL, &pids[i], NULL));
  for (guint i = 0; i < G_N_ELEMENTS (pids); i++)
    {
      int status;

      g_assert_cmpint (waitpid (pids[i], &status, 0), ==, pids[i]);
      g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
    }
  n_reads = count_reads (directory);
  harvest = run_once (directory);
  g_assert_cmpuint (count_reads (directory), ==, n_reads);
  remove_all (directory);
}

int
main (int argc, char *argv[])
{
  if (argc == 3 && g_str_equal (argv[1], "--child"))
    {
      g_autoptr (SpHarvest) harvest = run_once (argv[2]);

      return harvest != NULL ? 0 : 1;
    }

  program = argv[0];
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/disk-cache/kill", test_kill);
  g_test_add_func ("/disk-cache/two-at-once", test_two_at_once);

  return g_test_run ();
}
