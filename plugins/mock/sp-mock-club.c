/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-mock-club.h"

struct _SpMockClub
{
  SpMockSize    size;
  SpMockWorld  *world;      /* (owned) */
  SpMockSeason  season;
  SpMockRunner *runners;    /* (owned) */
  GPtrArray   **activities; /* (owned) (element-type SpMockActivity), of each runner, NULL until asked for */
};

/**
 * sp_mock_club_new:
 * @size: what makes it
 *
 * Returns: (transfer full): a club
 */
SpMockClub *
sp_mock_club_new (const SpMockSize *size)
{
  SpMockClub *self = g_new0 (SpMockClub, 1);

  self->size = *size;
  self->world = sp_mock_world_new (size->seed, size->n_segments);
  sp_mock_season_init (&self->season, size->anchor_local_s, size->n_segments, size->n_windows);
  self->runners = g_new0 (SpMockRunner, size->n_runners);
  self->activities = g_new0 (GPtrArray *, size->n_runners);
  for (guint i = 0; i < size->n_runners; i++)
    sp_mock_runner_init (&self->runners[i], size->seed, i, self->world, &self->season);

  return self;
}

/**
 * sp_mock_club_free:
 * @self: (transfer full): a club
 *
 * Frees it.
 */
void
sp_mock_club_free (SpMockClub *self)
{
  for (guint i = 0; i < self->size.n_runners; i++)
    {
      sp_mock_runner_clear (&self->runners[i]);
      g_clear_pointer (&self->activities[i], g_ptr_array_unref);
    }
  g_free (self->runners);
  g_free (self->activities);
  sp_mock_world_free (self->world);
  g_free (self);
}

/**
 * sp_mock_club_get_size:
 * @self: a club
 *
 * Returns: (transfer none): what it was made with
 */
const SpMockSize *
sp_mock_club_get_size (SpMockClub *self)
{
  return &self->size;
}

/**
 * sp_mock_club_get_world:
 * @self: a club
 *
 * Returns: (transfer none): the land it runs on
 */
SpMockWorld *
sp_mock_club_get_world (SpMockClub *self)
{
  return self->world;
}

/**
 * sp_mock_club_get_season:
 * @self: a club
 *
 * Returns: (transfer none): when it competes
 */
const SpMockSeason *
sp_mock_club_get_season (SpMockClub *self)
{
  return &self->season;
}

/**
 * sp_mock_club_get_runner:
 * @self: a club
 * @index: which one
 *
 * Returns: (transfer none): a runner
 */
const SpMockRunner *
sp_mock_club_get_runner (SpMockClub *self,
                         guint       index)
{
  return &self->runners[index];
}

/**
 * sp_mock_club_find_runner:
 * @self: a club
 * @id: the id of a runner
 *
 * Returns: (transfer none) (nullable): the runner, %NULL where the club has none of that id
 */
const SpMockRunner *
sp_mock_club_find_runner (SpMockClub *self,
                          gint64      id)
{
  if (id < SP_MOCK_FIRST_RUNNER_ID || id - SP_MOCK_FIRST_RUNNER_ID >= self->size.n_runners)
    return NULL;

  return &self->runners[id - SP_MOCK_FIRST_RUNNER_ID];
}

static gint
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  const SpMockActivity *first = *(SpMockActivity * const *) a, *second = *(SpMockActivity * const *) b;

  return (second->end_utc_s > first->end_utc_s) - (second->end_utc_s < first->end_utc_s);
}

/**
 * sp_mock_club_get_activities:
 * @self: a club
 * @index: which runner
 *
 * Returns: (transfer none) (element-type SpMockActivity): all the runner does in the season, newest first
 */
GPtrArray *
sp_mock_club_get_activities (SpMockClub *self,
                             guint       index)
{
  g_autoptr(GArray) outings = NULL;

  if (self->activities[index] != NULL)
    return self->activities[index];

  outings = sp_mock_calendar_make (self->size.seed, &self->runners[index], self->world, &self->season);
  self->activities[index] = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_mock_activity_free);
  for (guint i = 0; i < outings->len; i++)
    g_ptr_array_add (self->activities[index],
                     sp_mock_activity_new (self->size.seed, &self->runners[index],
                                           &g_array_index (outings, SpMockOuting, i), self->world));
  g_ptr_array_sort (self->activities[index], compare_newest_first);

  return self->activities[index];
}

/**
 * sp_mock_club_find_activity:
 * @self: a club
 * @index: which runner
 * @id: the id of an activity
 *
 * Returns: (transfer none) (nullable): the activity, %NULL where that runner has none of that id
 */
SpMockActivity *
sp_mock_club_find_activity (SpMockClub *self,
                            guint       index,
                            gint64      id)
{
  GPtrArray *activities = sp_mock_club_get_activities (self, index);

  for (guint i = 0; i < activities->len; i++)
    {
      SpMockActivity *activity = activities->pdata[i];

      if (sp_activity_get_id (activity->listed) == id)
        return activity;
    }

  return NULL;
}

/**
 * sp_mock_club_make_segment:
 * @self: a club
 * @id: the id of a segment
 * @origin: where the answer comes from
 *
 * Returns: (transfer full) (nullable): where the segment runs, %NULL where there is none of that id
 */
SpSegment *
sp_mock_club_make_segment (SpMockClub     *self,
                           gint64          id,
                           const SpOrigin *origin)
{
  const SpMockSegment *segment = sp_mock_world_find_segment (self->world, id);
  g_autoptr(SpRoute) route = NULL;
  SpPoint middle;

  if (segment == NULL)
    return NULL;

  sp_mock_world_get_place (0, &middle);
  route = sp_mock_way_lay (segment->way, &middle);

  return sp_segment_new (segment->id, segment->name, "Run", segment->length_m, route, origin);
}
