/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-mock-way.h"

#include <math.h>

#include "sp-mock-random.h"

#define EARTH_M 6371008.8
#define STEP_M 50.0
#define MAX_WINDING_M 160.0
#define N_CORNERS 5

/**
 * sp_mock_way_new:
 *
 * Returns: (transfer full) (element-type SpMockSpot): a way that has not begun
 */
GArray *
sp_mock_way_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (SpMockSpot));
}

/**
 * sp_mock_way_get:
 * @way: (element-type SpMockSpot): a way
 * @index: which spot
 *
 * Returns: (transfer none): the spot
 */
const SpMockSpot *
sp_mock_way_get (GArray *way,
                 guint   index)
{
  return &g_array_index (way, SpMockSpot, index);
}

/**
 * sp_mock_way_add:
 * @way: (element-type SpMockSpot): a way
 * @x_m: metres east
 * @y_m: metres north
 *
 * Goes on to a spot, straight.
 */
void
sp_mock_way_add (GArray *way,
                 double  x_m,
                 double  y_m)
{
  SpMockSpot spot = { x_m, y_m };

  g_array_append_val (way, spot);
}

/**
 * sp_mock_way_add_way:
 * @way: (element-type SpMockSpot): a way
 * @other: (element-type SpMockSpot): another
 * @share: how much of it, from its beginning, 0 to 1
 * @backwards: whether from its end instead
 *
 * Goes on along another way.
 */
void
sp_mock_way_add_way (GArray   *way,
                     GArray   *other,
                     double    share,
                     gboolean  backwards)
{
  guint n = (guint) (share * other->len);

  for (guint i = 0; i < n; i++)
    g_array_append_vals (way, sp_mock_way_get (other, backwards ? other->len - 1 - i : i), 1);
}

/**
 * sp_mock_spot_distance_m:
 * @a: a spot
 * @b: another
 *
 * Returns: how far they are apart in metres
 */
double
sp_mock_spot_distance_m (const SpMockSpot *a,
                         const SpMockSpot *b)
{
  return hypot (b->x_m - a->x_m, b->y_m - a->y_m);
}

/**
 * sp_mock_way_wander:
 * @way: (element-type SpMockSpot): a way that has begun
 * @random: where chance comes from
 * @to: where to
 *
 * Goes on to a spot as roads do: winding, and none twice.
 */
void
sp_mock_way_wander (GArray           *way,
                    GRand            *random,
                    const SpMockSpot *to)
{
  SpMockSpot from = *sp_mock_way_get (way, way->len - 1);
  double far_m = sp_mock_spot_distance_m (&from, to);
  guint n = (guint) MAX (far_m / STEP_M, 1.0);
  double along_x, along_y, bend[3];

  if (far_m < 1.0)
    return;
  along_x = (to->x_m - from.x_m) / far_m;
  along_y = (to->y_m - from.y_m) / far_m;
  for (int i = 0; i < 3; i++)
    bend[i] = sp_mock_random_between (random, -1.0, 1.0) * MIN (far_m * 0.12, MAX_WINDING_M) / (i + 1);

  for (guint i = 1; i < n; i++)
    {
      double share = (double) i / n;
      double turn = G_PI * share;
      double aside_m = bend[0] * sin (turn) + bend[1] * sin (2 * turn) + bend[2] * sin (3 * turn);

      sp_mock_way_add (way, from.x_m + share * far_m * along_x - aside_m * along_y,
                       from.y_m + share * far_m * along_y + aside_m * along_x);
    }
  sp_mock_way_add (way, to->x_m, to->y_m);
}

/**
 * sp_mock_way_circle:
 * @way: (element-type SpMockSpot): a way that has begun
 * @random: where chance comes from
 * @length_m: about how long, in metres
 *
 * Goes round and comes back to where it was.
 */
void
sp_mock_way_circle (GArray *way,
                    GRand  *random,
                    double  length_m)
{
  SpMockSpot from = *sp_mock_way_get (way, way->len - 1);
  double radius_m = length_m / (2 * G_PI) * 0.95;
  double bearing = sp_mock_random_between (random, 0, 2 * G_PI);
  double turn = (sp_mock_random_chance (random, 0.5) ? 2 : -2) * G_PI / N_CORNERS;

  for (int i = 1; i < N_CORNERS; i++)
    {
      double away_m = radius_m * sp_mock_random_between (random, 0.8, 1.2);
      SpMockSpot corner = {
        from.x_m + radius_m * sin (bearing) - away_m * sin (bearing + i * turn),
        from.y_m + radius_m * cos (bearing) - away_m * cos (bearing + i * turn),
      };

      sp_mock_way_wander (way, random, &corner);
    }
  sp_mock_way_wander (way, random, &from);
}

/**
 * sp_mock_way_get_length_m:
 * @way: (element-type SpMockSpot): a way
 *
 * Returns: how long it is, in metres
 */
double
sp_mock_way_get_length_m (GArray *way)
{
  double length_m = 0;

  for (guint i = 1; i < way->len; i++)
    length_m += sp_mock_spot_distance_m (sp_mock_way_get (way, i - 1), sp_mock_way_get (way, i));

  return length_m;
}

static double
to_e5 (double degrees)
{
  return round (degrees * 1e5) / 1e5;
}

/**
 * sp_mock_way_lay:
 * @way: (element-type SpMockSpot): a way of at least one spot, within some tens of kilometres of the middle
 * @middle: where on the earth the sheet has its middle
 *
 * Returns: (transfer full): the way on the earth, as exact as lines are told: 1 m
 */
SpRoute *
sp_mock_way_lay (GArray        *way,
                 const SpPoint *middle)
{
  g_autofree SpPoint *points = g_new (SpPoint, way->len);
  double metre_deg = 180.0 / (G_PI * EARTH_M);
  double shrink = cos (middle->lat_deg * G_PI / 180.0);

  for (guint i = 0; i < way->len; i++)
    {
      const SpMockSpot *spot = sp_mock_way_get (way, i);

      points[i].lat_deg = to_e5 (middle->lat_deg + spot->y_m * metre_deg);
      points[i].lon_deg = to_e5 (remainder (middle->lon_deg + spot->x_m * metre_deg / shrink, 360.0));
    }

  return sp_route_new (points, way->len);
}
