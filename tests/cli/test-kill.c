/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program killed again and again at random moments, while tokens rotate and the source fails: its boards are right
 * in the end, nothing is fetched again but what was in flight, and no token is lost that was read. */
#include "cli/strava-rig.h"

#include <signal.h>
#include <sqlite3.h>

#define N_RUNS 20
#define IN_FLIGHT 4

static const SpFakeFault faults[] = { SP_FAKE_EXPIRED, SP_FAKE_SERVER_ERROR, SP_FAKE_DROPPED, SP_FAKE_DROPPED_INSIDE,
                                      SP_FAKE_HTML, SP_FAKE_TRUNCATED };

/* Ben runs too, each of them often, and every run passes the segment. */
static void
add_runs (Rig *rig)
{
  for (guint i = 0; i < N_RUNS; i++)
    for (gint64 athlete = ANNA; athlete <= BEN; athlete++)
      {
        g_autofree char *start = g_strdup_printf ("2026-01-%02uT%02u:00:00", 5 + i % 7, 6 + i / 7 * 4);
        g_autoptr (SpActivity) run = sp_test_activity (.id = athlete * 1000 + i, .start = start,
                                                       .points = { { 52.09, 5.1 }, { 52.13, 5.1 } },
                                                       .efforts = { { CANAL, (int) (400 + i + athlete - ANNA) } });

        sp_fake_strava_add_activity (rig->server, athlete, run);
      }
}

static char *
write_club (Rig *rig)
{
  g_autofree char *runners =
    g_strdup_printf (RUNNERS "Anna|#%d|%s|Reds||\nBen|#%d|%s|Blues||\n", ANNA,
                     sp_fake_strava_get_refresh_token (rig->server, ANNA), BEN,
                     sp_fake_strava_get_refresh_token (rig->server, BEN));

  return write_book (&rig->program, runners, SEGMENT_ROWS);
}

/* Lets it work for a while, and kills it; whether it was killed, and not done before. */
static gboolean
run_and_kill (Rig        *rig,
              const char *path,
              guint       after_us)
{
  g_autofree char *store = g_strdup_printf ("--token-store=%s", rig->tokens);
  const char * const arguments[] = { g_getenv ("SP_TEST_PROGRAM"), "run", "-q", store, path, NULL };
  g_autoptr (GSubprocess) process = start (&rig->program, arguments);
  gint64 until_us = g_get_monotonic_time () + after_us;

  while (g_get_monotonic_time () < until_us)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (200);
    }
  g_subprocess_send_signal (process, SIGKILL);
  rig_wait (rig, process);

  return g_subprocess_get_if_signaled (process);
}

static void
check_whole (Rig *rig)
{
  g_autofree char *path = g_build_filename (rig->program.folder, "segment-podium", "answers", "answers.db", NULL);
  sqlite3 *db = NULL;
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "PRAGMA integrity_check", -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  g_assert_cmpstr ((const char *) sqlite3_column_text (statement, 0), ==, "ok");
  sqlite3_finalize (statement);
  sqlite3_close (db);
}

static void
test_kills (Rig           *rig,
            gconstpointer  data)
{
  guint n_wanted = g_test_thorough () ? 300 : 15;
  guint n_needed, n_kills = 0, n_lost = 0, n_faults = 0;
  g_autofree char *path = NULL;

  add_runs (rig);
  sp_fake_strava_set_rotates (rig->server, TRUE);
  sp_fake_strava_set_limits (rig->server, 100000, 1000000);
  path = write_club (rig);
  for (guint i = 0; i < n_wanted; i++)
    {
      sp_fake_strava_fail (rig->server, faults[(guint) g_test_rand_int_range (0, G_N_ELEMENTS (faults))],
                           (guint) g_test_rand_int_range (1, 12), 1);
      n_faults++;
      n_kills += run_and_kill (rig, path, (guint) g_test_rand_int_range (20 * 1000, 250 * 1000));
    }
  sp_fake_strava_fail (rig->server, SP_FAKE_EXPIRED, 0, 0);
  for (;;)
    {
      run_book (rig, path, NULL);
      if (rig->program.status == 0)
        break;
      /* Killed between the answer and its reading: the runner is named, and connects again. */
      g_assert_cmpint (rig->program.status, ==, 3);
      g_assert_nonnull (strstr (rig->program.out, "! "));
      g_assert_cmpuint (n_lost++, <=, n_kills);
      g_free (path);
      path = write_club (rig);
    }
  g_assert_nonnull (strstr (rig->program.out, "0:05:01"));
  g_assert_nonnull (strstr (rig->program.out, "0:06:41"));
  g_assert_nonnull (strstr (rig->program.out, "Complete. Ended"));
  n_needed = 1 + 2 + 2 * N_RUNS + 1;
  g_test_message ("%u kills, %u faults, %u connected again: %u reads for %u", n_kills, n_faults, n_lost,
                  sp_fake_strava_get_n_calls (rig->server), n_needed);
  g_assert_cmpuint (sp_fake_strava_get_n_calls (rig->server), <=, n_needed + n_kills * IN_FLIGHT + n_faults * 2 + 2);
  check_whole (rig);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_rig ("/cli/kill/kills", test_kills);

  return g_test_run ();
}
