/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "api/sp-error.h"
#include "sp-strava-server.h"

static void
test_secure (void)
{
  const struct { const char *uri; gboolean secure; } cases[] = {
    { "https://www.strava.com/api/v3", TRUE },
    { "HTTPS://www.strava.com", TRUE },
    { "https://127.0.0.1:8443", TRUE },
    { "http://127.0.0.1:8080/api/v3", TRUE },
    { "http://127.1.2.3", TRUE },
    { "http://[::1]:8080", TRUE },
    { "http://localhost:8080", TRUE },
    { "http://LocalHost", TRUE },
    { "http://www.strava.com/api/v3", FALSE },
    { "http://localhost.example.org", FALSE },
    { "http://127.0.0.1.example.org", FALSE },
    { "http://127.0.0.1@example.org", FALSE },
    { "https://user:word@www.strava.com", FALSE },
    { "http://10.0.0.1", FALSE },
    { "http://0.0.0.0", FALSE },
    { "ftp://127.0.0.1", FALSE },
    { "file:///etc/passwd", FALSE },
    { "https://", FALSE },
    { "www.strava.com", FALSE },
    { "", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      if (sp_strava_server_is_secure (cases[i].uri) != cases[i].secure)
        g_test_message ("%s", cases[i].uri);
      g_assert_cmpint (sp_strava_server_is_secure (cases[i].uri), ==, cases[i].secure);
    }
}

static void
test_environment (void)
{
  g_autoptr(SpStravaServer) usual = NULL;
  g_autoptr(SpStravaServer) moved = NULL;
  g_autoptr(SpStravaServer) half = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *key = NULL;

  g_unsetenv ("SEGMENT_PODIUM_STRAVA_API");
  g_setenv ("SEGMENT_PODIUM_STRAVA_OAUTH", "", TRUE);
  usual = sp_strava_server_new ();
  g_assert_cmpstr (usual->api, ==, "https://www.strava.com/api/v3");
  g_assert_cmpstr (usual->oauth, ==, "https://www.strava.com/oauth");
  g_assert_true (sp_strava_server_check (usual, &error));
  key = sp_strava_server_make_key ();
  g_assert_true (g_str_has_suffix (key, usual->api));

  g_setenv ("SEGMENT_PODIUM_STRAVA_API", "https://api.strava.com//", TRUE);
  moved = sp_strava_server_new ();
  g_assert_cmpstr (moved->api, ==, "https://api.strava.com");

  g_setenv ("SEGMENT_PODIUM_STRAVA_OAUTH", "http://www.strava.com/oauth", TRUE);
  half = sp_strava_server_new ();
  g_assert_false (sp_strava_server_check (half, &error));
  g_assert_error (error, SP_FETCH_ERROR, SP_FETCH_ERROR_FORBIDDEN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/strava/server/secure", test_secure);
  g_test_add_func ("/strava/server/environment", test_environment);

  return g_test_run ();
}
