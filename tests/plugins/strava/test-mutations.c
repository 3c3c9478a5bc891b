/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers that were changed anywhere, some hundred times: read or refused, never a crash, never an error of another
 * kind. */
#include <string.h>

#include "sp-strava-answer.h"
#include "sp-strava-json.h"
#include "sp-strava-parse.h"

#define N_CASES 600

static const char activity[] =
  "{\"id\":9007199254740993,\"athlete\":{\"id\":5},\"resource_state\":3,\"sport_type\":\"Run\",\"type\":\"Run\","
  "\"start_date\":\"2026-03-01T17:30:00Z\",\"start_date_local\":\"2026-03-01T18:30:00Z\",\"elapsed_time\":2400,"
  "\"distance\":8000.5,\"total_elevation_gain\":12,\"map\":{\"summary_polyline\":\"_p~iF~ps|U_ulLnnqC\"},"
  "\"manual\":false,\"visibility\":\"only_me\",\"start_latlng\":[52.1,-5],\"end_latlng\":[],\"activity\":{\"id\":8},"
  "\"segment\":{\"id\":77},\"segment_efforts\":[{\"id\":33,\"elapsed_time\":612,\"segment\":{\"id\":77},"
  "\"hidden\":true},{\"id\":34,\"elapsed_time\":1e2,\"segment\":{\"id\":-7},\"distance\":null}]}";

static const char * const pieces[] = {
  "null", "{}", "[]", "-1", "1e400", "\"\"", "true", "[[[[[[", "}}", "194641753419464175341946417534", "\\u0000",
  "\xff",
  "-9223372036854775808", "9223372036854775807", "0.5", ",", ":", "\"", "-99999999999999999999", "\\", "{\"id\":",
};

static char *
mutate (void)
{
  GString *text = g_string_new (g_test_rand_bit () ? activity : "");
  int n_changes = g_test_rand_int_range (0, 4);

  if (text->len == 0)
    g_string_printf (text, "[%s,%s]", activity, activity);
  for (int i = 0; i < n_changes; i++)
    {
      gsize at = (gsize) g_test_rand_int_range (0, (gint32) text->len);
      gsize drawn = (gsize) g_test_rand_int_range (0, 12);
      const char *piece = pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))];

      g_string_erase (text, (gssize) at, (gssize) MIN (drawn, text->len - at));
      if (g_test_rand_bit ())
        g_string_insert (text, (gssize) at, piece);
      if (text->len == 0)
        break;
    }

  return g_string_free (text, FALSE);
}

static void
check (gpointer        answer,
       GError         *error,
       GDestroyNotify  answer_free)
{
  g_assert_true ((answer == NULL) == (error != NULL));
  if (answer != NULL)
    answer_free (answer);
  else
    g_assert_true (error->domain == SP_FETCH_ERROR);
  g_clear_error (&error);
}

static void
test_mutations (void)
{
  SpStravaQuestion question = { .page = 1, .per_page = 200 };
  SpOrigin origin = SP_ORIGIN_UNKNOWN;
  guint n_read = 0;

  for (int i = 0; i < N_CASES; i++)
    {
      char *text = mutate ();
      g_autoptr(GBytes) body = g_bytes_new_take (text, strlen (text));
      g_autofree char *detail = NULL;
      GError *error = NULL;
      g_autoptr(JsonNode) node = sp_strava_json_parse (body, &error);
      gpointer answer;

      sp_strava_answer_judge (400, "application/json", body, &detail);
      if (node == NULL)
        {
          check (NULL, error, NULL);
          continue;
        }
      n_read++;
      answer = sp_strava_parse_list (node, &question, &origin, &error);
      check (answer, g_steal_pointer (&error), (GDestroyNotify) sp_activity_page_unref);
      answer = sp_strava_parse_activity (node, &question, &origin, &error);
      check (answer, g_steal_pointer (&error), (GDestroyNotify) sp_activity_unref);
      answer = sp_strava_parse_segment (node, &question, &origin, &error);
      check (answer, g_steal_pointer (&error), (GDestroyNotify) sp_segment_unref);
      answer = sp_strava_parse_efforts (node, &question, &origin, &error);
      check (answer, g_steal_pointer (&error), (GDestroyNotify) sp_effort_page_unref);
    }
  g_assert_cmpuint (n_read, >, N_CASES / 10);
  g_assert_cmpuint (n_read, <, N_CASES);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/strava/mutations", test_mutations);

  return g_test_run ();
}
