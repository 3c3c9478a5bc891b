/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-source.h"

#include <glib/gstdio.h>

#include "support/sp-test-clock.h"

typedef struct
{
  SpTestClock    *clock;
  SpPluginLoader *loader;
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autofree char *plugins = g_build_filename (g_getenv ("SP_TEST_BUILD"), "plugins", NULL);

  f->clock = sp_test_clock_new ("2026-01-05");
  f->loader = sp_plugin_loader_new (NULL);
  sp_plugin_loader_scan (f->loader, (const char * const[]) { plugins, NULL });
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_assert_finalize_object (f->loader);
  g_assert_finalize_object (f->clock);
}

static SpSource *
make (Fixture            *f,
      const char         *id,
      const char * const *options,
      SpCacheMode         cache,
      const char * const *cache_options)
{
  SpSourceValues values = {
    .id = id, .options = options, .cache = cache, .cache_options = cache_options, .directory = "/nonexistent",
    .cache_directory = "/nonexistent", .user_agent = "test",
  };

  return sp_source_new (f->loader, SP_CLOCK (f->clock), &values);
}

static guint
get_days (SpFetcher *fetcher)
{
  guint days;

  g_object_get (fetcher, "retention-days", &days, NULL);

  return days;
}

static int
get_mode (SpFetcher *fetcher)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_object_get_property (G_OBJECT (fetcher), "mode", &value);

  return g_value_get_enum (&value);
}

/* What keeps answers is given its options in both modes, and is left out where nothing is to be kept. */
static void
test_cache (Fixture      *f,
            gconstpointer data)
{
  const char * const days[] = { "mode=on", "retention-days=3", NULL };
  g_autoptr (SpSource) on = make (f, "mock", NULL, SP_CACHE_ON, days);
  g_autoptr (SpSource) offline = make (f, "mock", NULL, SP_CACHE_OFFLINE, days);
  g_autoptr (SpSource) usual = make (f, "mock", NULL, SP_CACHE_ON, NULL);
  g_autoptr (SpSource) off = make (f, "mock", NULL, SP_CACHE_OFF, days);
  g_autoptr (SpFetcher) first = sp_source_open (on, 0, NULL);
  g_autoptr (SpFetcher) second = sp_source_open (offline, 0, NULL);
  g_autoptr (SpFetcher) third = sp_source_open (usual, 0, NULL);
  g_autoptr (SpFetcher) fourth = sp_source_open (off, 0, NULL);

  g_assert_cmpuint (get_days (first), ==, 3);
  g_assert_cmpuint (get_days (second), ==, 3);
  g_assert_cmpuint (get_days (third), ==, 0);
  g_assert_cmpint (get_mode (first), ==, get_mode (third));
  g_assert_cmpint (get_mode (second), !=, get_mode (first));
  g_assert_null (g_object_class_find_property (G_OBJECT_GET_CLASS (fourth), "retention-days"));
}

/* Who is forgotten is forgotten also where nothing more is to be kept. */
static void
test_kept (Fixture      *f,
           gconstpointer data)
{
  g_autoptr (SpSource) off = make (f, "mock", NULL, SP_CACHE_OFF, NULL);
  g_autoptr (SpSource) none = make (f, "nobody", NULL, SP_CACHE_OFF, NULL);
  g_autoptr (SpFetcher) run = sp_source_open (off, 0, NULL);
  g_autoptr (SpFetcher) kept = sp_source_open_kept (off, 0, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (sp_fetcher_get_features (run) & SP_FETCHER_HOLDS, ==, 0);
  g_assert_cmpint (sp_fetcher_get_features (kept) & SP_FETCHER_HOLDS, ==, SP_FETCHER_HOLDS);
  g_assert_null (sp_source_open_kept (none, 0, &error));
  g_assert_error (error, SP_PLUGIN_ERROR, SP_PLUGIN_ERROR_UNKNOWN);
}

static void
test_errors (Fixture      *f,
             gconstpointer data)
{
  g_autoptr (SpSource) unknown = make (f, "nobody", NULL, SP_CACHE_ON, NULL);
  g_autoptr (SpSource) no_option = make (f, "mock", (const char * const[]) { "colour=red", NULL }, SP_CACHE_ON, NULL);
  g_autoptr (SpSource) no_value = make (f, "mock", NULL, SP_CACHE_ON,
                                        (const char * const[]) { "retention-days=-1", NULL });
  g_autoptr (SpSource) no_source = make (f, SP_SOURCE_CACHE, NULL, SP_CACHE_OFF, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (sp_source_get_id (unknown), ==, "nobody");
  g_assert_cmpstr (sp_source_get_name (unknown), ==, "nobody");
  g_assert_null (sp_source_open (unknown, 0, &error));
  g_assert_error (error, SP_PLUGIN_ERROR, SP_PLUGIN_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_assert_null (sp_source_open (no_option, 0, &error));
  g_assert_error (error, SP_PLUGIN_ERROR, SP_PLUGIN_ERROR_BAD_OPTION);
  g_clear_error (&error);
  g_assert_null (sp_source_open (no_value, 0, &error));
  g_assert_error (error, SP_PLUGIN_ERROR, SP_PLUGIN_ERROR_BAD_OPTION);
  g_clear_error (&error);
  g_assert_null (sp_source_open (no_source, 0, &error));
  g_assert_error (error, SP_PLUGIN_ERROR, SP_PLUGIN_ERROR_WRONG_KIND);
}

/* Where nothing can keep answers they are fetched all the same, but not to ask then has nothing to show. */
static void
test_no_cache (Fixture      *f,
               gconstpointer data)
{
  g_autofree char *mock = g_build_filename (g_getenv ("SP_TEST_BUILD"), "plugins", "mock", NULL);
  g_autoptr (SpPluginLoader) loader = sp_plugin_loader_new (NULL);
  SpSourceValues values = { .id = "mock", .cache = SP_CACHE_ON, .directory = "/nonexistent", .user_agent = "test" };
  g_autoptr (SpSource) on = NULL;
  g_autoptr (SpSource) offline = NULL;
  g_autoptr (SpFetcher) fetcher = NULL;
  g_autoptr (GError) error = NULL;

  sp_plugin_loader_scan (loader, (const char * const[]) { mock, NULL });
  on = sp_source_new (loader, SP_CLOCK (f->clock), &values);
  values.cache = SP_CACHE_OFFLINE;
  offline = sp_source_new (loader, SP_CLOCK (f->clock), &values);
  fetcher = sp_source_open (on, 0, &error);
  g_assert_no_error (error);
  g_assert_nonnull (fetcher);
  g_assert_null (sp_source_open (offline, 0, &error));
  g_assert_error (error, SP_PLUGIN_ERROR, SP_PLUGIN_ERROR_UNKNOWN);
}

static void
test_key (Fixture      *f,
          gconstpointer data)
{
  const char * const options[] = { "seed=2", NULL };
  const char * const days[] = { "retention-days=3", NULL };
  g_autoptr (SpSource) plain = make (f, "mock", NULL, SP_CACHE_ON, NULL);
  g_autoptr (SpSource) other = make (f, "mock", options, SP_CACHE_ON, NULL);
  g_autoptr (SpSource) kept = make (f, "mock", options, SP_CACHE_OFF, days);
  g_autofree char *plain_key = sp_source_get_key (plain);
  g_autofree char *other_key = sp_source_get_key (other);
  g_autofree char *kept_key = sp_source_get_key (kept);

  g_assert_cmpstr (plain_key, !=, other_key);
  g_assert_cmpstr (other_key, ==, kept_key);
}

/* What is opened after a change has it; what is open already does not. */
static void
test_update (Fixture      *f,
             gconstpointer data)
{
  g_autoptr (SpSource) source = make (f, "mock", (const char * const[]) { "seed=2", NULL }, SP_CACHE_OFF, NULL);
  g_autoptr (SpFetcher) before = sp_source_open (source, 0, NULL);
  g_autoptr (SpFetcher) after = NULL;
  g_autoptr (SpFetcher) plain = NULL;
  SpSourceValues values = {
    .id = "mock", .options = (const char * const[]) { "seed=3", NULL }, .cache = SP_CACHE_ON,
    .cache_options = (const char * const[]) { "retention-days=3", NULL }, .directory = "/nonexistent",
    .cache_directory = "/nonexistent", .user_agent = "test",
  };
  guint seed;

  sp_source_update (source, &values);
  after = sp_source_open (source, 0, NULL);
  plain = sp_source_open_plain (source, 0, NULL);
  g_object_get (before, "seed", &seed, NULL);
  g_assert_cmpuint (seed, ==, 2);
  g_object_get (plain, "seed", &seed, NULL);
  g_assert_cmpuint (seed, ==, 3);
  g_assert_cmpuint (get_days (after), ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/source/cache", Fixture, NULL, set_up, test_cache, tear_down);
  g_test_add ("/source/kept", Fixture, NULL, set_up, test_kept, tear_down);
  g_test_add ("/source/errors", Fixture, NULL, set_up, test_errors, tear_down);
  g_test_add ("/source/no-cache", Fixture, NULL, set_up, test_no_cache, tear_down);
  g_test_add ("/source/update", Fixture, NULL, set_up, test_update, tear_down);
  g_test_add ("/source/key", Fixture, NULL, set_up, test_key, tear_down);

  return g_test_run ();
}
