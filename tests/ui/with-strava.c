/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a command beside a Strava on this computer, where Anna and Ben have accounts. What a browser would bring back
 * when one of them signs in is told in SP_TEST_CODE_ANNA and SP_TEST_CODE_BEN. */
#include "platform/sp-real-clock.h"
#include "support/fake-strava/sp-fake-strava.h"

#include <stdio.h>

#define ANNA 501
#define BEN 502
#define ALL "read,activity:read,activity:read_all"

static void
export_code (SpFakeStrava *server,
             const char   *variable,
             gint64        athlete)
{
  g_autofree char *code = sp_fake_strava_make_code (server, athlete, ALL);

  g_setenv (variable, code, TRUE);
}

static void
ended_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_subprocess_wait_finish (G_SUBPROCESS (source), result, NULL);
  g_main_loop_quit (user_data);
}

int
main (int argc, char *argv[])
{
  g_autoptr (SpRealClock) clock = sp_real_clock_new ();
  g_autoptr (SpFakeStrava) server = sp_fake_strava_new (SP_CLOCK (clock), NULL);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GSubprocess) command = NULL;
  g_autoptr (GError) error = NULL;

  sp_fake_strava_export (server);
  sp_fake_strava_add_athlete (server, ANNA, "Anna Berg", NULL);
  sp_fake_strava_add_athlete (server, BEN, "Ben Roe", NULL);
  export_code (server, "SP_TEST_CODE_ANNA", ANNA);
  export_code (server, "SP_TEST_CODE_BEN", BEN);
  command = g_subprocess_newv ((const char * const *) argv + 1, G_SUBPROCESS_FLAGS_NONE, &error);
  if (command == NULL)
    {
      fprintf (stderr, "%s\n", error->message);
      return 1;
    }
  g_subprocess_wait_async (command, NULL, ended_cb, loop);
  g_main_loop_run (loop);

  return g_subprocess_get_if_exited (command) ? g_subprocess_get_exit_status (command) : 1;
}
