/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Connecting runners from the command line. */
#include "cli/strava-rig.h"

#include <libsoup/soup.h>
#include <signal.h>

#define ALL "read,activity:read,activity:read_all"

static GSubprocess *
start_command (Rig        *rig,
               const char *command,
               const char *runner,
               const char *option)
{
  g_autofree char *store = g_strdup_printf ("--token-store=%s", rig->tokens);
  const char *arguments[] = { g_getenv ("SP_TEST_PROGRAM"), command, runner, store, option, NULL };

  return start (&rig->program, arguments);
}

static void
run_command (Rig        *rig,
             const char *command,
             const char *runner,
             const char *option)
{
  g_autoptr (GSubprocess) process = start_command (rig, command, runner, option);

  rig_finish (rig, process);
}

/* What the browser shows in the end, when @who signed in and ticked the boxes of @scope. */
static char *
sign_in (Rig        *rig,
         const char *uri,
         gint64      who,
         const char *scope)
{
  g_autoptr (GHashTable) query = soup_form_decode (strchr (uri, '?') + 1);
  g_autofree char *code = sp_fake_strava_make_code (rig->server, who, scope);
  g_autofree char *answer = soup_form_encode ("state", g_hash_table_lookup (query, "state"), "code", code,
                                              "scope", scope, NULL);

  return g_strdup_printf ("%s?%s", (char *) g_hash_table_lookup (query, "redirect_uri"), answer);
}

/* The first line that is an address. */
static char *
read_uri (GSubprocess *process)
{
  g_autoptr (GDataInputStream) lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  char *line;

  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (lines), FALSE);
  g_buffered_input_stream_set_buffer_size (G_BUFFERED_INPUT_STREAM (lines), 1);
  while ((line = g_data_input_stream_read_line (lines, NULL, NULL, NULL)) != NULL && !g_str_has_prefix (line, "http"))
    g_free (line);
  g_assert_nonnull (line);

  return line;
}

static void
visit (const char *uri)
{
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autoptr (SoupMessage) message = soup_message_new ("GET", uri);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GBytes) page = NULL;

  g_assert_nonnull (message);
  soup_session_send_and_read_async (session, message, G_PRIORITY_DEFAULT, NULL, sp_test_store_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  page = soup_session_send_and_read_finish (session, result, NULL);
  g_assert_cmpint (soup_message_get_status (message), ==, 200);
}

/* In a browser on this computer; afterwards a workbook without tokens runs. */
static void
test_browser (Rig           *rig,
              gconstpointer  data)
{
  g_autoptr (GSubprocess) process = start_command (rig, "connect", "501", NULL);
  g_autofree char *uri = read_uri (process);
  g_autofree char *answer = sign_in (rig, uri, ANNA, ALL);
  g_autofree char *path = write_book (&rig->program, RUNNERS "Anna|#501||Reds||\n", SEGMENT_ROWS);

  g_assert_true (g_str_has_prefix (answer, "http://127.0.0.1:"));
  visit (answer);
  rig_finish (rig, process);
  g_assert_cmpint (rig->program.status, ==, 0);
  g_assert_nonnull (strstr (rig->program.out, "Anna Berg is connected."));

  run_book (rig, path, NULL);
  g_assert_cmpint (rig->program.status, ==, 0);
  g_assert_nonnull (strstr (rig->program.out, "0:05:01"));
}

/* By an address to send, and the one that comes back; what was not allowed is said. */
static void
test_link (Rig           *rig,
           gconstpointer  data)
{
  g_autofree char *answer = NULL;
  g_autofree char *option = NULL;
  const char *uri;
  g_auto (GStrv) lines = NULL;

  run_command (rig, "connect", "502", "--link");
  g_assert_cmpint (rig->program.status, ==, 0);
  lines = g_strsplit (rig->program.out, "\n", -1);
  uri = lines[2];
  g_assert_true (g_str_has_prefix (uri, sp_fake_strava_get_base (rig->server)));
  answer = sign_in (rig, uri, BEN, "read,activity:read");
  option = g_strdup_printf ("--address=%s", answer);
  run_command (rig, "connect", "502", option);
  g_assert_cmpint (rig->program.status, ==, 0);
  g_assert_nonnull (strstr (rig->program.out, "Ben Roe is connected."));
  g_assert_nonnull (strstr (rig->program.out, "Not allowed: "));
}

/* Pasted, so that it stands in no list of processes; nothing pasted is said. */
static void
test_pasted (Rig           *rig,
             gconstpointer  data)
{
  static const char piped[] = "printf '%s\\n' \"$SP_TEST_ANSWER\" | \"$SP_TEST_PROGRAM\" connect 502 --address=- "
                              "--token-store=\"$SP_TEST_TOKENS\"";
  const char *arguments[] = { "sh", "-c", piped, NULL };
  g_autoptr (GSubprocess) first = NULL;
  g_autoptr (GSubprocess) second = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree char *answer = NULL;

  g_setenv ("SP_TEST_TOKENS", rig->tokens, TRUE);
  run_command (rig, "connect", "502", "--link");
  g_assert_nonnull (strstr (rig->program.out, "--address=-"));
  lines = g_strsplit (rig->program.out, "\n", -1);
  answer = sign_in (rig, lines[2], BEN, ALL);

  g_setenv ("SP_TEST_ANSWER", "", TRUE);
  first = start (&rig->program, arguments);
  rig_finish (rig, first);
  assert_refused (&rig->program, "No address came");

  g_setenv ("SP_TEST_ANSWER", answer, TRUE);
  second = start (&rig->program, arguments);
  rig_finish (rig, second);
  g_assert_cmpint (rig->program.status, ==, 0);
  g_assert_nonnull (strstr (rig->program.out, "Ben Roe is connected."));
}

/* On a terminal the address may come back at once. */
static void
test_pasted_at_once (Rig           *rig,
                     gconstpointer  data)
{
  static const char command[] = "printf '%s\\n' \"$SP_TEST_ANSWER\" | "
                                "script -qec '\"$SP_TEST_PROGRAM\" connect 502 --link "
                                "--token-store=\"$SP_TEST_TOKENS\"' /dev/null";
  const char *arguments[] = { "sh", "-c", command, NULL };
  g_autoptr (GSubprocess) process = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree char *answer = NULL;

  if (!g_file_test ("/dev/pts/ptmx", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("There are no terminals here: /dev/pts is not there");
      return;
    }
  g_setenv ("SP_TEST_TOKENS", rig->tokens, TRUE);
  run_command (rig, "connect", "502", "--link");
  lines = g_strsplit (rig->program.out, "\n", -1);
  answer = sign_in (rig, lines[2], BEN, ALL);
  g_setenv ("SP_TEST_ANSWER", answer, TRUE);
  process = start (&rig->program, arguments);
  rig_finish (rig, process);
  g_assert_nonnull (strstr (rig->program.out, "paste it here"));
  g_assert_nonnull (strstr (rig->program.out, "Ben Roe is connected."));
}

/* Who signed in as somebody else is refused, both are named, and nothing is kept. */
static void
test_wrong_person (Rig           *rig,
                   gconstpointer  data)
{
  g_autoptr (GSubprocess) process = start_command (rig, "connect", "501", NULL);
  g_autofree char *uri = read_uri (process);
  g_autofree char *answer = sign_in (rig, uri, BEN, ALL);
  g_autofree char *kept = NULL;

  visit (answer);
  rig_finish (rig, process);
  g_assert_cmpint (rig->program.status, ==, 1);
  g_assert_nonnull (strstr (rig->program.err, "Ben Roe"));
  g_assert_nonnull (strstr (rig->program.err, "501"));
  if (g_file_get_contents (rig->tokens, &kept, NULL, NULL))
    g_assert_null (strstr (kept, "refresh_token"));
}

static void
test_interrupt (Rig           *rig,
                gconstpointer  data)
{
  g_autoptr (GSubprocess) process = start_command (rig, "connect", "501", NULL);
  G_GNUC_UNUSED g_autofree char *uri = read_uri (process);

  g_subprocess_send_signal (process, SIGINT);
  rig_finish (rig, process);
  g_assert_cmpint (rig->program.status, ==, 130);
}

/* By name, where a competition tells the number. */
static void
test_disconnect (Rig           *rig,
                 gconstpointer  data)
{
  g_autofree char *path = write_book (&rig->program, RUNNERS "Anna|#501||Reds||\nNew|||Reds||\n", SEGMENT_ROWS);
  g_autofree char *option = g_strdup_printf ("--competition=%s", path);

  run_command (rig, "disconnect", "anna", option);
  g_assert_cmpint (rig->program.status, ==, 0);
  g_assert_nonnull (strstr (rig->program.out, "is disconnected"));
  run_command (rig, "connect", "New", option);
  assert_refused (&rig->program, "no number");
  run_command (rig, "connect", "Nobody", option);
  assert_refused (&rig->program, "Did you mean");
}

static void
test_refused (Rig           *rig,
              gconstpointer  data)
{
  run (&rig->program, "connect", NULL);
  assert_refused (&rig->program, "Name one runner");
  run (&rig->program, "connect", "Anna", NULL);
  assert_refused (&rig->program, "--competition");
  run (&rig->program, "connect", "501", "--frob", NULL);
  assert_refused (&rig->program, "--frob");
  run (&rig->program, "disconnect", "501", "--link", NULL);
  assert_refused (&rig->program, "--link");
  run (&rig->program, "connect", "501", "--source=mock", NULL);
  assert_refused (&rig->program, "need not be connected");
  run (&rig->program, "connect", "501", NULL);
  assert_refused (&rig->program, "--token-store");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_rig ("/cli/connect/browser", test_browser);
  add_rig ("/cli/connect/link", test_link);
  add_rig ("/cli/connect/pasted", test_pasted);
  add_rig ("/cli/connect/pasted-at-once", test_pasted_at_once);
  add_rig ("/cli/connect/wrong-person", test_wrong_person);
  add_rig ("/cli/connect/interrupt", test_interrupt);
  add_rig ("/cli/connect/disconnect", test_disconnect);
  add_rig ("/cli/connect/refused", test_refused);

  return g_test_run ();
}
