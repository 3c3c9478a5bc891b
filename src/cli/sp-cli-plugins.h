/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/sp-cli-status.h"
#include "cli/sp-cli-text.h"
#include "engine/sp-plugin-loader.h"

G_BEGIN_DECLS

SpCliStatus sp_cli_plugins        (char             **arguments);
void        sp_cli_plugins_append (SpPluginLoader    *loader,
                                   const SpCliPaper  *paper,
                                   GString           *out);

G_END_DECLS
