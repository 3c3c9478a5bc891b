/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-mock-track.h"

#include <math.h>

/* The club lives in a place that is made up, on a coast where there is only sea. */
#define HOME_LAT_DEG 51.2
#define HOME_LON_DEG -4.9
#define METRES_PER_DEG 111320.0

/* A point of a recorded track every so often, each a little off. */
#define STEP_M 25.0
#define NOISE_M 3.0

/* A listed line keeps a point about that often. */
#define LISTED_STEP_M 90.0

static double
distance_m (SpMockPoint a,
            SpMockPoint b)
{
  return hypot (a.x_m - b.x_m, a.y_m - b.y_m);
}

/**
 * sp_mock_track_segment:
 * @seed: the club's seed
 * @index: which segment
 *
 * Lays a segment out: a line of bends, some kilometres from where the runners live, each in a direction of its own.
 *
 * Returns: (transfer full): of #SpMockPoint
 */
GArray *
sp_mock_track_segment (guint64 seed,
                       guint   index)
{
  SpMockRandom random = sp_mock_random_init (seed, 100, index);
  GArray *line = g_array_new (FALSE, FALSE, sizeof (SpMockPoint));
  double bearing = 2 * G_PI * (index * 0.381966 + 0.05 * sp_mock_random_unit (&random));
  double away_m = 3000 + 700 * (index % 3) + sp_mock_random_range (&random, 0, 400);
  double heading = bearing + sp_mock_random_range (&random, 0.6, 1.2);
  int n_points = 8 + 5 * (int) (index % 4);
  SpMockPoint at = { cos (bearing) * away_m, sin (bearing) * away_m };

  g_array_append_val (line, at);
  for (int i = 0; i < n_points; i++)
    {
      heading += sp_mock_random_range (&random, -0.35, 0.35);
      at.x_m += cos (heading) * 110;
      at.y_m += sin (heading) * 110;
      g_array_append_val (line, at);
    }

  return line;
}

/**
 * sp_mock_track_length_m:
 * @track: (element-type SpMockPoint): a line
 *
 * Returns: its length in metres
 */
double
sp_mock_track_length_m (GArray *track)
{
  double length_m = 0;

  for (guint i = 1; i < track->len; i++)
    length_m += distance_m (g_array_index (track, SpMockPoint, i - 1), g_array_index (track, SpMockPoint, i));

  return length_m;
}

/**
 * sp_mock_track_walk_to:
 * @track: (element-type SpMockPoint): a track with one point at least
 * @to: where to
 * @random: how far off each point is recorded
 *
 * Goes on from where the track ends, as straight as a path allows.
 */
void
sp_mock_track_walk_to (GArray       *track,
                       SpMockPoint   to,
                       SpMockRandom *random)
{
  SpMockPoint from = g_array_index (track, SpMockPoint, track->len - 1);
  int n_steps = MAX (1, (int) ceil (distance_m (from, to) / STEP_M));

  for (int i = 1; i <= n_steps; i++)
    {
      SpMockPoint at = {
        from.x_m + (to.x_m - from.x_m) * i / n_steps + sp_mock_random_range (random, -NOISE_M, NOISE_M),
        from.y_m + (to.y_m - from.y_m) * i / n_steps + sp_mock_random_range (random, -NOISE_M, NOISE_M),
      };

      g_array_append_val (track, at);
    }
}

/**
 * sp_mock_track_follow:
 * @track: (element-type SpMockPoint): a track with one point at least
 * @segment: (element-type SpMockPoint): a segment
 * @random: how far off each point is recorded
 *
 * Goes on to the segment and along the whole of it.
 */
void
sp_mock_track_follow (GArray       *track,
                      GArray       *segment,
                      SpMockRandom *random)
{
  for (guint i = 0; i < segment->len; i++)
    sp_mock_track_walk_to (track, g_array_index (segment, SpMockPoint, i), random);
}

/**
 * sp_mock_track_list:
 * @track: (element-type SpMockPoint): a recorded track
 * @zone_m: how much of each end is hidden, in metres from where the track begins, 0 for nothing
 *
 * Makes of a track what a list shows of it: thinned, and without what lies in the zone round its start.
 *
 * Returns: (transfer full) (element-type SpMockPoint): the line; without a point where all of it is hidden
 */
GArray *
sp_mock_track_list (GArray *track,
                    double  zone_m)
{
  GArray *line = g_array_new (FALSE, FALSE, sizeof (SpMockPoint));
  SpMockPoint home = g_array_index (track, SpMockPoint, 0);
  guint first = 0, last = track->len - 1;
  double since_m = 0;

  while (first < track->len && distance_m (g_array_index (track, SpMockPoint, first), home) < zone_m)
    first++;
  while (last > first && distance_m (g_array_index (track, SpMockPoint, last), home) < zone_m)
    last--;
  for (guint i = first; i <= last && first < track->len; i++)
    {
      SpMockPoint at = g_array_index (track, SpMockPoint, i);

      if (i > first)
        since_m += distance_m (g_array_index (track, SpMockPoint, i - 1), at);
      if (i != first && i != last && since_m < LISTED_STEP_M)
        continue;
      since_m = 0;
      g_array_append_val (line, at);
    }

  return line;
}

/**
 * sp_mock_track_to_route:
 * @track: (element-type SpMockPoint): a line
 *
 * Returns: (transfer full) (nullable): the same on the globe, %NULL without a point
 */
SpRoute *
sp_mock_track_to_route (GArray *track)
{
  g_autofree SpPoint *points = NULL;
  double east_deg = 1 / (METRES_PER_DEG * cos (HOME_LAT_DEG * G_PI / 180));

  if (track->len == 0)
    return NULL;
  points = g_new (SpPoint, track->len);
  for (guint i = 0; i < track->len; i++)
    {
      SpMockPoint at = g_array_index (track, SpMockPoint, i);

      points[i].lat_deg = HOME_LAT_DEG + at.y_m / METRES_PER_DEG;
      points[i].lon_deg = HOME_LON_DEG + at.x_m * east_deg;
    }

  return sp_route_new (points, track->len);
}
