/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-plan.h"

#include "api/sp-period.h"
#include "api/sp-time.h"
#include "model/sp-sports.h"

/* The longest activity that one of unknown length is taken for. */
#define UNKNOWN_LENGTH_S SP_TIME_DAY_S

static gboolean
meets_window (SpGroup    *group,
              SpActivity *activity)
{
  const SpGroupValues *values = sp_group_get_values (group);
  gint64 start_s = sp_activity_get_start_local_s (activity);
  int elapsed_s = sp_activity_get_elapsed_s (activity);
  gint64 end_s = start_s + (elapsed_s >= 0 ? elapsed_s : UNKNOWN_LENGTH_S);

  if ((sp_activity_get_flags (activity) & SP_ACTIVITY_START_HIDDEN) != 0)
    {
      start_s = sp_time_get_day (start_s) * SP_TIME_DAY_S;
      end_s += SP_TIME_DAY_S;
    }
  for (guint i = 0; i < values->windows->len; i++)
    {
      const SpWindowValues *window = sp_window_get_values (values->windows->pdata[i]);

      if (window->start_local_s <= window->end_local_s && window->start_local_s <= end_s
          && start_s <= window->end_local_s)
        return TRUE;
    }

  return FALSE;
}

/**
 * sp_plan_matters:
 * @group: a group
 * @segment: (nullable): its segment's geometry, %NULL where that is not known
 * @activity: an activity as a list tells it
 * @thorough: whether no route is a reason to skip
 * @reason: (out): why it does not matter; not set where it does
 *
 * Tells whether the efforts of an activity can count on a board, as far as the list can tell: by its time, sport and
 * route. It errs towards asking: a missing route decides nothing.
 *
 * Returns: whether its detail is wanted for that board
 */
gboolean
sp_plan_matters (SpGroup      *group,
                 SpSegment    *segment,
                 SpActivity   *activity,
                 gboolean      thorough,
                 SpSkipReason *reason)
{
  const SpGroupValues *values = sp_group_get_values (group);
  SpActivityFlags flags = sp_activity_get_flags (activity);
  SpRoute *route = sp_activity_get_route (activity);

  if (values->closed || !meets_window (group, activity))
    *reason = SP_SKIP_WINDOW;
  else if (!sp_sports_accept (segment != NULL ? sp_segment_get_sport (segment) : NULL, values->sports,
                              sp_activity_get_sport (activity)))
    *reason = SP_SKIP_SPORT;
  else if (route == NULL && (flags & SP_ACTIVITY_MANUAL) != 0)
    *reason = SP_SKIP_MANUAL;
  else if (route == NULL && (flags & SP_ACTIVITY_INDOOR) != 0)
    *reason = SP_SKIP_INDOOR;
  else
    return TRUE;

  return FALSE;
}

static SpSegment *
find_segment (GPtrArray *segments,
              gint64     id)
{
  for (guint i = 0; i < segments->len; i++)
    if (sp_segment_get_id (segments->pdata[i]) == id)
      return segments->pdata[i];

  return NULL;
}

/* How near a reason is to the activity being wanted. */
static int
nearness (SpSkipReason reason)
{
  static const int order[SP_N_SKIP_REASONS] = {
    [SP_SKIP_WINDOW] = 0, [SP_SKIP_SPORT] = 1, [SP_SKIP_MANUAL] = 2, [SP_SKIP_INDOOR] = 3, [SP_SKIP_ROUTE] = 4,
  };

  return order[reason];
}

/**
 * sp_plan_wants:
 * @competition: a competition
 * @segments: (element-type SpSegment): the geometry that is known
 * @activity: an activity as a list tells it
 * @thorough: whether no route is a reason to skip
 * @reason: (out): why it matters to no board: of the boards' reasons the one nearest to asking
 * @for_groups: (nullable) (array): for each group whether it matters there
 *
 * Tells whether the detail of an activity is wanted for any board.
 *
 * Returns: whether it is
 */
gboolean
sp_plan_wants (SpCompetition *competition,
               GPtrArray     *segments,
               SpActivity    *activity,
               gboolean       thorough,
               SpSkipReason  *reason,
               guint8        *for_groups)
{
  gboolean wanted = FALSE;

  *reason = SP_SKIP_WINDOW;
  for (guint i = 0; i < sp_competition_get_n_groups (competition); i++)
    {
      SpGroup *group = sp_competition_get_group (competition, i);
      SpSegment *segment = find_segment (segments, sp_group_get_values (group)->segment_id);
      SpSkipReason its_reason = SP_SKIP_WINDOW;
      gboolean matters = sp_plan_matters (group, segment, activity, thorough, &its_reason);

      if (for_groups != NULL)
        for_groups[i] = matters;
      wanted = wanted || matters;
      if (!matters && nearness (its_reason) > nearness (*reason))
        *reason = its_reason;
    }

  return wanted;
}
