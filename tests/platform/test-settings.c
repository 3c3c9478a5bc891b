/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "platform/sp-settings.h"

/* The schema as built has every key, each with its usual value. */
static void
test_open (void)
{
  GSettings *settings = sp_settings_open ();
  g_autofree char *source = NULL;
  g_autofree char *mode = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GVariant) options = NULL;

  g_assert_nonnull (settings);
  source = g_settings_get_string (settings, SP_SETTINGS_SOURCE);
  mode = g_settings_get_string (settings, SP_SETTINGS_CACHE_MODE);
  path = g_settings_get_string (settings, SP_SETTINGS_TOKEN_FILE);
  options = g_settings_get_value (settings, SP_SETTINGS_OPTIONS);
  g_assert_cmpstr (source, ==, "strava");
  g_assert_cmpstr (mode, ==, "on");
  g_assert_cmpstr (path, ==, "");
  g_assert_cmpuint (g_variant_n_children (options), ==, 0);
  g_assert_finalize_object (settings);
}

static void
test_missing (void)
{
  if (g_test_subprocess ())
    {
      g_setenv ("GSETTINGS_SCHEMA_DIR", "/nonexistent", TRUE);
      g_setenv ("XDG_DATA_DIRS", "/nonexistent", TRUE);
      g_assert_null (sp_settings_open ());
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

int
main (int argc, char *argv[])
{
  g_autofree char *schemas = g_build_filename (g_getenv ("SP_TEST_BUILD"), "data", NULL);

  g_setenv ("GSETTINGS_SCHEMA_DIR", schemas, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/platform/settings/open", test_open);
  g_test_add_func ("/platform/settings/missing", test_missing);

  return g_test_run ();
}
