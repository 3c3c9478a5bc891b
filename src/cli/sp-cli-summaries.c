/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sp-cli-summaries.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "cli/sp-cli-table.h"
#include "model/sp-words.h"

static void
append_title (const char       *title,
              const SpCliPaper *paper,
              GString          *out)
{
  sp_cli_text_append (out, paper, SP_CLI_STRONG, title);
  g_string_append_c (out, '\n');
}

static void
add_team (SpCliTable                *table,
          const SpTeamSummaryValues *team)
{
  g_autofree char *place = team->place > 0 ? g_strdup_printf ("%u", team->place) : g_strdup ("");
  g_autofree char *runners = g_strdup_printf ("%u", team->n_runners);
  g_autofree char *boards = g_strdup_printf ("%u", team->n_boards);
  g_autofree char *ranks = g_strdup_printf ("%u", team->rank_sum);
  g_autofree char *total = sp_words_duration (team->total_s);
  g_autofree char *mean = isnan (team->mean_s) ? g_strdup ("") : sp_words_duration ((int) lround (team->mean_s));
  g_autofree char *attempts = g_strdup_printf ("%u", team->attempts);

  sp_cli_table_add (table, team->incomplete ? SP_CLI_DOUBT : SP_CLI_PLAIN, (const char *[]) {
    place, team->name, ranks, total, boards, runners, mean, attempts, team->incomplete ? _("incomplete") : "", NULL });
}

static void
append_teams (GListModel       *teams,
              const SpCliPaper *paper,
              GString          *out)
{
  const SpCliColumn columns[] = {
    { "#", TRUE, 0 },
    { _("Team"), FALSE, 8 },
    { _("Places"), TRUE, 0 },
    { _("Total"), TRUE, 0 },
    { _("Boards"), TRUE, 0 },
    { _("Runners"), TRUE, 0 },
    { _("Mean"), TRUE, 0 },
    { _("Tries"), TRUE, 0 },
    { _("Notes"), FALSE, 0 },
  };
  g_autoptr (SpCliTable) table = sp_cli_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < g_list_model_get_n_items (teams); i++)
    {
      g_autoptr (SpTeamSummary) team = g_list_model_get_item (teams, i);

      add_team (table, sp_team_summary_get_values (team));
    }
  append_title (_("Teams over all boards"), paper, out);
  sp_cli_table_append (table, paper, out);
  g_string_append_c (out, '\n');
}

static void
add_runner (SpCliTable                  *table,
            const SpRunnerSummaryValues *runner)
{
  const SpRunnerValues *who = sp_runner_get_values (runner->runner);
  g_autofree char *boards = g_strdup_printf ("%u", runner->n_boards);
  g_autofree char *ranks = runner->rank_sum > 0 ? g_strdup_printf ("%u", runner->rank_sum) : g_strdup ("");
  g_autofree char *total = runner->rank_sum > 0 ? sp_words_duration (runner->total_s) : g_strdup ("");
  g_autofree char *attempts = g_strdup_printf ("%u", runner->attempts);

  sp_cli_table_add (table, runner->incomplete ? SP_CLI_DOUBT : SP_CLI_PLAIN, (const char *[]) {
    who->name, who->segment_team ?: "", boards, ranks, total, attempts, runner->incomplete ? _("incomplete") : "",
    NULL });
}

static void
append_runners (GListModel       *runners,
                const SpCliPaper *paper,
                GString          *out)
{
  const SpCliColumn columns[] = {
    { _("Runner"), FALSE, 12 },
    { _("Team"), FALSE, 8 },
    { _("Boards"), TRUE, 0 },
    { _("Places"), TRUE, 0 },
    { _("Total"), TRUE, 0 },
    { _("Tries"), TRUE, 0 },
    { _("Notes"), FALSE, 0 },
  };
  g_autoptr (SpCliTable) table = sp_cli_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < g_list_model_get_n_items (runners); i++)
    {
      g_autoptr (SpRunnerSummary) runner = g_list_model_get_item (runners, i);

      add_runner (table, sp_runner_summary_get_values (runner));
    }
  append_title (_("Runners over all boards"), paper, out);
  sp_cli_table_append (table, paper, out);
  g_string_append_c (out, '\n');
}

/**
 * sp_cli_summaries_append:
 * @results: what a set of results says
 * @paper: what it is written on
 * @out: where to
 *
 * Appends what follows over all boards, for teams and for runners.
 */
void
sp_cli_summaries_append (const SpResultsValues *results,
                         const SpCliPaper      *paper,
                         GString               *out)
{
  g_return_if_fail (results != NULL && paper != NULL && out != NULL);

  if (g_list_model_get_n_items (results->team_summaries) > 0)
    append_teams (results->team_summaries, paper, out);
  if (g_list_model_get_n_items (results->runner_summaries) > 0)
    append_runners (results->runner_summaries, paper, out);
}
