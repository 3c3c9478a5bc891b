/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "api/sp-error.h"
#include "sp-strava-grant.h"
#include "sp-strava-json.h"

static SpStravaGrant *
from_answer (const char  *text,
             GError     **error)
{
  g_autoptr(GBytes) body = g_bytes_new (text, strlen (text));
  g_autoptr(JsonNode) node = sp_strava_json_parse (body, error);

  return node != NULL ? sp_strava_grant_new_from_answer (node, 1000, error) : NULL;
}

static void
test_answers (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SpStravaGrant) first = from_answer (
    "{\"access_token\":\"a\",\"refresh_token\":\"r\",\"expires_at\":99,\"athlete\":{\"id\":9007199254740993,"
    "\"firstname\":\"Anna\",\"lastname\":\"Berg\"}}", &error);
  g_autoptr(SpStravaGrant) renewed = from_answer (
    "{\"access_token\":\"a\",\"refresh_token\":\"r\",\"expires_in\":60}", &error);
  g_autoptr(SpStravaGrant) nameless = from_answer (
    "{\"access_token\":\"a\",\"refresh_token\":\"r\",\"athlete\":{\"id\":1,\"firstname\":null}}", &error);

  g_assert_no_error (error);
  g_assert_cmpint (first->athlete_id, ==, G_GINT64_CONSTANT (9007199254740993));
  g_assert_cmpstr (first->athlete_name, ==, "Anna Berg");
  g_assert_cmpint (first->expires_at_s, ==, 99);
  g_assert_cmpint (renewed->expires_at_s, ==, 1060);
  g_assert_cmpint (renewed->athlete_id, ==, 0);
  g_assert_cmpstr (nameless->athlete_name, ==, "");
}

static void
test_bad_answers (void)
{
  const struct { const char *text; const char *field; } cases[] = {
    { "{}", "access_token" },
    { "{\"access_token\":\"a\"}", "refresh_token" },
    { "{\"access_token\":\"\",\"refresh_token\":\"r\"}", "access_token" },
    { "{\"access_token\":\"a\",\"refresh_token\":null}", "refresh_token" },
    { "{\"access_token\":\"a\\r\\nX-Evil: 1\",\"refresh_token\":\"r\"}", "access_token" },
    { "{\"access_token\":\"a\",\"refresh_token\":\"r\",\"expires_at\":\"soon\"}", "expires_at" },
    { "{\"access_token\":\"a\",\"refresh_token\":\"r\",\"athlete\":{}}", "athlete.id" },
    { "[]", "list" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (from_answer (cases[i].text, &error));
      g_assert_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_PROTOCOL);
      g_assert_nonnull (strstr (error->message, cases[i].field));
    }
}

static void
test_kept_and_read (void)
{
  SpStravaGrant grant = { (char *) "r\"\\1", (char *) "a1", 1234, (char *) "read,activity:read", (char *) "beef", 5,
                          (char *) "Anna" };
  g_autofree char *text = sp_strava_grant_to_text (&grant);
  g_autoptr(SpStravaGrant) read = sp_strava_grant_new_from_text (text);
  g_autoptr(SpStravaGrant) copy = sp_strava_grant_copy (read);

  g_assert_cmpstr (copy->refresh_token, ==, grant.refresh_token);
  g_assert_cmpstr (copy->access_token, ==, grant.access_token);
  g_assert_cmpint (copy->expires_at_s, ==, 1234);
  g_assert_cmpstr (copy->scope, ==, grant.scope);
  g_assert_cmpstr (copy->imported_hash, ==, "beef");
}

static void
test_use (void)
{
  SpStravaGrant grant = { .refresh_token = (char *) "r", .access_token = (char *) "a", .expires_at_s = 10000 };

  g_assert_true (sp_strava_grant_is_usable (&grant, 9000));
  g_assert_false (sp_strava_grant_is_usable (&grant, 9950));
  g_assert_false (sp_strava_grant_is_usable (&grant, 10001));
  grant.access_token = NULL;
  g_assert_false (sp_strava_grant_is_usable (&grant, 0));

  g_assert_true (sp_strava_grant_allows (&grant, "activity:read_all"));
  grant.scope = (char *) "read,activity:read";
  g_assert_true (sp_strava_grant_allows (&grant, "activity:read"));
  g_assert_false (sp_strava_grant_allows (&grant, "activity:read_all"));
  grant.scope = (char *) "";
  g_assert_false (sp_strava_grant_allows (&grant, "read"));
}

static void
test_imported (void)
{
  g_autoptr(SpStravaGrant) grant = sp_strava_grant_new_imported ("  abc \n");
  g_autofree char *hash = sp_strava_grant_hash ("abc");
  char *secret = g_strdup ("abc");

  g_assert_cmpstr (grant->refresh_token, ==, "abc");
  g_assert_cmpstr (grant->imported_hash, ==, hash);
  g_assert_null (strstr (hash, "abc"));
  g_assert_false (sp_strava_grant_is_usable (grant, 0));
  sp_strava_wipe (&secret);
  g_assert_null (secret);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/strava/grant/answers", test_answers);
  g_test_add_func ("/strava/grant/bad-answers", test_bad_answers);
  g_test_add_func ("/strava/grant/kept-and-read", test_kept_and_read);
  g_test_add_func ("/strava/grant/use", test_use);
  g_test_add_func ("/strava/grant/imported", test_imported);

  return g_test_run ();
}
