/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-mock-track.h"

#include <math.h>

#include "sp-mock-random.h"

#define NOISE_M 1.8

static void
pass (GArray      *way,
      GRand       *random,
      GArray      *segment,
      double       share,
      gboolean     backwards)
{
  sp_mock_way_wander (way, random, sp_mock_way_get (segment, backwards ? segment->len - 1 : 0));
  sp_mock_way_add_way (way, segment, share, backwards);
}

static void
run (GArray             *way,
     GRand              *random,
     const SpMockOuting *outing,
     SpMockWorld        *world)
{
  guint n = sp_mock_world_get_n_segments (world);
  GArray *segment = sp_mock_world_get_segment (world, outing->segment)->way;

  switch (outing->kind)
    {
    case SP_MOCK_LOOP:
    case SP_MOCK_AWAY:
      sp_mock_way_circle (way, random, outing->length_m);
      break;
    case SP_MOCK_REPEAT:
      pass (way, random, segment, 1.0, FALSE);
      pass (way, random, segment, 1.0, FALSE);
      break;
    case SP_MOCK_PAIR:
      pass (way, random, segment, 1.0, FALSE);
      pass (way, random, sp_mock_world_get_segment (world, (outing->segment + 1) % n)->way, 1.0, FALSE);
      break;
    case SP_MOCK_ATTEMPT:
    case SP_MOCK_REVERSED:
      pass (way, random, segment, 1.0, outing->kind == SP_MOCK_REVERSED);
      break;
    case SP_MOCK_PART:
      pass (way, random, segment, 0.5, FALSE);
      break;
    case SP_MOCK_INDOOR:
    case SP_MOCK_MANUAL:
    default:
      break;
    }
}

/**
 * sp_mock_track_make:
 * @seed: of the club
 * @runner: who
 * @outing: what
 * @world: the land
 *
 * Finds the way of an outing, from home to home or, abroad, from the middle of that place.
 *
 * Returns: (transfer full) (nullable) (element-type SpMockSpot): the way as it is run, on the sheet of its place; %NULL
 *   for an outing without one
 */
GArray *
sp_mock_track_make (guint32             seed,
                    const SpMockRunner *runner,
                    const SpMockOuting *outing,
                    SpMockWorld        *world)
{
  GArray *way;
  GRand *random;

  if (outing->kind == SP_MOCK_INDOOR || outing->kind == SP_MOCK_MANUAL)
    return NULL;

  way = sp_mock_way_new ();
  random = sp_mock_random_new (seed, SP_MOCK_FOR_TRACK, runner->index, outing->number);
  if (outing->place == 0)
    sp_mock_way_add (way, runner->home.x_m, runner->home.y_m);
  else
    sp_mock_way_add (way, 0, 0);
  run (way, random, outing, world);
  if (outing->place == 0)
    sp_mock_way_wander (way, random, &runner->home);
  g_rand_free (random);

  return way;
}

/* A receiver is off by some metres, and about as much a moment later. */
static GArray *
record (GRand  *random,
        GArray *way)
{
  GArray *track = sp_mock_way_new ();
  double x_m = 0, y_m = 0;

  for (guint i = 0; i < way->len; i++)
    {
      const SpMockSpot *spot = sp_mock_way_get (way, i);

      x_m = 0.9 * x_m + NOISE_M * sp_mock_random_bell (random);
      y_m = 0.9 * y_m + NOISE_M * sp_mock_random_bell (random);
      sp_mock_way_add (track, spot->x_m + x_m, spot->y_m + y_m);
    }

  return track;
}

static double
get_off_m (const SpMockSpot *from,
           const SpMockSpot *to,
           const SpMockSpot *spot)
{
  double x_m = to->x_m - from->x_m, y_m = to->y_m - from->y_m;
  double square = x_m * x_m + y_m * y_m;
  double share = square > 0 ? ((spot->x_m - from->x_m) * x_m + (spot->y_m - from->y_m) * y_m) / square : 0;

  share = CLAMP (share, 0.0, 1.0);

  return hypot (spot->x_m - from->x_m - share * x_m, spot->y_m - from->y_m - share * y_m);
}

/* Leaves out each spot that lies close enough to the line without it, the farthest first (Ramer, Douglas, Peucker). */
static void
thin (GArray *track,
      guint   first,
      guint   last,
      double  off_m,
      GArray *line)
{
  double worst_m = 0;
  guint worst = first;

  for (guint i = first + 1; i < last; i++)
    {
      double here_m = get_off_m (sp_mock_way_get (track, first), sp_mock_way_get (track, last),
                                 sp_mock_way_get (track, i));

      if (here_m > worst_m)
        {
          worst_m = here_m;
          worst = i;
        }
    }
  if (worst_m > off_m)
    {
      thin (track, first, worst, off_m, line);
      thin (track, worst, last, off_m, line);
    }
  else
    {
      g_array_append_vals (line, sp_mock_way_get (track, last), 1);
    }
}

/**
 * sp_mock_track_list:
 * @random: where chance comes from
 * @way: (element-type SpMockSpot): the way as it was run
 * @home: the middle of the privacy zone
 * @zone_m: its radius in metres, 0 for none
 *
 * Makes the line that a list shows: recorded with the errors of a receiver, without what lies in the zone at both ends,
 * and thinned.
 *
 * Returns: (transfer full) (nullable) (element-type SpMockSpot): the line; %NULL where all of it is hidden
 */
GArray *
sp_mock_track_list (GRand            *random,
                    GArray           *way,
                    const SpMockSpot *home,
                    double            zone_m)
{
  g_autoptr(GArray) track = record (random, way);
  double off_m = sp_mock_random_between (random, 10.0, SP_MOCK_THIN_M);
  guint first = 0, end = track->len;
  GArray *line;

  while (first < end && sp_mock_spot_distance_m (sp_mock_way_get (way, first), home) < zone_m)
    first++;
  while (end > first && sp_mock_spot_distance_m (sp_mock_way_get (way, end - 1), home) < zone_m)
    end--;
  if (end - first < 2)
    return NULL;

  line = sp_mock_way_new ();
  g_array_append_vals (line, sp_mock_way_get (track, first), 1);
  thin (track, first, end - 1, off_m, line);

  return line;
}
