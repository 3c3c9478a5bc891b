/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-judge.h"

#include "engine/sp-start.h"
#include "model/sp-sports.h"

#include <math.h>

typedef struct
{
  const SpWindowValues *values;
  SpWindow             *window;
  int                   index;
  gboolean              found;
  SpBest                best;
} Slot;

/* Only windows that can hold something have a slot; the slots' bests are scratch of one choice. */
struct _SpJudge
{
  SpGroup             *group;   /* (owned) */
  SpSegment           *segment; /* (owned) (nullable) */
  const SpGroupValues *values;
  gboolean             leave_flagged_out;
  guint                n_slots;
  Slot                *slots;   /* (owned) */
  SpPeriod             period;
  const char          *last_sport; /* interned, as activities hold it */
  gboolean             last_accepted;
};

/**
 * sp_judge_new:
 * @competition: whose rules hold
 * @group: the board
 * @segment: (nullable): the segment's geometry, which tells the sport
 *
 * Returns: (transfer full): a judge of that board
 */
SpJudge *
sp_judge_new (SpCompetition *competition,
              SpGroup       *group,
              SpSegment     *segment)
{
  SpJudge *self;
  GPtrArray *windows;

  g_return_val_if_fail (SP_IS_COMPETITION (competition) && SP_IS_GROUP (group), NULL);

  self = g_new0 (SpJudge, 1);
  self->group = g_object_ref (group);
  self->segment = segment != NULL ? sp_segment_ref (segment) : NULL;
  self->values = sp_group_get_values (group);
  self->leave_flagged_out = sp_competition_get_rules (competition)->leave_flagged_out;
  sp_group_get_period (group, &self->period);
  windows = self->values->windows;
  self->slots = g_new0 (Slot, windows->len);
  for (guint i = 0; i < windows->len; i++)
    if (!sp_window_is_inverted (windows->pdata[i]))
      {
        self->slots[self->n_slots].window = windows->pdata[i];
        self->slots[self->n_slots].values = sp_window_get_values (windows->pdata[i]);
        self->slots[self->n_slots].index = (int) i;
        self->n_slots++;
      }

  return self;
}

/**
 * sp_judge_free:
 * @self: (transfer full): a judge
 *
 * Lets go of it.
 */
void
sp_judge_free (SpJudge *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->group);
  g_clear_pointer (&self->segment, sp_segment_unref);
  g_free (self->slots);
  g_free (self);
}

/* An effort that only the source's list of efforts told names its activity; that one may be listed all the same. */
static SpActivity *
find_activity (SpBlock *block,
               gint64   activity_id)
{
  for (guint i = 0; i < sp_block_get_n (block); i++)
    if (sp_activity_get_id (sp_block_get_activity (block, i)) == activity_id)
      return sp_block_get_activity (block, i);

  return NULL;
}

/**
 * sp_judge_see:
 * @block: what is known of a runner
 * @found: where an effort is
 * @sighting: (out caller-allocates): the effort; valid for as long as @block
 *
 * Puts together what decides about an effort.
 */
void
sp_judge_see (SpBlock       *block,
              const SpFound *found,
              SpSighting    *sighting)
{
  g_return_if_fail (block != NULL && found != NULL && sighting != NULL);

  sighting->effort = sp_block_get_effort (block, found, &sighting->activity, &sighting->activity_id);
  if (sighting->activity == NULL)
    sighting->activity = find_activity (block, sighting->activity_id);
  sighting->start_local_s = sighting->effort->start_local_s;
  sighting->time_hidden = FALSE;
  if (sighting->activity != NULL)
    {
      if (sighting->start_local_s == SP_TIME_UNKNOWN)
        sighting->start_local_s = sp_activity_get_start_local_s (sighting->activity);
      sighting->time_hidden = (sp_activity_get_flags (sighting->activity) & SP_ACTIVITY_START_HIDDEN) != 0;
    }
}

static gboolean
holds (const SpWindowValues *window,
       const SpSighting     *sighting)
{
  SpPeriod begun;

  sp_start_get_range (sighting->start_local_s, sighting->time_hidden, &begun);

  return window->start_local_s <= begun.end_s && begun.start_s <= window->end_local_s;
}

/* Efforts without an activity to look at came from the source's own list for that segment, which keeps sports apart;
 * only a board with sports of its own has to leave them out. */
static gboolean
has_sport (SpJudge          *self,
           const SpSighting *sighting)
{
  const char * const *own = self->values->sports;
  const char *sport;

  if (sighting->activity == NULL)
    return own == NULL || own[0] == NULL;

  sport = sp_activity_get_sport (sighting->activity);
  if (self->last_sport != sport)
    {
      self->last_sport = sport;
      self->last_accepted = sp_sports_accept (self->segment != NULL ? sp_segment_get_sport (self->segment) : NULL, own,
                                              sport);
    }

  return self->last_accepted;
}

static SpVerdict
try_time (SpJudge          *self,
          const SpSighting *sighting)
{
  if (sighting->start_local_s == SP_TIME_UNKNOWN)
    return SP_VERDICT_NO_START;

  for (guint i = 0; i < self->n_slots; i++)
    if (holds (self->slots[i].values, sighting))
      return SP_VERDICT_COUNTS;

  if (sighting->start_local_s < self->period.start_s)
    return SP_VERDICT_TOO_EARLY;
  if (sighting->start_local_s > self->period.end_s)
    return SP_VERDICT_TOO_LATE;

  return SP_VERDICT_BETWEEN;
}

/**
 * sp_judge_try:
 * @self: a judge
 * @sighting: an effort on the board's segment
 *
 * Returns: whether it counts on the board, or the first reason why not
 */
SpVerdict
sp_judge_try (SpJudge          *self,
              const SpSighting *sighting)
{
  SpVerdict verdict;
  double distance_m;

  g_return_val_if_fail (self != NULL && sighting != NULL, SP_VERDICT_NO_START);

  verdict = try_time (self, sighting);
  if (verdict != SP_VERDICT_COUNTS)
    return verdict;
  if (sighting->effort->elapsed_s <= 0)
    return SP_VERDICT_NO_TIME;
  if (!has_sport (self, sighting))
    return SP_VERDICT_SPORT;
  if (self->leave_flagged_out && sighting->activity != NULL &&
      (sp_activity_get_flags (sighting->activity) & SP_ACTIVITY_FLAGGED) != 0)
    return SP_VERDICT_FLAGGED;

  distance_m = (double) sighting->effort->distance_m;
  if (self->values->min_distance_m > 0 && isnan (distance_m))
    return SP_VERDICT_NO_DISTANCE;
  if (self->values->min_distance_m > 0 && distance_m < self->values->min_distance_m)
    return SP_VERDICT_TOO_SHORT;

  return SP_VERDICT_COUNTS;
}

/**
 * sp_judge_try_in:
 * @window: a window
 * @sighting: an effort whose start is known
 *
 * Returns: whether that window holds it, other rules aside
 */
gboolean
sp_judge_try_in (SpWindow         *window,
                 const SpSighting *sighting)
{
  g_return_val_if_fail (SP_IS_WINDOW (window) && sighting != NULL, FALSE);

  return !sp_window_is_inverted (window) && holds (sp_window_get_values (window), sighting);
}

/**
 * sp_judge_birthday:
 * @window: a window that holds the effort
 * @runner: who ran
 * @sighting: the effort
 *
 * Returns: the seconds that the window takes off that effort for the runner's birthday, 0 for none
 */
int
sp_judge_birthday (SpWindow         *window,
                   SpRunner         *runner,
                   const SpSighting *sighting)
{
  int bonus_s;

  g_return_val_if_fail (SP_IS_WINDOW (window) && SP_IS_RUNNER (runner) && sighting != NULL, 0);

  bonus_s = sp_window_get_values (window)->birthday_bonus_s;

  return bonus_s > 0 && sp_runner_has_birthday (runner, sighting->start_local_s) ? bonus_s : 0;
}

static int
reduce (int time_s,
        int bonus_s)
{
  return (int) CLAMP ((gint64) time_s - bonus_s, 0, G_MAXINT);
}

static int
compare_best (const SpBest *a,
              const SpBest *b)
{
  if (a->time_s != b->time_s)
    return a->time_s < b->time_s ? -1 : 1;
  if (a->sighting.start_local_s != b->sighting.start_local_s)
    return a->sighting.start_local_s < b->sighting.start_local_s ? -1 : 1;

  return 0;
}

static int
compare_slots (const Slot *a,
               const Slot *b)
{
  int order = compare_best (&a->best, &b->best);

  if (order != 0)
    return order;
  if (a->values->start_local_s != b->values->start_local_s)
    return a->values->start_local_s < b->values->start_local_s ? -1 : 1;

  return a->index - b->index;
}

static void
enter (SpJudge          *self,
       SpRunner         *runner,
       const SpSighting *sighting)
{
  for (guint i = 0; i < self->n_slots; i++)
    {
      Slot *slot = &self->slots[i];
      SpBest best = { *sighting, slot->index };

      if (!holds (slot->values, sighting))
        continue;
      best.birthday_bonus_s = sp_judge_birthday (slot->window, runner, sighting);
      best.time_s = reduce (sighting->effort->elapsed_s, best.birthday_bonus_s);
      if (slot->found && compare_best (&best, &slot->best) >= 0)
        continue;
      slot->found = TRUE;
      slot->best = best;
    }
}

/**
 * sp_judge_choose:
 * @self: a judge
 * @runner: who ran
 * @block: what is known of that runner
 * @best: (out caller-allocates): what decides the row, where there is something; it points into @block
 *
 * Finds the effort that counts: the birthday's bonus is taken off each effort before choosing, the window's bonus off
 * its best. Of equal times the earlier effort is kept, then the earlier window, then the lower id.
 *
 * Returns: whether a valid effort is known
 */
gboolean
sp_judge_choose (SpJudge  *self,
                 SpRunner *runner,
                 SpBlock  *block,
                 SpBest   *best)
{
  const SpFound *found;
  const Slot *chosen = NULL;
  guint n_found, attempts = 0;
  gint64 last_id = 0;

  g_return_val_if_fail (self != NULL && SP_IS_RUNNER (runner) && block != NULL && best != NULL, FALSE);

  for (guint i = 0; i < self->n_slots; i++)
    self->slots[i].found = FALSE;

  found = sp_block_find_efforts (block, self->values->segment_id, &n_found);
  for (guint i = 0; i < n_found; i++)
    {
      SpSighting sighting;

      sp_judge_see (block, &found[i], &sighting);
      if ((last_id != 0 && sighting.effort->id == last_id) || sp_judge_try (self, &sighting) != SP_VERDICT_COUNTS)
        continue;
      last_id = sighting.effort->id;
      attempts++;
      enter (self, runner, &sighting);
    }

  for (guint i = 0; i < self->n_slots; i++)
    {
      Slot *slot = &self->slots[i];

      if (!slot->found)
        continue;
      slot->best.time_bonus_s = slot->values->time_bonus_s;
      slot->best.time_s = reduce (slot->best.time_s, slot->best.time_bonus_s);
      if (chosen == NULL || compare_slots (slot, chosen) < 0)
        chosen = slot;
    }
  if (chosen == NULL)
    return FALSE;
  *best = chosen->best;
  best->attempts = attempts;

  return TRUE;
}
