/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-strava-rig.h"

#include <glib/gstdio.h>

#define MARGIN_US (2 * SP_TEST_S)

static void
list_limited (SpStravaRig *rig)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (sp_strava_rig_list (rig, rig->anna, NULL, &error));
  g_assert_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_RATE_LIMITED);
}

static void
changed_cb (SpFetcher *fetcher,
            guint     *n)
{
  (*n)++;
}

static void
test_told (SpStravaRig   *rig,
           gconstpointer  unused)
{
  guint n_changed = 0;

  g_signal_connect (rig->fetcher, "quota-changed", G_CALLBACK (changed_cb), &n_changed);
  sp_fake_strava_set_limits (rig->server, 200, 2000);
  sp_strava_rig_list_ok (rig);
  g_assert_cmpuint (n_changed, >, 0);
  g_assert_cmpuint (sp_strava_rig_get_span (rig, 900)->limit, ==, 200);
  g_assert_cmpuint (sp_strava_rig_get_span (rig, 900)->used, ==, 1);
  g_assert_cmpuint (sp_strava_rig_get_span (rig, 86400)->limit, ==, 2000);
  g_assert_cmpint (sp_strava_rig_get_span (rig, 900)->resume_at_us, ==,
                   sp_time_new (2026, 1, 10, 10, 15, 0) * SP_TEST_S + MARGIN_US);
  g_assert_cmpint (sp_strava_rig_get_span (rig, 86400)->resume_at_us, ==,
                   sp_time_new (2026, 1, 11, 0, 0, 0) * SP_TEST_S + MARGIN_US);
}

static void
test_not_told (SpStravaRig   *rig,
               gconstpointer  unused)
{
  sp_fake_strava_fail (rig->server, SP_FAKE_BARE, 1, 3);
  for (int i = 0; i < 3; i++)
    sp_strava_rig_list_ok (rig);
  g_assert_cmpuint (sp_strava_rig_get_span (rig, 900)->used, ==, 3);
  g_assert_cmpuint (sp_strava_rig_get_span (rig, 86400)->used, ==, 3);
}

static void
test_outlives_the_program (SpStravaRig   *rig,
                           gconstpointer  unused)
{
  sp_fake_strava_fail (rig->server, SP_FAKE_BARE, 1, 100);
  for (int i = 0; i < 3; i++)
    sp_strava_rig_list_ok (rig);
  /* It is known before anything is asked: what a run will cost is said then. */
  sp_strava_rig_restart (rig);
  g_assert_cmpuint (sp_strava_rig_get_span (rig, 86400)->used, ==, 3);

  /* The next day counts anew. */
  sp_test_settle ();
  sp_test_clock_advance (rig->clock, 15 * 3600 * SP_TEST_S);
  sp_strava_rig_list_ok (rig);
  g_assert_cmpuint (sp_strava_rig_get_span (rig, 86400)->used, ==, 1);
}

static void
test_shared (SpStravaRig   *rig,
             gconstpointer  unused)
{
  SpFetcher *first = rig->fetcher;

  sp_fake_strava_fail (rig->server, SP_FAKE_BARE, 1, 100);
  sp_strava_rig_list_ok (rig);
  rig->fetcher = sp_strava_rig_make (rig);
  sp_strava_rig_list_ok (rig);
  sp_strava_rig_list_ok (rig);
  sp_test_settle ();
  sp_test_assert_finalize_late (rig->fetcher);
  rig->fetcher = first;
  sp_strava_rig_list_ok (rig);
  g_assert_cmpuint (sp_strava_rig_get_span (rig, 86400)->used, ==, 4);
}

static void
test_others_are_seen (SpStravaRig   *rig,
                      gconstpointer  unused)
{
  sp_fake_strava_use_up (rig->server, 60);
  sp_strava_rig_list_ok (rig);
  g_assert_cmpuint (sp_strava_rig_get_span (rig, 900)->used, ==, 61);
}

static void
test_no_call_beyond_the_limit (SpStravaRig   *rig,
                               gconstpointer  unused)
{
  sp_fake_strava_set_limits (rig->server, 4, 1000);
  for (int i = 0; i < 4; i++)
    sp_strava_rig_list_ok (rig);
  for (int i = 0; i < 3; i++)
    list_limited (rig);
  g_assert_cmpuint (sp_fake_strava_get_n_calls (rig->server), ==, 4);
  g_assert_cmpuint (sp_fake_strava_get_n_refused (rig->server), ==, 0);
  sp_test_clock_advance (rig->clock, 10 * 60 * SP_TEST_S + MARGIN_US);
  sp_strava_rig_list_ok (rig);
}

static void
test_reserve (SpStravaRig   *rig,
              gconstpointer  unused)
{
  sp_fake_strava_set_limits (rig->server, 100, 10);
  g_object_set (rig->fetcher, "reserve", 7, NULL);
  for (int i = 0; i < 3; i++)
    sp_strava_rig_list_ok (rig);
  list_limited (rig);
  g_assert_cmpuint (sp_strava_rig_get_span (rig, 86400)->limit, ==, 3);
  g_assert_cmpuint (sp_strava_rig_get_span (rig, 86400)->used, ==, 3);
  g_object_set (rig->fetcher, "reserve", 1000, NULL);
  g_assert_cmpuint (sp_strava_rig_get_span (rig, 86400)->used, >=, sp_strava_rig_get_span (rig, 86400)->limit);
  g_assert_cmpuint (sp_strava_rig_get_span (rig, 86400)->limit, >, 0);
  g_object_set (rig->fetcher, "reserve", 0, NULL);
  sp_strava_rig_list_ok (rig);
}

static void
test_refused_without_a_word (SpStravaRig   *rig,
                             gconstpointer  unused)
{
  g_autoptr(SpQuota) quota = NULL;

  sp_fake_strava_fail (rig->server, SP_FAKE_TOO_MANY, 1, 1);
  list_limited (rig);
  quota = sp_fetcher_get_quota (rig->fetcher);
  g_assert_cmpint (sp_quota_get_resume_at_us (quota, sp_clock_get_wall_us (SP_CLOCK (rig->clock))), ==,
                   sp_time_new (2026, 1, 10, 10, 15, 0) * SP_TEST_S + MARGIN_US);
  list_limited (rig);
  g_assert_cmpuint (sp_fake_strava_get_n_calls (rig->server), ==, 1);
}

static void
test_day_is_full (SpStravaRig   *rig,
                  gconstpointer  unused)
{
  g_autoptr(SpQuota) quota = NULL;

  sp_fake_strava_set_limits (rig->server, 100, 40);
  sp_fake_strava_use_up (rig->server, 40);
  list_limited (rig);
  g_assert_cmpuint (sp_fake_strava_get_n_refused (rig->server), ==, 1);
  quota = sp_fetcher_get_quota (rig->fetcher);
  g_assert_cmpint (sp_quota_get_resume_at_us (quota, sp_clock_get_wall_us (SP_CLOCK (rig->clock))), ==,
                   sp_time_new (2026, 1, 11, 0, 0, 0) * SP_TEST_S + MARGIN_US);
}

static void
test_retry_after (SpStravaRig   *rig,
                  gconstpointer  unused)
{
  gint64 now_us = sp_clock_get_wall_us (SP_CLOCK (rig->clock));
  g_autoptr(SpQuota) quota = NULL;

  sp_fake_strava_fail (rig->server, SP_FAKE_RETRY_AFTER, 1, 1);
  list_limited (rig);
  quota = sp_fetcher_get_quota (rig->fetcher);
  g_assert_cmpint (sp_quota_get_resume_at_us (quota, now_us), ==, now_us + 30 * SP_TEST_S);
  list_limited (rig);
  g_assert_cmpuint (sp_fake_strava_get_n_calls (rig->server), ==, 1);
  sp_test_clock_advance (rig->clock, 30 * SP_TEST_S);
  sp_strava_rig_list_ok (rig);
}

static void
test_servers_clock (SpStravaRig   *rig,
                    gconstpointer  unused)
{
  g_autoptr(SpTestClock) ours = sp_test_clock_new ("2026-01-10T09:58:20");
  SpTestClock *servers = rig->clock;

  /* This computer is 400 s slow: the quarter ends at 10:15 of Strava's clock, 10:08:20 of ours. */
  sp_test_settle ();
  rig->clock = ours;
  sp_strava_rig_restart (rig);
  sp_strava_rig_list_ok (rig);
  g_assert_cmpint (sp_strava_rig_get_span (rig, 900)->resume_at_us, ==,
                   sp_time_new (2026, 1, 10, 10, 8, 20) * SP_TEST_S + MARGIN_US);
  rig->clock = servers;
}

static void
test_without_a_folder (SpStravaRig   *rig,
                       gconstpointer  unused)
{
  char *folder = g_steal_pointer (&rig->folder);

  sp_strava_rig_restart (rig);
  sp_fake_strava_fail (rig->server, SP_FAKE_BARE, 1, 100);
  sp_strava_rig_list_ok (rig);
  sp_strava_rig_list_ok (rig);
  g_assert_cmpuint (sp_strava_rig_get_span (rig, 900)->used, ==, 2);
  rig->folder = folder;
}

static char *
find_file (SpStravaRig *rig)
{
  g_autoptr(GDir) dir = g_dir_open (rig->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "requests-"))
      return g_build_filename (rig->folder, name, NULL);
  g_assert_not_reached ();
}

/* Four at once, where the file can not be had: none is lost from the count. */
static void
test_file_not_had (SpStravaRig   *rig,
                   gconstpointer  unused)
{
  SpPeriod january = { sp_time_new (2026, 1, 1, 0, 0, 0), sp_time_new (2026, 1, 31, 23, 59, 59) };
  GAsyncResult *results[4] = { NULL };
  g_autofree char *path = NULL;

  sp_strava_rig_list_ok (rig);
  sp_test_settle ();
  path = find_file (rig);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  sp_strava_rig_restart (rig);
  sp_fake_strava_fail (rig->server, SP_FAKE_BARE, 1, 100);
  for (gsize i = 0; i < G_N_ELEMENTS (results); i++)
    sp_fetcher_list_activities_async (rig->fetcher, rig->anna, &january, NULL, SP_POLICY_DEFAULT, NULL,
                                      sp_test_store_result, &results[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(SpActivityPage) page = NULL;

      while (results[i] == NULL)
        g_main_context_iteration (NULL, TRUE);
      page = sp_fetcher_list_activities_finish (rig->fetcher, results[i], &error);
      g_assert_no_error (error);
      g_object_unref (results[i]);
    }
  g_assert_cmpuint (sp_strava_rig_get_span (rig, 900)->used, ==, 4);
}

static void
test_spoilt_file (SpStravaRig   *rig,
                  gconstpointer  unused)
{
  g_autofree char *path = NULL;

  sp_strava_rig_list_ok (rig);
  sp_test_settle ();
  path = find_file (rig);
  g_assert_true (g_file_set_contents (path, "\x00\x01 nonsense", 10, NULL));
  sp_strava_rig_restart (rig);
  sp_strava_rig_list_ok (rig);
  g_assert_cmpuint (sp_strava_rig_get_span (rig, 900)->used, ==, 2);
}

#define ADD(name, func) \
  g_test_add ("/strava/ledger/" name, SpStravaRig, NULL, sp_strava_rig_set_up, func, sp_strava_rig_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("told", test_told);
  ADD ("not-told", test_not_told);
  ADD ("outlives-the-program", test_outlives_the_program);
  ADD ("shared", test_shared);
  ADD ("others-are-seen", test_others_are_seen);
  ADD ("no-call-beyond-the-limit", test_no_call_beyond_the_limit);
  ADD ("reserve", test_reserve);
  ADD ("refused-without-a-word", test_refused_without_a_word);
  ADD ("day-is-full", test_day_is_full);
  ADD ("retry-after", test_retry_after);
  ADD ("servers-clock", test_servers_clock);
  ADD ("without-a-folder", test_without_a_folder);
  ADD ("file-not-had", test_file_not_had);
  ADD ("spoilt-file", test_spoilt_file);

  return g_test_run ();
}
