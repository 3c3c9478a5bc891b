/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sp-cli-setup.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "cli/sp-cli-competition.h"
#include "cli/sp-cli-output.h"
#include "cli/sp-cli-preferences.h"
#include "cli/sp-cli-secrets.h"
#include "cli/sp-cli-text.h"
#include "engine/sp-local-time.h"
#include "engine/sp-split.h"
#include "files/sp-workbook-fault.h"

#define DEMO_SOURCE "mock"

/**
 * sp_cli_setup_clear:
 * @self: what a run needs
 *
 * Lets go of it.
 */
void
sp_cli_setup_clear (SpCliSetup *self)
{
  g_clear_object (&self->competition);
  g_clear_object (&self->source);
  g_clear_pointer (&self->only, g_ptr_array_unref);
}

static void
print_warnings (GListModel *faults)
{
  for (guint i = 0; i < g_list_model_get_n_items (faults); i++)
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

/* Option before document before what is usual. Options of a document are those of its own source only. The demo's
 * season goes on today, whatever day it is: one board is open, one is still to come. */
static char **
list_options (const SpCliOptions *options,
              const SpCliGiven   *given,
              const char         *id,
              gboolean            is_demo,
              SpClock            *clock)
{
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();
  g_autofree char *today = sp_time_to_iso (sp_local_time_now_s (clock));
  g_autofree char *anchor = g_strdup_printf ("anchor=%.10s", today);

  if (is_demo && g_str_equal (id, DEMO_SOURCE))
    g_strv_builder_add (all, anchor);
  if (given->source_options != NULL && g_strcmp0 (given->source, id) == 0)
    g_strv_builder_addv (all, (const char **) given->source_options);
  if (options->source_options != NULL)
    g_strv_builder_addv (all, (const char **) options->source_options);

  return g_strv_builder_end (all);
}

/* A source whose runners are connected needs a place for their tokens; another never sees one. */
static gboolean
make_source (SpCliSetup          *self,
             const SpCliOptions  *options,
             const SpCliGiven    *given,
             SpClock             *clock,
             GError             **error)
{
  gboolean is_demo = g_str_equal (options->competition, SP_CLI_DEMO);
  g_autofree char *preferred = sp_cli_preferences_get_source ();
  const char *id = options->source ?: given->source ?: is_demo ? DEMO_SOURCE : preferred;
  g_auto (GStrv) all = list_options (options, given, id, is_demo, clock);
  g_autoptr (SpPluginLoader) loader = sp_cli_source_load_plugins ();
  g_autoptr (SpSecretStore) secrets = NULL;
  g_autoptr (SpFetcher) plain = NULL;
  g_autoptr (SpFetcher) whole = NULL;

  self->source = sp_cli_source_new (loader, clock, id, (const char * const *) all, options->cache, NULL);
  plain = sp_source_open_plain (self->source, 0, error);
  if (plain == NULL)
    return FALSE;
  if (sp_fetcher_get_features (plain) & SP_FETCHER_CONNECTS)
    {
      secrets = sp_cli_secrets_open (options->token_store, id, error);
      if (secrets == NULL ||
          (given->workbook != NULL && !sp_cli_secrets_import (secrets, given->workbook, error)))
        return FALSE;
      g_object_unref (self->source);
      self->source = sp_cli_source_new (loader, clock, id, (const char * const *) all, options->cache, secrets);
    }
  whole = sp_source_open (self->source, 0, error);

  return whole != NULL;
}

static gboolean
make_competition (SpCliSetup          *self,
                  const SpCliOptions  *options,
                  SpCliGiven          *given,
                  GError             **error)
{
  if (given->competition != NULL)
    self->competition = g_steal_pointer (&given->competition);
  else
    self->competition = sp_cli_competition_demo (self->source, error);
  if (self->competition == NULL)
    return FALSE;

  if (options->runners != NULL)
    {
      self->only = sp_cli_competition_find (self->competition, (const char * const *) options->runners, error);
      if (self->only == NULL)
        return FALSE;
    }
  if (options->split_windows)
    {
      SpCompetition *split = sp_split_windows (self->competition);

      g_object_unref (self->competition);
      self->competition = split;
    }

  return TRUE;
}

/**
 * sp_cli_setup_make:
 * @self: (out caller-allocates): what a run needs
 * @options: what it was told
 * @clock: tells the time
 * @error: return location for a sentence
 *
 * Makes it ready. All that can be refused is refused here, before anything is asked for or written: the output, the
 * competition, the source and its options, the place for tokens, the names of runners.
 *
 * Returns: whether the run can begin
 */
gboolean
sp_cli_setup_make (SpCliSetup          *self,
                   const SpCliOptions  *options,
                   SpClock             *clock,
                   GError             **error)
{
  g_auto (SpCliGiven) given = { NULL };
  gboolean is_demo;

  g_return_val_if_fail (self != NULL && options != NULL && SP_IS_CLOCK (clock), FALSE);

  *self = (SpCliSetup) { NULL };
  is_demo = g_str_equal (options->competition, SP_CLI_DEMO);
  if (options->output != NULL && !sp_cli_output_check (options->output, error))
    return FALSE;
  if (!is_demo &&
      (!sp_cli_competition_read (options->competition, &given, error) ||
       !sp_cli_competition_check (given.competition, error)))
    return FALSE;
  if (!make_source (self, options, &given, clock, error) || !make_competition (self, options, &given, error))
    return FALSE;
  if (given.workbook != NULL && !options->quiet)
    print_warnings (sp_workbook_get_warnings (given.workbook));

  return TRUE;
}
