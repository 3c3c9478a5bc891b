/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-coverage.h"

#include "engine/sp-plan.h"
#include "model/sp-sports.h"
#include "model/sp-words.h"

#include <glib/gi18n-lib.h>

/* Lists are asked for this much before the windows, for time zones, hidden starts and long activities. */
#define BEFORE_S (48 * 3600)

/* No wall clock is farther from UTC than this. */
#define FARTHEST_BEHIND_S (12 * 3600)
#define FARTHEST_AHEAD_S (14 * 3600)

/* A run may wait for its quota; its lists still say what there was as of its end. */
#define RUN_S (24 * 3600)

/**
 * sp_reach_init:
 * @self: (out caller-allocates): a reach
 * @as_of_local_s: the naive local time that is scored for
 *
 * Begins with no window. It is to be cleared when it is not needed any more.
 */
void
sp_reach_init (SpReach *self,
               gint64   as_of_local_s)
{
  g_return_if_fail (self != NULL);

  self->first_s = G_MAXINT64;
  self->last_s = G_MININT64;
  self->as_of_local_s = as_of_local_s;
  self->windows = g_array_new (FALSE, FALSE, sizeof (SpPeriod));
}

/**
 * sp_reach_add:
 * @self: a reach
 * @start_local_s: start of a window, naive local
 * @end_local_s: its end
 *
 * Takes the window in, unless it has not begun or ends before it starts.
 */
void
sp_reach_add (SpReach *self,
              gint64   start_local_s,
              gint64   end_local_s)
{
  SpPeriod window = { start_local_s, end_local_s };

  g_return_if_fail (self != NULL && self->windows != NULL);

  if (end_local_s < start_local_s || start_local_s > self->as_of_local_s)
    return;
  self->first_s = MIN (self->first_s, start_local_s);
  self->last_s = MAX (self->last_s, end_local_s);
  g_array_append_val (self->windows, window);
}

/**
 * sp_reach_clear:
 * @self: a reach
 *
 * Lets go of its windows.
 */
void
sp_reach_clear (SpReach *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->windows, g_array_unref);
}

/* Where the runner is decides when a window is over for that runner; the newest activity tells it best. */
static gint64
runner_offset_s (SpBlock *block,
                 gint64   otherwise_s)
{
  gint64 newest_s = SP_TIME_UNKNOWN, offset_s = otherwise_s;

  for (guint i = 0; i < sp_block_get_n (block); i++)
    {
      SpActivity *activity = sp_block_get_activity (block, i);
      gint64 utc_s = sp_activity_get_start_utc_s (activity), local_s = sp_activity_get_start_local_s (activity);

      if (utc_s == SP_TIME_UNKNOWN || local_s == SP_TIME_UNKNOWN || utc_s < newest_s ||
          (sp_activity_get_flags (activity) & SP_ACTIVITY_START_HIDDEN) != 0 ||
          local_s - utc_s > FARTHEST_AHEAD_S || utc_s - local_s > FARTHEST_BEHIND_S)
        continue;
      newest_s = utc_s;
      offset_s = local_s - utc_s;
    }

  return offset_s;
}

/* Whether the wall clock where the runner is showed more than @local_s when it was @utc_s. What an old list holds is
 * not enough to tell where the runner was after it. */
static gboolean
is_past (SpBlock             *block,
         const SpHarvestInfo *run,
         gint64               utc_s,
         gint64               local_s)
{
  if (utc_s - FARTHEST_BEHIND_S > local_s)
    return TRUE;
  if (utc_s + FARTHEST_AHEAD_S <= local_s || sp_block_get_info (block)->list != SP_LIST_FRESH)
    return FALSE;

  return utc_s + runner_offset_s (block, run->utc_offset_s) > local_s;
}

/* Several lists leave gaps between them, which no window may come near. */
static gboolean
meets_gap (SpBlock             *block,
           const SpHarvestInfo *run,
           const SpReach       *reach)
{
  const SpBlockInfo *info = sp_block_get_info (block);

  for (guint i = 0; i < reach->windows->len; i++)
    {
      const SpPeriod *window = &g_array_index (reach->windows, SpPeriod, i);

      for (guint j = 0; j < info->n_gaps; j++)
        if (info->gaps[j].end_s >= window->start_s - BEFORE_S
            && !is_past (block, run, info->gaps[j].start_s, MIN (window->end_s, reach->as_of_local_s - 1)))
          return TRUE;
    }

  return FALSE;
}

static gboolean
reaches (SpBlock             *block,
         const SpHarvestInfo *run,
         const SpReach       *reach)
{
  const SpBlockInfo *info = sp_block_get_info (block);
  gint64 fetched_s = info->fetched_at_s, until_s;
  gboolean to_now = info->covered.end_s >= run->started_s;

  if (reach->first_s > reach->last_s)
    return TRUE;
  if (fetched_s == SP_TIME_UNKNOWN && info->list == SP_LIST_FRESH && !info->from_cache)
    fetched_s = run->started_s;
  if (fetched_s == SP_TIME_UNKNOWN || info->covered.start_s > reach->first_s - BEFORE_S
      || meets_gap (block, run, reach))
    return FALSE;

  until_s = MIN (fetched_s, info->covered.end_s);
  if (reach->as_of_local_s > reach->last_s || info->list != SP_LIST_FRESH)
    return is_past (block, run, until_s, MIN (reach->last_s, reach->as_of_local_s - 1));

  /* A window is open, and the list was asked for in this run: it is good as of the run, but no farther than asked. */
  if (!to_now)
    return until_s + run->utc_offset_s >= reach->as_of_local_s;
  if (!info->from_cache)
    until_s = MAX (fetched_s, run->finished_s);

  return until_s + run->utc_offset_s + RUN_S >= reach->as_of_local_s;
}

/**
 * sp_coverage_of_list:
 * @harvest: (nullable): what a run brought, %NULL where nothing was asked yet
 * @runner: a runner
 * @reach: the windows that matter
 *
 * Tells how far the runner's list proves that an activity that it lacks is not there. It proves nothing about what was
 * recorded after it was fetched.
 *
 * Returns: whether it covers the windows, or why not
 */
SpCoverageKind
sp_coverage_of_list (SpHarvest     *harvest,
                     SpRunner      *runner,
                     const SpReach *reach)
{
  gint64 id;
  SpBlock *block;
  const SpHarvestInfo *run;
  const SpBlockInfo *info;

  g_return_val_if_fail (SP_IS_RUNNER (runner) && reach != NULL, SP_COVERAGE_NOT_ASKED);

  id = sp_runner_get_values (runner)->id;
  if (reach->first_s > reach->last_s)
    return SP_COVERAGE_FULL;
  if (id == 0)
    return SP_COVERAGE_NO_ACCOUNT;
  if (harvest == NULL)
    return SP_COVERAGE_NOT_ASKED;

  run = sp_harvest_get_info (harvest);
  block = sp_harvest_find_block (harvest, id);
  if (block == NULL)
    return run->sealed ? SP_COVERAGE_NOT_ASKED : SP_COVERAGE_TO_COME;

  info = sp_block_get_info (block);
  if (info->list == SP_LIST_PENDING && run->sealed)
    return SP_COVERAGE_NOT_ASKED;
  if (info->list == SP_LIST_PENDING)
    return info->asking ? SP_COVERAGE_ASKED : SP_COVERAGE_TO_COME;
  if (info->list == SP_LIST_CANCELLED)
    return SP_COVERAGE_CANCELLED;
  if (info->list == SP_LIST_FAILED)
    return SP_COVERAGE_FAILED;
  if (!reaches (block, run, reach))
    return info->list == SP_LIST_STALE ? SP_COVERAGE_OLD : SP_COVERAGE_REFRESH;

  return SP_COVERAGE_FULL;
}

static void
count_details (SpHarvest  *harvest,
               SpBlock    *block,
               SpGroup    *group,
               SpSegment  *segment,
               SpCoverage *coverage)
{
  gboolean thorough = sp_harvest_get_info (harvest)->thorough;
  guint n = sp_block_get_n (block);

  for (guint i = 0; i < n; i++)
    {
      SpDetailState state = sp_block_get_state (block, i);
      SpSkipReason reason;

      if (state == SP_DETAIL_HELD ||
          !sp_plan_matters (group, segment, sp_block_get_activity (block, i), thorough, &reason))
        continue;
      if (state == SP_DETAIL_UNKNOWN)
        coverage->n_unknown++;
      else
        coverage->n_needed++;
    }
}

static gboolean
lacks_segment (SpGroup   *group,
               SpSegment *segment)
{
  const char * const *own = sp_group_get_values (group)->sports;

  return segment != NULL && g_strcmp0 (sp_segment_get_sport (segment), SP_SPORTS_NOT_HAD) == 0
         && (own == NULL || own[0] == NULL);
}

/**
 * sp_coverage_of_board:
 * @harvest: (nullable): what a run brought, %NULL where nothing was asked yet
 * @runner: a runner
 * @group: a board, as the competition now has it
 * @segment: (nullable): its geometry
 * @reach: its windows
 * @coverage: (out caller-allocates): what is known
 *
 * Tells whether the plan, made anew for the competition as it now is, would fetch nothing more for that runner and
 * board.
 */
void
sp_coverage_of_board (SpHarvest     *harvest,
                      SpRunner      *runner,
                      SpGroup       *group,
                      SpSegment     *segment,
                      const SpReach *reach,
                      SpCoverage    *coverage)
{
  gint64 id;
  SpBlock *block = NULL;

  g_return_if_fail (SP_IS_RUNNER (runner) && SP_IS_GROUP (group) && reach != NULL && coverage != NULL);

  id = sp_runner_get_values (runner)->id;
  coverage->n_needed = coverage->n_unknown = 0;
  coverage->kind = sp_coverage_of_list (harvest, runner, reach);
  if (harvest != NULL && id != 0)
    block = sp_harvest_find_block (harvest, id);
  if (block == NULL || reach->first_s > reach->last_s)
    return;

  count_details (harvest, block, group, segment, coverage);
  if (coverage->kind != SP_COVERAGE_FULL)
    return;
  if (coverage->n_needed > 0 && !sp_harvest_get_info (harvest)->sealed)
    coverage->kind = sp_block_get_info (block)->asking ? SP_COVERAGE_ASKED : SP_COVERAGE_TO_COME;
  else if (coverage->n_needed > 0)
    coverage->kind = SP_COVERAGE_REFRESH;
  else if (coverage->n_unknown > 0)
    coverage->kind = SP_COVERAGE_UNKNOWN;
  else if (lacks_segment (group, segment))
    coverage->kind = SP_COVERAGE_SEGMENT;
}

static const SpBlockInfo *
find_info (SpHarvest *harvest,
           SpRunner  *runner)
{
  return sp_block_get_info (sp_harvest_find_block (harvest, sp_runner_get_values (runner)->id));
}

static const char *
failure_to_note (int error_code)
{
  switch (error_code)
    {
    case SP_FETCH_ERROR_UNAUTHORIZED:
      return _("reconnect needed");
    case SP_FETCH_ERROR_FORBIDDEN:
      return _("access refused");
    case SP_FETCH_ERROR_NOT_FOUND:
      return _("account not found");
    case SP_FETCH_ERROR_OFFLINE:
      return _("source not reached");
    case SP_FETCH_ERROR_RATE_LIMITED:
      return _("no requests left");
    case SP_FETCH_ERROR_UNSUPPORTED:
      return _("not offered by source");
    case SP_FETCH_ERROR_PROTOCOL:
      return _("unreadable answer");
    case SP_FETCH_ERROR_NOT_CACHED:
      return _("not cached");
    default:
      return _("could not be asked");
    }
}

static char *
old_to_note (SpHarvest *harvest,
             SpRunner  *runner)
{
  gint64 fetched_s = find_info (harvest, runner)->fetched_at_s;
  g_autofree char *day = NULL;

  if (fetched_s == SP_TIME_UNKNOWN)
    return g_strdup (_("old data"));
  day = sp_words_day (fetched_s + sp_harvest_get_info (harvest)->utc_offset_s);

  /* Translators: at most 22 characters, with a day such as "26 Jan" */
  return g_strdup_printf (_("old data, from %s"), day);
}

/**
 * sp_coverage_to_note:
 * @kind: what is known
 * @harvest: (nullable): what a run brought
 * @runner: a runner
 *
 * Returns: (transfer full) (nullable): why not all is known, in at most 22 characters; %NULL where all is
 */
char *
sp_coverage_to_note (SpCoverageKind kind,
                     SpHarvest     *harvest,
                     SpRunner      *runner)
{
  /* Translators: these stand in a narrow column and have at most 22 characters */
  switch (kind)
    {
    case SP_COVERAGE_TO_COME:
      return g_strdup (_("still to come"));
    case SP_COVERAGE_ASKED:
      return g_strdup (_("being asked"));
    case SP_COVERAGE_NO_ACCOUNT:
      return g_strdup (_("no account yet"));
    case SP_COVERAGE_NOT_ASKED:
      return g_strdup (_("not asked yet"));
    case SP_COVERAGE_CANCELLED:
      return g_strdup (_("refresh was cancelled"));
    case SP_COVERAGE_FAILED:
      return g_strdup (failure_to_note (find_info (harvest, runner)->error_code));
    case SP_COVERAGE_OLD:
      return old_to_note (harvest, runner);
    case SP_COVERAGE_REFRESH:
      return g_strdup (_("refresh needed"));
    case SP_COVERAGE_UNKNOWN:
      return g_strdup (_("activity not fetched"));
    case SP_COVERAGE_SEGMENT:
      return g_strdup (_("segment not read"));
    case SP_COVERAGE_FULL:
    default:
      return NULL;
    }
}
