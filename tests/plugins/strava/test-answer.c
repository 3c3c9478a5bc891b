/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <libsoup/soup.h>
#include <string.h>

#include "sp-strava-answer.h"

#define ERRORS(r, f, c) \
  "{\"message\":\"No\",\"errors\":[{\"resource\":\"" r "\",\"field\":\"" f "\",\"code\":\"" c "\"}]}"

static void
test_every_fault_has_a_remedy (void)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint codes = 0;

  for (int i = 0; i < SP_STRAVA_N_FAULTS; i++)
    {
      const char *happened = sp_strava_fault_get_happened ((SpStravaFault) i);
      const char *remedy = sp_strava_fault_get_remedy ((SpStravaFault) i);
      g_autoptr(GError) error = sp_strava_fault_new ((SpStravaFault) i, "detail");

      g_assert_nonnull (happened);
      g_assert_nonnull (remedy);
      g_assert_cmpuint (strlen (happened), >, 15);
      g_assert_cmpuint (strlen (remedy), >, 15);
      g_assert_false (g_str_has_suffix (happened, "."));
      g_assert_true (g_str_has_suffix (remedy, "."));
      g_assert_true (g_hash_table_add (seen, (gpointer) happened));
      g_assert_true (error->domain == SP_FETCH_ERROR);
      g_assert_nonnull (strstr (error->message, remedy));
      g_assert_nonnull (strstr (error->message, "detail"));
      codes |= 1u << error->code;
    }
  /* Every code of the contract is in use, but for the one that only a cache gives. */
  g_assert_cmpuint (codes, ==, ((1u << (SP_FETCH_ERROR_NOT_CACHED + 1)) - 1) & ~(1u << SP_FETCH_ERROR_NOT_CACHED));
}

static const struct
{
  guint         status;
  const char   *type;
  const char   *body;
  SpStravaFault fault;
  const char   *detail;
} cases[] = {
  { 200, "application/json", "[]", SP_STRAVA_N_FAULTS, NULL },
  { 200, "application/json", "", SP_STRAVA_N_FAULTS, NULL },
  { 200, "text/html", "<html>", SP_STRAVA_FAULT_PORTAL, NULL },
  { 200, "application/json", "  \n<!doctype html>", SP_STRAVA_FAULT_PORTAL, NULL },
  { 200, NULL, "<html>", SP_STRAVA_FAULT_PORTAL, NULL },
  { 302, "text/html", "", SP_STRAVA_FAULT_ELSEWHERE, NULL },
  { 304, NULL, "", SP_STRAVA_FAULT_ELSEWHERE, NULL },
  { 400, "application/json", ERRORS ("RefreshToken", "refresh_token", "invalid"), SP_STRAVA_FAULT_DEAD, NULL },
  { 400, "application/json", ERRORS ("AuthorizationCode", "code", "invalid"), SP_STRAVA_FAULT_CODE, NULL },
  { 400, "application/json", ERRORS ("Application", "client_id", "invalid"), SP_STRAVA_FAULT_APPLICATION_REFUSED,
    NULL },
  { 400, "application/json", ERRORS ("Application", "after", "future"), SP_STRAVA_FAULT_FUTURE, NULL },
  { 400, "application/json", ERRORS ("Application", "per_page", "invalid"), SP_STRAVA_FAULT_QUESTION,
    "per_page invalid" },
  { 400, "text/html", "<html>", SP_STRAVA_FAULT_QUESTION, NULL },
  { 401, "application/json", ERRORS ("AccessToken", "access_token", "invalid"), SP_STRAVA_FAULT_REFUSED, NULL },
  { 401, "application/json", "", SP_STRAVA_FAULT_REFUSED, NULL },
  { 401, "application/json", ERRORS ("Athlete", "access_token", "invalid"), SP_STRAVA_FAULT_REFUSED, NULL },
  { 401, "application/json", ERRORS ("AccessToken", "activity:read_permission", "missing"),
    SP_STRAVA_FAULT_SCOPE, "activity:read" },
  { 401, "application/json", ERRORS ("AccessToken", "activity:read_all_permission", "missing"),
    SP_STRAVA_FAULT_SCOPE, "activity:read_all" },
  { 401, "application/json", ERRORS ("Application", "", "invalid"), SP_STRAVA_FAULT_APPLICATION_REFUSED, NULL },
  { 402, "application/json", "", SP_STRAVA_FAULT_SUBSCRIBERS, NULL },
  { 403, "application/json", ERRORS ("Application", "Status", "Inactive"), SP_STRAVA_FAULT_INACTIVE, NULL },
  { 403, "application/json", ERRORS ("Application", "athlete limit", "exceeded"), SP_STRAVA_FAULT_ATHLETE_LIMIT, NULL },
  { 403, "text/html", "<html>Forbidden", SP_STRAVA_FAULT_FORBIDDEN, NULL },
  { 404, "application/json", ERRORS ("Activity", "id", "invalid"), SP_STRAVA_FAULT_NOT_FOUND, NULL },
  { 404, NULL, "", SP_STRAVA_FAULT_NOT_FOUND, NULL },
  { 407, NULL, "", SP_STRAVA_FAULT_PROXY, NULL },
  { 418, NULL, "", SP_STRAVA_FAULT_QUESTION, "418" },
  { 429, "application/json", ERRORS ("Application", "overall rate limit", "exceeded"), SP_STRAVA_FAULT_RATE_LIMITED,
    NULL },
  { 429, "application/json", "{\"errors\":\"Rate Limit Exceeded\",\"status\":429}", SP_STRAVA_FAULT_RATE_LIMITED,
    NULL },
  { 429, "application/json", "{\"errors\":[]}", SP_STRAVA_FAULT_RATE_LIMITED, NULL },
  { 500, "application/json", "{\"message\":\"error\"}", SP_STRAVA_FAULT_SERVER, "500" },
  { 503, "text/html", "<html>", SP_STRAVA_FAULT_SERVER, "503" },
  { 511, "text/html", "<html>", SP_STRAVA_FAULT_PORTAL, NULL },
};

static void
test_status_before_body (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GBytes) body = g_bytes_new_static (cases[i].body, strlen (cases[i].body));
      g_autofree char *detail = NULL;
      SpStravaFault fault = sp_strava_answer_judge (cases[i].status, cases[i].type, body, &detail);

      if (fault != cases[i].fault)
        g_test_message ("case %u: %u %s", (guint) i, cases[i].status, cases[i].body);
      g_assert_cmpint (fault, ==, cases[i].fault);
      g_assert_cmpstr (detail, ==, cases[i].detail);
    }
}

static void
test_nothing_echoed (void)
{
  const char *text = ERRORS ("Application", "f00dfeedc0ffee", "invalid");
  g_autoptr(GBytes) body = g_bytes_new_static (text, strlen (text));
  g_autofree char *detail = NULL;

  g_assert_cmpint (sp_strava_answer_judge (400, "application/json", body, &detail), ==, SP_STRAVA_FAULT_QUESTION);
  g_assert_null (detail);
}

static void
test_transport (void)
{
  const struct { GQuark domain; int code; SpStravaFault fault; } errors[] = {
    { G_RESOLVER_ERROR, G_RESOLVER_ERROR_NOT_FOUND, SP_STRAVA_FAULT_RESOLVE },
    { G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE, SP_STRAVA_FAULT_CERTIFICATE },
    { G_TLS_ERROR, G_TLS_ERROR_EOF, SP_STRAVA_FAULT_DROPPED },
    { G_IO_ERROR, G_IO_ERROR_TIMED_OUT, SP_STRAVA_FAULT_TIMEOUT },
    { G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT, SP_STRAVA_FAULT_DROPPED },
    { G_IO_ERROR, G_IO_ERROR_CONNECTION_CLOSED, SP_STRAVA_FAULT_DROPPED },
    { G_IO_ERROR, G_IO_ERROR_PROXY_FAILED, SP_STRAVA_FAULT_PROXY },
    { G_IO_ERROR, G_IO_ERROR_PROXY_NEED_AUTH, SP_STRAVA_FAULT_PROXY },
    { G_IO_ERROR, G_IO_ERROR_CONNECTION_REFUSED, SP_STRAVA_FAULT_CONNECT },
    { G_IO_ERROR, G_IO_ERROR_NETWORK_UNREACHABLE, SP_STRAVA_FAULT_CONNECT },
    { G_IO_ERROR, G_IO_ERROR_INVALID_DATA, SP_STRAVA_FAULT_GARBLED },
    { G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, SP_STRAVA_FAULT_TOO_LARGE },
    { SOUP_SESSION_ERROR, SOUP_SESSION_ERROR_PARSING, SP_STRAVA_FAULT_GARBLED },
    { G_FILE_ERROR, G_FILE_ERROR_FAILED, SP_STRAVA_FAULT_CONNECT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      g_autoptr(GError) error = g_error_new_literal (errors[i].domain, errors[i].code, "x");

      g_assert_cmpint (sp_strava_answer_judge_transport (error), ==, errors[i].fault);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/strava/answer/every-fault-has-a-remedy", test_every_fault_has_a_remedy);
  g_test_add_func ("/strava/answer/status-before-body", test_status_before_body);
  g_test_add_func ("/strava/answer/nothing-echoed", test_nothing_echoed);
  g_test_add_func ("/strava/answer/transport", test_transport);

  return g_test_run ();
}
