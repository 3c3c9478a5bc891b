/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sp-cli-quality.h"

#include <glib/gi18n-lib.h>

#include "cli/sp-cli-table.h"
#include "engine/sp-local-time.h"
#include "model/sp-words.h"

static char *
to_state (const SpQualityRowValues *row)
{
  switch (row->state)
    {
    case SP_QUALITY_STALE:
      if (row->fetched_at_s != SP_TIME_UNKNOWN)
        {
          g_autofree char *when = sp_words_moment (sp_local_time_from_utc (row->fetched_at_s));

          return g_strdup_printf (_("old data, from %s"), when);
        }
      return g_strdup (_("old data"));
    case SP_QUALITY_FAILED:
      /* Translators: in a narrow column: a runner could not be asked */
      return g_strdup (_("failed"));
    case SP_QUALITY_CANCELLED:
      /* Translators: in a narrow column: the refresh ended before a runner was asked */
      return g_strdup (_("cancelled"));
    case SP_QUALITY_PENDING:
      return g_strdup (_("still to ask"));
    case SP_QUALITY_FRESH:
    default:
      return g_strdup (row->n_unknown > 0 ? _("incomplete") : _("up to date"));
    }
}

static SpCliTone
get_tone (const SpQualityRowValues *row)
{
  if (row->state == SP_QUALITY_FAILED)
    return SP_CLI_BAD;

  return row->state == SP_QUALITY_FRESH && row->n_unknown == 0 ? SP_CLI_PLAIN : SP_CLI_DOUBT;
}

static char *
to_count (guint count)
{
  return count > 0 ? g_strdup_printf ("%u", count) : g_strdup ("");
}

static void
add_row (SpCliTable               *table,
         const SpQualityRowValues *row)
{
  g_autofree char *state = to_state (row);
  g_autofree char *retries = to_count (row->n_retries);
  g_autofree char *listed = g_strdup_printf ("%u", row->n_activities);
  g_autofree char *inspected = g_strdup_printf ("%u", row->n_inspected);
  g_autofree char *unknown = to_count (row->n_unknown);
  g_autofree char *window = to_count (row->n_skipped[SP_SKIP_WINDOW]);
  g_autofree char *sport = to_count (row->n_skipped[SP_SKIP_SPORT]);
  g_autofree char *route = to_count (row->n_skipped[SP_SKIP_ROUTE]);
  g_autofree char *typed = to_count (row->n_skipped[SP_SKIP_MANUAL] + row->n_skipped[SP_SKIP_INDOOR]);

  sp_cli_table_add (table, get_tone (row), (const char *[]) {
    sp_runner_get_values (row->runner)->name, state, retries, listed, inspected, unknown, window, sport, route, typed,
    NULL });
}

#define N_NAMED 5 /* the table names the others */

/* Who shares a reason, from @first on; NULL where somebody before did. */
static char *
name_all (GListModel *rows,
          guint       first,
          const char *reason)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (SpQualityRow) row = g_list_model_get_item (rows, i);
      const SpQualityRowValues *values = sp_quality_row_get_values (row);

      if (g_strcmp0 (values->reason, reason) != 0)
        continue;
      if (i < first)
        return NULL;
      if (n++ < N_NAMED)
        g_string_append_printf (names, "%s%s", n > 1 ? ", " : "", sp_runner_get_values (values->runner)->name);
    }
  if (n <= N_NAMED)
    return g_string_free (g_steal_pointer (&names), FALSE);

  /* Translators: some names, and how many others */
  return g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", n - N_NAMED), names->str, n - N_NAMED);
}

/* What stands in the way of all is said once. */
static void
append_reasons (GListModel       *rows,
                const SpCliPaper *paper,
                GString          *out)
{
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (SpQualityRow) row = g_list_model_get_item (rows, i);
      const SpQualityRowValues *values = sp_quality_row_get_values (row);
      g_autofree char *names = values->reason != NULL ? name_all (rows, i, values->reason) : NULL;

      if (names != NULL)
        {
          g_autofree char *line = g_strdup_printf ("! %s: %s", names, values->reason);

          sp_cli_text_append_wrapped (out, paper, 0, line);
        }
      if (values->hides_private)
        {
          g_autofree char *line = g_strdup_printf (_("! %s: private activities are not visible. Connect the runner "
                                                     "again with that permission."),
                                                   sp_runner_get_values (values->runner)->name);

          sp_cli_text_append_wrapped (out, paper, 0, line);
        }
    }
}

static void
append_counts (const SpQualityValues *values,
               const SpCliPaper      *paper,
               GString               *out)
{
  guint n_skipped = 0;
  g_autofree char *runners = NULL;
  g_autofree char *activities = NULL;

  for (guint i = 0; i < SP_N_SKIP_REASONS; i++)
    n_skipped += values->n_skipped[i];
  /* Translators: counts of runners, then of requests */
  runners = g_strdup_printf (_("Runners: %u up to date, %u on old data, %u failed, %u cancelled; %u requests "
                               "repeated."),
                             values->n_fresh, values->n_stale, values->n_failed, values->n_cancelled,
                             values->n_retries);
  activities = g_strdup_printf (_("Activities: %u listed, %u looked at, %u unknown, %u skipped."), values->n_activities,
                                values->n_inspected, values->n_unknown, n_skipped);
  sp_cli_text_append_wrapped (out, paper, 0, runners);
  sp_cli_text_append_wrapped (out, paper, 0, activities);
}

/**
 * sp_cli_quality_append:
 * @quality: how well things are known
 * @paper: what it is written on
 * @out: where to
 *
 * Appends the quality report: counts, a line for each runner, and each reason with its remedy.
 */
void
sp_cli_quality_append (SpQuality        *quality,
                       const SpCliPaper *paper,
                       GString          *out)
{
  const SpCliColumn columns[] = {
    { _("Runner"), FALSE, 10 },
    /* Translators: heading of a column: how well the data of a runner are known */
    { _("Data"), FALSE, 8 },
    /* Translators: heading of a narrow column: how many requests had to be repeated */
    { _("Again"), TRUE, 0 },
    /* Translators: heading of a narrow column: activities listed */
    { _("Listed"), TRUE, 0 },
    /* Translators: heading of a narrow column: activities looked at */
    { _("Seen"), TRUE, 0 },
    /* Translators: heading of a narrow column: activities that could not be fetched */
    { _("Unknown"), TRUE, 0 },
    /* Translators: heading of a narrow column: skipped for being outside every window */
    { _("Window"), TRUE, 0 },
    /* Translators: heading of a narrow column: skipped for the sport */
    { _("Sport"), TRUE, 0 },
    /* Translators: heading of a narrow column: skipped for the route */
    { _("Route"), TRUE, 0 },
    /* Translators: heading of a narrow column: skipped for having no route: typed in or recorded indoors */
    { _("No GPS"), TRUE, 0 },
  };
  g_autoptr (SpCliTable) table = sp_cli_table_new (columns, G_N_ELEMENTS (columns));
  const SpQualityValues *values;

  g_return_if_fail (SP_IS_QUALITY (quality) && paper != NULL && out != NULL);

  values = sp_quality_get_values (quality);
  sp_cli_text_append (out, paper, SP_CLI_STRONG, _("Data quality"));
  g_string_append_c (out, '\n');
  append_counts (values, paper, out);
  for (guint i = 0; i < g_list_model_get_n_items (values->rows); i++)
    {
      g_autoptr (SpQualityRow) row = g_list_model_get_item (values->rows, i);

      add_row (table, sp_quality_row_get_values (row));
    }
  if (g_list_model_get_n_items (values->rows) > 0)
    sp_cli_table_append (table, paper, out);
  append_reasons (values->rows, paper, out);
}
