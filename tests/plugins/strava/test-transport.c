/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lies between here and Strava: names, proxies, certificates. Each goes wrong on the first, a middle and the last
 * request, over real TLS, by HTTP/1.1 and by HTTP/2, which the real one speaks. */
#include <string.h>

#include "sp-name-resolver.h"
#include "sp-strava-fetcher.h"
#include "sp-strava-rig.h"

typedef enum
{
  NO_NAME,
  NOBODY_THERE,
  STRANGER,
  PROXY,
  NO_PROXY_THERE,
} Trouble;

static const struct
{
  Trouble     trouble;
  guint       status; /* of the proxy */
  const char *says;
} cases[] = {
  { NO_NAME, 0, "can not be found. Check the network connection" },
  { NOBODY_THERE, 0, "can not be reached. Check the network connection" },
  { STRANGER, 0, "sign-in page" },
  { PROXY, 407, "Check the proxy" },
  { PROXY, 403, "Check the proxy" },
  { PROXY, 404, "Check the proxy" },
  { PROXY, 429, "Check the proxy" },
  { PROXY, 502, "Check the proxy" },
  { NO_PROXY_THERE, 0, "can not be reached. Check the network connection" },
};

/* The rig first, as what sets it up knows no more. */
typedef struct
{
  SpStravaRig      rig;
  SpNameResolver  *resolver;
  GResolver       *usual;
  GTlsDatabase    *trusted;
  GTlsDatabase    *others;
  GSocketService  *proxy;
  guint16          proxy_port;
  guint            proxy_status;
} Road;

static const char certificate_text[] =
  "-----BEGIN CERTIFICATE-----\n"
  "MIIBoTCCAUegAwIBAgIUKij04F8h9s19VRFyvg0gb3qDrGQwCgYIKoZIzj0EAwIw\n"
  "FjEUMBIGA1UEAwwLc3RyYXZhLnRlc3QwIBcNMjYxMTI4MTYxMDU2WhgPMjEyNjEx\n"
  "MDQxNjEwNTZaMBYxFDASBgNVBAMMC3N0cmF2YS50ZXN0MFkwEwYHKoZIzj0CAQYI\n"
  "KoZIzj0DAQcDQgAEBsxKhy1YyxSHoHQKWmjdDSamrRwLYSU991o/SDxXIgdPpb2E\n"
  "iv7Sn70CWkV5Gb912EQZKQd2HeboilCgk7/GZKNxMG8wHQYDVR0OBBYEFCMd7F6+\n"
  "h/dz/bLBoExpOONpoQRRMB8GA1UdIwQYMBaAFCMd7F6+h/dz/bLBoExpOONpoQRR\n"
  "MA8GA1UdEwEB/wQFMAMBAf8wHAYDVR0RBBUwE4ILc3RyYXZhLnRlc3SHBH8AAAEw\n"
  "CgYIKoZIzj0EAwIDSAAwRQIgb6RhOSYiX08OhuCFJOXsosIS6FBxoNxIedt4yKo1\n"
  "pesCIQDfZdUo6hsn4qU5NWUFetypojOlypE9p6IH4i27hvmOEQ==\n"
  "-----END CERTIFICATE-----\n"
  "-----BEGIN PRIVATE KEY-----\n"
  "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgGjbovxCv/mv0SMLJ\n"
  "vCVwNwucELkKIDyGowiWqMk85XKhRANCAAQGzEqHLVjLFIegdApaaN0NJqatHAth\n"
  "JT33Wj9IPFciB0+lvYSK/tKfvQJaRXkZv3XYRBkpB3Yd5uiKUKCTv8Zk\n"
  "-----END PRIVATE KEY-----\n";

/* Somebody else's. */
static const char other_text[] =
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
  "-----END CERTIFICATE-----\n";

static gboolean
refuse_cb (GSocketService    *service,
           GSocketConnection *connection,
           GObject           *source,
           gpointer           user_data)
{
  Road *road = user_data;
  g_autofree char *said = g_strdup_printf ("HTTP/1.1 %u No\r\nContent-Type: text/html\r\nContent-Length: 0\r\n\r\n",
                                           road->proxy_status);
  char asked[4096];

  g_input_stream_read (g_io_stream_get_input_stream (G_IO_STREAM (connection)), asked, sizeof asked, NULL, NULL);
  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)), said, strlen (said), NULL, NULL,
                             NULL);
  g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);

  return TRUE;
}

static GTlsDatabase *
make_database (Road       *road,
               const char *name,
               const char *text)
{
  g_autofree char *path = g_build_filename (road->rig.folder, name, NULL);
  g_autoptr(GError) error = NULL;
  GTlsDatabase *database;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  database = g_tls_file_database_new (path, &error);
  g_assert_no_error (error);

  return database;
}

static SoupSession *
get_session (Road *road)
{
  return sp_strava_http_get_session (sp_strava_fetcher_get_http (SP_STRAVA_FETCHER (road->rig.fetcher), NULL));
}

/* As after the end of a program and its next start, with a road that is in order. */
static void
start_again (Road *road)
{
  sp_name_resolver_set_address (road->resolver, "127.0.0.1");
  sp_strava_rig_restart (&road->rig);
  soup_session_set_tls_database (get_session (road), road->trusted);
}

static void
road_set_up (Road          *road,
             gconstpointer  protocol)
{
  g_autoptr(GTlsCertificate) certificate = g_tls_certificate_new_from_pem (certificate_text, -1, NULL);
  g_autofree char *api = NULL;
  g_autofree char *oauth = NULL;
  const char *port;

  /* The server's library looks for it where it is made. */
  if (g_str_equal (protocol, "h2"))
    g_setenv ("SOUP_SERVER_HTTP2", "1", TRUE);
  else
    g_unsetenv ("SOUP_SERVER_HTTP2");
  sp_strava_rig_set_up (&road->rig, certificate);
  sp_fake_strava_set_limits (road->rig.server, 100000, 1000000);
  sp_strava_rig_add_run (&road->rig, ANNA, 1, "2026-01-05T18:00:00");
  port = strrchr (sp_fake_strava_get_base (road->rig.server), ':');
  api = g_strconcat ("https://strava.test", port, "/api/v3", NULL);
  oauth = g_strconcat ("https://strava.test", port, "/oauth", NULL);
  g_setenv ("SEGMENT_PODIUM_STRAVA_API", api, TRUE);
  g_setenv ("SEGMENT_PODIUM_STRAVA_OAUTH", oauth, TRUE);
  road->usual = g_resolver_get_default ();
  road->resolver = sp_name_resolver_new ();
  g_resolver_set_default (G_RESOLVER (road->resolver));
  road->trusted = make_database (road, "trusted.pem", certificate_text);
  road->others = make_database (road, "others.pem", other_text);
  road->proxy = g_threaded_socket_service_new (1);
  road->proxy_port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (road->proxy), NULL, NULL);
  g_signal_connect (road->proxy, "run", G_CALLBACK (refuse_cb), road);
  start_again (road);
}

static void
road_tear_down (Road          *road,
                gconstpointer  unused)
{
  g_resolver_set_default (road->usual);
  sp_strava_rig_tear_down (&road->rig, NULL);
  g_socket_service_stop (road->proxy);
  g_socket_listener_close (G_SOCKET_LISTENER (road->proxy));
  g_clear_object (&road->proxy);
  g_clear_object (&road->usual);
  g_clear_object (&road->resolver);
  g_clear_object (&road->trusted);
  g_clear_object (&road->others);
}

static void
use_proxy (Road    *road,
           guint16  port)
{
  g_autofree char *uri = g_strdup_printf ("http://127.0.0.1:%u", port);
  g_autoptr(GProxyResolver) resolver = g_simple_proxy_resolver_new (uri, NULL);

  soup_session_set_proxy_resolver (get_session (road), resolver);
}

/* Connections that are kept, and addresses that were looked up, would not notice. */
static void
trouble_begin (Road  *road,
               gsize  c)
{
  start_again (road);
  switch (cases[c].trouble)
    {
    case NO_NAME:
      sp_name_resolver_set_address (road->resolver, NULL);
      break;
    case NOBODY_THERE:
      sp_name_resolver_set_address (road->resolver, "127.0.0.77");
      break;
    case STRANGER:
      soup_session_set_tls_database (get_session (road), road->others);
      break;
    case PROXY:
      road->proxy_status = cases[c].status;
      use_proxy (road, road->proxy_port);
      break;
    case NO_PROXY_THERE:
      use_proxy (road, 1);
      break;
    }
}

static void
trouble_end (Road  *road,
             gsize  c)
{
  if (cases[c].trouble == NO_NAME || cases[c].trouble == NOBODY_THERE)
    {
      start_again (road);
      return;
    }
  soup_session_set_tls_database (get_session (road), road->trusted);
  soup_session_set_proxy_resolver (get_session (road), NULL);
}

static void
expect (Road       *road,
        const char *says)
{
  guint n_asked = sp_fake_strava_get_log (road->rig.server)->len;
  g_autoptr(GError) error = NULL;

  g_assert_null (sp_strava_rig_list (&road->rig, road->rig.anna, NULL, &error));
  g_assert_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_OFFLINE);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, says));
  /* Nobody was told anything. */
  g_assert_cmpuint (sp_fake_strava_get_log (road->rig.server)->len, ==, n_asked);
}

/* What did not get there is taken off the count in a worker. */
static void
await_count (Road  *road,
             guint  n)
{
  while (sp_strava_rig_get_span (&road->rig, 86400)->used > n)
    {
      sp_test_settle ();
      g_usleep (1000);
    }
}

/* Five requests; the first, a middle or the last meets it, and only that one fails and is not counted. */
static void
test_on_each_call (Road          *road,
                   gconstpointer  unused)
{
  const guint places[] = { 1, 3, 5 };
  guint n_answers = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (cases) * G_N_ELEMENTS (places); i++)
    {
      gsize c = i / G_N_ELEMENTS (places);

      start_again (road);
      for (guint call = 1; call <= 5; call++)
        {
          if (call == places[i % G_N_ELEMENTS (places)])
            {
              trouble_begin (road, c);
              expect (road, cases[c].says);
              trouble_end (road, c);
              continue;
            }
          sp_strava_rig_list_ok (&road->rig);
          n_answers++;
        }
      await_count (road, n_answers);
      g_assert_cmpuint (sp_strava_rig_get_span (&road->rig, 86400)->used, ==, n_answers);
    }
  g_assert_cmpuint (sp_fake_strava_get_n_calls (road->rig.server), ==, n_answers);
  g_assert_cmpuint (sp_fake_strava_get_n_renewals (road->rig.server), ==, 1);
}

/* However many are asked for at once. */
static void
test_few_in_flight (Road          *road,
                    gconstpointer  unused)
{
  SpPeriod january = { sp_time_new (2026, 1, 1, 0, 0, 0), sp_time_new (2026, 1, 31, 23, 59, 59) };
  GAsyncResult *results[24] = { NULL };

  sp_strava_rig_list_ok (&road->rig);
  sp_fake_strava_fail (road->rig.server, SP_FAKE_LATE, 1, G_N_ELEMENTS (results));
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    sp_fetcher_list_activities_async (road->rig.fetcher, road->rig.anna, &january, NULL, SP_POLICY_DEFAULT, NULL,
                                      sp_test_store_result, &results[i]);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(SpActivityPage) page = NULL;

      while (results[i] == NULL)
        g_main_context_iteration (NULL, TRUE);
      page = sp_fetcher_list_activities_finish (road->rig.fetcher, results[i], &error);
      g_assert_no_error (error);
      g_object_unref (results[i]);
    }
  g_assert_cmpuint (sp_fake_strava_get_max_in_flight (road->rig.server), ==, SP_FAKE_MAX_IN_FLIGHT);
  g_assert_cmpuint (sp_strava_rig_get_span (&road->rig, 86400)->used, ==, 25);
}

#define ADD(name, protocol, func) \
  g_test_add ("/strava/transport/" protocol "/" name, Road, protocol, road_set_up, func, road_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("on-each-call", "h1", test_on_each_call);
  ADD ("on-each-call", "h2", test_on_each_call);
  ADD ("few-in-flight", "h1", test_few_in_flight);
  ADD ("few-in-flight", "h2", test_few_in_flight);

  return g_test_run ();
}
