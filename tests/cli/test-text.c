/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE 1
#include "cli/sp-cli-text.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

static const SpCliPaper plain = { 80, FALSE };
static const SpCliPaper coloured = { 80, TRUE };

static void
test_width (void)
{
  g_assert_cmpuint (sp_cli_text_get_width (""), ==, 0);
  g_assert_cmpuint (sp_cli_text_get_width ("Zoë"), ==, 3);
  g_assert_cmpuint (sp_cli_text_get_width ("Zoe\u0308"), ==, 3);
  g_assert_cmpuint (sp_cli_text_get_width ("山田"), ==, 4);
  g_assert_cmpuint (sp_cli_text_get_width ("\033[31m"), ==, 5);
}

static void
assert_cell (const char *text,
             guint       width,
             gboolean    to_right,
             const char *expected)
{
  g_autoptr (GString) out = g_string_new (NULL);

  sp_cli_text_append_cell (out, text, width, to_right);
  g_assert_cmpstr (out->str, ==, expected);
  g_assert_cmpuint (sp_cli_text_get_width (out->str), ==, width);
}

static void
test_cell (void)
{
  assert_cell ("Huw", 5, FALSE, "Huw  ");
  assert_cell ("7", 3, TRUE, "  7");
  assert_cell ("Huw", 3, FALSE, "Huw");
  assert_cell ("Angharad", 5, FALSE, "Angh…");
  assert_cell ("12345", 3, TRUE, "12…");
  assert_cell ("山田太郎", 8, FALSE, "山田太郎");
  assert_cell ("山田太郎", 7, FALSE, "山田太…");
  assert_cell ("山田太郎", 6, FALSE, "山田… ");
  assert_cell ("Huw", 1, FALSE, "…");
  assert_cell ("", 2, FALSE, "  ");
}

/* A name out of a workbook can not move the cursor or colour the rest. */
static void
test_hostile (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  sp_cli_text_append (out, &coloured, SP_CLI_PLAIN, "a\033[2Jb\rc\nd\xc2\x9b" "e");
  g_assert_cmpstr (out->str, ==, "a?[2Jb?c?d?e");
  assert_cell ("a\tb", 3, FALSE, "a?b");
}

static void
test_tones (void)
{
  g_autoptr (GString) out = g_string_new (NULL);

  sp_cli_text_append (out, &plain, SP_CLI_BAD, "x");
  g_assert_cmpstr (out->str, ==, "x");
  g_string_truncate (out, 0);
  sp_cli_text_append (out, &coloured, SP_CLI_BAD, "x");
  g_assert_cmpstr (out->str, ==, "\033[31mx\033[0m");
  g_string_truncate (out, 0);
  for (guint tone = SP_CLI_STRONG; tone <= SP_CLI_BAD; tone++)
    {
      g_string_truncate (out, 0);
      sp_cli_text_append (out, &coloured, tone, "x");
      g_assert_true (g_str_has_suffix (out->str, "mx\033[0m"));
    }
}

static void
test_wrap (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const SpCliPaper narrow = { 12, FALSE };

  sp_cli_text_append_wrapped (out, &narrow, 2, "one two  three\nfour unbreakablyLong x");
  g_assert_cmpstr (out->str, ==, "  one two\n  three four\n  unbreakablyLong\n  x\n");
  g_string_truncate (out, 0);
  sp_cli_text_append_wrapped (out, &narrow, 0, "");
  g_assert_cmpstr (out->str, ==, "\n");
}

/* Colour only on a terminal, and not where NO_COLOR says otherwise. */
static void
test_paper (void)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("sp-cli-XXXXXX", &path, NULL);
  int lead = posix_openpt (O_RDWR | O_NOCTTY);
  int terminal;
  SpCliPaper paper = sp_cli_text_get_paper (fd);

  g_assert_false (paper.colour);
  g_assert_cmpuint (paper.width, ==, 80);
  close (fd);
  unlink (path);

  if (lead < 0)
    {
      g_test_skip ("There are no terminals here: /dev/pts is not there");
      return;
    }
  g_assert_cmpint (grantpt (lead), ==, 0);
  g_assert_cmpint (unlockpt (lead), ==, 0);
  terminal = open (ptsname (lead), O_RDWR | O_NOCTTY);
  g_assert_cmpint (terminal, >=, 0);
  g_setenv ("TERM", "xterm", TRUE);
  g_unsetenv ("NO_COLOR");
  g_assert_true (sp_cli_text_get_paper (terminal).colour);
  g_setenv ("TERM", "dumb", TRUE);
  g_assert_false (sp_cli_text_get_paper (terminal).colour);
  g_setenv ("TERM", "xterm", TRUE);
  g_setenv ("NO_COLOR", "1", TRUE);
  g_assert_false (sp_cli_text_get_paper (terminal).colour);
  close (terminal);
  close (lead);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/text/width", test_width);
  g_test_add_func ("/cli/text/cell", test_cell);
  g_test_add_func ("/cli/text/hostile", test_hostile);
  g_test_add_func ("/cli/text/tones", test_tones);
  g_test_add_func ("/cli/text/wrap", test_wrap);
  g_test_add_func ("/cli/text/paper", test_paper);

  return g_test_run ();
}
