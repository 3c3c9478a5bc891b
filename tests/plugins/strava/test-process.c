/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program as a whole process, against a server on this computer and its real clock. Where the test was started
 * beside a keyring, the tokens are kept there, otherwise in a file. */
#include "cli/program.h"

#include <signal.h>
#include <string.h>

#include "platform/sp-file-secret-store.h"
#include "platform/sp-keyring-secret-store.h"
#include "platform/sp-real-clock.h"
#include "platform/sp-scoped-secret-store.h"
#include "sp-strava-rig.h"

typedef struct
{
  Fixture       program;
  SpFakeStrava *server;
  char         *book;
  char         *tokens; /* the file */
  char         *results;
  gboolean      is_loud;
} Job;

/* What the program keeps for the plugin. */
static SpSecretStore *
open_store (Job *job)
{
  g_autoptr(SpSecretStore) store = NULL;

  if (g_getenv ("SP_TEST_KEYRING") != NULL)
    store = SP_SECRET_STORE (sp_keyring_secret_store_new ());
  else
    store = SP_SECRET_STORE (sp_file_secret_store_new (job->tokens));

  return SP_SECRET_STORE (sp_scoped_secret_store_new (store, "strava"));
}

static char *
look_up (Job        *job,
         const char *kind,
         gint64      athlete_id)
{
  g_autoptr(SpSecretStore) store = open_store (job);
  g_autofree char *key = g_strdup_printf ("%s/%" G_GINT64_FORMAT, kind, athlete_id);
  g_autoptr(GError) error = NULL;
  char *secret = sp_test_lookup_secret (store, key, NULL, &error);

  g_assert_no_error (error);

  return secret;
}

/* A keyring outlives the test before. */
static void
forget (Job    *job,
        gint64  athlete_id)
{
  g_autoptr(SpSecretStore) store = open_store (job);
  g_autofree char *grant = g_strdup_printf ("athlete/%" G_GINT64_FORMAT, athlete_id);
  g_autofree char *import = g_strdup_printf ("import/%" G_GINT64_FORMAT, athlete_id);

  g_assert_true (sp_test_store_secret (store, grant, NULL, NULL, NULL));
  g_assert_true (sp_test_store_secret (store, import, NULL, NULL, NULL));
}

static void
job_set_up (Job           *job,
            gconstpointer  unused)
{
  g_autoptr(SpRealClock) clock = sp_real_clock_new ();
  g_autoptr(SpSegment) canal = sp_test_segment (.id = CANAL);
  g_autoptr(GString) runners = g_string_new (RUNNERS);

  set_up (&job->program, NULL);
  job->server = sp_fake_strava_new (SP_CLOCK (clock), NULL);
  sp_fake_strava_export (job->server);
  sp_fake_strava_add_segment (job->server, canal);
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("Runner %d", i + 1);
      g_autoptr(SpActivity) run = sp_test_activity (.id = 10 + i, .start = "2026-01-06T18:00:00",
                                                    .efforts = { { CANAL, 301 + i } });

      sp_fake_strava_add_athlete (job->server, ANNA + i, name, "read,activity:read_all");
      sp_fake_strava_add_activity (job->server, ANNA + i, run);
      g_string_append_printf (runners, "%s|#%d|%s|Reds||\n", name, ANNA + i,
                              sp_fake_strava_get_refresh_token (job->server, ANNA + i));
    }
  job->book = write_book (&job->program, runners->str, SEGMENTS "#77|Canal|2026-01-05|2026-01-11\n");
  job->tokens = g_build_filename (job->program.folder, "tokens", NULL);
  job->results = g_build_filename (job->program.folder, "results.csv", NULL);
  for (int i = 0; i < 3; i++)
    forget (job, ANNA + i);
}

static void
job_tear_down (Job           *job,
               gconstpointer  unused)
{
  g_clear_object (&job->server);
  sp_test_settle ();
  tear_down (&job->program, NULL);
  g_free (job->book);
  g_free (job->tokens);
  g_free (job->results);
}

/* Called with the program as it runs. */
typedef void (*Meanwhile) (Job         *job,
                           GSubprocess *process);

/* Runs it while the server answers. */
static void
run_job_and (Job       *job,
             Meanwhile  meanwhile)
{
  g_autofree char *store = g_strconcat ("--token-store=", job->tokens, NULL);
  g_autofree char *output = g_strconcat ("--output=", job->results, NULL);
  const char *arguments[] = { "env", "G_MESSAGES_DEBUG=all", g_getenv ("SP_TEST_PROGRAM"), "run", job->book,
                              "--source=strava", "--cache=off", "--verbose", output,
                              g_getenv ("SP_TEST_KEYRING") == NULL ? store : NULL, NULL };
  g_autoptr(GSubprocess) process = start (&job->program, job->is_loud ? arguments : arguments + 2);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  if (meanwhile != NULL)
    meanwhile (job, process);
  g_clear_pointer (&job->program.out, g_free);
  g_clear_pointer (&job->program.err, g_free);
  g_subprocess_communicate_utf8_async (process, NULL, NULL, sp_test_store_result, &result);
  g_subprocess_communicate_utf8_finish (process, sp_test_await (&result), &job->program.out, &job->program.err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  job->program.status = g_subprocess_get_exit_status (process);
  g_test_message ("status %d\n%s\n%s", job->program.status, job->program.out, job->program.err);
}

static void
run_job (Job *job)
{
  run_job_and (job, NULL);
}

static void
assert_silent (Job        *job,
               const char *text)
{
  const char *secrets[] = { "acc3ss", "r3fresh", "c1ients3cret" };

  for (gsize i = 0; i < G_N_ELEMENTS (secrets); i++)
    g_assert_null (strstr (text, secrets[i]));
}

static void
assert_right (Job *job)
{
  g_autofree char *results = NULL;

  g_assert_cmpint (job->program.status, ==, 0);
  g_assert_true (g_file_get_contents (job->results, &results, NULL, NULL));
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("Runner %d", i + 1);
      g_autofree char *time = g_strdup_printf ("%d", 301 + i);

      g_assert_nonnull (strstr (job->program.out, name));
      g_assert_nonnull (strstr (results, name));
      g_assert_nonnull (strstr (results, time));
    }
  assert_silent (job, results);
  assert_silent (job, job->program.out);
  assert_silent (job, job->program.err);
}

static void
assert_tokens_kept (Job *job)
{
  for (int i = 0; i < 3; i++)
    {
      g_autofree char *grant = look_up (job, "athlete", ANNA + i);
      g_autofree char *import = look_up (job, "import", ANNA + i);

      g_assert_nonnull (grant);
      g_assert_nonnull (strstr (grant, sp_fake_strava_get_refresh_token (job->server, ANNA + i)));
      g_assert_null (import);
    }
  g_assert_true (g_file_test (job->tokens, G_FILE_TEST_EXISTS) == (g_getenv ("SP_TEST_KEYRING") == NULL));
}

/* From the workbook's tokens to boards; the next run asks for no token, and knows before it begins what the first one
 * has left of the day. */
static void
test_from_workbook (Job           *job,
                    gconstpointer  unused)
{
  sp_fake_strava_set_limits (job->server, 100, 50);
  run_job (job);
  assert_right (job);
  assert_tokens_kept (job);
  g_assert_cmpuint (sp_fake_strava_get_n_calls (job->server), ==, 1 + 3 + 3);
  g_assert_cmpuint (sp_fake_strava_get_n_renewals (job->server), ==, 3);

  run_job (job);
  assert_right (job);
  assert_tokens_kept (job);
  g_assert_nonnull (strstr (job->program.err, "About 7 requests. Strava allows 50 a day, 43 are left"));
  g_assert_cmpuint (sp_fake_strava_get_n_renewals (job->server), ==, 3);
}

/* A reset that is really waited for. */
static void
test_waits_for_a_reset (Job           *job,
                        gconstpointer  unused)
{
  gint64 start_us = g_get_monotonic_time ();

  sp_fake_strava_set_retry_s (job->server, 1);
  sp_fake_strava_fail (job->server, SP_FAKE_RETRY_AFTER, 3, 1);
  run_job (job);
  assert_right (job);
  g_assert_cmpint (g_get_monotonic_time () - start_us, >=, G_USEC_PER_SEC / 2);
}

/* What stands in everybody's way is said once, with what to do. */
static void
test_switched_off (Job           *job,
                   gconstpointer  unused)
{
  const char *said;

  sp_fake_strava_fail (job->server, SP_FAKE_INACTIVE, 1, 100);
  run_job (job);
  g_assert_cmpint (job->program.status, ==, 3);
  g_assert_nonnull (strstr (job->program.out, "! Runner 1, Runner 2, Runner 3: Strava has switched the API"));
  said = strstr (job->program.out, "Strava has switched");
  g_assert_nonnull (strstr (said, "subscription"));
  g_assert_null (strstr (said + 1, "Strava has switched"));
  assert_silent (job, job->program.out);
}

static void
interrupt_while_waiting (Job         *job,
                         GSubprocess *process)
{
  g_autoptr(GDataInputStream) lines = g_data_input_stream_new (g_subprocess_get_stderr_pipe (process));
  g_autofree char *line = NULL;

  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (lines), FALSE);
  while (line == NULL || strstr (line, "waiting for the quota until") == NULL)
    {
      g_autoptr(GAsyncResult) result = NULL;

      g_free (line);
      g_data_input_stream_read_line_async (lines, G_PRIORITY_DEFAULT, NULL, sp_test_store_result, &result);
      line = g_data_input_stream_read_line_finish (lines, sp_test_await (&result), NULL, NULL);
      g_assert_nonnull (line);
    }
  g_subprocess_send_signal (process, SIGINT);
}

/* The day's requests are used up, and the next are allowed after midnight: who does not want to wait has what there
 * is, at once. */
static void
test_wait_is_ended (Job           *job,
                    gconstpointer  unused)
{
  g_autofree char *results = NULL;

  sp_fake_strava_set_limits (job->server, 100, 3);
  run_job_and (job, interrupt_while_waiting);
  g_assert_cmpint (job->program.status, ==, 130);
  g_assert_cmpuint (sp_fake_strava_get_n_calls (job->server), ==, 3);
  g_assert_cmpuint (sp_fake_strava_get_n_refused (job->server), ==, 0);
  g_assert_nonnull (strstr (job->program.out, "cancelled"));
  g_assert_true (g_file_get_contents (job->results, &results, NULL, NULL));
  g_assert_nonnull (strstr (results, "Runner 3"));
}

/* A runner who took the permission back has no data and a reason; the others are right. */
static void
test_one_took_it_back (Job           *job,
                       gconstpointer  unused)
{
  run_job (job);
  sp_fake_strava_revoke (job->server, ANNA + 1);
  run_job (job);
  g_assert_cmpint (job->program.status, ==, 3);
  g_assert_nonnull (strstr (job->program.out, "connect again"));
  assert_silent (job, job->program.out);
  assert_silent (job, job->program.err);
}

/* What other programs see of it while it asks. */
static void
look_at_process (SpFakeStrava *server,
                 const char   *path,
                 gpointer      user_data)
{
  GString *seen = user_data;
  g_autoptr(GDir) proc = g_dir_open ("/proc", 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (proc)) != NULL)
    {
      g_autofree char *of = g_strdup_printf ("/proc/%s/cmdline", name);
      g_autofree char *comm = g_strdup_printf ("/proc/%s/comm", name);
      g_autofree char *line = NULL;
      g_autofree char *title = NULL;
      gsize size = 0;

      if (!g_ascii_isdigit (*name) || !g_file_get_contents (of, &line, &size, NULL) || size == 0 ||
          strstr (line, "segment-podium") == NULL)
        continue;
      g_string_append_len (seen, line, (gssize) size);
      if (g_file_get_contents (comm, &title, NULL, NULL))
        g_string_append (seen, title);
    }
  for (gsize i = 0; i < seen->len; i++)
    if (seen->str[i] == '\0')
      seen->str[i] = ' ';
}

/* With every message there is, of every library; as a table, as JSON, and in what other programs see. */
static void
test_silent (Job           *job,
             gconstpointer  unused)
{
  g_autoptr(GString) seen = g_string_new (NULL);
  g_autofree char *results = NULL;

  job->is_loud = TRUE;
  sp_fake_strava_set_hook (job->server, look_at_process, seen);
  run_job (job);
  sp_fake_strava_set_hook (job->server, NULL, NULL);
  job->is_loud = FALSE;
  assert_right (job);
  /* There was something to be silent in. */
  g_assert_cmpuint (strlen (job->program.err), >, 2000);
  g_assert_nonnull (strstr (seen->str, "--source=strava"));
  assert_silent (job, seen->str);

  g_free (job->results);
  job->results = g_build_filename (job->program.folder, "results.json", NULL);
  run_job (job);
  g_assert_cmpint (job->program.status, ==, 0);
  g_assert_true (g_file_get_contents (job->results, &results, NULL, NULL));
  g_assert_nonnull (strstr (results, "Runner 1"));
  assert_silent (job, results);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/strava/process/from-workbook", Job, NULL, job_set_up, test_from_workbook, job_tear_down);
  g_test_add ("/strava/process/silent", Job, NULL, job_set_up, test_silent, job_tear_down);
  g_test_add ("/strava/process/waits-for-a-reset", Job, NULL, job_set_up, test_waits_for_a_reset, job_tear_down);
  g_test_add ("/strava/process/switched-off", Job, NULL, job_set_up, test_switched_off, job_tear_down);
  g_test_add ("/strava/process/wait-is-ended", Job, NULL, job_set_up, test_wait_is_ended, job_tear_down);
  g_test_add ("/strava/process/one-took-it-back", Job, NULL, job_set_up, test_one_took_it_back, job_tear_down);

  return g_test_run ();
}
