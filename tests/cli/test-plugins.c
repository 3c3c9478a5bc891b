/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program says of modules in the user's folder of plugins, good ones and all kinds of bad ones. */
#include "cli/program.h"

/* As it is, or no more than half of it. */
static void
put (Fixture    *fixture,
     const char *module,
     gboolean    is_whole,
     const char *as)
{
  g_autofree char *file = g_strdup_printf ("%s.so", module);
  g_autofree char *from = g_test_build_filename (G_TEST_BUILT, "engine", "modules", file, NULL);
  g_autofree char *folder = g_build_filename (fixture->folder, "segment-podium", "plugins", NULL);
  g_autofree char *path = g_build_filename (folder, as, NULL);
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (from, &bytes, &size, NULL));
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, bytes, (gssize) (is_whole ? size : size / 2), NULL));
}

static void
put_text (Fixture    *fixture,
          const char *text,
          const char *as)
{
  g_autofree char *path = g_build_filename (fixture->folder, "segment-podium", "plugins", as, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* Each is named with the reason, whatever lines it is broken into, and the rest goes on. */
static void
test_bad (Fixture       *fixture,
          gconstpointer  data)
{
  static const struct { const char *module; const char *as; const char *says; } bad[] = {
    { "bad-a-crash", "crash.so", "crash.so” crashes when it is loaded" },
    { "bad-a-hang", "hang.so", "hang.so” hangs when it is loaded" },
    { "bad-no-entry", "other.so", "other.so” is a module, but not a plugin of this program" },
    { "bad-other-api", "old.so", "old.so” was built for plugin interface 7; this program has 1" },
    { "bad-taken", "twice.so", "twice.so” has the same id “good” as" },
    { "bad-unresolved", "symbol.so", "undefined symbol: sp_this_symbol_is_nowhere" },
  };
  g_autofree char *line = NULL;

  put (fixture, "good-good", TRUE, "a-good.so");
  put (fixture, "good-decorator", FALSE, "cut.so");
  put_text (fixture, "", "empty.so");
  put_text (fixture, "no module", "text.so");
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    put (fixture, bad[i].module, TRUE, bad[i].as);

  run (fixture, "plugins", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
  g_assert_nonnull (strstr (fixture->out, "\ngood "));
  g_assert_nonnull (strstr (fixture->out, "\nmock "));
  line = g_strdelimit (g_strdup (strstr (fixture->out, "Not loaded:")), "\n", ' ');
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_nonnull (strstr (line, bad[i].says));
  g_assert_nonnull (strstr (line, "cut.so” is not whole: its end is missing"));
  g_assert_nonnull (strstr (line, "empty.so” is empty"));
  g_assert_nonnull (strstr (line, "text.so” is not a loadable module"));

  run (fixture, "run", "demo:", "--quiet", "--output=-", NULL);
  g_assert_cmpint (fixture->status, ==, 0);
}

/* That a module came through is remembered, and that one did not is not. */
static void
test_remembered (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "segment-podium", "plugins.tried", NULL);
  g_autofree char *tried = NULL;

  put (fixture, "good-good", TRUE, "good.so");
  put (fixture, "bad-a-crash", TRUE, "crash.so");
  run (fixture, "plugins", NULL);
  g_assert_true (g_file_get_contents (path, &tried, NULL, NULL));
  g_assert_nonnull (strstr (tried, "good.so="));
  g_assert_null (strstr (tried, "crash.so"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/cli/plugins/bad", test_bad);
  add ("/cli/plugins/remembered", test_remembered);

  return g_test_run ();
}
