/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sp-cli-run.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <unistd.h>

#include "cli/sp-cli-boards.h"
#include "cli/sp-cli-competition.h"
#include "cli/sp-cli-log.h"
#include "cli/sp-cli-options.h"
#include "cli/sp-cli-output.h"
#include "cli/sp-cli-progress.h"
#include "cli/sp-cli-quality.h"
#include "engine/sp-local-time.h"
#include "engine/sp-session.h"
#include "engine/sp-split.h"
#include "files/sp-workbook-fault.h"
#include "platform/sp-real-clock.h"

/* One run, from its options to its exit status. */
typedef struct
{
  SpCliOptions  *options;
  SpClock       *clock;
  SpCliSource   *source;
  SpCompetition *competition;
  GPtrArray     *only;        /* (nullable) keys of the runners to ask */
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
  g_clear_object (&run->source);
  g_clear_object (&run->clock);
  g_clear_object (&run->competition);
  g_clear_pointer (&run->only, g_ptr_array_unref);
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
  return sp_cli_source_open (user_data, run_started_s, error);
}

static void
print_warnings (const SpCliOptions *options,
                GListModel         *faults)
{
  for (guint i = 0; !options->quiet && faults != NULL && i < g_list_model_get_n_items (faults); i++)
    {
      g_autoptr (SpWorkbookFault) fault = g_list_model_get_item (faults, i);
      g_autofree char *line = sp_workbook_fault_to_line (fault);
      g_autofree char *marked = g_strdup_printf (_("Note: %s"), line);
      g_autoptr (GString) text = g_string_new (NULL);
      SpCliPaper paper = sp_cli_text_get_paper (STDERR_FILENO);

      sp_cli_text_append_wrapped (text, &paper, 0, marked);
      g_printerr ("%s", text->str);
    }
}

/* The demo's season goes on today, whatever day it is: one board is open, one is still to come. */
static char *
demo_anchor (SpClock *clock)
{
  g_autofree char *today = sp_time_to_iso (sp_local_time_now_s (clock));

  return g_strdup_printf ("anchor=%.10s", today);
}

/* Option before document before what is usual. Options of a document are those of its own source only. */
static SpCliSource *
new_source (Run              *run,
            const SpCliGiven *given,
            SpPluginLoader   *loader,
            gboolean          is_demo)
{
  const char *id = run->options->source ?: given->source ?: is_demo ? "mock" : "strava";
  g_autoptr (GStrvBuilder) options = g_strv_builder_new ();
  g_autofree char *anchor = demo_anchor (run->clock);
  g_auto (GStrv) all = NULL;

  if (is_demo && g_str_equal (id, "mock"))
    g_strv_builder_add (options, anchor);
  if (given->source_options != NULL && g_strcmp0 (given->source, id) == 0)
    g_strv_builder_addv (options, (const char **) given->source_options);
  if (run->options->source_options != NULL)
    g_strv_builder_addv (options, (const char **) run->options->source_options);
  all = g_strv_builder_end (options);

  return sp_cli_source_new (loader, run->clock, id, (const char * const *) all);
}

/* All that can be refused is refused here, before anything is asked for or written. */
static gboolean
prepare (Run     *run,
         GError **error)
{
  const SpCliOptions *options = run->options;
  gboolean is_demo = g_str_equal (options->competition, SP_CLI_DEMO);
  g_autoptr (SpPluginLoader) loader = NULL;
  g_autoptr (SpFetcher) trial = NULL;
  g_auto (SpCliGiven) given = { NULL };

  if (options->output != NULL && !sp_cli_output_check (options->output, error))
    return FALSE;
  if (!is_demo &&
      (!sp_cli_competition_read (options->competition, &given, error) ||
       !sp_cli_competition_check (given.competition, error)))
    return FALSE;

  loader = sp_cli_source_load_plugins ();
  run->source = new_source (run, &given, loader, is_demo);
  trial = sp_cli_source_open (run->source, 0, error);
  if (trial == NULL)
    return FALSE;
  run->competition = is_demo ? sp_cli_competition_demo (run->source, error) : g_steal_pointer (&given.competition);
  if (run->competition == NULL)
    return FALSE;

  if (options->runners != NULL)
    {
      run->only = sp_cli_competition_find (run->competition, (const char * const *) options->runners, error);
      if (run->only == NULL)
        return FALSE;
    }
  if (options->split_windows)
    {
      SpCompetition *split = sp_split_windows (run->competition);

      g_object_unref (run->competition);
      run->competition = split;
    }
  print_warnings (options, given.faults);

  return TRUE;
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
  options.only = run->only;
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

  if (results == NULL)
    return SP_CLI_FAILED;
  print_results (results);
  if (run->options->output != NULL)
    {
      if (!sp_cli_output_write (results, run->options->output, &error))
        {
          sp_cli_report (error);
          return SP_CLI_FAILED;
        }
      if (!run->options->quiet)
        g_printerr (_("Results written to “%s”.\n"), run->options->output);
    }
  if (g_cancellable_is_cancelled (run->cancellable))
    return SP_CLI_INTERRUPTED;

  return sp_results_all_known (results) ? SP_CLI_OK : SP_CLI_INCOMPLETE;
}

static SpCliStatus
run_all (char     **arguments,
         gboolean   is_demo)
{
  g_auto (Run) run = { NULL };
  g_autoptr (GError) error = NULL;

  run.options = sp_cli_options_parse (arguments, is_demo, &error);
  if (run.options == NULL)
    return sp_cli_report (error);
  sp_cli_log_set_up (run.options->verbose);
  run.clock = SP_CLOCK (sp_real_clock_new ());
  if (!prepare (&run, &error))
    return sp_cli_report (error);

  run.cancellable = g_cancellable_new ();
  run.loop = g_main_loop_new (NULL, FALSE);
  run.session = sp_session_new (run.clock, NULL);
  sp_session_set_source (run.session, "cli", open_cb, g_object_ref (run.source), g_object_unref);
  sp_session_set_competition (run.session, run.competition);
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
