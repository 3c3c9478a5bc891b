/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-quality-report.h"

#include "engine/sp-plan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  SpQualityRowValues  values;
  char               *name_key; /* (owned) */
  guint               index;
} Draft;

static void
draft_clear (gpointer data)
{
  g_free (((Draft *) data)->name_key);
}

static gboolean
has_begun (gint64 start_local_s,
           gint64 end_local_s,
           gint64 as_of_local_s)
{
  return start_local_s <= end_local_s && start_local_s <= as_of_local_s;
}

static gboolean
any_group_asks (SpCompetition *competition,
                gint64         as_of_local_s)
{
  for (guint i = 0; i < sp_competition_get_n_groups (competition); i++)
    {
      SpGroup *group = sp_competition_get_group (competition, i);
      SpPeriod local;

      sp_group_get_period (group, &local);
      if (!sp_group_get_values (group)->closed && has_begun (local.start_s, local.end_s, as_of_local_s))
        return TRUE;
    }

  return FALSE;
}

static gboolean
any_series_asks (SpCompetition *competition,
                 gint64         as_of_local_s)
{
  for (guint i = 0; i < sp_competition_get_n_series_windows (competition); i++)
    {
      const SpSeriesWindowValues *window =
        sp_series_window_get_values (sp_competition_get_series_window (competition, i));

      if (has_begun (window->start_local_s, window->end_local_s, as_of_local_s))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_set (const char *team)
{
  return team != NULL && *team != '\0';
}

static SpQualityState
state_of (const SpBlockInfo *info,
          gboolean           sealed)
{
  switch (info->list)
    {
    case SP_LIST_FRESH:
      return SP_QUALITY_FRESH;
    case SP_LIST_STALE:
      return SP_QUALITY_STALE;
    case SP_LIST_FAILED:
      return SP_QUALITY_FAILED;
    case SP_LIST_CANCELLED:
      return SP_QUALITY_CANCELLED;
    case SP_LIST_PENDING:
    default:
      return sealed ? SP_QUALITY_FAILED : SP_QUALITY_PENDING;
    }
}

static void
count_activities (SpCompetition      *competition,
                  SpHarvest          *harvest,
                  SpBlock            *block,
                  SpQualityRowValues *values)
{
  GPtrArray *segments = sp_harvest_get_segments (harvest);
  gboolean thorough = sp_harvest_get_info (harvest)->thorough;

  values->n_activities = sp_block_get_n (block);
  for (guint i = 0; i < values->n_activities; i++)
    {
      SpDetailState state = sp_block_get_state (block, i);
      SpSkipReason reason = SP_SKIP_WINDOW;

      if (state == SP_DETAIL_HELD)
        values->n_inspected++;
      else if (state == SP_DETAIL_UNKNOWN ||
               sp_plan_wants (competition, segments, sp_block_get_activity (block, i), thorough, &reason, NULL))
        values->n_unknown++;
      else
        values->n_skipped[reason]++;
    }
}

static void
fill_block (SpCompetition      *competition,
            SpHarvest          *harvest,
            SpBlock            *block,
            SpQualityRowValues *values)
{
  const SpBlockInfo *info = sp_block_get_info (block);

  values->state = state_of (info, sp_harvest_get_info (harvest)->sealed);
  values->error_code = info->error_code;
  values->reason = info->reason;
  values->n_retries = info->n_retries;
  values->fetched_at_s = info->fetched_at_s;
  values->hides_private = info->hides_private;
  if (values->state == SP_QUALITY_FAILED && values->reason == NULL)
    values->reason = _("Could not be asked. Refresh to try again.");
  if (values->state == SP_QUALITY_CANCELLED && values->reason == NULL)
    values->reason = _("The refresh was cancelled before this runner was asked. Refresh to go on.");
  count_activities (competition, harvest, block, values);
}

/* Whom no board that has begun needs was rightly not asked, and is not in the report. */
static gboolean
fill (SpCompetition      *competition,
      SpHarvest          *harvest,
      SpRunner           *runner,
      gboolean            needed,
      SpQualityRowValues *values)
{
  gint64 id = sp_runner_get_values (runner)->id;
  SpBlock *block = harvest != NULL && id != 0 ? sp_harvest_find_block (harvest, id) : NULL;

  *values = (SpQualityRowValues) { .runner = runner, .error_code = -1, .fetched_at_s = SP_TIME_UNKNOWN };
  if (block != NULL)
    {
      fill_block (competition, harvest, block, values);
      return TRUE;
    }
  if (!needed)
    return FALSE;

  if (id == 0)
    {
      values->state = SP_QUALITY_FAILED;
      values->reason = _("Has no account at the source yet. Enter it, then connect the runner.");
    }
  else if (harvest != NULL && sp_harvest_get_info (harvest)->sealed)
    {
      values->state = SP_QUALITY_FAILED;
      values->reason = _("Was not asked in the last refresh. Refresh to ask.");
    }
  else
    {
      values->state = SP_QUALITY_PENDING;
    }

  return TRUE;
}

static int
class_of (const SpQualityRowValues *values)
{
  switch (values->state)
    {
    case SP_QUALITY_FAILED:
      return 0;
    case SP_QUALITY_CANCELLED:
      return 1;
    case SP_QUALITY_STALE:
      return 2;
    case SP_QUALITY_PENDING:
      return 4;
    case SP_QUALITY_FRESH:
    default:
      return values->n_unknown > 0 ? 3 : 5;
    }
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const Draft *x = a, *y = b;
  int order = class_of (&x->values) - class_of (&y->values);

  if (order == 0)
    order = strcmp (x->name_key, y->name_key);
  if (order != 0)
    return order;

  return x->index < y->index ? -1 : x->index > y->index;
}

static void
add_up (const SpQualityRowValues *row,
        SpQualityValues          *values)
{
  values->n_fresh += row->state == SP_QUALITY_FRESH;
  values->n_stale += row->state == SP_QUALITY_STALE;
  values->n_failed += row->state == SP_QUALITY_FAILED;
  values->n_cancelled += row->state == SP_QUALITY_CANCELLED;
  values->n_retries += row->n_retries;
  values->n_activities += row->n_activities;
  values->n_inspected += row->n_inspected;
  values->n_unknown += row->n_unknown;
  for (guint i = 0; i < SP_N_SKIP_REASONS; i++)
    values->n_skipped[i] += row->n_skipped[i];
}

/**
 * sp_quality_report_make:
 * @competition: a competition
 * @harvest: (nullable): what a run brought, or a snapshot of it, %NULL where nothing was asked yet
 * @as_of_local_s: the naive local time to report for; boards that have not begun need nobody
 *
 * Tells of each runner how well the data are known, and which activities were skipped for what reason. Failed runners
 * come first.
 *
 * Returns: (transfer full): the report
 */
SpQuality *
sp_quality_report_make (SpCompetition *competition,
                        SpHarvest     *harvest,
                        gint64         as_of_local_s)
{
  g_autoptr (GArray) drafts = g_array_new (FALSE, TRUE, sizeof (Draft));
  g_autoptr (GListStore) rows = g_list_store_new (SP_TYPE_QUALITY_ROW);
  SpQualityValues values = { G_LIST_MODEL (rows) };
  gboolean groups_ask, series_asks;

  g_return_val_if_fail (SP_IS_COMPETITION (competition), NULL);

  g_array_set_clear_func (drafts, draft_clear);
  groups_ask = any_group_asks (competition, as_of_local_s);
  series_asks = any_series_asks (competition, as_of_local_s);
  for (guint i = 0; i < sp_competition_get_n_runners (competition); i++)
    {
      SpRunner *runner = sp_competition_get_runner (competition, i);
      const SpRunnerValues *whose = sp_runner_get_values (runner);
      gboolean needed = (groups_ask && is_set (whose->segment_team)) || (series_asks && is_set (whose->distance_team));
      Draft draft = { .index = i };

      if (!fill (competition, harvest, runner, needed, &draft.values))
        continue;
      draft.name_key = g_utf8_collate_key (whose->name, -1);
      g_array_append_val (drafts, draft);
    }

  g_array_sort (drafts, compare);
  for (guint i = 0; i < drafts->len; i++)
    {
      Draft *draft = &g_array_index (drafts, Draft, i);
      g_autoptr (SpQualityRow) row = sp_quality_row_new (&draft->values);

      g_list_store_append (rows, row);
      add_up (&draft->values, &values);
    }

  return sp_quality_new (&values);
}
