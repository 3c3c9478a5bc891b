/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/sp-cli.h"

#include <glib/gi18n-lib.h>

#include "cli/sp-cli-cache.h"
#include "cli/sp-cli-connect.h"
#include "cli/sp-cli-plugins.h"
#include "cli/sp-cli-run.h"

typedef struct
{
  const char   *name;
  SpCliStatus (*run) (char **arguments);
} Command;

static SpCliStatus
print_version (char **arguments)
{
  g_print ("Segment Podium %s\n", SP_VERSION);

  return SP_CLI_OK;
}

static SpCliStatus
print_help (char **arguments)
{
  /* Translators: commands and options stay as they are; keep the columns, and lines of at most 80 columns */
  g_print (_("Usage:\n"
             "  segment-podium [COMPETITION]               open a window\n"
             "  segment-podium run COMPETITION [OPTION…]   fetch, score and print; see run --help\n"
             "  segment-podium demo [OPTION…]              the same with the demo club\n"
             "  segment-podium plugins                     list the sources, and what did not load\n"
             "  segment-podium connect RUNNER              let the program see what a runner recorded\n"
             "  segment-podium disconnect RUNNER           take that back and forget it\n"
             "  segment-podium forget RUNNER               the same, and delete what was fetched\n"
             "  segment-podium cache [--purge]             tell what is kept, or delete it\n"
             "  segment-podium --version                   print the version\n"
             "  segment-podium --help                      print this\n"
             "\n"
             "COMPETITION is a workbook (.xlsx), a document (.podium), or demo: for the demo club.\n"
             "\n"
             "Exit status: 0 every row is known; 3 something is old, unknown or without data;\n"
             "2 bad usage or competition, nothing written; 130 after Ctrl+C, what there was is\n"
             "written and marked; 1 anything else.\n"));

  return SP_CLI_OK;
}

static const Command commands[] = {
  { "run", sp_cli_run },
  { "demo", sp_cli_run_demo },
  { "plugins", sp_cli_plugins },
  { "connect", sp_cli_connect },
  { "disconnect", sp_cli_disconnect },
  { "--version", print_version },
  { "--help", print_help },
  { "-h", print_help },
  { "forget", sp_cli_forget },
  { "cache", sp_cli_cache },
};

static const Command *
find_command (char **arguments)
{
  for (gsize i = 0; arguments[0] != NULL && i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, arguments[0]))
      return &commands[i];

  return NULL;
}

/**
 * sp_cli_wants_demo_window:
 * @arguments: (array zero-terminated=1): what follows the program's name
 *
 * Returns: whether the demo club is to be shown in a window: `demo` alone, and a display to show it on
 */
gboolean
sp_cli_wants_demo_window (char **arguments)
{
  g_return_val_if_fail (arguments != NULL, FALSE);

  return g_strcmp0 (arguments[0], "demo") == 0 && arguments[1] == NULL &&
         (g_getenv ("DISPLAY") != NULL || g_getenv ("WAYLAND_DISPLAY") != NULL);
}

/**
 * sp_cli_has_command:
 * @arguments: (array zero-terminated=1): what follows the program's name
 *
 * Tells whether this is for the command line alone: then no window is needed, no display and no bus.
 *
 * Returns: whether it begins with a command
 */
gboolean
sp_cli_has_command (char **arguments)
{
  g_return_val_if_fail (arguments != NULL, FALSE);

  return find_command (arguments) != NULL && !sp_cli_wants_demo_window (arguments);
}

/**
 * sp_cli_main:
 * @arguments: (array zero-terminated=1): what follows the program's name, beginning with a command
 *
 * Does what the command says.
 *
 * Returns: the exit status
 */
SpCliStatus
sp_cli_main (char **arguments)
{
  const Command *command;

  g_return_val_if_fail (arguments != NULL, SP_CLI_FAILED);

  command = find_command (arguments);
  if (command == NULL)
    return sp_cli_need_command ();

  return command->run (arguments);
}

/**
 * sp_cli_need_command:
 *
 * Says that a command is needed where there is no display to open a window on.
 *
 * Returns: the exit status
 */
SpCliStatus
sp_cli_need_command (void)
{
  g_autoptr (GError) error =
    g_error_new_literal (SP_CLI_ERROR, SP_CLI_USAGE,
                         _("There is no display to open a window on. “segment-podium run COMPETITION” works without "
                           "one, and so does “segment-podium demo”; “segment-podium --help” lists all commands."));

  return sp_cli_report (error);
}
