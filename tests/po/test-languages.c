/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program in a language: with-language.sh starts this in German and in Welsh. What is looked for is what the
 * catalogue says, so that a better word needs no change here. */
#include "cli/program.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

/* A few runners do. */
#define SMALL "--source-option=runners=8"

static const char *in_language (const char *english) G_GNUC_FORMAT (1);

/* What the catalogue says for it, which is to be something of its own. */
static const char *
in_language (const char *english)
{
  const char *translated = gettext (english);

  g_assert_cmpstr (translated, !=, english);

  return translated;
}

static void
assert_said (const char *text,
             const char *english)
{
  const char *translated = in_language (english);

  if (strstr (text, translated) == NULL)
    g_error ("“%s” is not said in: %s", translated, text);
}

static gboolean
matches (const char *text,
         const char *pattern)
{
  return g_regex_match_simple (pattern, text, 0, 0);
}

/* What the program says itself, what a plugin says, and what GLib makes of both. */
static void
test_commands (Fixture       *fixture,
               gconstpointer  data)
{
  run (fixture, "run", "--help", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  assert_said (fixture->out, "Show no progress");
  run (fixture, "plugins", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  assert_said (fixture->out, "Description");
  assert_said (fixture->out, "Demo club");
}

static void
test_refusal (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *sentence =
    g_strdup_printf (in_language ("There is no file “%s”. Look whether it was moved or renamed, then choose it again."),
                     "/there is/none.xlsx");

  run (fixture, "run", "/there is/none.xlsx", NULL);
  assert_refused (fixture, sentence);
}

/* Words and the decimals of kilometres are the language's own; times are H:MM:SS everywhere. */
static void
test_boards (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *point = g_regex_escape_string (localeconv ()->decimal_point, -1);
  g_autofree char *kilometres = g_strdup_printf (" \\d+%s\\d\\d +\\d", point);

  run (fixture, "demo", "--print", SMALL, NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  assert_said (fixture->out, "Data quality");
  assert_said (fixture->out, "Teams over all boards");
  assert_said (fixture->out, "Runner");
  assert_said (fixture->out, "default time");
  g_assert_null (strstr (fixture->out, "Data quality"));
  g_assert_null (strstr (fixture->out, "Runner"));
  g_assert_true (matches (fixture->out, kilometres));
  g_assert_true (matches (fixture->out, " 0:\\d\\d:\\d\\d "));
}

static char *
export (Fixture    *fixture,
        const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  run (fixture, "demo", "--print", SMALL, "--output", path, NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

/* What other programs read has a point before decimals, and the same titles and names everywhere. */
static void
test_data (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *table = export (fixture, "results.csv");
  g_autofree char *json = export (fixture, "results.json");
  g_autofree char *book = export (fixture, "results.xlsx");

  g_assert_true (g_str_has_prefix (table, "Board,Team,Runner,Rank,Team Rank,Attempts,Fastest Time (sec),"));
  g_assert_true (matches (table, ",\\d+\\.\\d+,"));
  g_assert_false (matches (table, "\"\\d+,\\d+\""));
  g_assert_nonnull (strstr (json, "\"state\" : \"timed\""));
  g_assert_true (matches (json, "\"distance_m\" : \\d+\\.\\d+"));
  g_assert_true (g_str_has_prefix (book, "PK"));
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("SEGMENT_PODIUM_LOCALE_PATH"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpstr (setlocale (LC_MESSAGES, NULL), !=, "C.UTF-8");

  add ("/languages/commands", test_commands);
  add ("/languages/refusal", test_refusal);
  add ("/languages/boards", test_boards);
  add ("/languages/data", test_data);

  return g_test_run ();
}
