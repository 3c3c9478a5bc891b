/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "sp-strava-fetcher.h"
#include "sp-strava-rig.h"

static void
test_list (SpStravaRig   *rig,
           gconstpointer  unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SpActivityPage) page = NULL;
  const SpOrigin *origin;

  sp_strava_rig_add_run (rig, ANNA, 1, "2026-01-05T18:00:00");
  sp_strava_rig_add_run (rig, ANNA, 2, "2026-01-06T18:00:00");
  sp_strava_rig_add_run (rig, ANNA, 3, "2025-12-06T18:00:00");
  page = sp_strava_rig_list (rig, rig->anna, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sp_activity_page_get_n (page), ==, 2);
  g_assert_null (sp_activity_page_get_next_cursor (page));
  origin = sp_activity_page_get_origin (page);
  g_assert_cmpstr (origin->source_id, ==, "strava");
  g_assert_cmpuint (origin->n_reads, ==, 1);
  g_assert_false (origin->from_cache);
  g_assert_false (origin->hides_private);
  g_assert_cmpint (origin->fetched_at_s, ==, sp_time_new (2026, 1, 10, 10, 5, 0));
}

static void
test_bounds_are_part (SpStravaRig   *rig,
                      gconstpointer  unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SpActivityPage) page = NULL;

  sp_strava_rig_add_run (rig, ANNA, 1, "2026-01-01T00:00:00");
  sp_strava_rig_add_run (rig, ANNA, 2, "2026-01-31T23:59:59");
  page = sp_strava_rig_list (rig, rig->anna, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sp_activity_page_get_n (page), ==, 2);
}

static guint
list_all (SpStravaRig *rig)
{
  g_autoptr(GHashTable) ids = g_hash_table_new (NULL, NULL);
  g_autofree char *cursor = NULL;

  do
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(SpActivityPage) page = sp_strava_rig_list (rig, rig->anna, cursor, &error);

      g_assert_no_error (error);
      for (guint i = 0; i < sp_activity_page_get_n (page); i++)
        g_hash_table_add (ids, GINT_TO_POINTER (sp_activity_get_id (sp_activity_page_get (page, i))));
      g_free (cursor);
      cursor = g_strdup (sp_activity_page_get_next_cursor (page));
    }
  while (cursor != NULL);

  return g_hash_table_size (ids);
}

static void
add_many (SpStravaRig *rig,
          guint        n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *start = sp_time_to_iso (sp_time_new (2026, 1, 2, 0, 0, 0) + i * 1800);

      sp_strava_rig_add_run (rig, ANNA, 1000 + i, start);
    }
}

static void
test_pages (SpStravaRig   *rig,
            gconstpointer  unused)
{
  add_many (rig, 320);
  g_assert_cmpuint (list_all (rig), ==, 320);
  /* A second page of 120 may still be a short one: an empty third one ends it. */
  g_assert_cmpuint (sp_fake_strava_get_n_calls (rig->server), ==, 3);
}

static void
test_until_empty (SpStravaRig   *rig,
                  gconstpointer  unused)
{
  add_many (rig, 5);
  g_assert_cmpuint (list_all (rig), ==, 5);
  g_assert_cmpuint (sp_fake_strava_get_n_calls (rig->server), ==, 1);
  g_object_set (rig->fetcher, "until-empty", TRUE, NULL);
  g_assert_cmpuint (list_all (rig), ==, 5);
  g_assert_cmpuint (sp_fake_strava_get_n_calls (rig->server), ==, 3);
}

static void
upload (SpFakeStrava *server,
        const char   *path,
        gpointer      user_data)
{
  SpStravaRig *rig = user_data;

  if (sp_fake_strava_get_n_calls (server) == 1)
    sp_strava_rig_add_run (rig, ANNA, 9999, "2026-01-09T18:00:00");
}

static void
test_upload_between_pages (SpStravaRig   *rig,
                           gconstpointer  unused)
{
  add_many (rig, 250);
  sp_fake_strava_set_hook (rig->server, upload, rig);
  /* What was there from the start is listed, though it moved from page to page. */
  g_assert_cmpuint (list_all (rig), >=, 250);
}

static void
test_short_pages (SpStravaRig   *rig,
                  gconstpointer  unused)
{
  add_many (rig, 260);
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *start = sp_time_to_iso (sp_time_new (2026, 1, 4, 0, 0, 0) + i * 60);
      g_autoptr(SpActivity) secret = sp_test_activity (.id = 5000 + i, .start = start, .flags = SP_ACTIVITY_ONLY_ME);

      sp_fake_strava_add_activity (rig->server, ANNA, secret);
    }
  sp_fake_strava_set_short_pages (rig->server, TRUE);
  g_assert_cmpuint (list_all (rig), ==, 320);
}

static void
test_activity (SpStravaRig   *rig,
               gconstpointer  unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SpActivity) run = NULL;
  const SpEffort *efforts;
  guint n_efforts;

  sp_strava_rig_add_run (rig, ANNA, G_GINT64_CONSTANT (9007199254740993), "2026-01-05T18:00:00");
  run = sp_test_get_activity (rig->fetcher, rig->anna, G_GINT64_CONSTANT (9007199254740993), SP_POLICY_DEFAULT, NULL,
                              &error);
  g_assert_no_error (error);
  efforts = sp_activity_get_efforts (run, &n_efforts);
  g_assert_cmpuint (n_efforts, ==, 1);
  g_assert_cmpint (efforts[0].segment_id, ==, CANAL);

  g_assert_null (sp_test_get_activity (rig->fetcher, rig->anna, 12, SP_POLICY_DEFAULT, NULL, &error));
  g_assert_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_NOT_FOUND);
}

static void
test_segment (SpStravaRig   *rig,
              gconstpointer  unused)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SpSegment) segment = NULL;
  g_autoptr(SpSegment) again = NULL;

  g_assert_null (sp_test_get_segment (rig->fetcher, NULL, CANAL, SP_POLICY_DEFAULT, NULL, &error));
  g_assert_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_UNAUTHORIZED);
  g_clear_error (&error);

  segment = sp_test_get_segment (rig->fetcher, rig->anna, CANAL, SP_POLICY_DEFAULT, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (sp_segment_get_route (segment));
  again = sp_test_get_segment (rig->fetcher, NULL, CANAL, SP_POLICY_DEFAULT, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sp_segment_get_id (again), ==, CANAL);
}

static void
test_efforts (SpStravaRig   *rig,
              gconstpointer  unused)
{
  SpPeriod january = { sp_time_new (2026, 1, 1, 0, 0, 0), sp_time_new (2026, 1, 31, 23, 59, 59) };
  g_autoptr(GError) error = NULL;
  g_autoptr(SpEffortPage) page = NULL;

  sp_strava_rig_add_run (rig, ANNA, 1, "2026-01-05T18:00:00");
  for (int i = 0; i < 3; i++)
    {
      g_assert_null (sp_test_list_efforts (rig->fetcher, rig->anna, CANAL, &january, NULL, SP_POLICY_DEFAULT, NULL,
                                           &error));
      g_assert_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_UNSUPPORTED);
      g_clear_error (&error);
    }
  g_assert_cmpuint (sp_fake_strava_get_n_calls (rig->server), ==, 1);

  sp_fake_strava_set_subscribes (rig->server, ANNA, TRUE);
  sp_strava_rig_restart (rig);
  page = sp_test_list_efforts (rig->fetcher, rig->anna, CANAL, &january, NULL, SP_POLICY_DEFAULT, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sp_effort_page_get_n (page), ==, 1);
}

static void
test_connections_are_kept (SpStravaRig   *rig,
                           gconstpointer  unused)
{
  SpPeriod january = { sp_time_new (2026, 1, 1, 0, 0, 0), sp_time_new (2026, 1, 31, 23, 59, 59) };
  GAsyncResult *results[12] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    sp_fetcher_list_activities_async (rig->fetcher, rig->anna, &january, NULL, SP_POLICY_DEFAULT, NULL,
                                      sp_test_store_result, &results[i]);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(SpActivityPage) page = NULL;

      while (results[i] == NULL)
        g_main_context_iteration (NULL, TRUE);
      page = sp_fetcher_list_activities_finish (rig->fetcher, results[i], &error);
      g_assert_no_error (error);
      g_object_unref (results[i]);
    }
  g_assert_cmpuint (sp_fake_strava_get_n_calls (rig->server), ==, 12);
  g_assert_cmpuint (sp_fake_strava_get_n_renewals (rig->server), ==, 1);
  g_assert_cmpuint (sp_fake_strava_get_n_connections (rig->server), <=, 4);
}

static void
test_description (SpStravaRig   *rig,
                  gconstpointer  unused)
{
  g_autoptr(SpSourceInfo) info = sp_fetcher_describe (rig->fetcher);
  g_autofree char *link = sp_source_info_link_effort (info, 12, 34);

  g_assert_nonnull (strstr (sp_source_info_get_cache_key (info), sp_fake_strava_get_base (rig->server)));
  g_assert_nonnull (strstr (sp_source_info_get_cache_key (info), SP_FAKE_CLIENT_ID));
  g_assert_cmpint (sp_source_info_get_retention_s (info), ==, 7 * 86400);
  g_assert_cmpstr (link, ==, "https://www.strava.com/activities/12/segments/34");
  g_assert_cmpuint (sp_fetcher_get_features (rig->fetcher), ==, SP_FETCHER_LISTS_EFFORTS | SP_FETCHER_CONNECTS);
}

static void
test_nothing_to_ask_with (SpStravaRig   *rig,
                          gconstpointer  unused)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (sp_strava_rig_list (rig, rig->ben, NULL, &error));
  g_assert_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_UNAUTHORIZED);
  g_clear_error (&error);

  g_unsetenv ("STRAVA_CLIENT_ID");
  g_assert_null (sp_strava_rig_list (rig, rig->anna, NULL, &error));
  g_assert_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_FORBIDDEN);
  g_assert_nonnull (strstr (error->message, "STRAVA_CLIENT_ID"));
  g_clear_error (&error);

  g_setenv ("SEGMENT_PODIUM_STRAVA_API", "http://www.strava.com/api/v3", TRUE);
  sp_strava_rig_restart (rig);
  g_assert_null (sp_strava_rig_list (rig, rig->anna, NULL, &error));
  g_assert_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_FORBIDDEN);
  g_assert_nonnull (strstr (error->message, "https"));
  g_assert_cmpuint (sp_fake_strava_get_log (rig->server)->len, ==, 0);
}

static void
test_cancelled (SpStravaRig   *rig,
                gconstpointer  unused)
{
  SpPeriod january = { sp_time_new (2026, 1, 1, 0, 0, 0), sp_time_new (2026, 1, 31, 23, 59, 59) };

  /* After each number of turns of the main loop: at each step of token, count, request and answer. */
  for (guint n_turns = 0; n_turns < 60; n_turns++)
    {
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      g_autoptr(GAsyncResult) result = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(SpActivityPage) page = NULL;
      guint n_calls;

      sp_fetcher_list_activities_async (rig->fetcher, rig->anna, &january, NULL, SP_POLICY_DEFAULT, cancellable,
                                        sp_test_store_result, &result);
      for (guint i = 0; i < n_turns && result == NULL; i++)
        g_main_context_iteration (NULL, TRUE);
      if (result != NULL)
        n_turns = 60;
      g_cancellable_cancel (cancellable);
      n_calls = sp_fake_strava_get_n_calls (rig->server);
      while (result == NULL)
        g_main_context_iteration (NULL, TRUE);
      page = sp_fetcher_list_activities_finish (rig->fetcher, result, &error);
      if (page == NULL)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      sp_test_settle ();
      g_assert_cmpuint (sp_fake_strava_get_n_calls (rig->server), <=, n_calls + 1);
    }
  sp_strava_rig_list_ok (rig);
}

#define ADD(name, func) \
  g_test_add ("/strava/fetcher/" name, SpStravaRig, NULL, sp_strava_rig_set_up, func, sp_strava_rig_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("list", test_list);
  ADD ("bounds-are-part", test_bounds_are_part);
  ADD ("pages", test_pages);
  ADD ("until-empty", test_until_empty);
  ADD ("upload-between-pages", test_upload_between_pages);
  ADD ("short-pages", test_short_pages);
  ADD ("activity", test_activity);
  ADD ("segment", test_segment);
  ADD ("efforts", test_efforts);
  ADD ("connections-are-kept", test_connections_are_kept);
  ADD ("description", test_description);
  ADD ("nothing-to-ask-with", test_nothing_to_ask_with);
  ADD ("cancelled", test_cancelled);

  return g_test_run ();
}
