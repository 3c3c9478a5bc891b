/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "sp-strava-answer.h"
#include "sp-strava-json.h"
#include "sp-strava-parse.h"
#include "sp-strava-quota.h"

/* Real answers are no part of the tree. Where SP_PAYLOADS names a folder of them, each is read. */
static GBytes *
load (const char *name)
{
  g_autofree char *path = g_build_filename (g_getenv ("SP_PAYLOADS"), name, NULL);
  g_autoptr(GError) error = NULL;
  char *text = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (path, &text, &size, &error));
  g_assert_no_error (error);

  return g_bytes_new_take (text, size);
}

static void
check_list (GBytes *body)
{
  SpStravaQuestion question = { .page = 1, .per_page = 200 };
  SpOrigin origin = SP_ORIGIN_UNKNOWN;
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) node = sp_strava_json_parse (body, &error);
  g_autoptr(SpActivityPage) page = NULL;

  g_assert_no_error (error);
  page = sp_strava_parse_list (node, &question, &origin, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sp_activity_page_get_n (page), ==, json_array_get_length (json_node_get_array (node)));
}

static void
check_activity (const char *name,
                GBytes     *body)
{
  SpStravaQuestion question = { 0 };
  SpOrigin origin = SP_ORIGIN_UNKNOWN;
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) node = sp_strava_json_parse (body, &error);
  g_autoptr(SpActivity) activity = NULL;
  guint n_efforts;

  g_assert_no_error (error);
  activity = sp_strava_parse_activity (node, &question, &origin, &error);
  if (strstr (name, "30_digits") != NULL)
    {
      g_assert_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_PROTOCOL);
      g_assert_nonnull (strstr (error->message, "“id”"));
      return;
    }
  g_assert_no_error (error);
  g_assert_true (sp_activity_has_efforts (activity));
  sp_activity_get_efforts (activity, &n_efforts);
  g_assert_cmpuint (n_efforts, ==, json_array_get_length (
    json_object_get_array_member (json_node_get_object (node), "segment_efforts")));
}

static void
check_other (const char *name,
             GBytes     *body)
{
  SpStravaQuestion question = { 0 };
  SpOrigin origin = SP_ORIGIN_UNKNOWN;
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) node = sp_strava_json_parse (body, &error);

  g_assert_no_error (error);
  if (g_str_has_prefix (name, "segment_efforts"))
    {
      g_autoptr(SpEffortPage) page = sp_strava_parse_efforts (node, &question, &origin, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (sp_effort_page_get_n (page), ==, json_array_get_length (json_node_get_array (node)));
    }
  else if (g_str_equal (name, "segment.json"))
    {
      g_autoptr(SpSegment) segment = sp_strava_parse_segment (node, &question, &origin, &error);

      g_assert_no_error (error);
      g_assert_nonnull (sp_segment_get_route (segment));
    }
}

static void
check_error (const char *name,
             GBytes     *body)
{
  guint status = (guint) g_ascii_strtoull (name + strlen ("error_"), NULL, 10);
  g_autofree char *detail = NULL;
  SpStravaFault fault = sp_strava_answer_judge (status, "application/json", body, &detail);
  const SpStravaFault by_status[] = {
    [0] = status == 404 ? SP_STRAVA_FAULT_NOT_FOUND : SP_STRAVA_N_FAULTS,
    [1] = status == 429 ? SP_STRAVA_FAULT_RATE_LIMITED : SP_STRAVA_N_FAULTS,
    [2] = strstr (name, "inactive") != NULL ? SP_STRAVA_FAULT_INACTIVE : SP_STRAVA_N_FAULTS,
    [3] = strstr (name, "permission_missing") != NULL ? SP_STRAVA_FAULT_SCOPE : SP_STRAVA_N_FAULTS,
    [4] = strstr (name, "refresh_token_invalid") != NULL ? SP_STRAVA_FAULT_DEAD : SP_STRAVA_N_FAULTS,
    [5] = strstr (name, "application_invalid") != NULL ? SP_STRAVA_FAULT_APPLICATION_REFUSED : SP_STRAVA_N_FAULTS,
    [6] = strstr (name, "after_in_future") != NULL ? SP_STRAVA_FAULT_FUTURE : SP_STRAVA_N_FAULTS,
  };
  gboolean is_expected = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (by_status); i++)
    is_expected |= by_status[i] == fault;
  g_assert_cmpint (fault, !=, SP_STRAVA_N_FAULTS);
  g_assert_true (is_expected);
}

static void
test_payloads (void)
{
  const char *folder = g_getenv ("SP_PAYLOADS");
  g_autoptr(GDir) dir = NULL;
  const char *name;
  guint n_read = 0;

  if (folder == NULL)
    {
      g_test_skip ("SP_PAYLOADS does not name a folder of real answers");
      return;
    }
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr(GBytes) body = NULL;

      if (!g_str_has_suffix (name, ".json"))
        continue;
      g_test_message ("%s", name);
      body = load (name);
      if (g_str_has_prefix (name, "list_"))
        check_list (body);
      else if (g_str_has_prefix (name, "activity_"))
        check_activity (name, body);
      else if (g_str_has_prefix (name, "error_"))
        check_error (name, body);
      else
        check_other (name, body);
      n_read++;
    }
  g_assert_cmpuint (n_read, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/strava/payloads", test_payloads);

  return g_test_run ();
}
