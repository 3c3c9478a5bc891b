/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/sp-cli-text.h"
#include "model/sp-results.h"

G_BEGIN_DECLS

void sp_cli_quality_append (SpQuality        *quality,
                            const SpCliPaper *paper,
                            GString          *out);

G_END_DECLS
