/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/sp-cli-status.h"

G_BEGIN_DECLS

gboolean    sp_cli_wants_demo_window (char **arguments);
gboolean    sp_cli_has_command       (char **arguments);
SpCliStatus sp_cli_main              (char **arguments);
SpCliStatus sp_cli_need_command      (void);

G_END_DECLS
