/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sp-cli-preferences.h"

#include "cli/sp-cli-source.h"
#include "platform/sp-settings.h"
#include "support/sp-test-clock.h"

typedef struct
{
  GSettings      *settings;
  SpPluginLoader *loader;
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autofree char *plugins = g_build_filename (g_getenv ("SP_TEST_BUILD"), "plugins", NULL);

  f->settings = sp_settings_open ();
  g_assert_nonnull (f->settings);
  f->loader = sp_plugin_loader_new (NULL);
  sp_plugin_loader_scan (f->loader, (const char * const[]) { plugins, NULL });
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  static const char * const keys[] = { SP_SETTINGS_SOURCE, SP_SETTINGS_CACHE_MODE, SP_SETTINGS_TOKEN_FILE,
                                       SP_SETTINGS_OPTIONS };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (f->settings, keys[i]);
  g_object_unref (f->settings);
  g_assert_finalize_object (f->loader);
}

static void
test_values (Fixture      *f,
             gconstpointer data)
{
  g_autofree char *usual = sp_cli_preferences_get_source ();
  g_autofree char *source = NULL;
  g_autofree char *path = NULL;

  g_assert_cmpstr (usual, ==, "strava");
  g_assert_cmpint (sp_cli_preferences_get_cache_mode (), ==, SP_CACHE_ON);
  g_assert_null (sp_cli_preferences_get_token_file ());
  g_settings_set_string (f->settings, SP_SETTINGS_SOURCE, "mock");
  g_settings_set_string (f->settings, SP_SETTINGS_TOKEN_FILE, "/nonexistent/tokens");
  source = sp_cli_preferences_get_source ();
  path = sp_cli_preferences_get_token_file ();
  g_assert_cmpstr (source, ==, "mock");
  g_assert_cmpstr (path, ==, "/nonexistent/tokens");
  g_settings_set_string (f->settings, SP_SETTINGS_CACHE_MODE, "off");
  g_assert_cmpint (sp_cli_preferences_get_cache_mode (), ==, SP_CACHE_OFF);
  g_settings_set_string (f->settings, SP_SETTINGS_CACHE_MODE, "offline");
  g_assert_cmpint (sp_cli_preferences_get_cache_mode (), ==, SP_CACHE_OFFLINE);
}

/* An option comes before the preference; what the plugin does not know is passed over. */
static void
test_source (Fixture      *f,
             gconstpointer data)
{
  g_autoptr (SpTestClock) clock = sp_test_clock_new ("2026-01-05");
  g_auto (GStrv) none = sp_cli_preferences_list_options (NULL);
  g_autoptr (SpSource) source = NULL;
  g_autoptr (SpFetcher) plain = NULL;
  g_autoptr (SpFetcher) whole = NULL;
  g_autoptr (GError) error = NULL;
  guint seed, latency, days;

  g_assert_cmpuint (g_strv_length (none), ==, 0);
  g_settings_set_value (f->settings, SP_SETTINGS_OPTIONS,
                        g_variant_new_parsed ("{'mock/seed': '5', 'mock/latency': '3', 'mock/gone': '1',"
                                              " 'disk-cache/retention-days': '4', 'strava/reserve': '9'}"));
  source = sp_cli_source_new (f->loader, SP_CLOCK (clock), "mock", (const char * const[]) { "seed=7", NULL },
                              SP_CACHE_ON, NULL);
  plain = sp_source_open_plain (source, 0, &error);
  g_assert_no_error (error);
  whole = sp_source_open (source, 0, &error);
  g_assert_no_error (error);
  g_object_get (plain, "seed", &seed, "latency", &latency, NULL);
  g_object_get (whole, "retention-days", &days, NULL);
  g_assert_cmpuint (seed, ==, 7);
  g_assert_cmpuint (latency, ==, 3);
  g_assert_cmpuint (days, ==, 4);
}

int
main (int argc, char *argv[])
{
  g_autofree char *schemas = g_build_filename (g_getenv ("SP_TEST_BUILD"), "data", NULL);

  g_setenv ("GSETTINGS_SCHEMA_DIR", schemas, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/cli/preferences/values", Fixture, NULL, set_up, test_values, tear_down);
  g_test_add ("/cli/preferences/source", Fixture, NULL, set_up, test_source, tear_down);

  return g_test_run ();
}
