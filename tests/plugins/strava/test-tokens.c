/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "platform/sp-memory-secret-store.h"
#include "sp-strava-grant.h"
#include "sp-strava-rig.h"

static void
expect (SpStravaRig  *rig,
        SpAthlete    *athlete,
        SpFetchError  code,
        const char   *says)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (sp_strava_rig_list (rig, athlete, NULL, &error));
  g_assert_error (error, SP_FETCH_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, says));
}

static void
check_kept (SpFakeStrava *server,
            const char   *path,
            gpointer      user_data)
{
  SpStravaRig *rig = user_data;
  g_autofree char *grant = NULL;

  if (!g_str_has_prefix (path, "/api/"))
    return;
  /* The access token that this call carries came with a refresh token that is kept by now. */
  grant = sp_strava_rig_get_grant (rig, ANNA);
  g_assert_nonnull (strstr (grant, sp_fake_strava_get_refresh_token (server, ANNA)));
  g_assert_nonnull (strstr (grant, sp_fake_strava_get_access_token (server, ANNA)));
}

static void
test_kept_before_used (SpStravaRig   *rig,
                       gconstpointer  unused)
{
  g_autofree char *old = g_strdup (sp_fake_strava_get_refresh_token (rig->server, ANNA));

  sp_fake_strava_set_hook (rig->server, check_kept, rig);
  sp_strava_rig_list_ok (rig);
  g_assert_cmpstr (old, !=, sp_fake_strava_get_refresh_token (rig->server, ANNA));
  g_assert_cmpuint (sp_fake_strava_get_n_calls (rig->server), ==, 1);
}

static void
test_kept_until_they_expire (SpStravaRig   *rig,
                             gconstpointer  unused)
{
  sp_strava_rig_list_ok (rig);
  sp_strava_rig_restart (rig);
  sp_strava_rig_list_ok (rig);
  g_assert_cmpuint (sp_fake_strava_get_n_renewals (rig->server), ==, 1);
  sp_test_settle ();
  sp_test_clock_advance (rig->clock, 6 * 3600 * SP_TEST_S);
  sp_strava_rig_list_ok (rig);
  g_assert_cmpuint (sp_fake_strava_get_n_renewals (rig->server), ==, 2);
}

static void
test_not_rotated (SpStravaRig   *rig,
                  gconstpointer  unused)
{
  g_autofree char *old = g_strdup (sp_fake_strava_get_refresh_token (rig->server, ANNA));
  g_autofree char *grant = NULL;

  sp_fake_strava_set_rotates (rig->server, FALSE);
  sp_strava_rig_list_ok (rig);
  grant = sp_strava_rig_get_grant (rig, ANNA);
  g_assert_nonnull (strstr (grant, old));
}

/* Two programs at the same moment, one refresh token that is good once. */
static void
test_two_programs (SpStravaRig   *rig,
                   gconstpointer  unused)
{
  SpPeriod january = { sp_time_new (2026, 1, 1, 0, 0, 0), sp_time_new (2026, 1, 31, 23, 59, 59) };
  SpFetcher *other = sp_strava_rig_make (rig);
  SpFetcher *fetchers[] = { rig->fetcher, other, rig->fetcher, other };
  GAsyncResult *results[G_N_ELEMENTS (fetchers)] = { NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (fetchers); i++)
    sp_fetcher_list_activities_async (fetchers[i], rig->anna, &january, NULL, SP_POLICY_DEFAULT, NULL,
                                      sp_test_store_result, &results[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (fetchers); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(SpActivityPage) page = NULL;

      while (results[i] == NULL)
        g_main_context_iteration (NULL, TRUE);
      page = sp_fetcher_list_activities_finish (fetchers[i], results[i], &error);
      g_assert_no_error (error);
      g_object_unref (results[i]);
    }
  g_assert_cmpuint (sp_fake_strava_get_n_renewals (rig->server), ==, 1);
  sp_test_settle ();
  sp_test_assert_finalize_late (other);
}

/* A dead token marks its runner, is asked about once, and blocks nobody. */
static void
test_dead_token (SpStravaRig   *rig,
                 gconstpointer  unused)
{
  guint n_asked;

  sp_test_store_secret (rig->store, "athlete/502", "{\"refresh_token\":\"long-gone\"}", NULL, NULL);
  expect (rig, rig->ben, SP_FETCH_ERROR_UNAUTHORIZED, "connect again");
  n_asked = sp_fake_strava_get_log (rig->server)->len;
  expect (rig, rig->ben, SP_FETCH_ERROR_UNAUTHORIZED, "connect again");
  g_assert_cmpuint (sp_fake_strava_get_log (rig->server)->len, ==, n_asked);
  sp_strava_rig_list_ok (rig);
  g_assert_cmpuint (sp_fake_strava_get_n_calls (rig->server), ==, 1);
}

static void
test_token_endpoint_fails (SpStravaRig   *rig,
                           gconstpointer  unused)
{
  const struct { SpFakeFault fault; SpFetchError code; } cases[] = {
    { SP_FAKE_SERVER_ERROR, SP_FETCH_ERROR_FAILED },
    { SP_FAKE_HTML, SP_FETCH_ERROR_OFFLINE },
    { SP_FAKE_GARBAGE, SP_FETCH_ERROR_PROTOCOL },
    { SP_FAKE_EMPTY, SP_FETCH_ERROR_PROTOCOL },
    { SP_FAKE_MISSING_FIELD, SP_FETCH_ERROR_PROTOCOL },
    { SP_FAKE_DROPPED, SP_FETCH_ERROR_OFFLINE },
    { SP_FAKE_TOO_MANY, SP_FETCH_ERROR_RATE_LIMITED },
    { SP_FAKE_REDIRECT, SP_FETCH_ERROR_OFFLINE },
    { SP_FAKE_REDIRECT_HTTP, SP_FETCH_ERROR_OFFLINE },
    { SP_FAKE_ATHLETE_LIMIT, SP_FETCH_ERROR_FORBIDDEN },
    { SP_FAKE_BAD_GATEWAY, SP_FETCH_ERROR_FAILED },
    { SP_FAKE_INACTIVE, SP_FETCH_ERROR_FORBIDDEN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      sp_fake_strava_fail_token (rig->server, cases[i].fault, 1);
      expect (rig, rig->anna, cases[i].code, ".");
    }
  /* Nothing of that used the token up, and nobody else was told of it. */
  sp_strava_rig_list_ok (rig);
  for (guint i = 0; i < sp_fake_strava_get_log (rig->server)->len; i++)
    g_assert_null (strstr (sp_fake_strava_get_log (rig->server)->pdata[i], "elsewhere"));
}

/* Strava has given a new token, and the old one is dead; what came of it here is not one. */
static void
test_answer_is_lost (SpStravaRig   *rig,
                     gconstpointer  unused)
{
  const struct { SpFakeFault fault; SpFetchError code; } cases[] = {
    { SP_FAKE_DROPPED_INSIDE, SP_FETCH_ERROR_OFFLINE },
    { SP_FAKE_TRUNCATED, SP_FETCH_ERROR_PROTOCOL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      sp_strava_rig_connect (rig, ANNA);
      sp_strava_rig_restart (rig);
      sp_fake_strava_fail_token (rig->server, cases[i].fault, 1);
      expect (rig, rig->anna, cases[i].code, ".");
      expect (rig, rig->anna, SP_FETCH_ERROR_UNAUTHORIZED, "connect again");
    }
  g_assert_cmpuint (sp_fake_strava_get_n_calls (rig->server), ==, 0);
}

static void
test_scope_missing (SpStravaRig   *rig,
                    gconstpointer  unused)
{
  sp_fake_strava_add_athlete (rig->server, 503, "Cas Dijk", "read");
  sp_strava_rig_connect (rig, 503);
  {
    g_autoptr(SpAthlete) cas = sp_athlete_new (503, "Cas Dijk");

    expect (rig, cas, SP_FETCH_ERROR_UNAUTHORIZED, "activity:read");
  }
  /* Renewing would not have helped. */
  g_assert_cmpuint (sp_fake_strava_get_n_renewals (rig->server), ==, 1);
}

static void
test_private_runs_not_visible (SpStravaRig   *rig,
                               gconstpointer  unused)
{
  g_autofree char *grant = g_strdup_printf ("{\"refresh_token\":\"%s\",\"scope\":\"read,activity:read\"}",
                                            sp_fake_strava_get_refresh_token (rig->server, ANNA));
  g_autoptr(GError) error = NULL;
  g_autoptr(SpActivityPage) page = NULL;

  sp_test_store_secret (rig->store, "athlete/501", grant, NULL, NULL);
  page = sp_strava_rig_list (rig, rig->anna, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (sp_activity_page_get_origin (page)->hides_private);
}

static void
import (SpStravaRig *rig,
        const char  *token)
{
  g_autoptr(GError) error = NULL;

  sp_test_store_secret (rig->store, "import/501", token, NULL, &error);
  g_assert_no_error (error);
  sp_strava_rig_restart (rig);
}

/* A workbook's token is taken once; the same workbook a week later changes nothing. */
static void
test_imported (SpStravaRig   *rig,
               gconstpointer  unused)
{
  g_autofree char *token = g_strdup (sp_fake_strava_get_refresh_token (rig->server, ANNA));
  g_autofree char *left = NULL;

  sp_test_store_secret (rig->store, "athlete/501", NULL, NULL, NULL);
  import (rig, token);
  sp_strava_rig_list_ok (rig);
  g_assert_cmpuint (sp_fake_strava_get_n_renewals (rig->server), ==, 1);
  left = sp_test_lookup_secret (rig->store, "import/501", NULL, NULL);
  g_assert_null (left);

  sp_test_clock_advance (rig->clock, 7 * 86400 * SP_TEST_S);
  import (rig, token);
  sp_strava_rig_list_ok (rig);
  g_assert_cmpuint (sp_fake_strava_get_n_renewals (rig->server), ==, 2);
}

static void
test_imported_is_dead (SpStravaRig   *rig,
                       gconstpointer  unused)
{
  g_autofree char *grant = NULL;
  g_autofree char *hash = sp_strava_grant_hash ("of-another-time");

  import (rig, "of-another-time");
  sp_strava_rig_list_ok (rig);
  grant = sp_strava_rig_get_grant (rig, ANNA);
  g_assert_nonnull (strstr (grant, hash));
  g_assert_nonnull (strstr (grant, sp_fake_strava_get_refresh_token (rig->server, ANNA)));
}

/* Where what is here still opens something, that is said of it as well, and it is not tried with every start. */
static void
test_imported_is_dead_and_not_needed (SpStravaRig   *rig,
                                      gconstpointer  unused)
{
  g_autofree char *left = NULL;
  g_autofree char *grant = NULL;
  g_autofree char *hash = sp_strava_grant_hash ("of-another-time");
  guint n_asked;

  sp_strava_rig_list_ok (rig);
  import (rig, "of-another-time");
  sp_strava_rig_list_ok (rig);
  left = sp_test_lookup_secret (rig->store, "import/501", NULL, NULL);
  g_assert_null (left);
  grant = sp_strava_rig_get_grant (rig, ANNA);
  g_assert_nonnull (strstr (grant, hash));

  n_asked = sp_fake_strava_get_log (rig->server)->len;
  import (rig, "of-another-time");
  sp_strava_rig_list_ok (rig);
  g_assert_cmpuint (sp_fake_strava_get_log (rig->server)->len, ==, n_asked + 1);
  g_assert_cmpuint (sp_fake_strava_get_n_renewals (rig->server), ==, 1);
}

static void
test_spoilt_record (SpStravaRig   *rig,
                    gconstpointer  unused)
{
  const char *bad[] = { "", "[]", "{}", "nonsense", "{\"refresh_token\":7}", "{\"refresh_token\":\"two words\"}" };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      sp_test_store_secret (rig->store, "athlete/501", bad[i], NULL, NULL);
      expect (rig, rig->anna, SP_FETCH_ERROR_UNAUTHORIZED, "Connect the runner");
    }
}

#define ADD(name, func) \
  g_test_add ("/strava/tokens/" name, SpStravaRig, NULL, sp_strava_rig_set_up, func, sp_strava_rig_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("kept-before-used", test_kept_before_used);
  ADD ("kept-until-they-expire", test_kept_until_they_expire);
  ADD ("not-rotated", test_not_rotated);
  ADD ("two-programs", test_two_programs);
  ADD ("dead-token", test_dead_token);
  ADD ("token-endpoint-fails", test_token_endpoint_fails);
  ADD ("answer-is-lost", test_answer_is_lost);
  ADD ("scope-missing", test_scope_missing);
  ADD ("private-runs-not-visible", test_private_runs_not_visible);
  ADD ("imported", test_imported);
  ADD ("imported-is-dead", test_imported_is_dead);
  ADD ("imported-is-dead-and-not-needed", test_imported_is_dead_and_not_needed);
  ADD ("spoilt-record", test_spoilt_record);

  return g_test_run ();
}
