/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sp-cli.h"

static void
check (const char *line,
       gboolean    is_command,
       gboolean    is_window)
{
  g_auto (GStrv) arguments = g_strsplit (line, " ", -1);

  g_assert_cmpint (sp_cli_has_command (arguments), ==, is_command);
  g_assert_cmpint (sp_cli_wants_demo_window (arguments), ==, is_window);
}

static void
test_commands (void)
{
  static const char * const commands[] = {
    "run", "run week.xlsx", "plugins", "connect 5", "disconnect 5", "forget 5", "cache", "--version", "--help", "-h",
    "demo --print", "demo -q",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    check (commands[i], TRUE, FALSE);
  check ("week.xlsx", FALSE, FALSE);
  check ("demo:", FALSE, FALSE);
  check ("", FALSE, FALSE);
}

/* The demo alone opens the window where there is a display, and prints where there is none. */
static void
test_demo (void)
{
  g_unsetenv ("DISPLAY");
  g_unsetenv ("WAYLAND_DISPLAY");
  check ("demo", TRUE, FALSE);
  g_setenv ("WAYLAND_DISPLAY", "wayland-9", TRUE);
  check ("demo", FALSE, TRUE);
  check ("demo --print", TRUE, FALSE);
  g_unsetenv ("WAYLAND_DISPLAY");
  g_setenv ("DISPLAY", ":9", TRUE);
  check ("demo", FALSE, TRUE);
  check ("demo -o x.csv", TRUE, FALSE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/commands/commands", test_commands);
  g_test_add_func ("/cli/commands/demo", test_demo);

  return g_test_run ();
}
