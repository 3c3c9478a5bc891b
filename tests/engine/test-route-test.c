/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-route-test.h"

#include <math.h>

#include "support/sp-tracks.h"

#define N_CASES 250

static const SpPoint town = { 51.5, -0.3 };

/* One way, one segment on it, one listing: within what the header assumes, an effort is never lost. */
static void
check_case (GRand         *rand,
            SpTrackShape   shape,
            const SpPoint *middle,
            double         zone_m)
{
  g_autoptr (GArray) way = sp_tracks_new_way (rand, shape, g_rand_double_range (rand, 1500, 16000));
  SpTrackListing listing = { g_rand_double_range (rand, 0, 20), g_rand_double_range (rand, 10, 100), zone_m };
  guint from = (guint) g_rand_int_range (rand, 0, (gint32) way->len - 8);
  guint to = from + (guint) g_rand_int_range (rand, 6, (gint32) MIN (way->len - from, 200u));
  g_autoptr (GArray) piece = sp_tracks_cut (way, from, to);
  g_autoptr (GArray) line = sp_tracks_list (rand, way, &listing);
  double distance_m = sp_tracks_get_length_m (way) * g_rand_double_range (rand, 0.985, 1.02);
  g_autoptr (SpSegment) segment = sp_tracks_new_segment (piece, middle);
  g_autoptr (SpRoute) route = NULL;

  if (line == NULL)
    return;
  route = sp_tracks_lay (line, middle);
  if (!sp_route_test_may_pass (route, distance_m, segment))
    g_error ("an effort is lost: shape %u, spots %u to %u of %u, noise %.0f m, thinned %.0f m, zone %.0f m, at %g, %g",
             shape, from, to, way->len, listing.noise_m, listing.thin_m, zone_m, middle->lat_deg, middle->lon_deg);
}

static void
check_shape (SpTrackShape shape)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint i = 0; i < N_CASES; i++)
    {
      check_case (rand, shape, &town, 0);
      check_case (rand, shape, &town, g_rand_double_range (rand, 200, 1600));
    }
}

static void
test_loops (void)
{
  check_shape (SP_TRACK_LOOP);
}

static void
test_wanderings (void)
{
  check_shape (SP_TRACK_WANDER);
}

static void
test_out_and_back (void)
{
  check_shape (SP_TRACK_OUT_AND_BACK);
}

static void
test_laps (void)
{
  check_shape (SP_TRACK_LAPS);
}

static void
test_to_and_fro (void)
{
  check_shape (SP_TRACK_SHUTTLE);
}

static void
test_everywhere (void)
{
  static const SpPoint middles[] = {
    { 0, 180 }, { -16.8, 179.995 }, { 65.7, -179.99 }, { 78.2, 15.6 }, { -89.97, 40 }, { 89.99, 0 }, { 0, 0 },
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint i = 0; i < N_CASES * 2; i++)
    check_case (rand, i % SP_N_TRACK_SHAPES, &middles[i % G_N_ELEMENTS (middles)],
                i % 2 == 0 ? 0 : g_rand_double_range (rand, 200, 1600));
}

/* Who starts inside the segment has no effort on that pass, but has one when a later lap takes it whole. */
static void
test_start_inside (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint i = 0; i < N_CASES; i++)
    {
      g_autoptr (GArray) ring = sp_tracks_new_way (rand, SP_TRACK_LOOP, g_rand_double_range (rand, 1200, 4000));
      SpTrackListing listing = { 10, g_rand_double_range (rand, 10, 100), i % 2 == 0 ? 0 : 300 };
      guint inside = (guint) g_rand_int_range (rand, 1, 30);
      g_autoptr (GArray) piece = sp_tracks_cut (ring, 0, inside + 20);
      g_autoptr (GArray) way = sp_tracks_cut (ring, inside, ring->len - 1);
      g_autoptr (SpSegment) segment = sp_tracks_new_segment (piece, &town);
      g_autoptr (GArray) line = NULL;
      g_autoptr (SpRoute) route = NULL;

      g_array_append_vals (way, ring->data, ring->len);
      line = sp_tracks_list (rand, way, &listing);
      if (line == NULL)
        continue;
      route = sp_tracks_lay (line, &town);
      g_assert_true (sp_route_test_may_pass (route, sp_tracks_get_length_m (way), segment));
    }
}

static SpSegment *
new_segment (const SpPoint *points,
             gsize          n_points)
{
  g_autoptr (SpRoute) route = sp_route_new (points, n_points);
  SpOrigin origin = SP_ORIGIN_UNKNOWN;

  return sp_segment_new (7, "Segment", "Run", 1000, route, &origin);
}

/* A segment as far off as the activity can not have gone is refused, wherever it is. */
static void
test_far (void)
{
  static const SpPoint middles[] = { { 51.5, -0.3 }, { 0, 180 }, { 78.2, 15.6 }, { 89.9, 0 } };
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint i = 0; i < N_CASES; i++)
    {
      g_autoptr (GArray) way = sp_tracks_new_way (rand, i % SP_N_TRACK_SHAPES, g_rand_double_range (rand, 3000, 9000));
      const SpPoint *middle = &middles[i % G_N_ELEMENTS (middles)];
      SpTrackListing listing = { 5, 20, i % 3 == 0 ? 500 : 0 };
      g_autoptr (GArray) line = sp_tracks_list (rand, way, &listing);
      g_autoptr (GArray) piece = sp_tracks_cut (way, 0, 40);
      double distance_m = sp_tracks_get_length_m (way);
      g_autoptr (SpSegment) segment = NULL;
      g_autoptr (SpRoute) route = NULL;

      if (line == NULL)
        continue;
      for (guint k = 0; k < piece->len; k++)
        g_array_index (piece, SpTrackSpot, k).x_m += 2.2 * distance_m + 1000;
      segment = sp_tracks_new_segment (piece, middle);
      route = sp_tracks_lay (line, middle);
      g_assert_false (sp_route_test_may_pass (route, distance_m, segment));
    }
}

/* An eastward line of 10 km that hides nothing; 0.01 degrees are 1.1 km. */
static void
test_whole_line (void)
{
  const SpPoint line[] = { { 0, 10 }, { 0, 10.09 } };
  const SpPoint along[] = { { 0.001, 10.02 }, { 0.001, 10.04 } };
  const SpPoint against[] = { { 0.001, 10.04 }, { 0.001, 10.02 } };
  const SpPoint beside[] = { { 0.02, 10.04 }, { 0.02, 10.05 } };
  const SpPoint across[] = { { 0, 10.04 }, { 0.02, 10.04 } };
  const SpPoint edge_in[] = { { 0.0026, 10.04 }, { 0.0026, 10.05 } };
  const SpPoint edge_out[] = { { 0.0029, 10.04 }, { 0.0029, 10.05 } };
  g_autoptr (SpRoute) route = sp_route_new (line, 2);
  const struct
  {
    const SpPoint *points;
    gboolean       passes;
  } cases[] = {
    { along, TRUE }, { against, FALSE }, { beside, FALSE }, { across, FALSE }, { edge_in, TRUE }, { edge_out, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SpSegment) segment = new_segment (cases[i].points, 2);

      g_assert_cmpint (sp_route_test_may_pass (route, 10010, segment), ==, cases[i].passes);
    }
}

/* The line shows 5 of 8 km: with the allowance 3.5 km may be hidden, at either end. */
static void
test_hidden_ends (void)
{
  const SpPoint line[] = { { 0, 10 }, { 0, 10.045 } };
  const SpPoint before[] = { { 0, 9.975 }, { 0, 10.01 } };
  const SpPoint after[] = { { 0, 10.03 }, { 0, 10.07 } };
  const SpPoint wholly_before[] = { { 0, 9.98 }, { 0, 9.99 } };
  const SpPoint wholly_after[] = { { 0, 10.055 }, { 0, 10.065 } };
  const SpPoint over_all[] = { { 0, 9.99 }, { 0, 10.06 } };
  const SpPoint too_early[] = { { 0, 9.965 }, { 0, 10.01 } };
  const SpPoint too_late[] = { { 0, 10.03 }, { 0, 10.08 } };
  const SpPoint too_long[] = { { 0, 9.96 }, { 0, 9.99 } };
  const SpPoint too_wide[] = { { 0, 9.98 }, { 0, 10.07 } };
  g_autoptr (SpRoute) route = sp_route_new (line, 2);
  const struct
  {
    const SpPoint *points;
    gboolean       passes;
  } cases[] = {
    { before, TRUE }, { after, TRUE }, { wholly_before, TRUE }, { wholly_after, TRUE }, { over_all, TRUE },
    { too_early, FALSE }, { too_late, FALSE }, { too_long, FALSE }, { too_wide, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SpSegment) segment = new_segment (cases[i].points, 2);

      g_test_message ("case %u", i);
      g_assert_cmpint (sp_route_test_may_pass (route, 8000, segment), ==, cases[i].passes);
      g_assert_false (sp_route_test_may_pass (route, 5000, segment));
    }
}

/* What is not known decides nothing. */
static void
test_unknown (void)
{
  const SpPoint line[] = { { 10, 10 } };
  const SpPoint far[] = { { -40, 100 }, { -40, 100.1 } };
  SpOrigin origin = SP_ORIGIN_UNKNOWN;
  g_autoptr (SpRoute) route = sp_route_new (line, 1);
  g_autoptr (SpSegment) segment = new_segment (far, 2);
  g_autoptr (SpSegment) spot = new_segment (far, 1);
  g_autoptr (SpSegment) no_line = sp_segment_new (7, "Segment", "Run", 1000, NULL, &origin);

  g_assert_false (sp_route_test_may_pass (route, 5000, segment));
  g_assert_true (sp_route_test_may_pass (route, NAN, segment));
  g_assert_true (sp_route_test_may_pass (route, 0, segment));
  g_assert_true (sp_route_test_may_pass (route, INFINITY, segment));
  g_assert_true (sp_route_test_may_pass (route, 5000, spot));
  g_assert_true (sp_route_test_may_pass (route, 5000, no_line));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/route-test/loops", test_loops);
  g_test_add_func ("/engine/route-test/wanderings", test_wanderings);
  g_test_add_func ("/engine/route-test/out-and-back", test_out_and_back);
  g_test_add_func ("/engine/route-test/laps", test_laps);
  g_test_add_func ("/engine/route-test/to-and-fro", test_to_and_fro);
  g_test_add_func ("/engine/route-test/date-line-and-poles", test_everywhere);
  g_test_add_func ("/engine/route-test/start-inside-a-segment", test_start_inside);
  g_test_add_func ("/engine/route-test/far", test_far);
  g_test_add_func ("/engine/route-test/whole-line", test_whole_line);
  g_test_add_func ("/engine/route-test/hidden-ends", test_hidden_ends);
  g_test_add_func ("/engine/route-test/unknown", test_unknown);

  return g_test_run ();
}
