/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <libsoup/soup.h>
#include <string.h>

#include "sp-strava-rig.h"

#define BACK "http://127.0.0.1:8910/answer"
#define ALL "read,activity:read,activity:read_all"

static char *
get_uri (SpStravaRig *rig,
         SpAthlete   *athlete)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  char *uri;

  sp_fetcher_get_connect_uri_async (rig->fetcher, athlete, BACK, NULL, sp_test_store_result, &result);
  uri = sp_fetcher_get_connect_uri_finish (rig->fetcher, sp_test_await (&result), &error);
  g_assert_no_error (error);

  return uri;
}

/* What the browser shows in the end, when @who signed in and ticked the boxes of @scope. */
static char *
visit (SpStravaRig *rig,
       const char  *uri,
       gint64       who,
       const char  *scope)
{
  g_autoptr(GHashTable) query = soup_form_decode (strchr (uri, '?') + 1);
  g_autofree char *code = sp_fake_strava_make_code (rig->server, who, scope);
  g_autofree char *answer = soup_form_encode ("state", g_hash_table_lookup (query, "state"), "code", code,
                                              "scope", scope, NULL);

  return g_strdup_printf ("%s?%s", BACK, answer);
}

static SpConnection *
do_connect (SpStravaRig *rig,
            SpAthlete   *athlete,
            const char  *answer,
            GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  sp_fetcher_connect_async (rig->fetcher, athlete, answer, NULL, sp_test_store_result, &result);

  return sp_fetcher_connect_finish (rig->fetcher, sp_test_await (&result), error);
}

static void
refused (SpStravaRig *rig,
         SpAthlete   *athlete,
         const char  *answer,
         const char  *says)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *grant = NULL;

  g_assert_null (do_connect (rig, athlete, answer, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_UNAUTHORIZED);
  g_assert_nonnull (strstr (error->message, says));
  grant = sp_strava_rig_get_grant (rig, BEN);
  g_assert_null (grant);
}

static void
test_address (SpStravaRig   *rig,
              gconstpointer  unused)
{
  g_autofree char *uri = get_uri (rig, rig->ben);
  g_autoptr(GHashTable) query = soup_form_decode (strchr (uri, '?') + 1);

  g_assert_true (g_str_has_prefix (uri, sp_fake_strava_get_base (rig->server)));
  g_assert_nonnull (strstr (uri, "/oauth/authorize?"));
  g_assert_cmpstr (g_hash_table_lookup (query, "client_id"), ==, SP_FAKE_CLIENT_ID);
  g_assert_cmpstr (g_hash_table_lookup (query, "redirect_uri"), ==, BACK);
  g_assert_cmpstr (g_hash_table_lookup (query, "response_type"), ==, "code");
  g_assert_cmpstr (g_hash_table_lookup (query, "scope"), ==, ALL);
  g_assert_cmpstr (g_hash_table_lookup (query, "approval_prompt"), ==, "force");
  g_assert_null (strstr (uri, SP_FAKE_CLIENT_SECRET));
}

static void
test_connects (SpStravaRig   *rig,
               gconstpointer  unused)
{
  g_autofree char *uri = get_uri (rig, rig->ben);
  g_autofree char *answer = visit (rig, uri, BEN, ALL);
  g_autoptr(GError) error = NULL;
  g_autoptr(SpConnection) connection = do_connect (rig, rig->ben, answer, &error);
  g_autoptr(SpActivityPage) page = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (sp_connection_get_athlete_id (connection), ==, BEN);
  g_assert_cmpstr (sp_connection_get_name (connection), ==, "Ben Roe");
  g_assert_cmpuint (g_strv_length ((char **) sp_connection_get_granted (connection)), ==, 3);
  g_assert_cmpuint (g_strv_length ((char **) sp_connection_get_refused (connection)), ==, 0);
  page = sp_strava_rig_list (rig, rig->ben, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (sp_activity_page_get_origin (page)->hides_private);
  g_assert_cmpuint (sp_fake_strava_get_n_renewals (rig->server), ==, 1);
}

static void
test_days_later (SpStravaRig   *rig,
                 gconstpointer  unused)
{
  g_autofree char *uri = get_uri (rig, rig->ben);
  g_autofree char *answer = visit (rig, uri, BEN, ALL);
  g_autofree char *late = visit (rig, uri, BEN, ALL);
  g_autoptr(GError) error = NULL;
  g_autoptr(SpConnection) connection = NULL;

  sp_test_settle ();
  sp_test_clock_advance (rig->clock, 9 * 86400 * SP_TEST_S);
  sp_strava_rig_restart (rig);
  connection = do_connect (rig, rig->ben, answer, &error);
  g_assert_no_error (error);

  sp_test_store_secret (rig->store, "athlete/502", NULL, NULL, NULL);
  sp_test_clock_advance (rig->clock, 30 * 86400 * SP_TEST_S);
  refused (rig, rig->ben, late, "does not answer a request");
}

static void
test_somebody_else_signed_in (SpStravaRig   *rig,
                              gconstpointer  unused)
{
  g_autofree char *uri = get_uri (rig, rig->ben);
  g_autofree char *answer = NULL;

  sp_fake_strava_add_athlete (rig->server, 504, "Dirk Vos", NULL);
  answer = visit (rig, uri, 504, ALL);
  refused (rig, rig->ben, answer, "Dirk Vos (504) signed in, Ben Roe (502) was expected");
  g_assert_null (sp_test_lookup_secret (rig->store, "athlete/504", NULL, NULL));
}

static void
test_whoever_signs_in (SpStravaRig   *rig,
                       gconstpointer  unused)
{
  g_autofree char *uri = get_uri (rig, NULL);
  g_autofree char *answer = visit (rig, uri, BEN, ALL);
  g_autoptr(GError) error = NULL;
  g_autoptr(SpConnection) connection = do_connect (rig, NULL, answer, &error);
  g_autofree char *grant = sp_strava_rig_get_grant (rig, BEN);

  g_assert_no_error (error);
  g_assert_cmpint (sp_connection_get_athlete_id (connection), ==, BEN);
  g_assert_nonnull (grant);
}

static void
test_not_ours (SpStravaRig   *rig,
               gconstpointer  unused)
{
  g_autofree char *uri = get_uri (rig, rig->ben);
  g_autofree char *of_anna = get_uri (rig, rig->anna);
  g_autofree char *good = visit (rig, uri, BEN, ALL);
  g_autofree char *wrong_runner = visit (rig, of_anna, BEN, ALL);
  g_autofree char *forged = g_strdup (good);
  char *state = strstr (forged, "state=502");

  state[strlen ("state=50")] = '3';
  refused (rig, rig->ben, forged, "does not answer a request");
  refused (rig, rig->ben, wrong_runner, "does not answer a request");
  refused (rig, rig->ben, BACK, "does not answer a request");
  refused (rig, rig->ben, BACK "?code=abc&scope=" ALL, "does not answer a request");
  refused (rig, rig->ben, "what is this", "does not answer a request");
  refused (rig, rig->ben, BACK "?error=access_denied&state=x", "was not given");
  /* None of that went to Strava. */
  g_assert_cmpuint (sp_fake_strava_get_log (rig->server)->len, ==, 0);
}

static void
test_boxes_unticked (SpStravaRig   *rig,
                     gconstpointer  unused)
{
  g_autofree char *uri = get_uri (rig, rig->ben);
  g_autofree char *nothing = visit (rig, uri, BEN, "read");
  g_autofree char *some = visit (rig, uri, BEN, "read,activity:read");
  g_autoptr(GError) error = NULL;
  g_autoptr(SpConnection) connection = NULL;
  g_autoptr(SpActivityPage) page = NULL;

  refused (rig, rig->ben, nothing, "activity:read");
  g_assert_cmpuint (sp_fake_strava_get_log (rig->server)->len, ==, 0);

  connection = do_connect (rig, rig->ben, some, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length ((char **) sp_connection_get_refused (connection)), ==, 1);
  g_assert_nonnull (strstr (sp_connection_get_refused (connection)[0], "only the runner can see"));
  page = sp_strava_rig_list (rig, rig->ben, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (sp_activity_page_get_origin (page)->hides_private);
}

static void
test_code_used_twice (SpStravaRig   *rig,
                      gconstpointer  unused)
{
  g_autofree char *uri = get_uri (rig, rig->ben);
  g_autofree char *answer = visit (rig, uri, BEN, ALL);
  g_autoptr(SpConnection) connection = do_connect (rig, rig->ben, answer, NULL);

  g_assert_nonnull (connection);
  sp_test_store_secret (rig->store, "athlete/502", NULL, NULL, NULL);
  refused (rig, rig->ben, answer, "used already");
}

static void
test_connecting_revives (SpStravaRig   *rig,
                         gconstpointer  unused)
{
  g_autofree char *uri = get_uri (rig, rig->ben);
  g_autofree char *answer = visit (rig, uri, BEN, ALL);
  g_autoptr(GError) error = NULL;
  g_autoptr(SpConnection) connection = NULL;
  g_autoptr(SpActivityPage) page = NULL;

  sp_test_store_secret (rig->store, "athlete/502", "{\"refresh_token\":\"long-gone\"}", NULL, NULL);
  g_assert_null (sp_strava_rig_list (rig, rig->ben, NULL, NULL));
  connection = do_connect (rig, rig->ben, answer, &error);
  g_assert_no_error (error);
  page = sp_strava_rig_list (rig, rig->ben, NULL, &error);
  g_assert_no_error (error);
}

/* A workbook that was there before somebody connected is older than what they gave; so is the same one afterwards. */
static void
test_workbook_is_older (SpStravaRig   *rig,
                        gconstpointer  unused)
{
  g_autofree char *uri = get_uri (rig, rig->anna);
  g_autofree char *answer = visit (rig, uri, ANNA, "read,activity:read");
  g_autoptr(GError) error = NULL;
  g_autoptr(SpConnection) connection = NULL;
  g_autofree char *left = NULL;
  g_autofree char *kept = NULL;

  sp_fake_strava_set_rotates (rig->server, FALSE);
  sp_test_store_secret (rig->store, "athlete/501", NULL, NULL, NULL);
  sp_test_store_secret (rig->store, "import/501", sp_fake_strava_get_refresh_token (rig->server, ANNA), NULL, NULL);
  connection = do_connect (rig, rig->anna, answer, &error);
  g_assert_no_error (error);
  left = sp_test_lookup_secret (rig->store, "import/501", NULL, NULL);
  g_assert_null (left);

  sp_test_store_secret (rig->store, "import/501", sp_fake_strava_get_refresh_token (rig->server, ANNA), NULL, NULL);
  sp_strava_rig_restart (rig);
  {
    g_autoptr(SpActivityPage) page = sp_strava_rig_list (rig, rig->anna, NULL, &error);

    g_assert_no_error (error);
    /* What was allowed is still known. */
    g_assert_true (sp_activity_page_get_origin (page)->hides_private);
  }
  kept = sp_strava_rig_get_grant (rig, ANNA);
  g_assert_nonnull (strstr (kept, "\"scope\":\"read,activity:read\""));
  g_assert_cmpuint (sp_fake_strava_get_n_renewals (rig->server), ==, 1);
}

static gboolean
do_disconnect (SpStravaRig *rig,
               SpAthlete   *athlete,
               GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  sp_fetcher_disconnect_async (rig->fetcher, athlete, NULL, sp_test_store_result, &result);

  return sp_fetcher_disconnect_finish (rig->fetcher, sp_test_await (&result), error);
}

static void
test_disconnects (SpStravaRig   *rig,
                  gconstpointer  unused)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *gone = NULL;
  g_autoptr(SpActivityPage) page = sp_strava_rig_list (rig, rig->anna, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (page);
  sp_fake_strava_fail_token (rig->server, SP_FAKE_SERVER_ERROR, 1);
  g_assert_false (do_disconnect (rig, rig->anna, &error));
  g_assert_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_FAILED);
  g_clear_error (&error);
  kept = sp_strava_rig_get_grant (rig, ANNA);
  g_assert_nonnull (kept);

  g_assert_true (do_disconnect (rig, rig->anna, &error));
  g_assert_no_error (error);
  gone = sp_strava_rig_get_grant (rig, ANNA);
  g_assert_null (gone);
  g_assert_null (sp_fake_strava_get_refresh_token (rig->server, ANNA));
  g_assert_null (sp_strava_rig_list (rig, rig->anna, NULL, &error));
  g_assert_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_UNAUTHORIZED);

  /* Once more, and somebody who never was connected: nothing is kept of them either. */
  g_assert_true (do_disconnect (rig, rig->anna, NULL));
  g_assert_true (do_disconnect (rig, rig->ben, NULL));
}

/* A token of a workbook that was never used is given back as well. */
static void
test_disconnects_before_use (SpStravaRig   *rig,
                             gconstpointer  unused)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *left = NULL;

  g_assert_nonnull (sp_fake_strava_get_refresh_token (rig->server, ANNA));
  sp_test_store_secret (rig->store, "athlete/501", NULL, NULL, NULL);
  sp_test_store_secret (rig->store, "import/501", sp_fake_strava_get_refresh_token (rig->server, ANNA), NULL, NULL);
  g_assert_true (do_disconnect (rig, rig->anna, &error));
  g_assert_no_error (error);
  g_assert_null (sp_fake_strava_get_refresh_token (rig->server, ANNA));
  left = sp_test_lookup_secret (rig->store, "import/501", NULL, NULL);
  g_assert_null (left);
}

#define ADD(name, func) \
  g_test_add ("/strava/connect/" name, SpStravaRig, NULL, sp_strava_rig_set_up, func, sp_strava_rig_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("address", test_address);
  ADD ("connects", test_connects);
  ADD ("days-later", test_days_later);
  ADD ("somebody-else-signed-in", test_somebody_else_signed_in);
  ADD ("whoever-signs-in", test_whoever_signs_in);
  ADD ("not-ours", test_not_ours);
  ADD ("boxes-unticked", test_boxes_unticked);
  ADD ("code-used-twice", test_code_used_twice);
  ADD ("connecting-revives", test_connecting_revives);
  ADD ("workbook-is-older", test_workbook_is_older);
  ADD ("disconnects", test_disconnects);
  ADD ("disconnects-before-use", test_disconnects_before_use);

  return g_test_run ();
}
