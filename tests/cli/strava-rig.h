/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program, and a Strava on this computer with two runners, one segment and one effort on it. */
#pragma once

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

G_GNUC_UNUSED static void
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

G_GNUC_UNUSED static void
rig_tear_down (Rig           *rig,
               gconstpointer  data)
{
  sp_test_settle ();
  g_clear_object (&rig->server);
  g_clear_object (&rig->clock);
  g_free (rig->tokens);
  tear_down (&rig->program, NULL);
}

/* Waits for the end of a process while the server answers from this one. */
G_GNUC_UNUSED static void
rig_finish (Rig         *rig,
            GSubprocess *process)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&rig->program.out, g_free);
  g_clear_pointer (&rig->program.err, g_free);
  g_subprocess_communicate_utf8_async (process, NULL, NULL, sp_test_store_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_subprocess_communicate_utf8_finish (process, result, &rig->program.out, &rig->program.err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  rig->program.status = g_subprocess_get_exit_status (process);
  g_test_message ("status %d\n%s\n%s", rig->program.status, rig->program.out, rig->program.err);
}

/* Waits for the end of a process that was killed. */
G_GNUC_UNUSED static void
rig_wait (Rig         *rig,
          GSubprocess *process)
{
  g_autoptr (GAsyncResult) result = NULL;

  g_subprocess_wait_async (process, NULL, sp_test_store_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_subprocess_wait_finish (process, result, NULL);
}

G_GNUC_UNUSED static void
run_book (Rig        *rig,
          const char *path,
          const char *option)
{
  g_autofree char *store = g_strdup_printf ("--token-store=%s", rig->tokens);
  const char *arguments[] = { g_getenv ("SP_TEST_PROGRAM"), "run", "-q", store, path, option, NULL };
  g_autoptr (GSubprocess) process = start (&rig->program, arguments);

  rig_finish (rig, process);
}

G_GNUC_UNUSED static void
add_rig (const char *path,
         void      (*func) (Rig *rig, gconstpointer data))
{
  g_test_add (path, Rig, NULL, rig_set_up, func, rig_tear_down);
}
