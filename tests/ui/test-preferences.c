/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-preferences.h"

#include "support/sp-test-clock.h"
#include "support/sp-test-sync.h"
#include "ui/sp-source-maker.h"

static void
changed_cb (guint *n_changes)
{
  (*n_changes)++;
}

/* What one has written down another reads, in the settings and not otherwise. */
static void
test_kept (void)
{
  g_autoptr (SpPreferences) other = sp_preferences_new ();
  SpPreferences *preferences = sp_preferences_new ();
  g_autofree char *source = sp_preferences_get_source (preferences);
  g_autofree char *next = NULL;
  g_autofree char *reserve = NULL;
  g_auto (GStrv) options = NULL;
  g_auto (GStrv) none = sp_preferences_list_options (preferences, "strava");
  guint n_changes = 0;

  g_assert_nonnull (sp_preferences_get_settings (preferences));
  g_assert_cmpstr (source, ==, "strava");
  g_assert_cmpint (sp_preferences_get_cache_mode (preferences), ==, SP_CACHE_ON);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  g_signal_connect_swapped (preferences, "changed", G_CALLBACK (changed_cb), &n_changes);

  sp_preferences_set_source (preferences, "mock");
  sp_preferences_set_source (preferences, "mock");
  sp_preferences_set_cache_mode (preferences, SP_CACHE_OFFLINE);
  sp_preferences_set_cache_mode (preferences, SP_CACHE_OFFLINE);
  sp_preferences_set_option (preferences, "strava", "reserve", "20");
  sp_preferences_set_option (preferences, "strava", "until-empty", "yes");
  sp_preferences_set_option (preferences, "mock", "seed", "a=b");
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (n_changes, ==, 5);
  next = sp_preferences_get_source (other);
  reserve = sp_preferences_get_option (other, "strava", "reserve");
  options = sp_preferences_list_options (other, "strava");
  g_assert_cmpstr (next, ==, "mock");
  g_assert_cmpint (sp_preferences_get_cache_mode (other), ==, SP_CACHE_OFFLINE);
  g_assert_cmpstr (reserve, ==, "20");
  g_assert_cmpstrv (options, ((const char * const[]) { "reserve=20", "until-empty=yes", NULL }));

  sp_preferences_set_option (preferences, "strava", "reserve", NULL);
  g_assert_null (sp_preferences_get_option (preferences, "strava", "reserve"));
  for (guint i = 0; i < 2; i++)
    g_settings_reset (sp_preferences_get_settings (preferences), i == 0 ? "source" : "cache-mode");
  g_settings_reset (sp_preferences_get_settings (preferences), "plugin-options");
  g_assert_finalize_object (preferences);
}

/* A source is made with what is preferred, and what is said of it alone comes before that. */
static void
test_source (void)
{
  g_autofree char *plugins = g_build_filename (g_getenv ("SP_TEST_BUILD"), "plugins", NULL);
  g_autoptr (SpPreferences) preferences = sp_preferences_new ();
  g_autoptr (SpPluginLoader) loader = sp_plugin_loader_new (NULL);
  SpTestClock *clock = sp_test_clock_new ("2026-01-05");
  const char * const said[] = { "seed=7", NULL };
  const char * const names[] = { "seed", "latency" };
  const guint expected[] = { 7, 3 };

  sp_plugin_loader_scan (loader, (const char * const[]) { plugins, NULL });
  sp_preferences_set_option (preferences, "mock", "seed", "5");
  sp_preferences_set_option (preferences, "mock", "latency", "3");
  sp_preferences_set_option (preferences, SP_SOURCE_CACHE, "retention-days", "4");
  sp_preferences_set_option (preferences, "mock", "of-an-older-version", "1");
  {
    g_autoptr (SpSource) source = sp_source_maker_make (loader, SP_CLOCK (clock), preferences, "mock", said);
    g_autoptr (SpFetcher) plain = sp_source_open_plain (source, 0, NULL);
    g_autoptr (SpFetcher) whole = sp_source_open (source, 0, NULL);
    g_autoptr (SpSource) uncached = NULL;
    g_autoptr (SpFetcher) bare = NULL;
    g_autoptr (SpSource) kept = NULL;
    g_autoptr (SpFetcher) looking = NULL;
    g_autoptr (SpFetcher) after = NULL;
    guint days;

    g_assert_nonnull (plain);
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
      {
        guint value;

        g_object_get (plain, names[i], &value, NULL);
        g_assert_cmpuint (value, ==, expected[i]);
      }
    g_object_get (whole, "retention-days", &days, NULL);
    g_assert_cmpuint (days, ==, 4);
    sp_preferences_set_cache_mode (preferences, SP_CACHE_OFF);
    uncached = sp_source_maker_make (loader, SP_CLOCK (clock), preferences, "mock", NULL);
    bare = sp_source_open (uncached, 0, NULL);
    g_assert_true (G_OBJECT_TYPE (bare) == G_OBJECT_TYPE (plain));
    kept = sp_source_maker_make_kept (loader, SP_CLOCK (clock), preferences, "mock");
    looking = sp_source_open (kept, 0, NULL);
    g_assert_true (G_OBJECT_TYPE (looking) == G_OBJECT_TYPE (whole));

    /* The one that was made before follows. */
    sp_preferences_set_option (preferences, "mock", "latency", "9");
    after = sp_source_open (source, 0, NULL);
    g_assert_true (G_OBJECT_TYPE (after) == G_OBJECT_TYPE (plain));
    for (guint i = 0; i < G_N_ELEMENTS (names); i++)
      {
        guint value;

        g_object_get (after, names[i], &value, NULL);
        g_assert_cmpuint (value, ==, i == 0 ? 7 : 9);
      }
  }
  g_settings_reset (sp_preferences_get_settings (preferences), "cache-mode");
  g_settings_reset (sp_preferences_get_settings (preferences), "plugin-options");
  g_assert_finalize_object (clock);
}

/* Secrets go to the file that is named, and to no other plugin's. */
static void
test_secrets (void)
{
  g_autofree char *dir = g_dir_make_tmp ("sp-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "tokens", NULL);
  g_autofree char *kept = NULL;
  g_autofree char *secret = NULL;
  g_autofree char *content = NULL;
  SpPreferences *preferences = sp_preferences_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (sp_preferences_get_token_file (preferences));
  sp_preferences_set_token_file (preferences, path);
  kept = sp_preferences_get_token_file (preferences);
  g_assert_cmpstr (kept, ==, path);
  {
    g_autoptr (SpSecretStore) one = sp_source_maker_open_secrets (preferences, "strava");
    g_autoptr (SpSecretStore) other = sp_source_maker_open_secrets (preferences, "mock");

    g_assert_true (sp_test_store_secret (one, "client-id", "4711", NULL, &error));
    g_assert_no_error (error);
    secret = sp_test_lookup_secret (one, "client-id", NULL, &error);
    g_assert_cmpstr (secret, ==, "4711");
    g_assert_null (sp_test_lookup_secret (other, "client-id", NULL, &error));
    g_assert_no_error (error);
  }
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_nonnull (strstr (content, "4711"));
  sp_preferences_set_token_file (preferences, NULL);
  g_assert_null (sp_preferences_get_token_file (preferences));
  g_assert_finalize_object (preferences);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/preferences/kept", test_kept);
  g_test_add_func ("/ui/preferences/secrets", test_secrets);
  g_test_add_func ("/ui/preferences/source", test_source);

  return g_test_run ();
}
