/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sp-cli-run.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

#include "cli/sp-cli-boards.h"
#include "cli/sp-cli-log.h"
#include "cli/sp-cli-output.h"
#include "cli/sp-cli-progress.h"
#include "cli/sp-cli-quality.h"
#include "cli/sp-cli-setup.h"
#include "engine/sp-estimate.h"
#include "engine/sp-local-time.h"
#include "engine/sp-session.h"
#include "platform/sp-directories.h"
#include "platform/sp-real-clock.h"

/* One run, from its options to its exit status. */
typedef struct
{
  SpCliOptions  *options;
  SpClock       *clock;
  SpCliSetup     setup;
  SpSession     *session;
  GCancellable  *cancellable;
  GMainLoop     *loop;
  GError        *error;       /* (nullable) */
} Run;

static void
run_clear (Run *run)
{
  g_clear_pointer (&run->options, sp_cli_options_free);
  g_clear_object (&run->session);
  sp_cli_setup_clear (&run->setup);
  g_clear_object (&run->clock);
  g_clear_object (&run->cancellable);
  g_clear_pointer (&run->loop, g_main_loop_unref);
  g_clear_error (&run->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

static SpFetcher *
open_cb (gint64     run_started_s,
         gpointer   user_data,
         GError   **error)
{
  return sp_source_open (user_data, run_started_s, error);
}

static void
refreshed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Run *run = user_data;

  sp_session_refresh_finish (SP_SESSION (source), result, &run->error);
  g_main_loop_quit (run->loop);
}

/* The first Ctrl+C ends the run; what there is is still written. A second one ends the process at once. */
static gboolean
interrupted_cb (gpointer user_data)
{
  Run *run = user_data;

  if (g_cancellable_is_cancelled (run->cancellable))
    _exit (SP_CLI_INTERRUPTED);
  g_cancellable_cancel (run->cancellable);

  return G_SOURCE_CONTINUE;
}

/* What the run will cost, before it begins. */
static void
print_plan (Run *run)
{
  g_autoptr (SpFetcher) fetcher = sp_source_open_plain (run->setup.source, 0, NULL);
  g_autoptr (SpQuota) quota = fetcher != NULL ? sp_fetcher_get_quota (fetcher) : NULL;
  gint64 now_us = sp_clock_get_wall_us (run->clock);
  g_autofree char *text = NULL;
  SpEstimate estimate;

  if (run->options->cache == SP_CACHE_OFFLINE)
    {
      g_printerr ("%s\n", _("Nothing is asked; what was kept is used."));
      return;
    }
  sp_estimate_make (run->setup.competition, run->setup.only, sp_local_time_now_s (run->clock), quota, now_us,
                    &estimate);
  text = sp_estimate_to_sentence (&estimate, quota, sp_source_get_name (run->setup.source), now_us);
  g_printerr ("%s\n", text);
}

static void
refresh (Run *run)
{
  SpPrefetchOptions options = SP_PREFETCH_OPTIONS_DEFAULT;
  guint interrupt = g_unix_signal_add (SIGINT, interrupted_cb, run);
  guint terminate = g_unix_signal_add (SIGTERM, interrupted_cb, run);
  g_autoptr (SpCliProgress) shown = NULL;
  SpCliPaper paper = sp_cli_text_get_paper (STDERR_FILENO);

  options.strategy = run->options->strategy;
  options.thorough = run->options->thorough;
  options.max_wait_us = run->options->max_wait_us;
  options.seed = g_random_int ();
  options.only = run->setup.only;
  options.source_name = sp_source_get_name (run->setup.source);
  if (!run->options->quiet)
    print_plan (run);
  sp_session_refresh_async (run->session, &options, run->cancellable, refreshed_cb, run);
  if (!run->options->quiet && sp_session_get_progress (run->session) != NULL)
    shown = sp_cli_progress_new (sp_session_get_progress (run->session), run->clock, STDERR_FILENO,
                                 isatty (STDERR_FILENO) && !run->options->verbose ? paper.width : 0);
  g_main_loop_run (run->loop);
  if (shown != NULL)
    sp_cli_progress_end (shown);
  g_source_remove (interrupt);
  g_source_remove (terminate);
}

static void
print_results (SpResults *results)
{
  SpCliPaper paper = sp_cli_text_get_paper (STDOUT_FILENO);
  g_autoptr (GString) text = g_string_new (NULL);

  sp_cli_boards_append_all (results, &paper, text);
  sp_cli_quality_append (sp_results_get_values (results)->quality, &paper, text);
  fputs (text->str, stdout);
  fflush (stdout);
}

static SpCliStatus
finish (Run *run)
{
  SpResults *results = sp_session_get_results (run->session);
  g_autoptr (GError) error = NULL;
  gboolean is_piped;

  if (results == NULL)
    return SP_CLI_FAILED;
  is_piped = g_strcmp0 (run->options->output, SP_CLI_PIPE) == 0;
  if (!is_piped)
    print_results (results);
  if (run->options->output != NULL)
    {
      if (!sp_cli_output_write (results, run->options->output, run->options->format, &error))
        {
          sp_cli_report (error);
          return SP_CLI_FAILED;
        }
      if (!run->options->quiet && !is_piped)
        g_printerr (_("Results written to “%s”.\n"), run->options->output);
    }
  if (g_cancellable_is_cancelled (run->cancellable))
    return SP_CLI_INTERRUPTED;

  return sp_results_all_known (results) ? SP_CLI_OK : SP_CLI_INCOMPLETE;
}

/* Where nothing is kept there is nothing to go on with after a run that was cut off. */
static SpSession *
new_session (Run *run)
{
  g_autofree char *directory = run->options->cache != SP_CACHE_OFF ? sp_directories_get_cache ("runs") : NULL;
  g_autofree char *key = sp_source_get_key (run->setup.source);
  SpSession *session = sp_session_new (run->clock, directory);

  sp_session_set_source (session, key, open_cb, g_object_ref (run->setup.source), g_object_unref);
  sp_session_set_competition (session, run->setup.competition);

  return session;
}

static SpCliStatus
run_all (char     **arguments,
         gboolean   is_demo)
{
  g_auto (Run) run = { 0 };
  g_autoptr (GError) error = NULL;

  run.options = sp_cli_options_parse (arguments, is_demo, &error);
  if (run.options == NULL)
    return sp_cli_report (error);
  sp_cli_log_set_up (run.options->verbose);
  run.clock = SP_CLOCK (sp_real_clock_new ());
  if (!sp_cli_setup_make (&run.setup, run.options, run.clock, &error))
    return sp_cli_report (error);

  run.cancellable = g_cancellable_new ();
  run.loop = g_main_loop_new (NULL, FALSE);
  run.session = new_session (&run);
  refresh (&run);

  return run.error != NULL ? sp_cli_report (run.error) : finish (&run);
}

/**
 * sp_cli_run:
 * @arguments: (array zero-terminated=1): `run` and what follows it
 *
 * Runs a competition: asks for what the runners recorded, prints boards and quality report, writes the results.
 *
 * Returns: how it ended
 */
SpCliStatus
sp_cli_run (char **arguments)
{
  return run_all (arguments, FALSE);
}

/**
 * sp_cli_run_demo:
 * @arguments: (array zero-terminated=1): `demo` and what follows it
 *
 * Runs the demo club.
 *
 * Returns: how it ended
 */
SpCliStatus
sp_cli_run_demo (char **arguments)
{
  return run_all (arguments, TRUE);
}
