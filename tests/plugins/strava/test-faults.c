/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "sp-strava-fetcher.h"
#include "sp-strava-rig.h"

static const struct
{
  SpFakeFault  fault;
  SpFetchError code;
  const char  *says;
} cases[] = {
  { SP_FAKE_REFUSED, SP_FETCH_ERROR_UNAUTHORIZED, "connect again" },
  { SP_FAKE_SCOPE, SP_FETCH_ERROR_UNAUTHORIZED, "activity:read" },
  { SP_FAKE_PAYMENT, SP_FETCH_ERROR_FORBIDDEN, "has to subscribe" },
  { SP_FAKE_INACTIVE, SP_FETCH_ERROR_FORBIDDEN, "renew their Strava subscription" },
  { SP_FAKE_ATHLETE_LIMIT, SP_FETCH_ERROR_FORBIDDEN, "higher limit" },
  { SP_FAKE_NOT_FOUND, SP_FETCH_ERROR_NOT_FOUND, "no such thing" },
  { SP_FAKE_TOO_MANY, SP_FETCH_ERROR_RATE_LIMITED, "next quarter" },
  { SP_FAKE_RETRY_AFTER, SP_FETCH_ERROR_RATE_LIMITED, "limit of requests" },
  { SP_FAKE_SERVER_ERROR, SP_FETCH_ERROR_FAILED, "500" },
  { SP_FAKE_BAD_GATEWAY, SP_FETCH_ERROR_FAILED, "502" },
  { SP_FAKE_DROPPED, SP_FETCH_ERROR_OFFLINE, "network connection" },
  { SP_FAKE_DROPPED_INSIDE, SP_FETCH_ERROR_OFFLINE, "broke off" },
  { SP_FAKE_HTML, SP_FETCH_ERROR_OFFLINE, "sign-in page" },
  { SP_FAKE_TRUNCATED, SP_FETCH_ERROR_PROTOCOL, "cut off" },
  { SP_FAKE_GARBAGE, SP_FETCH_ERROR_PROTOCOL, "UTF-8" },
  { SP_FAKE_EMPTY, SP_FETCH_ERROR_PROTOCOL, "empty" },
  { SP_FAKE_REDIRECT, SP_FETCH_ERROR_OFFLINE, "not followed" },
  { SP_FAKE_REDIRECT_HTTP, SP_FETCH_ERROR_OFFLINE, "not followed" },
  { SP_FAKE_LARGE, SP_FETCH_ERROR_PROTOCOL, "larger" },
  { SP_FAKE_MISSING_FIELD, SP_FETCH_ERROR_PROTOCOL, "“[0].id”" },
};

/* A new token is tried once more; a kept connection that turns out to be closed is replaced once by the HTTP
 * library. */
static guint
get_n_times (SpFakeFault fault,
             guint       place)
{
  return fault == SP_FAKE_REFUSED || (fault == SP_FAKE_DROPPED && place > 1) ? 2 : 1;
}

/* Five requests; the first, a middle or the last fails, and only that one. */
static void
test_on_each_call (SpStravaRig   *rig,
                   gconstpointer  unused)
{
  const guint places[] = { 1, 3, 5 };

  sp_strava_rig_add_run (rig, ANNA, 1, "2026-01-05T18:00:00");
  sp_fake_strava_set_limits (rig->server, 100000, 1000000);
  for (gsize i = 0; i < G_N_ELEMENTS (cases) * G_N_ELEMENTS (places); i++)
    {
      guint place = places[i % G_N_ELEMENTS (places)];
      gsize c = i / G_N_ELEMENTS (places);

      sp_strava_rig_restart (rig);
      sp_strava_http_set_limits (sp_strava_fetcher_get_http (SP_STRAVA_FETCHER (rig->fetcher), NULL), 60000, 100000);
      sp_fake_strava_fail (rig->server, cases[c].fault, place, get_n_times (cases[c].fault, place));
      for (guint call = 1; call <= 5; call++)
        {
          g_autoptr(GError) error = NULL;
          g_autoptr(SpActivityPage) page = sp_strava_rig_list (rig, rig->anna, NULL, &error);

          if (call != place)
            {
              g_assert_no_error (error);
              g_assert_cmpuint (sp_activity_page_get_n (page), ==, 1);
              continue;
            }
          g_test_message ("fault %u: %s", (guint) cases[c].fault, error != NULL ? error->message : "none");
          g_assert_null (page);
          g_assert_error (error, SP_FETCH_ERROR, (int) cases[c].code);
          g_assert_nonnull (strstr (error->message, cases[c].says));
          if (cases[c].code == SP_FETCH_ERROR_RATE_LIMITED)
            sp_test_clock_advance (rig->clock, 20 * 60 * SP_TEST_S);
        }
    }
  g_assert_false (sp_fake_strava_was_told_elsewhere (rig->server));
}

static void
test_expired (SpStravaRig   *rig,
              gconstpointer  unused)
{
  const guint places[] = { 1, 3, 5 };

  sp_strava_rig_add_run (rig, ANNA, 1, "2026-01-05T18:00:00");
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      guint n_renewals = sp_fake_strava_get_n_renewals (rig->server);

      sp_fake_strava_fail (rig->server, SP_FAKE_EXPIRED, places[i], 1);
      for (guint call = 1; call <= 5; call++)
        {
          g_autoptr(GError) error = NULL;
          g_autoptr(SpActivityPage) page = sp_strava_rig_list (rig, rig->anna, NULL, &error);

          g_assert_no_error (error);
          g_assert_cmpuint (sp_activity_page_get_n (page), ==, 1);
          g_assert_cmpuint (sp_activity_page_get_origin (page)->n_reads, ==, call == places[i] ? 2 : 1);
        }
      g_assert_cmpuint (sp_fake_strava_get_n_renewals (rig->server), ==, n_renewals + (i == 0 ? 2 : 1));
    }
}

static void
expect (SpStravaRig  *rig,
        SpFetchError  code,
        const char   *says)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (sp_strava_rig_list (rig, rig->anna, NULL, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, SP_FETCH_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, says));
}

static void
test_name_not_found (SpStravaRig   *rig,
                     gconstpointer  unused)
{
  g_setenv ("SEGMENT_PODIUM_STRAVA_OAUTH", "https://strava.invalid/oauth", TRUE);
  sp_strava_rig_restart (rig);
  expect (rig, SP_FETCH_ERROR_OFFLINE, "can not be found");
}

static void
test_not_reached (SpStravaRig   *rig,
                  gconstpointer  unused)
{
  g_setenv ("SEGMENT_PODIUM_STRAVA_OAUTH", "http://127.0.0.1:1/oauth", TRUE);
  sp_strava_rig_restart (rig);
  expect (rig, SP_FETCH_ERROR_OFFLINE, "can not be reached");
}

static gboolean
refuse_cb (GSocketService    *service,
           GSocketConnection *connection,
           GObject           *source,
           gpointer           user_data)
{
  static const char said[] = "HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n";
  char asked[4096];

  g_input_stream_read (g_io_stream_get_input_stream (G_IO_STREAM (connection)), asked, sizeof asked, NULL, NULL);
  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)), said, strlen (said), NULL, NULL,
                             NULL);
  g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);

  return TRUE;
}

static void
use_proxy (SpStravaRig *rig,
           guint16      port)
{
  g_autofree char *uri = g_strdup_printf ("http://127.0.0.1:%u", port);
  g_autoptr(GProxyResolver) resolver = g_simple_proxy_resolver_new (uri, NULL);
  SpStravaHttp *http = sp_strava_fetcher_get_http (SP_STRAVA_FETCHER (rig->fetcher), NULL);

  soup_session_set_proxy_resolver (sp_strava_http_get_session (http), resolver);
}

static void
test_proxy (SpStravaRig   *rig,
            gconstpointer  unused)
{
  g_autoptr(GSocketService) service = g_threaded_socket_service_new (1);
  guint16 port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (service), NULL, NULL);

  g_signal_connect (service, "run", G_CALLBACK (refuse_cb), NULL);
  g_setenv ("SEGMENT_PODIUM_STRAVA_OAUTH", "https://strava.invalid/oauth", TRUE);
  sp_strava_rig_restart (rig);
  use_proxy (rig, port);
  expect (rig, SP_FETCH_ERROR_OFFLINE, "Check the proxy");
  use_proxy (rig, 1);
  expect (rig, SP_FETCH_ERROR_OFFLINE, "network connection");
}

static void
test_silent (SpStravaRig   *rig,
             gconstpointer  unused)
{
  sp_strava_http_set_limits (sp_strava_fetcher_get_http (SP_STRAVA_FETCHER (rig->fetcher), NULL), 200, 1000);
  sp_fake_strava_fail (rig->server, SP_FAKE_SILENT, 1, 1);
  expect (rig, SP_FETCH_ERROR_OFFLINE, "in time");
}

static guint
count_sockets (void)
{
  g_autoptr (GDir) folder = g_dir_open ("/proc/self/fd", 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename ("/proc/self/fd", name, NULL);
      g_autofree char *target = g_file_read_link (path, NULL);

      n += target != NULL && g_str_has_prefix (target, "socket:");
    }

  return n;
}

/* The server learns a moment later that it was not believed, and newer ones do not survive to be ended meanwhile. */
static void
test_wrong_certificate (SpStravaRig   *rig,
                        gconstpointer  unused)
{
  guint before = count_sockets ();

  g_assert_true (g_str_has_prefix (sp_fake_strava_get_base (rig->server), "https:"));
  expect (rig, SP_FETCH_ERROR_OFFLINE, "can not prove");
  g_assert_cmpuint (sp_fake_strava_get_log (rig->server)->len, ==, 0);
  while (count_sockets () > before)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

/* What does not reach Strava is not counted: a network that is back finds the quota as it was. */
static void
test_offline_costs_nothing (SpStravaRig   *rig,
                            gconstpointer  unused)
{
  sp_strava_rig_list_ok (rig);
  g_setenv ("SEGMENT_PODIUM_STRAVA_API", "http://127.0.0.1:1/api/v3", TRUE);
  sp_strava_rig_restart (rig);
  for (int i = 0; i < 5; i++)
    expect (rig, SP_FETCH_ERROR_OFFLINE, "reached");
  /* Taken off the count in a worker. */
  while (sp_strava_rig_get_span (rig, 86400)->used > 0)
    g_main_context_iteration (NULL, TRUE);
}

static const char self_signed[] =
  "-----BEGIN CERTIFICATE-----\n"
  "MIIBkDCCATagAwIBAgIUT4Q5vawjqpvFvJZZfy8mcJcUNKMwCgYIKoZIzj0EAwIw\n"
  "FDESMBAGA1UEAwwJMTI3LjAuMC4xMCAXDTI2MTEyMzIzMDkxMloYDzIxMjYxMDMw\n"
  "MjMwOTEyWjAUMRIwEAYDVQQDDAkxMjcuMC4wLjEwWTATBgcqhkjOPQIBBggqhkjO\n"
  "PQMBBwNCAARQm3mqCzkGIKat0M80428mmpMVWA44puF+iYfJr384491vXnTIoezG\n"
  "K1D1lYuZ4E8uyFgKVEamUsYAeD8/pwwlo2QwYjAdBgNVHQ4EFgQUoRhMyGBmzXEp\n"
  "sW4i3y0YVZ7Q9KswHwYDVR0jBBgwFoAUoRhMyGBmzXEpsW4i3y0YVZ7Q9KswDwYD\n"
  "VR0TAQH/BAUwAwEB/zAPBgNVHREECDAGhwR/AAABMAoGCCqGSM49BAMCA0gAMEUC\n"
  "IQCkkA1iFKUU4Irq0kMowe2KrYi/FsWB3p2zinsfmXvbNgIgMgDW6O0I+CngfFSk\n"
  "5aptbFDSXjt+AdsrKVjf6PtU0DI=\n"
  "-----END CERTIFICATE-----\n"
  "-----BEGIN PRIVATE KEY-----\n"
  "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgn2Lu9DkkZWkvxjnX\n"
  "J/SKKmz4yEfU/9VZ1JKw2k+V/1GhRANCAARQm3mqCzkGIKat0M80428mmpMVWA44\n"
  "puF+iYfJr384491vXnTIoezGK1D1lYuZ4E8uyFgKVEamUsYAeD8/pwwl\n"
  "-----END PRIVATE KEY-----\n";

#define ADD(name, func) \
  g_test_add ("/strava/faults/" name, SpStravaRig, NULL, sp_strava_rig_set_up, func, sp_strava_rig_tear_down)

int
main (int argc, char **argv)
{
  g_autoptr(GTlsCertificate) certificate = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  certificate = g_tls_certificate_new_from_pem (self_signed, -1, NULL);
  g_assert_nonnull (certificate);
  ADD ("on-each-call", test_on_each_call);
  ADD ("expired", test_expired);
  ADD ("name-not-found", test_name_not_found);
  ADD ("not-reached", test_not_reached);
  ADD ("proxy", test_proxy);
  ADD ("silent", test_silent);
  ADD ("offline-costs-nothing", test_offline_costs_nothing);
  g_test_add ("/strava/faults/wrong-certificate", SpStravaRig, certificate, sp_strava_rig_set_up,
              test_wrong_certificate, sp_strava_rig_tear_down);
  status = g_test_run ();

  return status;
}
