/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-plan.h"

#include "engine/sp-route-test.h"
#include "engine/sp-start.h"
#include "model/sp-sports.h"

/* How long an activity may be that does not say; lists are padded by as much. */
#define LONGEST_S (2 * SP_TIME_DAY_S)

/* How far wall clocks are from UTC at most. */
#define BEHIND_UTC_S (12 * 3600)
#define AHEAD_OF_UTC_S (14 * 3600)

/* When it may have been going on, on the runner's wall clock. Returns FALSE where nothing is known of that. */
static gboolean
get_stretch (SpActivity *activity,
             SpPeriod   *local)
{
  gint64 start_s = sp_activity_get_start_local_s (activity);
  gint64 utc_s = sp_activity_get_start_utc_s (activity);
  int known_s = sp_activity_get_elapsed_s (activity);
  gint64 elapsed_s = known_s < 0 ? LONGEST_S : known_s;

  if (start_s == SP_TIME_UNKNOWN && utc_s == SP_TIME_UNKNOWN)
    return FALSE;

  if (start_s == SP_TIME_UNKNOWN)
    {
      local->start_s = utc_s - BEHIND_UTC_S;
      local->end_s = utc_s + AHEAD_OF_UTC_S + elapsed_s;
    }
  else
    {
      sp_start_get_range (start_s, (sp_activity_get_flags (activity) & SP_ACTIVITY_START_HIDDEN) != 0, local);
      local->end_s += elapsed_s;
    }

  return TRUE;
}

static gboolean
meets_window (const SpGroupValues *group,
              SpActivity          *activity)
{
  SpPeriod local;

  if (!get_stretch (activity, &local))
    return TRUE;

  for (guint i = 0; i < group->windows->len; i++)
    {
      SpWindow *window = group->windows->pdata[i];
      const SpWindowValues *values = sp_window_get_values (window);

      if (!sp_window_is_inverted (window) && sp_period_meets (&local, values->start_local_s, values->end_local_s))
        return TRUE;
    }

  return FALSE;
}

/* How near an activity came to being wanted. */
static int
get_nearness (SpSkipReason reason)
{
  switch (reason)
    {
    case SP_SKIP_ROUTE:
      return 3;
    case SP_SKIP_MANUAL:
    case SP_SKIP_INDOOR:
      return 2;
    case SP_SKIP_SPORT:
      return 1;
    case SP_SKIP_WINDOW:
    case SP_N_SKIP_REASONS:
    default:
      return 0;
    }
}

/**
 * sp_plan_find_segment:
 * @segments: (nullable) (element-type SpSegment): the geometry that is known
 * @id: the source's id of a segment
 *
 * Returns: (transfer none) (nullable): its geometry, %NULL where that is not known
 */
SpSegment *
sp_plan_find_segment (GPtrArray *segments,
                      gint64     id)
{
  for (guint i = 0; segments != NULL && i < segments->len; i++)
    if (sp_segment_get_id (segments->pdata[i]) == id)
      return segments->pdata[i];

  return NULL;
}

/**
 * sp_plan_matters:
 * @group: a board
 * @segment: (nullable): the geometry of its segment, %NULL where it is not known
 * @activity: an activity, as a list tells it or in detail
 * @thorough: whether no activity is left out for its route
 * @reason: (out): why it does not matter; set only then
 *
 * Tells whether the efforts of an activity can count on a board, by what a list says alone. Where something is not
 * known it can. A closed board wants nothing any more. Asked in this order: does it meet a window, does its sport
 * count, was it typed in or recorded indoors without a route, does its route pass the segment. An activity that its
 * source doubts matters like any other; the scoring leaves it out.
 *
 * Returns: whether its detail has to be known
 */
gboolean
sp_plan_matters (SpGroup      *group,
                 SpSegment    *segment,
                 SpActivity   *activity,
                 gboolean      thorough,
                 SpSkipReason *reason)
{
  const SpGroupValues *values;
  const char *segment_sport = NULL;
  SpRoute *route;
  SpSkipReason why = SP_N_SKIP_REASONS;

  g_return_val_if_fail (SP_IS_GROUP (group) && activity != NULL && reason != NULL, FALSE);

  values = sp_group_get_values (group);
  route = sp_activity_get_route (activity);
  /* Where the sport could not be had, what may matter is fetched all the same. */
  if (segment != NULL && g_strcmp0 (sp_segment_get_sport (segment), SP_SPORTS_NOT_HAD) != 0)
    segment_sport = sp_segment_get_sport (segment);

  if (values->closed || !meets_window (values, activity))
    why = SP_SKIP_WINDOW;
  else if (!sp_sports_accept (segment_sport, values->sports, sp_activity_get_sport (activity)))
    why = SP_SKIP_SPORT;
  else if (route == NULL && (sp_activity_get_flags (activity) & SP_ACTIVITY_MANUAL))
    why = SP_SKIP_MANUAL;
  else if (route == NULL && (sp_activity_get_flags (activity) & SP_ACTIVITY_INDOOR))
    why = SP_SKIP_INDOOR;
  else if (route != NULL && segment != NULL && !thorough &&
           !sp_route_test_may_pass (route, sp_activity_get_distance_m (activity), segment))
    why = SP_SKIP_ROUTE;

  if (why == SP_N_SKIP_REASONS)
    return TRUE;
  *reason = why;

  return FALSE;
}

/**
 * sp_plan_wants:
 * @competition: a competition
 * @segments: (nullable) (element-type SpSegment): the geometry that is known
 * @activity: an activity
 * @thorough: whether no activity is left out for its route
 * @reason: (out): why no board wants it, the one that came nearest to wanting it; set only then
 * @for_groups: (nullable) (out caller-allocates): one for each board: whether it wants the activity
 *
 * Tells whether any board of a competition wants an activity. A pure function: the same question has the same answer
 * when details are planned and when it is judged whether enough is known.
 *
 * Returns: whether its detail has to be known
 */
gboolean
sp_plan_wants (SpCompetition *competition,
               GPtrArray     *segments,
               SpActivity    *activity,
               gboolean       thorough,
               SpSkipReason  *reason,
               guint8        *for_groups)
{
  SpSkipReason nearest = SP_SKIP_WINDOW;
  gboolean wanted = FALSE;

  g_return_val_if_fail (SP_IS_COMPETITION (competition) && activity != NULL && reason != NULL, FALSE);

  for (guint i = 0; i < sp_competition_get_n_groups (competition); i++)
    {
      SpGroup *group = sp_competition_get_group (competition, i);
      SpSegment *segment = sp_plan_find_segment (segments, sp_group_get_values (group)->segment_id);
      SpSkipReason why = SP_SKIP_WINDOW;
      gboolean matters = sp_plan_matters (group, segment, activity, thorough, &why);

      wanted |= matters;
      if (for_groups != NULL)
        for_groups[i] = matters ? 1 : 0;
      else if (matters)
        return TRUE;
      if (!matters && get_nearness (why) > get_nearness (nearest))
        nearest = why;
    }
  if (!wanted)
    *reason = nearest;

  return wanted;
}
