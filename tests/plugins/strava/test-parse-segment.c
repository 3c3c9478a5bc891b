/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "api/sp-error.h"
#include "sp-strava-json.h"
#include "sp-strava-parse.h"

static JsonNode *
node_new (const char *text)
{
  g_autoptr(GBytes) body = g_bytes_new (text, strlen (text));
  g_autoptr(GError) error = NULL;
  JsonNode *node = sp_strava_json_parse (body, &error);

  g_assert_no_error (error);

  return node;
}

static SpSegment *
parse_segment (const char  *text,
               GError     **error)
{
  g_autoptr(JsonNode) node = node_new (text);
  SpStravaQuestion question = { .id = 77 };
  SpOrigin origin = SP_ORIGIN_UNKNOWN;

  return sp_strava_parse_segment (node, &question, &origin, error);
}

static SpEffortPage *
parse_efforts (const char  *text,
               GError     **error)
{
  g_autoptr(JsonNode) node = node_new (text);
  SpStravaQuestion question = { .id = 77, .athlete_id = 5 };
  SpOrigin origin = SP_ORIGIN_UNKNOWN;

  return sp_strava_parse_efforts (node, &question, &origin, error);
}

static void
test_line (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SpSegment) segment = parse_segment (
    "{\"id\":77,\"name\":\"Canal Mile\",\"activity_type\":\"Run\",\"distance\":1609,"
    "\"start_latlng\":[1,2],\"end_latlng\":[3,4],\"map\":{\"polyline\":\"_p~iF~ps|U_ulLnnqC_mqNvxq`@\"}}", &error);
  gsize n_points;

  g_assert_no_error (error);
  g_assert_cmpint (sp_segment_get_id (segment), ==, 77);
  g_assert_cmpstr (sp_segment_get_name (segment), ==, "Canal Mile");
  g_assert_cmpstr (sp_segment_get_sport (segment), ==, "Run");
  g_assert_cmpfloat (sp_segment_get_distance_m (segment), ==, 1609);
  sp_route_get_points (sp_segment_get_route (segment), &n_points);
  g_assert_cmpuint (n_points, ==, 3);
}

static void
test_ends_alone (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SpSegment) segment = parse_segment (
    "{\"id\":77,\"start_latlng\":[1,2.5],\"end_latlng\":[3,4],\"map\":{\"polyline\":null}}", &error);
  g_autoptr(SpSegment) bare = NULL;
  const SpPoint *points;
  gsize n_points;

  g_assert_no_error (error);
  points = sp_route_get_points (sp_segment_get_route (segment), &n_points);
  g_assert_cmpuint (n_points, ==, 2);
  g_assert_cmpfloat (points[0].lon_deg, ==, 2.5);
  g_assert_true (isnan (sp_segment_get_distance_m (segment)));

  bare = parse_segment ("{\"id\":77,\"start_latlng\":[],\"end_latlng\":null}", &error);
  g_assert_no_error (error);
  g_assert_null (sp_segment_get_route (bare));
}

static void
test_bad_segments (void)
{
  const struct { const char *text; const char *field; } cases[] = {
    { "{\"name\":\"x\"}", "“id”" },
    { "{\"id\":78}", "“id”" },
    { "{\"id\":77,\"distance\":\"far\"}", "“distance”" },
    { "{\"id\":77,\"start_latlng\":[\"a\",null]}", "“start_latlng”" },
    { "{\"id\":77,\"map\":[]}", "“map”" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (parse_segment (cases[i].text, &error));
      g_assert_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_PROTOCOL);
      g_assert_nonnull (strstr (error->message, cases[i].field));
    }
  g_assert_null (parse_segment ("[]", NULL));
}

static void
test_efforts (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SpEffortPage) page = parse_efforts (
    "[{\"id\":9007199254740995,\"elapsed_time\":116,\"activity\":{\"id\":9007199254740997},\"athlete\":{\"id\":5},"
    "\"segment\":{\"id\":77}},"
    "{\"id\":2,\"elapsed_time\":118,\"activity\":{\"id\":12}},"
    "{\"id\":3,\"elapsed_time\":119,\"activity\":{\"id\":12},\"segment\":{\"id\":78}}]", &error);
  gint64 activity_id = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (sp_effort_page_get_n (page), ==, 2);
  g_assert_cmpint (sp_effort_page_get (page, 0, &activity_id)->id, ==, G_GINT64_CONSTANT (9007199254740995));
  g_assert_cmpint (activity_id, ==, G_GINT64_CONSTANT (9007199254740997));
  g_assert_cmpint (sp_effort_page_get (page, 1, &activity_id)->segment_id, ==, 77);
  g_assert_null (sp_effort_page_get_next_cursor (page));
}

static void
test_bad_efforts (void)
{
  const struct { const char *text; SpFetchError code; const char *field; } cases[] = {
    { "[{\"id\":1,\"elapsed_time\":1}]", SP_FETCH_ERROR_PROTOCOL, "“[0].activity”" },
    { "[{\"id\":1,\"elapsed_time\":1,\"activity\":{}}]", SP_FETCH_ERROR_PROTOCOL, "“[0].activity.id”" },
    { "[{\"id\":1,\"activity\":{\"id\":1}}]", SP_FETCH_ERROR_PROTOCOL, "“[0].elapsed_time”" },
    { "[{\"id\":1,\"athlete\":{\"id\":6}}]", SP_FETCH_ERROR_UNAUTHORIZED, "6 ≠ 5" },
    { "{}", SP_FETCH_ERROR_PROTOCOL, "list" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (parse_efforts (cases[i].text, &error));
      g_assert_error (error, SP_FETCH_ERROR, (int) cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].field));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/strava/parse-segment/line", test_line);
  g_test_add_func ("/strava/parse-segment/ends-alone", test_ends_alone);
  g_test_add_func ("/strava/parse-segment/bad-segments", test_bad_segments);
  g_test_add_func ("/strava/parse-segment/efforts", test_efforts);
  g_test_add_func ("/strava/parse-segment/bad-efforts", test_bad_efforts);

  return g_test_run ();
}
