/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "api/sp-route.h"

#include <math.h>

#include "api/sp-error.h"

static void
test_points (void)
{
  SpPoint points[] = { { 51, -3 }, { -90, 180 } };
  g_autoptr(SpRoute) route = sp_route_new (points, 2);
  g_autoptr(SpRoute) same = g_boxed_copy (SP_TYPE_ROUTE, route);
  const SpPoint *told;
  gsize n;

  points[0].lat_deg = 0;
  told = sp_route_get_points (same, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpfloat (told[0].lat_deg, ==, 51);
  g_assert_cmpfloat (told[1].lon_deg, ==, 180);
}

/* The example of the format's description: three places on the west coast of North America. */
static void
test_known (void)
{
  g_autoptr(SpRoute) route = sp_route_new_from_polyline ("_p~iF~ps|U_ulLnnqC_mqNvxq`@", NULL);
  g_autofree char *text = sp_route_to_polyline (route);
  const SpPoint expected[] = { { 38.5, -120.2 }, { 40.7, -120.95 }, { 43.252, -126.453 } };
  gsize n;
  const SpPoint *points = sp_route_get_points (route, &n);

  g_assert_cmpuint (n, ==, 3);
  for (gsize i = 0; i < n; i++)
    {
      g_assert_cmpfloat_with_epsilon (points[i].lat_deg, expected[i].lat_deg, 1e-9);
      g_assert_cmpfloat_with_epsilon (points[i].lon_deg, expected[i].lon_deg, 1e-9);
    }
  g_assert_cmpstr (text, ==, "_p~iF~ps|U_ulLnnqC_mqNvxq`@");
}

/* What is written is read back, to the last of the format's five digits, also at the poles and the date line. */
static void
test_round_trip (void)
{
  for (int round = 0; round < 500; round++)
    {
      SpPoint points[20];
      gsize n = (gsize) g_test_rand_int_range (1, 21), n_read;
      g_autoptr(SpRoute) route = NULL, again = NULL;
      g_autofree char *text = NULL;
      g_autoptr(GError) error = NULL;
      const SpPoint *read;

      for (gsize i = 0; i < n; i++)
        {
          points[i].lat_deg = round % 5 == 0 ? (i % 2 == 0 ? 90 : -90) : g_test_rand_double_range (-90, 90);
          points[i].lon_deg = round % 5 == 0 ? (i % 2 == 0 ? 180 : -180) : g_test_rand_double_range (-180, 180);
        }
      route = sp_route_new (points, n);
      text = sp_route_to_polyline (route);
      again = sp_route_new_from_polyline (text, &error);
      g_assert_no_error (error);
      read = sp_route_get_points (again, &n_read);
      g_assert_cmpuint (n_read, ==, n);
      for (gsize i = 0; i < n; i++)
        {
          g_assert_cmpfloat_with_epsilon (read[i].lat_deg, points[i].lat_deg, 0.51e-5);
          g_assert_cmpfloat_with_epsilon (read[i].lon_deg, points[i].lon_deg, 0.51e-5);
        }
    }
}

static void
assert_refused (const char *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SpRoute) route = sp_route_new_from_polyline (text, &error);

  g_assert_null (route);
  g_assert_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_PROTOCOL);
}

static void
test_hostile (void)
{
  g_autofree char *endless = g_strnfill (100000, '~');

  assert_refused ("");
  assert_refused ("_p~iF");
  assert_refused ("_p~iF~ps|");
  assert_refused ("_p~iF ~ps|U");
  assert_refused ("\001\002");
  assert_refused ("_p~iF\xff\xff");
  assert_refused ("\177\177");
  assert_refused (endless);
  assert_refused ("~~~~~~~~~~~~B??");
  assert_refused ("__cjP??");
}

/* Whatever bytes come: a route within the map, or an error. */
static void
test_random_bytes (void)
{
  for (int round = 0; round < 5000; round++)
    {
      char text[40];
      gsize length = (gsize) g_test_rand_int_range (0, sizeof text), n;
      g_autoptr(GError) error = NULL;
      g_autoptr(SpRoute) route = NULL;
      const SpPoint *points;

      for (gsize i = 0; i < length; i++)
        text[i] = (char) (round % 2 == 0 ? g_test_rand_int_range (63, 127) : g_test_rand_int_range (1, 256));
      text[length] = '\0';
      route = sp_route_new_from_polyline (text, &error);
      g_assert_true ((route == NULL) == (error != NULL));
      if (route == NULL)
        continue;
      points = sp_route_get_points (route, &n);
      for (gsize i = 0; i < n; i++)
        {
          g_assert_cmpfloat (fabs (points[i].lat_deg), <=, 90);
          g_assert_cmpfloat (fabs (points[i].lon_deg), <=, 180);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/route/points", test_points);
  g_test_add_func ("/route/known", test_known);
  g_test_add_func ("/route/round-trip", test_round_trip);
  g_test_add_func ("/route/hostile", test_hostile);
  g_test_add_func ("/route/random-bytes", test_random_bytes);

  return g_test_run ();
}
