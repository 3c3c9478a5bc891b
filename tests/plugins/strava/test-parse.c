/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "sp-strava-fault.h"
#include "sp-strava-json.h"
#include "sp-strava-parse.h"

#define DATES "\"start_date\":\"2026-03-01T17:30:00Z\",\"start_date_local\":\"2026-03-01T18:30:00Z\""
#define RUN "{\"id\":9007199254740993,\"sport_type\":\"TrailRun\",\"type\":\"Run\"," DATES "," \
  "\"elapsed_time\":2400,\"distance\":8000,\"total_elevation_gain\":12.5}"
#define EFFORT "{\"id\":3333333333333333333,\"elapsed_time\":612,\"moving_time\":600,\"distance\":3500.5," \
  "\"hidden\":true,\"visibility\":\"only_me\",\"start_date_local\":\"2026-03-01T18:40:00Z\",\"segment\":{\"id\":77}}"

static const SpStravaQuestion page_one = { .page = 1, .per_page = 4 };

static JsonNode *
node_new (const char *text)
{
  g_autoptr(GBytes) body = g_bytes_new (text, strlen (text));
  g_autoptr(GError) error = NULL;
  JsonNode *node = sp_strava_json_parse (body, &error);

  g_assert_no_error (error);

  return node;
}

static SpActivityPage *
parse_list (const char             *text,
            const SpStravaQuestion *question,
            GError                **error)
{
  g_autoptr(JsonNode) node = node_new (text);
  SpOrigin origin = SP_ORIGIN_UNKNOWN;

  return sp_strava_parse_list (node, question, &origin, error);
}

static SpActivity *
parse_activity (const char  *text,
                gint64       id,
                GError     **error)
{
  g_autoptr(JsonNode) node = node_new (text);
  SpOrigin origin = SP_ORIGIN_UNKNOWN;
  SpStravaQuestion question = { .id = id };

  return sp_strava_parse_activity (node, &question, &origin, error);
}

static void
test_summary (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SpActivityPage) page = parse_list ("[" RUN "]", &page_one, &error);
  SpActivity *run;

  g_assert_no_error (error);
  g_assert_cmpuint (sp_activity_page_get_n (page), ==, 1);
  run = sp_activity_page_get (page, 0);
  g_assert_cmpint (sp_activity_get_id (run), ==, G_GINT64_CONSTANT (9007199254740993));
  g_assert_cmpstr (sp_activity_get_sport (run), ==, "TrailRun");
  g_assert_cmpint (sp_activity_get_start_local_s (run) - sp_activity_get_start_utc_s (run), ==, 3600);
  g_assert_cmpint (sp_activity_get_elapsed_s (run), ==, 2400);
  g_assert_cmpfloat (sp_activity_get_distance_m (run), ==, 8000);
  g_assert_cmpfloat (sp_activity_get_climb_m (run), ==, 12.5);
  g_assert_false (sp_activity_has_efforts (run));
  g_assert_null (sp_activity_get_route (run));
  g_assert_cmpuint (sp_activity_get_flags (run), ==, SP_ACTIVITY_NONE);
}

static void
test_unknown_is_not_zero (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SpActivityPage) page = parse_list (
    "[{\"id\":1,\"type\":\"Quidditch\"," DATES ","
    "\"elapsed_time\":null,\"distance\":null,\"map\":null,\"manual\":null}]",
    &page_one, &error);
  SpActivity *run;

  g_assert_no_error (error);
  run = sp_activity_page_get (page, 0);
  g_assert_cmpstr (sp_activity_get_sport (run), ==, "Quidditch");
  g_assert_cmpint (sp_activity_get_elapsed_s (run), ==, -1);
  g_assert_true (isnan (sp_activity_get_distance_m (run)));
}

static void
test_flags (void)
{
  const struct { const char *fields; SpActivityFlags flags; } cases[] = {
    { "\"manual\":true", SP_ACTIVITY_MANUAL },
    { "\"trainer\":true", SP_ACTIVITY_INDOOR },
    { "\"flagged\":true", SP_ACTIVITY_FLAGGED },
    { "\"private\":true", SP_ACTIVITY_ONLY_ME },
    { "\"private\":true,\"visibility\":\"everyone\"", SP_ACTIVITY_NONE },
    { "\"private\":false,\"visibility\":\"only_me\"", SP_ACTIVITY_ONLY_ME },
    { "\"visibility\":\"followers_only\"", SP_ACTIVITY_NONE },
    { "\"resource_state\":-1", SP_ACTIVITY_PROCESSING },
    { "\"resource_state\":2", SP_ACTIVITY_NONE },
    { "\"manual\":true,\"flagged\":true", SP_ACTIVITY_MANUAL | SP_ACTIVITY_FLAGGED },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("[{\"id\":1,\"type\":\"Run\"," DATES ",%s}]", cases[i].fields);
      g_autoptr(GError) error = NULL;
      g_autoptr(SpActivityPage) page = parse_list (text, &page_one, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (sp_activity_get_flags (sp_activity_page_get (page, 0)), ==, cases[i].flags);
    }
}

static void
test_hidden_start (void)
{
  const struct { const char *local; gboolean hidden; } cases[] = {
    { "2026-03-01T00:00:01Z", TRUE }, { "2026-03-01T00:00:00Z", FALSE }, { "2026-03-01T00:00:02Z", FALSE },
    { "1969-12-31T00:00:01Z", TRUE }, { "2026-03-01T12:00:01Z", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("[{\"id\":1,\"type\":\"Run\",\"start_date\":\"2026-03-01T00:00:01Z\","
                                               "\"start_date_local\":\"%s\"}]", cases[i].local);
      g_autoptr(GError) error = NULL;
      g_autoptr(SpActivityPage) page = parse_list (text, &page_one, &error);

      g_assert_no_error (error);
      g_assert_cmpint ((sp_activity_get_flags (sp_activity_page_get (page, 0)) & SP_ACTIVITY_START_HIDDEN) != 0, ==,
                       cases[i].hidden);
    }
}

static void
test_route (void)
{
  const struct { const char *map; gsize n_points; } cases[] = {
    { "{\"summary_polyline\":\"_p~iF~ps|U_ulLnnqC\"}", 2 },
    { "{\"summary_polyline\":\"\",\"polyline\":\"_p~iF~ps|U\"}", 1 },
    { "{\"summary_polyline\":null}", 0 },
    { "{\"summary_polyline\":\"\"}", 0 },
    { "{\"summary_polyline\":\"!!\"}", 0 },
    { "{}", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("[{\"id\":1,\"type\":\"Run\"," DATES ",\"map\":%s}]", cases[i].map);
      g_autoptr(GError) error = NULL;
      g_autoptr(SpActivityPage) page = parse_list (text, &page_one, &error);
      SpRoute *route;
      gsize n_points = 0;

      g_assert_no_error (error);
      route = sp_activity_get_route (sp_activity_page_get (page, 0));
      if (route != NULL)
        sp_route_get_points (route, &n_points);
      g_assert_cmpuint (n_points, ==, cases[i].n_points);
    }
}

static void
test_missing_is_named (void)
{
  const struct { const char *text; const char *field; } cases[] = {
    { "[{\"type\":\"Run\"," DATES "}]", "[0].id" },
    { "[{\"id\":0,\"type\":\"Run\"," DATES "}]", "[0].id" },
    { "[{\"id\":-5,\"type\":\"Run\"," DATES "}]", "[0].id" },
    { "[{\"id\":194641753419464175341946417534,\"type\":\"Run\"," DATES "}]", "[0].id" },
    { "[{\"id\":9223372036854775808,\"type\":\"Run\"," DATES "}]", "[0].id" },
    { "[" RUN ",{\"id\":2," DATES "}]", "[1].type" },
    { "[{\"id\":1,\"type\":\"Run\",\"start_date\":\"2026-03-01T17:30:00Z\"}]", "[0].start_date_local" },
    { "[{\"id\":1,\"type\":\"Run\",\"start_date\":null}]", "[0].start_date" },
    { "[{\"id\":1,\"type\":\"Run\",\"start_date\":\"yesterday\"}]", "[0].start_date" },
    { "[{\"id\":1,\"type\":\"Run\"," DATES ",\"distance\":\"far\"}]", "[0].distance" },
    { "[{\"id\":1,\"type\":\"Run\"," DATES ",\"elapsed_time\":99999999999}]", "[0].elapsed_time" },
    { "[{\"id\":1,\"type\":\"Run\"," DATES ",\"map\":{\"summary_polyline\":7}}]", "[0].map.summary_polyline" },
    { "[{\"id\":1,\"type\":\"Run\"," DATES ",\"manual\":1}]", "[0].manual" },
    { "[null]", "[0]" },
    { "[[]]", "[0]" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *quoted = g_strdup_printf ("“%s”", cases[i].field);
      g_autoptr(GError) error = NULL;

      g_assert_null (parse_list (cases[i].text, &page_one, &error));
      g_assert_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_PROTOCOL);
      if (strstr (error->message, quoted) == NULL)
        g_test_message ("%s: %s", cases[i].field, error->message);
      g_assert_nonnull (strstr (error->message, quoted));
    }
  g_assert_null (parse_list ("{\"message\":\"error\"}", &page_one, NULL));
}

static void
test_end_of_list (void)
{
  SpStravaQuestion second = { .page = 2, .per_page = 4 };
  SpStravaQuestion thorough = { .page = 7, .per_page = 4, .until_empty = TRUE };
  const struct { const char *text; SpStravaQuestion *question; const char *cursor; } cases[] = {
    { "[]", &second, NULL },
    { "[" RUN "]", &second, NULL },
    { "[" RUN "," RUN "]", &second, "3" },
    { "[" RUN "," RUN "," RUN "," RUN "]", &second, "3" },
    { "[" RUN "]", &thorough, "8" },
    { "[]", &thorough, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(SpActivityPage) page = parse_list (cases[i].text, cases[i].question, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (sp_activity_page_get_next_cursor (page), ==, cases[i].cursor);
    }
}

static void
test_somebody_else (void)
{
  SpStravaQuestion question = { .athlete_id = 5, .page = 1, .per_page = 4 };
  g_autoptr(GError) error = NULL;
  g_autoptr(SpActivityPage) page = NULL;

  g_assert_null (parse_list ("[{\"id\":1,\"athlete\":{\"id\":6},\"type\":\"Run\"," DATES "}]", &question, &error));
  g_assert_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_UNAUTHORIZED);
  g_assert_nonnull (strstr (error->message, "6 ≠ 5"));
  g_clear_error (&error);

  page = parse_list ("[{\"id\":1,\"athlete\":{\"id\":5},\"type\":\"Run\"," DATES "}]", &question, &error);
  g_assert_no_error (error);
}

static void
test_efforts (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SpActivity) run = parse_activity (
    "{\"id\":1,\"type\":\"Run\"," DATES ",\"segment_efforts\":[" EFFORT ","
    "{\"id\":4,\"elapsed_time\":9,\"segment\":{\"id\":77}}]}", 1, &error);
  const SpEffort *efforts;
  guint n_efforts;

  g_assert_no_error (error);
  g_assert_true (sp_activity_has_efforts (run));
  efforts = sp_activity_get_efforts (run, &n_efforts);
  g_assert_cmpuint (n_efforts, ==, 2);
  g_assert_cmpint (efforts[0].id, ==, G_GINT64_CONSTANT (3333333333333333333));
  g_assert_cmpint (efforts[0].segment_id, ==, 77);
  g_assert_cmpint (efforts[0].elapsed_s, ==, 612);
  g_assert_cmpint (efforts[0].moving_s, ==, 600);
  g_assert_cmpfloat_with_epsilon (efforts[0].distance_m, 3500.5, 0.01);
  g_assert_cmpint (efforts[0].start_local_s, ==, sp_activity_get_start_local_s (run) + 600);
  g_assert_cmpuint (efforts[0].flags, ==, SP_EFFORT_HIDDEN | SP_EFFORT_ONLY_ME);
  g_assert_cmpint (efforts[1].start_local_s, ==, SP_TIME_UNKNOWN);
  g_assert_cmpint (efforts[1].moving_s, ==, -1);
  g_assert_true (isnan (efforts[1].distance_m));
}

static void
test_no_efforts_told (void)
{
  const struct { const char *fields; const char *bad; gboolean has_efforts; } cases[] = {
    { "\"segment_efforts\":[]", NULL, TRUE },
    { "\"name\":\"x\"", "segment_efforts", FALSE },
    { "\"segment_efforts\":null", "segment_efforts", FALSE },
    { "\"segment_efforts\":{}", "segment_efforts", FALSE },
    { "\"resource_state\":-1", NULL, FALSE },
    { "\"resource_state\":-1,\"segment_efforts\":[]", NULL, TRUE },
    { "\"segment_efforts\":[{\"id\":4,\"elapsed_time\":9}]", "segment_efforts[0].segment", FALSE },
    { "\"segment_efforts\":[{\"id\":4,\"elapsed_time\":9,\"segment\":{}}]", "segment_efforts[0].segment.id", FALSE },
    { "\"segment_efforts\":[{\"id\":4,\"segment\":{\"id\":1}}]", "segment_efforts[0].elapsed_time", FALSE },
    { "\"segment_efforts\":[{\"elapsed_time\":9,\"segment\":{\"id\":1}}]", "segment_efforts[0].id", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"id\":1,\"type\":\"Run\"," DATES ",%s}", cases[i].fields);
      g_autoptr(GError) error = NULL;
      g_autoptr(SpActivity) run = parse_activity (text, 1, &error);

      g_assert_cmpint (run == NULL, ==, cases[i].bad != NULL);
      if (run == NULL)
        {
          g_assert_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_PROTOCOL);
          g_assert_nonnull (strstr (error->message, cases[i].bad));
        }
      else
        g_assert_cmpint (sp_activity_has_efforts (run), ==, cases[i].has_efforts);
    }
}

static void
test_another_activity (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (parse_activity ("{\"id\":1,\"type\":\"Run\"," DATES ",\"segment_efforts\":[]}", 2, &error));
  g_assert_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_PROTOCOL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/strava/parse/summary", test_summary);
  g_test_add_func ("/strava/parse/unknown-is-not-zero", test_unknown_is_not_zero);
  g_test_add_func ("/strava/parse/flags", test_flags);
  g_test_add_func ("/strava/parse/hidden-start", test_hidden_start);
  g_test_add_func ("/strava/parse/route", test_route);
  g_test_add_func ("/strava/parse/missing-is-named", test_missing_is_named);
  g_test_add_func ("/strava/parse/end-of-list", test_end_of_list);
  g_test_add_func ("/strava/parse/somebody-else", test_somebody_else);
  g_test_add_func ("/strava/parse/efforts", test_efforts);
  g_test_add_func ("/strava/parse/no-efforts-told", test_no_efforts_told);
  g_test_add_func ("/strava/parse/another-activity", test_another_activity);

  return g_test_run ();
}
