/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sp-cli-options.h"

#include "cli/sp-cli-status.h"

static SpCliOptions *
parse (const char  *line,
       GError     **error)
{
  g_auto (GStrv) arguments = g_strsplit (line, " ", -1);

  return sp_cli_options_parse (arguments, g_str_equal (arguments[0], "demo"), error);
}

static void
test_defaults (void)
{
  g_autoptr (SpCliOptions) options = parse ("run week.xlsx", NULL);

  g_assert_nonnull (options);
  g_assert_cmpstr (options->competition, ==, "week.xlsx");
  g_assert_null (options->source);
  g_assert_null (options->source_options);
  g_assert_null (options->output);
  g_assert_null (options->runners);
  g_assert_null (options->token_store);
  g_assert_cmpint (options->cache, ==, SP_CACHE_ON);
  g_assert_cmpint (options->strategy, ==, SP_STRATEGY_UNION);
  g_assert_false (options->split_windows);
  g_assert_false (options->thorough);
  g_assert_cmpint (options->max_wait_us, ==, -1);
  g_assert_false (options->quiet || options->verbose);
}

static void
test_all (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpCliOptions) options =
    parse ("run --source=mock --source-option seed=3 --source-option=size=9 -o out.csv --strategy=per-segment "
           "--boards=window --runner=Huw --runner Zoë --thorough --max-wait=90m --cache=offline --token-store=t "
           "--reserve=200 --verbose week.xlsx", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (options->source, ==, "mock");
  g_assert_cmpstr (options->source_options[0], ==, "seed=3");
  g_assert_cmpstr (options->source_options[1], ==, "size=9");
  g_assert_cmpstr (options->source_options[2], ==, "reserve=200");
  g_assert_null (options->source_options[3]);
  g_assert_cmpstr (options->output, ==, "out.csv");
  g_assert_cmpstr (options->runners[0], ==, "Huw");
  g_assert_cmpstr (options->runners[1], ==, "Zoë");
  g_assert_cmpint (options->strategy, ==, SP_STRATEGY_PER_SEGMENT);
  g_assert_cmpint (options->cache, ==, SP_CACHE_OFFLINE);
  g_assert_cmpstr (options->token_store, ==, "t");
  g_assert_true (options->split_windows && options->thorough && options->verbose);
  g_assert_cmpint (options->max_wait_us, ==, G_GINT64_CONSTANT (5400) * G_USEC_PER_SEC);
}

static void
test_pipe (void)
{
  g_autoptr (SpCliOptions) plain = parse ("run --output=- -", NULL);
  g_autoptr (SpCliOptions) chosen = parse ("run -o - --format=json --reserve 7 -", NULL);

  g_assert_cmpstr (plain->competition, ==, SP_CLI_PIPE);
  g_assert_cmpstr (plain->output, ==, SP_CLI_PIPE);
  g_assert_cmpint (plain->format, ==, SP_RESULTS_CSV);
  g_assert_cmpint (chosen->format, ==, SP_RESULTS_JSON);
  g_assert_cmpstr (chosen->source_options[0], ==, "reserve=7");
}

static void
test_demo (void)
{
  g_autoptr (SpCliOptions) options = parse ("demo --print --quiet", NULL);

  g_assert_nonnull (options);
  g_assert_cmpstr (options->competition, ==, "demo:");
  g_assert_true (options->quiet);
}

/* Each ends with exit status 2 and a sentence that names what is wrong. */
static void
test_refused (void)
{
  static const char * const cases[][2] = {
    { "run", "No competition" },
    { "run a.xlsx b.xlsx", "b.xlsx" },
    { "demo a.xlsx", "brings its own" },
    { "run --frobnicate a.xlsx", "--frobnicate" },
    { "run --strategy=all a.xlsx", "union or per-segment" },
    { "run --boards=week a.xlsx", "group or window" },
    { "run --max-wait=soon a.xlsx", "soon" },
    { "run --max-wait=90 a.xlsx", "90m" },
    { "run --reserve=many a.xlsx", "many" },
    { "run --reserve=-1 a.xlsx", "200" },
    { "run --format=csv -o a.csv a.xlsx", "--output=-" },
    { "run --format=csv a.xlsx", "--output=-" },
    { "run --format=pdf -o - a.xlsx", "pdf" },
    { "run --source-option=seed a.xlsx", "NAME=VALUE" },
    { "run --source-option==3 a.xlsx", "NAME=VALUE" },
    { "run --quiet --verbose a.xlsx", "--quiet and --verbose" },
    { "run --cache=perhaps a.xlsx", "on, off or offline" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i][0]);
      g_assert_null (parse (cases[i][0], &error));
      g_assert_error (error, SP_CLI_ERROR, SP_CLI_USAGE);
      g_assert_nonnull (strstr (error->message, cases[i][1]));
    }
}

/* An option comes before the environment, the environment before the default. */
static void
test_environment (void)
{
  g_autoptr (SpCliOptions) old_way = NULL;
  g_autoptr (SpCliOptions) chosen = NULL;
  g_autoptr (SpCliOptions) new_way = NULL;
  g_autoptr (GError) error = NULL;

  g_setenv ("SEGMENT_PREFETCH_ENABLED", "false", TRUE);
  g_setenv ("SEGMENT_SPLIT_WINDOWS_ENABLED", "FALSE", TRUE);
  old_way = parse ("run a.xlsx", NULL);
  g_assert_cmpint (old_way->strategy, ==, SP_STRATEGY_PER_SEGMENT);
  g_assert_true (old_way->split_windows);
  chosen = parse ("run --strategy=union --boards=group a.xlsx", NULL);
  g_assert_cmpint (chosen->strategy, ==, SP_STRATEGY_UNION);
  g_assert_false (chosen->split_windows);

  g_setenv ("SEGMENT_PREFETCH_ENABLED", "true", TRUE);
  g_setenv ("SEGMENT_SPLIT_WINDOWS_ENABLED", "", TRUE);
  new_way = parse ("run a.xlsx", NULL);
  g_assert_cmpint (new_way->strategy, ==, SP_STRATEGY_UNION);
  g_assert_false (new_way->split_windows);

  g_setenv ("SEGMENT_PREFETCH_ENABLED", "perhaps", TRUE);
  g_assert_null (parse ("run a.xlsx", &error));
  g_assert_error (error, SP_CLI_ERROR, SP_CLI_USAGE);
  g_assert_nonnull (strstr (error->message, "SEGMENT_PREFETCH_ENABLED"));
  g_unsetenv ("SEGMENT_PREFETCH_ENABLED");
  g_unsetenv ("SEGMENT_SPLIT_WINDOWS_ENABLED");
}

static void
test_spans (void)
{
  static const struct
  {
    const char *text;
    gint64      span_s;
  } cases[] = {
    { "0", 0 }, { "45s", 45 }, { "90m", 5400 }, { "2h", 7200 }, { "1h30m", 5400 }, { "1d", 86400 }, { "0m", 0 },
    { "", -1 }, { "5", -1 }, { "m", -1 }, { "1h30", -1 }, { "-5m", -1 }, { "1.5h", -1 }, { "1w", -1 }, { "9999d", -1 },
    { "99999999999999999999s", -1 }, { " 5m", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 span_us = -7;

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (sp_cli_options_parse_span (cases[i].text, &span_us), ==, cases[i].span_s >= 0);
      if (cases[i].span_s >= 0)
        g_assert_cmpint (span_us, ==, cases[i].span_s * G_USEC_PER_SEC);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/options/defaults", test_defaults);
  g_test_add_func ("/cli/options/all", test_all);
  g_test_add_func ("/cli/options/pipe", test_pipe);
  g_test_add_func ("/cli/options/demo", test_demo);
  g_test_add_func ("/cli/options/refused", test_refused);
  g_test_add_func ("/cli/options/environment", test_environment);
  g_test_add_func ("/cli/options/spans", test_spans);

  return g_test_run ();
}
