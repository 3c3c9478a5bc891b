/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The listed line is the way that was run: off by the receiver and by thinning, and cut where a zone hides it. */
#include "sp-mock-club.h"
#include "sp-mock-random.h"
#include "sp-mock-track.h"

#include <math.h>

/* The receiver's errors are a few metres; so many times that is never seen. */
#define NOISE_M 25.0

static double
get_off_m (GArray           *line,
           const SpMockSpot *spot)
{
  double nearest_m = INFINITY;

  for (guint i = 1; i < line->len; i++)
    {
      const SpMockSpot *a = sp_mock_way_get (line, i - 1), *b = sp_mock_way_get (line, i);
      double square = pow (sp_mock_spot_distance_m (a, b), 2);
      double share = square > 0 ? ((spot->x_m - a->x_m) * (b->x_m - a->x_m) + (spot->y_m - a->y_m) * (b->y_m - a->y_m))
                                  / square : 0;

      share = CLAMP (share, 0.0, 1.0);
      nearest_m = MIN (nearest_m, hypot (a->x_m + share * (b->x_m - a->x_m) - spot->x_m,
                                         a->y_m + share * (b->y_m - a->y_m) - spot->y_m));
    }

  return nearest_m;
}

static void
check_line (GArray           *way,
            GArray           *line,
            const SpMockSpot *home,
            double            zone_m)
{
  guint first = 0, last = way->len - 1;

  while (sp_mock_spot_distance_m (sp_mock_way_get (way, first), home) < zone_m)
    first++;
  while (sp_mock_spot_distance_m (sp_mock_way_get (way, last), home) < zone_m)
    last--;
  for (guint i = 0; i < line->len; i++)
    g_assert_cmpfloat (get_off_m (way, sp_mock_way_get (line, i)), <=, NOISE_M);
  for (guint i = first; i <= last; i++)
    g_assert_cmpfloat (get_off_m (line, sp_mock_way_get (way, i)), <=, SP_MOCK_THIN_M + NOISE_M);
  g_assert_cmpfloat (sp_mock_spot_distance_m (sp_mock_way_get (line, 0), sp_mock_way_get (way, first)), <=, NOISE_M);
  g_assert_cmpfloat (sp_mock_spot_distance_m (sp_mock_way_get (line, line->len - 1), sp_mock_way_get (way, last)), <=,
                     NOISE_M);
  g_assert_cmpuint (line->len, <, (way->len + 1) * 2 / 3);
}

static void
test_listed (void)
{
  for (guint32 seed = 1; seed <= 300; seed++)
    {
      g_autoptr (GRand) random = sp_mock_random_new (seed, SP_MOCK_FOR_TRACK, 0, 0);
      g_autoptr (GArray) way = sp_mock_way_new ();
      g_autoptr (GArray) line = NULL;
      SpMockSpot home = { 100, -300 };
      double zone_m = seed % 2 == 0 ? 0 : sp_mock_random_between (random, 200, 900);

      sp_mock_way_add (way, home.x_m, home.y_m);
      sp_mock_way_circle (way, random, sp_mock_random_between (random, 8000, 20000));
      line = sp_mock_track_list (random, way, &home, zone_m);
      g_assert_nonnull (line);
      check_line (way, line, &home, zone_m);
    }
}

/* A way that never leaves the zone is not shown at all. */
static void
test_all_hidden (void)
{
  g_autoptr (GRand) random = sp_mock_random_new (1, SP_MOCK_FOR_TRACK, 0, 0);
  g_autoptr (GArray) way = sp_mock_way_new ();
  SpMockSpot home = { 0, 0 };

  sp_mock_way_add (way, 0, 0);
  sp_mock_way_circle (way, random, 2500);
  g_assert_null (sp_mock_track_list (random, way, &home, 1600));
}

/* Zones shorten the line and not the distance, and only of those who have one. */
static void
test_zones (void)
{
  SpMockSize size = { 4, 34, 4, 4, 0 };
  g_autoptr (SpMockClub) club = sp_mock_club_new (&size);
  guint n_zones = 0, n_hidden = 0;

  for (guint i = 0; i < size.n_runners; i++)
    {
      const SpMockRunner *runner = sp_mock_club_get_runner (club, i);
      GPtrArray *activities = sp_mock_club_get_activities (club, i);

      n_zones += runner->zone_m > 0;
      g_assert_true (runner->zone_m <= 0 || (runner->zone_m >= 200 && runner->zone_m <= 1600));
      for (guint j = 0; j < activities->len; j++)
        {
          SpMockActivity *activity = activities->pdata[j];
          g_autoptr (GArray) way = sp_mock_track_make (size.seed, runner, &activity->outing,
                                                       sp_mock_club_get_world (club));

          if (way == NULL)
            g_assert_null (sp_activity_get_route (activity->listed));
          else
            g_assert_cmpfloat_with_epsilon (sp_activity_get_distance_m (activity->listed),
                                            sp_mock_way_get_length_m (way), sp_mock_way_get_length_m (way) * 0.011);
          if (way != NULL && sp_activity_get_route (activity->listed) == NULL)
            {
              g_assert_cmpfloat (runner->zone_m, >, 0);
              n_hidden++;
            }
        }
    }
  g_assert_cmpuint (n_zones, ==, 12);
  g_assert_cmpuint (n_hidden, >, 0);
}

/* On the earth a metre is a metre, also beside the date line. */
static void
test_lay (void)
{
  g_autoptr (GArray) way = sp_mock_way_new ();

  sp_mock_way_add (way, -4000, 0);
  sp_mock_way_add (way, 4000, 3000);
  for (guint i = 0; i < sp_mock_world_get_n_places (); i++)
    {
      g_autoptr (SpRoute) route = NULL;
      const SpPoint *points;
      SpPoint middle;
      gsize n_points;
      double east_m, north_m;

      sp_mock_world_get_place (i, &middle);
      route = sp_mock_way_lay (way, &middle);
      points = sp_route_get_points (route, &n_points);
      g_assert_cmpuint (n_points, ==, 2);
      g_assert_cmpfloat (fabs (points[0].lon_deg), <=, 180);
      g_assert_cmpfloat (fabs (points[1].lon_deg), <=, 180);
      north_m = (points[1].lat_deg - points[0].lat_deg) * G_PI / 180 * 6371008.8;
      east_m = remainder (points[1].lon_deg - points[0].lon_deg, 360) * G_PI / 180 * 6371008.8
               * cos (middle.lat_deg * G_PI / 180);
      g_assert_cmpfloat_with_epsilon (north_m, 3000, 3);
      g_assert_cmpfloat_with_epsilon (east_m, 8000, 3);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plugins/mock/track/listed", test_listed);
  g_test_add_func ("/plugins/mock/track/all-hidden", test_all_hidden);
  g_test_add_func ("/plugins/mock/track/zones", test_zones);
  g_test_add_func ("/plugins/mock/track/lay", test_lay);

  return g_test_run ();
}
