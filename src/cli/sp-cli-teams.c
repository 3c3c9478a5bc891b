/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sp-cli-teams.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "cli/sp-cli-table.h"
#include "model/sp-words.h"

static char *
to_mean (double mean_s)
{
  return isnan (mean_s) ? g_strdup ("") : sp_words_duration ((int) lround (mean_s));
}

/* The gap to the leading team; the team with the lower sum of places may have the larger total. */
static char *
to_gap (const SpTeamRowValues *team)
{
  g_autofree char *size = NULL;

  if (team->place == 0 || team->gap_s == 0)
    return g_strdup ("");
  size = sp_words_duration (ABS (team->gap_s));

  return g_strdup_printf ("%s%s", team->gap_s > 0 ? "+" : "−", size);
}

static void
add_team (SpCliTable            *table,
          const SpTeamRowValues *team)
{
  const char *fastest_name = "";
  gboolean has_times = team->n_ranked > 0;
  g_autofree char *place = team->place > 0 ? g_strdup_printf ("%u", team->place) : g_strdup ("");
  g_autofree char *ranks = has_times ? g_strdup_printf ("%u", team->rank_sum) : g_strdup ("");
  g_autofree char *total = has_times ? sp_words_duration (team->total_s) : g_strdup ("");
  g_autofree char *gap = to_gap (team);
  g_autofree char *mean = to_mean (team->mean_s);
  g_autofree char *median = to_mean (team->median_s);
  g_autofree char *attempts = g_strdup_printf ("%u", team->attempts);

  if (team->fastest != NULL)
    fastest_name = sp_runner_get_values (sp_row_get_values (team->fastest)->runner)->name;
  sp_cli_table_add (table, team->incomplete ? SP_CLI_DOUBT : SP_CLI_PLAIN, (const char *[]) {
    place, team->name, ranks, total, gap, mean, median, attempts, fastest_name, NULL });
}

static void
append_missing (const SpTeamRowValues *team,
                const SpCliPaper      *paper,
                GString               *out)
{
  g_autofree char *names = NULL;
  g_autofree char *line = NULL;

  if (!team->incomplete)
    return;
  names = team->missing != NULL ? g_strjoinv (", ", (char **) team->missing) : g_strdup ("");
  /* Translators: a team, then names of runners */
  line = g_strdup_printf (_("! %s is incomplete and has no place: no data for %s."), team->name, names);
  sp_cli_text_append_wrapped (out, paper, 0, line);
}

/**
 * sp_cli_teams_append:
 * @teams: of #SpTeamRow
 * @paper: what it is written on
 * @out: where to
 *
 * Appends the teams of a board, and who is missing in those that are incomplete.
 */
void
sp_cli_teams_append (GListModel       *teams,
                     const SpCliPaper *paper,
                     GString          *out)
{
  const SpCliColumn columns[] = {
    { "#", TRUE, 0 },
    { _("Team"), FALSE, 12 },
    /* Translators: heading of a narrow column: sum of places */
    { _("Places"), TRUE, 0 },
    { _("Total"), TRUE, 0 },
    /* Translators: heading of a narrow column: time behind the first team */
    { _("Gap"), TRUE, 0 },
    { _("Mean"), TRUE, 0 },
    { _("Median"), TRUE, 0 },
    { _("Tries"), TRUE, 0 },
    /* Translators: heading of a column: the fastest runner of a team */
    { _("Fastest"), FALSE, 8 },
  };
  g_autoptr (SpCliTable) table = sp_cli_table_new (columns, G_N_ELEMENTS (columns));
  guint n_teams = g_list_model_get_n_items (teams);

  if (n_teams == 0)
    return;
  for (guint i = 0; i < n_teams; i++)
    {
      g_autoptr (SpTeamRow) team = g_list_model_get_item (teams, i);

      add_team (table, sp_team_row_get_values (team));
    }
  g_string_append_c (out, '\n');
  sp_cli_table_append (table, paper, out);
  for (guint i = 0; i < n_teams; i++)
    {
      g_autoptr (SpTeamRow) team = g_list_model_get_item (teams, i);

      append_missing (sp_team_row_get_values (team), paper, out);
    }
}
