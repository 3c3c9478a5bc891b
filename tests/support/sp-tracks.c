/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/sp-tracks.h"

#include <math.h>

#define STEP_M 15.0
#define EARTH_M 6371008.8

static double
get_gap_m (const SpTrackSpot *a,
           const SpTrackSpot *b)
{
  return hypot (a->x_m - b->x_m, a->y_m - b->y_m);
}

static SpTrackSpot *
get_spot (GArray *way,
          guint   index)
{
  return &g_array_index (way, SpTrackSpot, index);
}

/* A ring whose radius swings a few times on the way round. */
static void
add_ring (GRand  *rand,
          GArray *way,
          double  length_m)
{
  double radius_m = length_m / (2 * G_PI * 1.15);
  double swing = g_rand_double_range (rand, 0.05, 0.3);
  double turned = g_rand_double_range (rand, 0, 2 * G_PI);
  int n_swings = g_rand_int_range (rand, 2, 5);
  guint n = (guint) (length_m / STEP_M);

  for (guint i = 0; i <= n; i++)
    {
      double angle = 2 * G_PI * i / n;
      double r_m = radius_m * (1 + swing * sin (n_swings * angle));
      SpTrackSpot spot = { r_m * cos (angle + turned), r_m * sin (angle + turned) };

      g_array_append_val (way, spot);
    }
}

static void
add_wander (GRand  *rand,
            GArray *way,
            double  length_m,
            double  bends)
{
  double heading = g_rand_double_range (rand, 0, 2 * G_PI);
  double bend = 0;
  SpTrackSpot spot = { 0, 0 };

  for (guint i = 0; i <= length_m / STEP_M; i++)
    {
      g_array_append_val (way, spot);
      bend = 0.95 * bend + g_rand_double_range (rand, -bends, bends);
      heading += bend;
      spot.x_m += STEP_M * sin (heading);
      spot.y_m += STEP_M * cos (heading);
    }
}

/* On, back over a part of it, and on again. */
static void
add_shuttle (GRand  *rand,
             GArray *way,
             double  length_m)
{
  g_autoptr (GArray) road = g_array_new (FALSE, FALSE, sizeof (SpTrackSpot));
  guint turn, back;

  add_wander (rand, road, length_m / 2, 0.0001);
  turn = (guint) g_rand_int_range (rand, (gint32) road->len / 2, (gint32) road->len);
  back = turn - (guint) g_rand_int_range (rand, 1, (gint32) road->len / 4);
  g_array_append_vals (way, road->data, turn + 1);
  for (guint i = turn; i > back; i--)
    g_array_append_val (way, g_array_index (road, SpTrackSpot, i - 1));
  g_array_append_vals (way, &g_array_index (road, SpTrackSpot, back), road->len - back);
}

static void
repeat (GArray   *way,
        guint     n_more,
        gboolean  backwards)
{
  guint n = way->len;

  for (guint lap = 0; lap < n_more; lap++)
    for (guint i = 1; i < n; i++)
      {
        SpTrackSpot spot = *get_spot (way, backwards ? n - 1 - i : i);

        g_array_append_val (way, spot);
      }
}

/**
 * sp_tracks_new_way:
 * @rand: where chance comes from
 * @shape: how it runs
 * @length_m: how long it is, roughly
 *
 * Returns: (transfer full) (element-type SpTrackSpot): a way, a spot every 15 m or so
 */
GArray *
sp_tracks_new_way (GRand        *rand,
                   SpTrackShape  shape,
                   double        length_m)
{
  GArray *way = g_array_new (FALSE, FALSE, sizeof (SpTrackSpot));
  guint n_laps;

  switch (shape)
    {
    case SP_TRACK_WANDER:
      add_wander (rand, way, length_m, 0.04);
      break;
    case SP_TRACK_OUT_AND_BACK:
      add_wander (rand, way, length_m / 2, 0.04);
      repeat (way, 1, TRUE);
      break;
    case SP_TRACK_SHUTTLE:
      add_shuttle (rand, way, length_m);
      break;
    case SP_TRACK_LAPS:
      n_laps = (guint) g_rand_int_range (rand, 2, 9);
      add_ring (rand, way, MAX (length_m / n_laps, 400.0));
      repeat (way, n_laps - 1, FALSE);
      break;
    case SP_TRACK_LOOP:
    case SP_N_TRACK_SHAPES:
    default:
      add_ring (rand, way, length_m);
      break;
    }

  return way;
}

/**
 * sp_tracks_get_length_m:
 * @way: (element-type SpTrackSpot): a way
 *
 * Returns: its length in metres
 */
double
sp_tracks_get_length_m (GArray *way)
{
  double length_m = 0;

  for (guint i = 1; i < way->len; i++)
    length_m += get_gap_m (get_spot (way, i - 1), get_spot (way, i));

  return length_m;
}

/**
 * sp_tracks_cut:
 * @way: (element-type SpTrackSpot): a way
 * @from: index of the first spot to keep
 * @to: index of the last spot to keep
 *
 * Returns: (transfer full) (element-type SpTrackSpot): that piece of it
 */
GArray *
sp_tracks_cut (GArray *way,
               guint   from,
               guint   to)
{
  GArray *piece = g_array_new (FALSE, FALSE, sizeof (SpTrackSpot));

  g_array_append_vals (piece, get_spot (way, from), to - from + 1);

  return piece;
}

/* A receiver's error drifts: near spots are off alike. */
static GArray *
record (GRand  *rand,
        GArray *way,
        double  noise_m)
{
  GArray *track = sp_tracks_cut (way, 0, way->len - 1);
  SpTrackSpot off = { 0, 0 };

  for (guint i = 0; i < track->len; i++)
    {
      off.x_m = 0.9 * off.x_m + g_rand_double_range (rand, -noise_m, noise_m) * 0.4;
      off.y_m = 0.9 * off.y_m + g_rand_double_range (rand, -noise_m, noise_m) * 0.4;
      get_spot (track, i)->x_m += CLAMP (off.x_m, -noise_m, noise_m);
      get_spot (track, i)->y_m += CLAMP (off.y_m, -noise_m, noise_m);
    }

  return track;
}

/* How many spots from one end on lie in a zone that holds that end somewhere, not in its middle. */
static guint
count_hidden (GRand    *rand,
              GArray   *track,
              double    zone_m,
              gboolean  at_end)
{
  double angle = g_rand_double_range (rand, 0, 2 * G_PI);
  double aside_m = zone_m * sqrt (g_rand_double (rand));
  SpTrackSpot home = *get_spot (track, at_end ? track->len - 1 : 0);
  guint n = 0;

  home.x_m += aside_m * cos (angle);
  home.y_m += aside_m * sin (angle);
  while (n < track->len && get_gap_m (&home, get_spot (track, at_end ? track->len - 1 - n : n)) <= zone_m)
    n++;

  return n;
}

static double
get_offset_m (const SpTrackSpot *a,
              const SpTrackSpot *b,
              const SpTrackSpot *spot)
{
  double x = b->x_m - a->x_m, y = b->y_m - a->y_m, square = x * x + y * y;
  double share = square > 0 ? ((spot->x_m - a->x_m) * x + (spot->y_m - a->y_m) * y) / square : 0;
  SpTrackSpot foot;

  share = CLAMP (share, 0, 1);
  foot = (SpTrackSpot) { a->x_m + share * x, a->y_m + share * y };

  return get_gap_m (&foot, spot);
}

/* Keeps the spots without which the line would be farther off than allowed, as the usual thinning does. */
static void
thin (GArray *track,
      guint   from,
      guint   to,
      double  thin_m,
      GArray *line)
{
  double farthest_m = 0;
  guint farthest = from;

  for (guint i = from + 1; i < to; i++)
    {
      double off_m = get_offset_m (get_spot (track, from), get_spot (track, to), get_spot (track, i));

      if (off_m > farthest_m)
        {
          farthest_m = off_m;
          farthest = i;
        }
    }
  if (farthest_m > thin_m)
    {
      thin (track, from, farthest, thin_m, line);
      thin (track, farthest, to, thin_m, line);
      return;
    }
  g_array_append_val (line, *get_spot (track, to));
}

/**
 * sp_tracks_list:
 * @rand: where chance comes from
 * @way: (element-type SpTrackSpot): the way that was run
 * @listing: how the source lists it
 *
 * Returns: (transfer full) (nullable) (element-type SpTrackSpot): the listed line, %NULL where all of it is hidden
 */
GArray *
sp_tracks_list (GRand                *rand,
                GArray               *way,
                const SpTrackListing *listing)
{
  g_autoptr (GArray) track = record (rand, way, listing->noise_m);
  guint first = 0, n_last = 0;
  GArray *line;

  if (listing->zone_m > 0)
    {
      first = count_hidden (rand, track, listing->zone_m, FALSE);
      n_last = count_hidden (rand, track, listing->zone_m, TRUE);
    }
  if (first + n_last + 2 > track->len)
    return NULL;

  line = g_array_new (FALSE, FALSE, sizeof (SpTrackSpot));
  g_array_append_val (line, *get_spot (track, first));
  thin (track, first, track->len - 1 - n_last, listing->thin_m, line);

  return line;
}

/* The place so far off in that direction, on the sphere: right over the date line and near the poles. */
static SpPoint
lay_spot (const SpTrackSpot *spot,
          const SpPoint     *middle)
{
  double turn = G_PI / 180.0;
  double far = hypot (spot->x_m, spot->y_m) / EARTH_M, bearing = atan2 (spot->x_m, spot->y_m);
  double lat = middle->lat_deg * turn;
  double up = sin (lat) * cos (far) + cos (lat) * sin (far) * cos (bearing);
  double lon = middle->lon_deg * turn + atan2 (sin (bearing) * sin (far) * cos (lat), cos (far) - sin (lat) * up);

  return (SpPoint) { asin (CLAMP (up, -1, 1)) / turn, remainder (lon, 2 * G_PI) / turn };
}

/**
 * sp_tracks_lay:
 * @way: (element-type SpTrackSpot): a way
 * @middle: where on the earth its sheet has its middle
 *
 * Returns: (transfer full): the way on the earth
 */
SpRoute *
sp_tracks_lay (GArray        *way,
               const SpPoint *middle)
{
  g_autofree SpPoint *points = g_new (SpPoint, way->len);

  for (guint i = 0; i < way->len; i++)
    points[i] = lay_spot (get_spot (way, i), middle);

  return sp_route_new (points, way->len);
}

/**
 * sp_tracks_new_segment:
 * @way: (element-type SpTrackSpot): its way
 * @middle: where on the earth its sheet has its middle
 *
 * Returns: (transfer full): a segment for runs, number 7
 */
SpSegment *
sp_tracks_new_segment (GArray        *way,
                       const SpPoint *middle)
{
  g_autoptr (SpRoute) route = sp_tracks_lay (way, middle);
  SpOrigin origin = SP_ORIGIN_UNKNOWN;

  return sp_segment_new (7, "Segment", "Run", sp_tracks_get_length_m (way), route, &origin);
}
