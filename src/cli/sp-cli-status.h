/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SpCliStatus:
 * @SP_CLI_OK: every row is known, open windows included
 * @SP_CLI_FAILED: anything not named below
 * @SP_CLI_USAGE: bad usage or competition; nothing was written
 * @SP_CLI_INCOMPLETE: something is old, unknown or without data
 * @SP_CLI_INTERRUPTED: ended by Ctrl+C; what there was is written and marked
 *
 * How a command ends; the program's exit status.
 */
typedef enum
{
  SP_CLI_OK = 0,
  SP_CLI_FAILED = 1,
  SP_CLI_USAGE = 2,
  SP_CLI_INCOMPLETE = 3,
  SP_CLI_INTERRUPTED = 130,
} SpCliStatus;

/**
 * SP_CLI_ERROR:
 *
 * The error domain of the command line. Its codes are those of [enum@CliStatus] that are not %SP_CLI_OK: what the
 * command ends with.
 */
#define SP_CLI_ERROR (sp_cli_error_quark ())

GQuark      sp_cli_error_quark (void);
SpCliStatus sp_cli_report      (const GError *error);

G_END_DECLS
