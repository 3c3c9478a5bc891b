/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-mock-activity.h"

#include <math.h>

#include "api/sp-activity-builder.h"
#include "api/sp-time.h"
#include "sp-mock-efforts.h"
#include "sp-mock-random.h"
#include "sp-mock-track.h"

#define FIRST_ID G_GINT64_CONSTANT (11000000000)
#define IDS_OF_RUNNER 100000
#define IDS_OF_ACTIVITY 16

/* Real ids of efforts do not fit into a double. */
#define FIRST_EFFORT_ID G_GINT64_CONSTANT (3000000000000000001)

/* What is found out about an outing while it is run. */
typedef struct
{
  SpMockWorld        *world;
  const SpMockRunner *runner;
  const SpMockOuting *outing;
  GRand              *random;
  gint64              id;
  gint64              shown_local_s;
} Telling;

static gboolean
is_hidden (const Telling *telling)
{
  return (telling->outing->flags & SP_ACTIVITY_START_HIDDEN) != 0;
}

/* Whether a privacy zone holds a spot; what was run there only its runner may see. */
static gboolean
is_in_zone (const Telling    *telling,
            const SpMockSpot *spot)
{
  return sp_mock_spot_distance_m (spot, &telling->runner->home) < telling->runner->zone_m;
}

static void
add_effort (Telling             *telling,
            SpActivityBuilder   *builder,
            const SpMockPassage *passage,
            guint                number,
            double               begun_s,
            int                  elapsed_s)
{
  const SpMockSegment *segment = sp_mock_world_get_segment (telling->world, passage->segment);
  SpEffort effort = {
    .id = FIRST_EFFORT_ID + (telling->id - FIRST_ID) * IDS_OF_ACTIVITY + number,
    .segment_id = segment->id,
    .start_local_s = telling->shown_local_s + (gint64) begun_s,
    .elapsed_s = elapsed_s,
    .moving_s = elapsed_s - (sp_mock_random_chance (telling->random, 0.2) ? 3 : 0),
    .distance_m = (float) (segment->length_m * (1.0 + 0.01 * sp_mock_random_bell (telling->random))),
    .flags = sp_mock_random_chance (telling->random, 0.2) ? SP_EFFORT_HIDDEN : SP_EFFORT_NONE,
  };

  if (is_in_zone (telling, sp_mock_way_get (segment->way, 0))
      || is_in_zone (telling, sp_mock_way_get (segment->way, segment->way->len - 1)))
    effort.flags |= SP_EFFORT_ONLY_ME;
  sp_activity_builder_add_effort (builder, &effort);
}

/* Runs the way: easy, but for the segments on it. Returns how long that takes, in seconds. */
static double
add_efforts (Telling           *telling,
             SpActivityBuilder *builder,
             GArray            *way)
{
  g_autoptr(GArray) passages = NULL;
  double along_m = 0, time_s = 0, easy_s = telling->outing->pace_s / 1000.0;

  sp_activity_builder_set_has_efforts (builder);
  if (way == NULL)
    return telling->outing->length_m * easy_s;

  passages = telling->outing->place == 0 ? sp_mock_efforts_find (telling->world, way)
                                         : g_array_new (FALSE, FALSE, sizeof (SpMockPassage));
  for (guint i = 0; i < passages->len; i++)
    {
      const SpMockPassage *passage = &g_array_index (passages, SpMockPassage, i);
      double length_m = sp_mock_world_get_segment (telling->world, passage->segment)->length_m;
      int elapsed_s = (int) round (length_m * telling->outing->race_pace_s / 1000.0 * (1.0 + 0.02 * i));

      time_s += MAX (passage->from_m - along_m, 0.0) * easy_s;
      add_effort (telling, builder, passage, i, time_s, elapsed_s);
      time_s += elapsed_s;
      along_m = passage->to_m;
    }

  return time_s + MAX (sp_mock_way_get_length_m (way) - along_m, 0.0) * easy_s;
}

static void
set_way (Telling           *telling,
         SpActivityBuilder *builder,
         GArray            *way)
{
  double exact = sp_mock_random_between (telling->random, 0.99, 1.01);
  double length_m = way != NULL ? sp_mock_way_get_length_m (way) : telling->outing->length_m;
  double zone_m = telling->outing->place == 0 ? telling->runner->zone_m : 0.0;
  g_autoptr(GArray) line = NULL;

  sp_activity_builder_set_distance_m (builder, round (length_m * exact * 10.0) / 10.0);
  sp_activity_builder_set_climb_m (builder, round (length_m * sp_mock_random_between (telling->random, 0.005, 0.03)));
  if (way != NULL)
    line = sp_mock_track_list (telling->random, way, &telling->runner->home, zone_m);
  if (line != NULL)
    {
      g_autoptr(SpRoute) route = NULL;
      SpPoint middle;

      sp_mock_world_get_place (telling->outing->place, &middle);
      route = sp_mock_way_lay (line, &middle);
      sp_activity_builder_set_route (builder, route);
    }
}

/* The source's lists have no efforts; all else is the same in the detail. */
static SpActivity *
without_efforts (Telling    *telling,
                 SpActivity *detail)
{
  g_autoptr(SpActivityBuilder) builder = NULL;

  builder = sp_activity_builder_new (telling->id, sp_activity_get_start_utc_s (detail), telling->shown_local_s);
  sp_activity_builder_set_sport (builder, sp_activity_get_sport (detail));
  sp_activity_builder_set_distance_m (builder, sp_activity_get_distance_m (detail));
  sp_activity_builder_set_climb_m (builder, sp_activity_get_climb_m (detail));
  sp_activity_builder_set_elapsed_s (builder, sp_activity_get_elapsed_s (detail));
  sp_activity_builder_set_flags (builder, sp_activity_get_flags (detail));
  if (sp_activity_get_route (detail) != NULL)
    sp_activity_builder_set_route (builder, sp_activity_get_route (detail));

  return sp_activity_builder_end (builder);
}

/**
 * sp_mock_activity_new:
 * @seed: of the club
 * @runner: who
 * @outing: what
 * @world: the land
 *
 * Finds out what a source would tell of an outing. Its efforts are what its way runs along, whatever was meant.
 *
 * Returns: (transfer full): what came of it
 */
SpMockActivity *
sp_mock_activity_new (guint32             seed,
                      const SpMockRunner *runner,
                      const SpMockOuting *outing,
                      SpMockWorld        *world)
{
  SpMockActivity *self = g_new0 (SpMockActivity, 1);
  g_autoptr(GRand) random = sp_mock_random_new (seed, SP_MOCK_FOR_LISTING, runner->index, outing->number);
  g_autoptr(GArray) way = sp_mock_track_make (seed, runner, outing, world);
  g_autoptr(SpActivityBuilder) builder = NULL;
  int offset_s = sp_mock_world_get_offset_s (outing->place, outing->start_local_s);
  Telling telling = { world, runner, outing, random };
  int elapsed_s;

  telling.id = FIRST_ID + (gint64) runner->index * IDS_OF_RUNNER + outing->number * 7 + 1;
  telling.shown_local_s = is_hidden (&telling) ? sp_time_get_day (outing->start_local_s) * SP_TIME_DAY_S + 1
                                               : outing->start_local_s;
  builder = sp_activity_builder_new (telling.id, telling.shown_local_s - offset_s, telling.shown_local_s);
  sp_activity_builder_set_sport (builder, outing->sport);
  sp_activity_builder_set_flags (builder, outing->flags);
  set_way (&telling, builder, way);
  elapsed_s = (int) (add_efforts (&telling, builder, way) + sp_mock_random_between (random, 0, 240));
  sp_activity_builder_set_elapsed_s (builder, elapsed_s);

  self->outing = *outing;
  self->end_utc_s = outing->start_local_s - offset_s + elapsed_s;
  self->detail = sp_activity_builder_end (builder);
  self->listed = without_efforts (&telling, self->detail);

  return self;
}

/**
 * sp_mock_activity_free:
 * @self: (transfer full): what came of an outing
 *
 * Frees it.
 */
void
sp_mock_activity_free (SpMockActivity *self)
{
  sp_activity_unref (self->listed);
  sp_activity_unref (self->detail);
  g_free (self);
}
