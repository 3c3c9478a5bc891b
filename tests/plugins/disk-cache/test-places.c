/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places and moments that do a cache no good: a disk that is full, one that is read-only, somebody else's lock, a clock
 * that was set back. */
#include "sp-cache-fixture.h"
#include "sp-cache-db.h"
#include "sp-cache-facts.h"

#include "support/sp-test-sync.h"
#include "support/sp-test-values.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sys/mount.h>

#define N_RUNNERS SP_CACHE_FIXTURE_N_RUNNERS
#define N_GROUPS SP_CACHE_FIXTURE_N_GROUPS

#define ADD(path, func) \
  g_test_add ((path), SpCacheFixture, NULL, sp_cache_fixture_set_up, (func), sp_cache_fixture_tear_down)

static void
check_right (SpHarvest *harvest)
{
  for (guint i = 0; i < N_RUNNERS; i++)
    {
      SpBlock *block = sp_harvest_find_block (harvest, 1001 + i);

      g_assert_cmpint (sp_block_get_info (block)->list, ==, SP_LIST_FRESH);
      for (guint j = 0; j < N_GROUPS; j++)
        {
          guint n_found;
          const SpFound *found = sp_block_find_efforts (block, 501 + j, &n_found);

          g_assert_cmpuint (n_found, ==, 1);
          g_assert_cmpint (sp_block_get_effort (block, found, NULL, NULL)->elapsed_s, ==, 300 + i + j);
        }
    }
}

static void
run (SpCacheFixture *fixture)
{
  g_autoptr (SpHarvest) harvest = sp_cache_fixture_run (fixture, "on");

  check_right (harvest);
}

/* Lays a small disk over the folder; %FALSE where this machine does not let us. */
static gboolean
lay_disk (SpCacheFixture *fixture,
          const char     *size)
{
  if (mount ("none", fixture->directory, "tmpfs", 0, size) == 0)
    return TRUE;
  g_test_skip (g_strerror (errno));

  return FALSE;
}

static void
lift_disk (SpCacheFixture *fixture)
{
  g_assert_cmpint (umount2 (fixture->directory, MNT_DETACH), ==, 0);
}

static void
test_full (SpCacheFixture *fixture,
           gconstpointer   data)
{
  static const char * const sizes[] = { "size=4k", "size=16k", "size=32k", "size=64k", "size=96k", "size=128k" };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      if (!lay_disk (fixture, sizes[i]))
        return;
      run (fixture);
      sp_test_clock_advance (fixture->clock, (gint64) 86400 * G_USEC_PER_SEC);
      run (fixture);
      lift_disk (fixture);
    }
}

/* What is there can not be read without a place for its journal; then answers are kept until the program ends. */
static void
test_read_only (SpCacheFixture *fixture,
                gconstpointer   data)
{
  if (!lay_disk (fixture, "size=4m"))
    return;
  run (fixture);
  g_assert_cmpint (mount ("none", fixture->directory, "tmpfs", MS_REMOUNT | MS_RDONLY, "size=4m"), ==, 0);
  run (fixture);
  lift_disk (fixture);
}

typedef struct
{
  char   *directory;
  GMutex  lock;
  GCond   locked_cond;
  gboolean locked;
} Holder;

/* Another program in the middle of something. */
static gpointer
hold (gpointer data)
{
  Holder *holder = data;
  SpCacheDb *db = sp_cache_db_open (holder->directory);

  g_assert_true (sp_cache_db_exec (db, "BEGIN IMMEDIATE; DELETE FROM segments WHERE id = 0;"));
  g_mutex_lock (&holder->lock);
  holder->locked = TRUE;
  g_cond_signal (&holder->locked_cond);
  g_mutex_unlock (&holder->lock);
  g_usleep (200 * 1000);
  g_assert_true (sp_cache_db_exec (db, "COMMIT"));
  sp_cache_db_close (db);

  return NULL;
}

static void
test_busy (SpCacheFixture *fixture,
           gconstpointer   data)
{
  Holder holder = { .directory = fixture->directory };
  GThread *thread;

  g_mutex_init (&holder.lock);
  g_cond_init (&holder.locked_cond);
  thread = g_thread_new ("holder", hold, &holder);
  g_mutex_lock (&holder.lock);
  while (!holder.locked)
    g_cond_wait (&holder.locked_cond, &holder.lock);
  g_mutex_unlock (&holder.lock);
  run (fixture);
  g_thread_join (thread);
  g_mutex_clear (&holder.lock);
  g_cond_clear (&holder.locked_cond);

  /* All of it was kept. */
  run (fixture);
  g_assert_cmpuint (sp_test_fetcher_get_n_calls (SP_TEST_FETCHER (fixture->source), SP_TEST_ANY), ==, 0);
}

/* Nothing that was fetched "tomorrow" is taken for fresh, and what changed meanwhile is seen. */
static void
test_clock_set_back (SpCacheFixture *fixture,
                     gconstpointer   data)
{
  run (fixture);
  sp_test_clock_step_wall (fixture->clock, (gint64) -3 * 86400 * G_USEC_PER_SEC);
  sp_table_fetcher_remove (fixture->source, 1001, 1001000);
  sp_table_fetcher_add (fixture->source, 1001, sp_test_activity (.id = 1001000, .start = "2026-01-06T18:00:00",
                                                                .distance_m = 6000, .efforts = { { 501, 300 } }));
  run (fixture);
  g_assert_cmpuint (sp_test_fetcher_get_n_calls (SP_TEST_FETCHER (fixture->source), SP_TEST_LIST), ==, N_RUNNERS);
  g_assert_cmpuint (sp_test_fetcher_get_n_calls (SP_TEST_FETCHER (fixture->source), SP_TEST_ACTIVITY), >=, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/disk-cache/places/full", test_full);
  ADD ("/disk-cache/places/read-only", test_read_only);
  ADD ("/disk-cache/places/busy", test_busy);
  ADD ("/disk-cache/places/clock-set-back", test_clock_set_back);

  return g_test_run ();
}
