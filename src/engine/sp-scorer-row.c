/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-scorer-row.h"

#include "engine/sp-board-state.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static SpGroup *
reopen (SpGroup *group)
{
  SpGroupValues values = *sp_group_get_values (group);

  if (!values.closed)
    return g_object_ref (group);
  values.closed = FALSE;

  return sp_group_new (&values);
}

/**
 * sp_scoring_init:
 * @self: what is to be filled
 * @competition: what is scored
 * @group: one of its boards
 * @harvest: (nullable): what a run brought, %NULL where nothing was asked yet
 * @as_of_local_s: the naive local time to score for
 *
 * Gets a board ready; @competition, @group and @harvest must outlive it.
 */
void
sp_scoring_init (SpScoring     *self,
                 SpCompetition *competition,
                 SpGroup       *group,
                 SpHarvest     *harvest,
                 gint64         as_of_local_s)
{
  const SpGroupValues *values;

  g_return_if_fail (self != NULL && SP_IS_COMPETITION (competition) && SP_IS_GROUP (group));

  values = sp_group_get_values (group);
  self->competition = competition;
  self->group = group;
  self->asked = reopen (group);
  self->harvest = harvest;
  self->segment = harvest != NULL ? sp_harvest_find_segment (harvest, values->segment_id) : NULL;
  self->judge = sp_judge_new (competition, group, self->segment);
  self->as_of_local_s = as_of_local_s;
  sp_group_get_period (group, &self->local);
  sp_reach_init (&self->reach, as_of_local_s);
  for (guint i = 0; i < values->windows->len; i++)
    {
      const SpWindowValues *window = sp_window_get_values (values->windows->pdata[i]);

      sp_reach_add (&self->reach, window->start_local_s, window->end_local_s);
    }
}

/**
 * sp_scoring_clear:
 * @self: what was filled
 *
 * Lets go of what it holds.
 */
void
sp_scoring_clear (SpScoring *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->judge, sp_judge_free);
  g_clear_object (&self->asked);
  sp_reach_clear (&self->reach);
}

static void
fill_empty (SpScoring   *self,
            SpRunner    *runner,
            SpRowValues *values)
{
  *values = (SpRowValues) {
    .runner = runner,
    .group = self->group,
    .time_s = -1,
    .elapsed_s = -1,
    .window = -1,
    .start_local_s = SP_TIME_UNKNOWN,
    .distance_m = NAN,
    .fetched_at_s = SP_TIME_UNKNOWN,
  };
}

static void
fill_timed (const SpBest *best,
            SpRowValues  *values)
{
  const SpSighting *sighting = &best->sighting;
  SpActivityFlags flags = SP_ACTIVITY_NONE;

  if (sighting->activity != NULL)
    flags = sp_activity_get_flags (sighting->activity);

  values->state = SP_ROW_TIMED;
  values->attempts = best->attempts;
  values->time_s = best->time_s;
  values->elapsed_s = sighting->effort->elapsed_s;
  values->birthday_bonus_s = best->birthday_bonus_s;
  values->time_bonus_s = best->time_bonus_s;
  values->window = best->window;
  values->start_local_s = sighting->start_local_s;
  values->distance_m = (double) sighting->effort->distance_m;
  values->activity_id = sighting->activity_id;
  values->effort_id = sighting->effort->id;
  if (best->birthday_bonus_s != 0)
    values->flags |= SP_ROW_BIRTHDAY;
  if (best->time_bonus_s != 0)
    values->flags |= SP_ROW_TIME_BONUS;
  if (sighting->time_hidden)
    values->flags |= SP_ROW_TIME_HIDDEN;
  if ((flags & SP_ACTIVITY_FLAGGED) != 0)
    values->flags |= SP_ROW_FLAGGED;
  if ((flags & SP_ACTIVITY_ONLY_ME) != 0 || (sighting->effort->flags & SP_EFFORT_ONLY_ME) != 0)
    values->flags |= SP_ROW_ONLY_ME;
}

static void
fill_default (SpScoring   *self,
              SpRowValues *values)
{
  values->state = SP_ROW_DEFAULT;
  values->time_s = sp_group_get_values (self->group)->default_time_s;
  values->start_local_s = self->local.start_s;
}

static void
fill_untimed (SpScoring      *self,
              SpCoverageKind  kind,
              SpRowValues    *values)
{
  gboolean has_default = sp_board_state_is_over (&self->local, self->as_of_local_s) &&
                         sp_group_get_values (self->group)->default_time_s > 0;

  if (kind == SP_COVERAGE_ASKED)
    values->state = SP_ROW_ASKED;
  else if (kind == SP_COVERAGE_TO_COME)
    values->state = SP_ROW_TO_COME;
  else if (kind == SP_COVERAGE_FULL && has_default)
    fill_default (self, values);
  else if (kind == SP_COVERAGE_FULL)
    values->state = sp_board_state_is_over (&self->local, self->as_of_local_s) ? SP_ROW_NONE : SP_ROW_NONE_YET;
  else if (has_default && self->harvest != NULL && sp_competition_get_rules (self->competition)->default_when_missing)
    {
      fill_default (self, values);
      values->flags |= SP_ROW_DEFAULT_UNPROVEN;
    }
  else
    values->state = SP_ROW_NO_DATA;
}

static char *
to_note (SpScoring      *self,
         SpCoverageKind  kind,
         SpRowValues    *values)
{
  gboolean stale = (values->flags & SP_ROW_STALE) != 0;

  if (values->state == SP_ROW_TIMED && kind != SP_COVERAGE_FULL && kind != SP_COVERAGE_REFRESH && !stale)
    return g_strdup (_("may get faster"));
  if (kind == SP_COVERAGE_FULL && stale)
    kind = SP_COVERAGE_OLD;

  return sp_coverage_to_note (kind, self->harvest, values->runner);
}

/**
 * sp_scoring_fill:
 * @self: a board that was got ready
 * @runner: a runner on it
 * @values: (out caller-allocates): the row, without places; strings in it belong to others
 *
 * Says what is known of a runner on a board. What is not known is never told as not there.
 *
 * Returns: (transfer full) (nullable): the row's reason
 */
char *
sp_scoring_fill (SpScoring   *self,
                 SpRunner    *runner,
                 SpRowValues *values)
{
  SpCoverage coverage;
  SpBlock *block = NULL;
  SpBest best;
  gint64 id;

  g_return_val_if_fail (self != NULL && SP_IS_RUNNER (runner) && values != NULL, NULL);

  fill_empty (self, runner, values);
  sp_coverage_of_board (self->harvest, runner, self->asked, self->segment, &self->reach, &coverage);

  id = sp_runner_get_values (runner)->id;
  if (self->harvest != NULL && id != 0)
    block = sp_harvest_find_block (self->harvest, id);
  if (block != NULL)
    {
      const SpBlockInfo *info = sp_block_get_info (block);

      values->fetched_at_s = info->fetched_at_s;
      if (info->list == SP_LIST_STALE)
        values->flags |= SP_ROW_STALE;
      if (info->hides_private)
        values->flags |= SP_ROW_PRIVATE_HIDDEN;
    }

  if (block != NULL && sp_judge_choose (self->judge, runner, block, &best))
    fill_timed (&best, values);
  else
    fill_untimed (self, coverage.kind, values);
  if (values->state == SP_ROW_TIMED && coverage.kind != SP_COVERAGE_FULL && coverage.kind != SP_COVERAGE_OLD)
    values->flags |= SP_ROW_INCOMPLETE;

  return to_note (self, coverage.kind, values);
}
