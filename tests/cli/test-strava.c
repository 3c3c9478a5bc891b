/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a workbook with tokens to boards, against a Strava on this computer. */
#include "cli/strava-rig.h"

static char *
write_runners (Rig        *rig,
               const char *ben_token)
{
  g_autofree char *runners =
    g_strdup_printf (RUNNERS "Anna|#%d|%s|Reds||\nBen|#%d|%s|Blues||\n", ANNA,
                     sp_fake_strava_get_refresh_token (rig->server, ANNA), BEN, ben_token);

  return write_book (&rig->program, runners, SEGMENT_ROWS);
}

/* One list each, the geometry, and the one detail whose route passes; Ben has verifiably none. */
static void
test_run (Rig           *rig,
          gconstpointer  data)
{
  g_autofree char *path = write_runners (rig, sp_fake_strava_get_refresh_token (rig->server, BEN));

  run_book (rig, path, NULL);
  g_assert_cmpint (rig->program.status, ==, 0);
  g_assert_nonnull (strstr (rig->program.out, "0:05:01"));
  g_assert_nonnull (strstr (rig->program.out, "Complete. Ended"));
  g_assert_cmpuint (sp_fake_strava_get_n_refused (rig->server), ==, 0);
  g_assert_cmpuint (sp_fake_strava_get_n_calls (rig->server), <=, 6);
  g_assert_true (g_file_test (rig->tokens, G_FILE_TEST_IS_REGULAR));
}

/* Tokens rotate; last week's workbook does not bring the dead ones back. */
static void
test_again (Rig           *rig,
            gconstpointer  data)
{
  g_autofree char *path = write_runners (rig, sp_fake_strava_get_refresh_token (rig->server, BEN));

  sp_fake_strava_set_rotates (rig->server, TRUE);
  run_book (rig, path, "--cache=off");
  g_assert_cmpint (rig->program.status, ==, 0);
  run_book (rig, path, "--cache=off");
  g_assert_cmpint (rig->program.status, ==, 0);
  g_assert_nonnull (strstr (rig->program.out, "0:05:01"));
}

/* A dead token marks its runner and blocks no other. */
static void
test_dead_token (Rig           *rig,
                 gconstpointer  data)
{
  g_autofree char *path = write_runners (rig, "0000000000000000000000000000000000000000");

  run_book (rig, path, NULL);
  g_assert_cmpint (rig->program.status, ==, 3);
  g_assert_nonnull (strstr (rig->program.out, "0:05:01"));
  g_assert_nonnull (strstr (rig->program.out, "! Ben: "));
  g_assert_nonnull (strstr (rig->program.out, "1 failed"));
}

/* Of the day's thousand requests all but two are for others: what needs a third waits, or is not known. */
static void
test_reserve (Rig           *rig,
              gconstpointer  data)
{
  g_autofree char *path = write_runners (rig, sp_fake_strava_get_refresh_token (rig->server, BEN));
  g_autofree char *store = g_strdup_printf ("--token-store=%s", rig->tokens);
  const char * const arguments[] = { g_getenv ("SP_TEST_PROGRAM"), "run", "-q", store, "--reserve=998",
                                     "--max-wait=0", path, NULL };
  g_autoptr (GSubprocess) process = start (&rig->program, arguments);

  rig_finish (rig, process);
  g_assert_cmpint (rig->program.status, ==, 3);
  g_assert_cmpuint (sp_fake_strava_get_n_calls (rig->server), ==, 2);
  g_assert_cmpuint (sp_fake_strava_get_n_refused (rig->server), ==, 0);
  run_book (rig, path, "--reserve=0");
  g_assert_cmpint (rig->program.status, ==, 0);
}

/* Without a place for tokens nothing is asked. */
static void
test_no_store (Rig           *rig,
               gconstpointer  data)
{
  g_autofree char *path = write_runners (rig, "x");

  run (&rig->program, "run", path, NULL);
  assert_refused (&rig->program, "--token-store");
  g_assert_cmpuint (sp_fake_strava_get_n_calls (rig->server), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_rig ("/cli/strava/run", test_run);
  add_rig ("/cli/strava/again", test_again);
  add_rig ("/cli/strava/dead-token", test_dead_token);
  add_rig ("/cli/strava/reserve", test_reserve);
  add_rig ("/cli/strava/no-store", test_no_store);

  return g_test_run ();
}
