/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a workbook with tokens to boards, against a Strava on this computer. */
#include "cli/program.h"

#include "platform/sp-real-clock.h"
#include "support/fake-strava/sp-fake-strava.h"
#include "support/sp-test-sync.h"
#include "support/sp-test-values.h"

#define ANNA 501
#define BEN 502
#define CANAL 77

#define SEGMENT_ROWS SEGMENTS "#77|Canal|2026-01-05|2026-01-11\n"

typedef struct
{
  Fixture       program;
  SpClock      *clock;
  SpFakeStrava *server;
  char         *tokens;
} Rig;

static void
rig_set_up (Rig           *rig,
            gconstpointer  data)
{
  g_autoptr (SpSegment) canal = sp_test_segment (.id = CANAL, .points = { { 52.1, 5.1 }, { 52.11, 5.1 } });
  g_autoptr (SpActivity) run = sp_test_activity (.id = 9001, .start = "2026-01-06T18:00:00",
                                                 .points = { { 52.09, 5.1 }, { 52.13, 5.1 } },
                                                 .efforts = { { .segment_id = CANAL, .elapsed_s = 301 } });
  g_autoptr (SpActivity) far = sp_test_activity (.id = 9002, .start = "2026-01-07T18:00:00",
                                                 .points = { { 53.09, 5.1 }, { 53.13, 5.1 } },
                                                 .efforts = { { .segment_id = 78, .elapsed_s = 100 } });

  set_up (&rig->program, NULL);
  rig->tokens = g_build_filename (rig->program.folder, "tokens", NULL);
  rig->clock = SP_CLOCK (sp_real_clock_new ());
  rig->server = sp_fake_strava_new (rig->clock, NULL);
  sp_fake_strava_export (rig->server);
  sp_fake_strava_add_athlete (rig->server, ANNA, "Anna Berg", "read,activity:read,activity:read_all");
  sp_fake_strava_add_athlete (rig->server, BEN, "Ben Roe", "read,activity:read,activity:read_all");
  sp_fake_strava_add_segment (rig->server, canal);
  sp_fake_strava_add_activity (rig->server, ANNA, run);
  sp_fake_strava_add_activity (rig->server, ANNA, far);
}

static void
rig_tear_down (Rig           *rig,
               gconstpointer  data)
{
  sp_test_settle ();
  g_clear_object (&rig->server);
  g_clear_object (&rig->clock);
  g_free (rig->tokens);
  tear_down (&rig->program, NULL);
}

/* As a whole process, while the server answers from this one. */
static void
run_book (Rig        *rig,
          const char *path,
          const char *option)
{
  g_autofree char *store = g_strdup_printf ("--token-store=%s", rig->tokens);
  const char *arguments[] = { g_getenv ("SP_TEST_PROGRAM"), "run", "-q", store, path, option, NULL };
  g_autoptr (GSubprocess) process = start (&rig->program, arguments);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&rig->program.out, g_free);
  g_clear_pointer (&rig->program.err, g_free);
  g_subprocess_communicate_utf8_async (process, NULL, NULL, sp_test_store_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_subprocess_communicate_utf8_finish (process, result, &rig->program.out, &rig->program.err, &error);
  g_assert_no_error (error);
  rig->program.status = g_subprocess_get_exit_status (process);
  g_test_message ("status %d\n%s\n%s", rig->program.status, rig->program.out, rig->program.err);
}

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

static void
add_rig (const char *path,
         void      (*func) (Rig *rig, gconstpointer data))
{
  g_test_add (path, Rig, NULL, rig_set_up, func, rig_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_rig ("/cli/strava/run", test_run);
  add_rig ("/cli/strava/again", test_again);
  add_rig ("/cli/strava/dead-token", test_dead_token);
  add_rig ("/cli/strava/no-store", test_no_store);

  return g_test_run ();
}
