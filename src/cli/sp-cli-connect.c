/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sp-cli-connect.h"

#include <gio/gunixinputstream.h>
#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "cli/sp-cli-options.h"
#include "cli/sp-cli-person.h"
#include "platform/sp-loopback.h"

/* Where nobody listens: the runner's last page will look broken, and its address holds the answer. */
#define NOWHERE "http://localhost/answer"

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
await (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static gboolean
interrupted_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);

  return G_SOURCE_CONTINUE;
}

static char *
get_uri (const SpCliPerson  *person,
         const char         *redirect_uri,
         GCancellable       *cancellable,
         GError            **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sp_fetcher_get_connect_uri_async (person->fetcher, person->athlete, redirect_uri, cancellable, answered_cb, &result);

  return sp_fetcher_get_connect_uri_finish (person->fetcher, await (&result), error);
}

/* Sends the runner off, and waits on this computer for what comes back. */
static char *
wait_for_answer (const SpCliPerson  *person,
                 GCancellable       *cancellable,
                 GError            **error)
{
  g_autoptr (SpLoopback) loopback = sp_loopback_new (_("Thank you. You can close this page."), error);
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *uri = NULL;

  if (loopback == NULL)
    return NULL;
  uri = get_uri (person, sp_loopback_get_uri (loopback), cancellable, error);
  if (uri == NULL)
    return NULL;
  g_print (_("Open this address in a browser on this computer, and sign in as %s, not as yourself:\n\n%s\n\n"
             "Waiting for the answer; Ctrl+C ends this.\n"), sp_athlete_get_name (person->athlete), uri);
  if (g_getenv ("DISPLAY") != NULL || g_getenv ("WAYLAND_DISPLAY") != NULL)
    g_app_info_launch_default_for_uri (uri, NULL, NULL);
  sp_loopback_wait_async (loopback, cancellable, answered_cb, &result);

  return sp_loopback_wait_finish (loopback, await (&result), error);
}

/* What is pasted is in no list of processes and in no history of commands. */
static char *
read_line (GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  g_autoptr (GDataInputStream) lines = g_data_input_stream_new (input);
  g_autoptr (GAsyncResult) result = NULL;
  char *line;

  g_data_input_stream_read_line_async (lines, G_PRIORITY_DEFAULT, cancellable, answered_cb, &result);
  line = g_data_input_stream_read_line_finish_utf8 (lines, await (&result), NULL, error);

  return line != NULL ? g_strstrip (line) : NULL;
}

static char *
ask_for_answer (GCancellable  *cancellable,
                GError       **error)
{
  g_autofree char *answer = NULL;
  g_autoptr (GError) local = NULL;

  if (isatty (STDIN_FILENO))
    g_print (_("Paste the address of the runner’s last page: "));
  answer = read_line (cancellable, &local);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (answer == NULL || *answer == '\0')
    g_set_error (error, SP_CLI_ERROR, SP_CLI_USAGE,
                 _("No address came. Paste the one that the runner’s browser showed in the end."));
  else
    return g_steal_pointer (&answer);

  return NULL;
}

static SpCliStatus use_answer (const SpCliPerson  *person,
                               const char         *answer,
                               GCancellable       *cancellable,
                               GError            **error);

/* On a terminal the answer may be pasted at once; it is as good days later. */
static SpCliStatus
print_link (const SpCliPerson  *person,
            GCancellable       *cancellable,
            GError            **error)
{
  g_autofree char *uri = get_uri (person, NOWHERE, cancellable, error);
  g_autofree char *answer = NULL;
  g_autoptr (GError) local = NULL;

  if (uri == NULL)
    return SP_CLI_FAILED;
  g_print (_("Send %s this address, which stays good for days:\n\n%s\n\n"
             "The last page will look broken. Its address is what is needed, also days later; this asks for it:\n"
             "segment-podium connect %" PRId64 " --address=-\n"),
           sp_athlete_get_name (person->athlete), uri, sp_athlete_get_id (person->athlete));
  if (!isatty (STDIN_FILENO))
    return SP_CLI_OK;

  g_print (_("\nIf it has come already, paste it here; otherwise press Enter: "));
  answer = read_line (cancellable, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return SP_CLI_FAILED;
    }

  return answer != NULL && *answer != '\0' ? use_answer (person, answer, cancellable, error) : SP_CLI_OK;
}

static SpCliStatus
use_answer (const SpCliPerson  *person,
            const char         *answer,
            GCancellable       *cancellable,
            GError            **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SpConnection) connection = NULL;
  g_autofree char *refused = NULL;
  const char * const *missing;

  sp_fetcher_connect_async (person->fetcher, person->athlete, answer, cancellable, answered_cb, &result);
  connection = sp_fetcher_connect_finish (person->fetcher, await (&result), error);
  if (connection == NULL)
    return SP_CLI_FAILED;

  g_print (_("%s is connected.\n"), sp_connection_get_name (connection) ?: sp_athlete_get_name (person->athlete));
  missing = sp_connection_get_refused (connection);
  if (missing == NULL || missing[0] == NULL)
    return SP_CLI_OK;
  refused = g_strjoinv (" ", (char **) missing);
  g_print (_("Not allowed: %s Connect again to allow it.\n"), refused);

  return SP_CLI_OK;
}

static SpCliStatus
connect_person (const SpCliPerson  *person,
                GCancellable       *cancellable,
                GError            **error)
{
  g_autofree char *answer = NULL;

  if (person->link)
    return print_link (person, cancellable, error);
  if (person->address == NULL)
    answer = wait_for_answer (person, cancellable, error);
  else if (g_str_equal (person->address, SP_CLI_PIPE))
    answer = ask_for_answer (cancellable, error);
  else
    answer = g_strdup (person->address);

  return answer != NULL ? use_answer (person, answer, cancellable, error) : SP_CLI_FAILED;
}

static SpCliStatus
disconnect_person (const SpCliPerson  *person,
                   GCancellable       *cancellable,
                   GError            **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  sp_fetcher_disconnect_async (person->fetcher, person->athlete, cancellable, answered_cb, &result);
  if (!sp_fetcher_disconnect_finish (person->fetcher, await (&result), error))
    return SP_CLI_FAILED;
  g_print (_("%s is disconnected: the permission is taken back, and no token is kept here any more.\n"),
           sp_athlete_get_name (person->athlete));

  return SP_CLI_OK;
}

static SpCliStatus
forget_person (const SpCliPerson  *person,
               GCancellable       *cancellable,
               GError            **error)
{
  const char *name = sp_athlete_get_name (person->athlete);
  g_autoptr (GError) failure = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  /* What was fetched goes first: it is here, whatever the source says of the permission. */
  sp_fetcher_forget_async (person->fetcher, person->athlete, cancellable, answered_cb, &result);
  if (!sp_fetcher_forget_finish (person->fetcher, await (&result), &failure)
      && !g_error_matches (failure, SP_FETCH_ERROR, SP_FETCH_ERROR_UNSUPPORTED))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return SP_CLI_FAILED;
    }
  g_print (_("What was fetched of %s is deleted. Results that were written before still name the runner.\n"), name);
  if ((sp_fetcher_get_features (person->fetcher) & SP_FETCHER_CONNECTS) == 0)
    return SP_CLI_OK;

  return disconnect_person (person, cancellable, error);
}

static SpCliStatus
do_command (char         **arguments,
            SpCliStatus  (*command) (const SpCliPerson *person, GCancellable *cancellable, GError **error))
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_auto (SpCliPerson) person = { NULL };
  SpCliStatus status = SP_CLI_FAILED;
  guint interrupt;

  if (!sp_cli_person_parse (&person, arguments, &error))
    return sp_cli_report (error);
  interrupt = g_unix_signal_add (SIGINT, interrupted_cb, cancellable);
  status = command (&person, cancellable, &error);
  g_source_remove (interrupt);

  return error != NULL ? sp_cli_report (error) : status;
}

/**
 * sp_cli_connect:
 * @arguments: (array zero-terminated=1): `connect` and what follows it
 *
 * Connects a runner: in a browser on this computer, or by an address to send and the one that comes back.
 *
 * Returns: how it ended
 */
SpCliStatus
sp_cli_connect (char **arguments)
{
  return do_command (arguments, connect_person);
}

/**
 * sp_cli_disconnect:
 * @arguments: (array zero-terminated=1): `disconnect` and what follows it
 *
 * Takes a runner's permission back and forgets it here.
 *
 * Returns: how it ended
 */
SpCliStatus
sp_cli_disconnect (char **arguments)
{
  return do_command (arguments, disconnect_person);
}

/**
 * sp_cli_forget:
 * @arguments: (array zero-terminated=1): `forget` and what follows it
 *
 * Deletes what was fetched of a runner, and takes the permission back.
 *
 * Returns: how it ended
 */
SpCliStatus
sp_cli_forget (char **arguments)
{
  return do_command (arguments, forget_person);
}
