/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-fetcher-options.h"

#include "engine/sp-module.h"
#include "support/sp-table-fetcher.h"

static GType good_type;

static void
test_list (void)
{
  g_autoptr(GPtrArray) options = sp_fetcher_options_list (good_type);
  g_autoptr(GPtrArray) none = sp_fetcher_options_list (SP_TYPE_TABLE_FETCHER);
  const char * const names[] = { "count", "fixed", "loud", "mood", "ratio", "seed", "size", "text" };

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (options->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < options->len; i++)
    g_assert_cmpstr (g_param_spec_get_name (options->pdata[i]), ==, names[i]);
}

static char *
make (const char * const *options)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SpFetcher) fetcher = sp_fetcher_options_create (good_type, options, NULL, &error);
  g_autoptr(SpSourceInfo) info = NULL;

  g_assert_true ((fetcher == NULL) == (error != NULL));
  if (fetcher == NULL)
    {
      g_assert_error (error, SP_PLUGIN_ERROR, SP_PLUGIN_ERROR_BAD_OPTION);
      return g_strdup (error->message);
    }
  info = sp_fetcher_describe (fetcher);

  return g_strdup (sp_source_info_get_cache_key (info));
}

static void
test_values (void)
{
  const struct { const char *options[9]; const char *expected; } cases[] = {
    { { NULL }, "0 0 0 0 0 0 (null) (null) -" },
    { { "loud=yes", "count=-5", "size=34", "seed=-9223372036854775808", "ratio=0.25", "mood=very-wild", "text=a=b",
        "fixed=f" }, "1 -5 34 -9223372036854775808 0.25 1 a=b f -" },
    { { "loud=TRUE", "loud=off", "count=1", "count=2", "text=", "fixed=a", "fixed=b" },
      "0 2 0 0 0 0  b -" },
    { { "loud=1", "ratio=1e-3", "seed=9223372036854775807" }, "1 0 0 9223372036854775807 0.001 0 (null) (null) -" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = make (cases[i].options);

      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

static void
test_bad (void)
{
  const struct { const char *option; const char *words; } cases[] = {
    { "count", "NAME=VALUE" },
    { "", "NAME=VALUE" },
    { "=3", "no option “”" },
    { "cuont=3", "no option “cuont”. It has: count, fixed, loud" },
    { "secret=x", "no option “secret”" },
    { "upstream=x", "no option “upstream”" },
    { "loud=maybe", "takes yes or no" },
    { "loud=", "takes yes or no" },
    { "count=100", "from -5 to 99" },
    { "count=-6", "from -5 to 99" },
    { "count=3x", "can not be “3x”" },
    { "count= 3", "from -5 to 99" },
    { "count=99999999999999999999", "from -5 to 99" },
    { "size=0", "from 1 to 34" },
    { "size=-1", "from 1 to 34" },
    { "seed=9223372036854775808", "to 9223372036854775807" },
    { "ratio=1.5", "a number from 0 to 1" },
    { "ratio=nan", "a number from 0 to 1" },
    { "ratio=", "a number from 0 to 1" },
    { "ratio=0,5", "a number from 0 to 1" },
    { "mood=VERY-WILD", "one of: calm, very-wild" },
    { "text=\xff", "takes text" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char * const options[] = { "count=1", cases[i].option, NULL };
      g_autofree char *text = make (options);

      if (strstr (text, cases[i].words) == NULL)
        g_error ("“%s”: %s", cases[i].option, text);
    }
}

static void
test_none (void)
{
  const char * const options[] = { "seed=1", NULL };
  g_autoptr(GError) error = NULL;

  g_assert_null (sp_fetcher_options_create (SP_TYPE_TABLE_FETCHER, options, NULL, &error));
  g_assert_error (error, SP_PLUGIN_ERROR, SP_PLUGIN_ERROR_BAD_OPTION);
  g_assert_nonnull (strstr (error->message, "none at all"));
}

/* What no fetcher of the type takes is left out; the rest stays in its order. */
static void
test_filter (void)
{
  const char * const options[] = { "seed=1", "gone=2", "count=100", "count=5", "loud=no", "word", NULL };
  const char * const good[] = { "seed=1", "count=5", "loud=no", NULL };
  const char * const nothing[] = { NULL };
  g_auto(GStrv) some = sp_fetcher_options_filter (good_type, options);
  g_auto(GStrv) none = sp_fetcher_options_filter (SP_TYPE_TABLE_FETCHER, options);
  g_auto(GStrv) empty = sp_fetcher_options_filter (good_type, nothing);

  g_assert_cmpstrv (some, good);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  g_assert_cmpuint (g_strv_length (empty), ==, 0);
}

int
main (int argc, char **argv)
{
  g_autofree char *path = NULL;

  g_test_init (&argc, &argv, NULL);
  path = g_test_build_filename (G_TEST_BUILT, "engine", "modules", "good-good.so", NULL);
  good_type = sp_module_get_type (sp_module_open (path, NULL), NULL);
  g_test_add_func ("/fetcher-options/list", test_list);
  g_test_add_func ("/fetcher-options/values", test_values);
  g_test_add_func ("/fetcher-options/filter", test_filter);
  g_test_add_func ("/fetcher-options/bad", test_bad);
  g_test_add_func ("/fetcher-options/none", test_none);

  return g_test_run ();
}
