/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/sp-cli-status.h"

G_BEGIN_DECLS

SpCliStatus sp_cli_connect    (char **arguments);
SpCliStatus sp_cli_forget     (char **arguments);
SpCliStatus sp_cli_disconnect (char **arguments);

G_END_DECLS
