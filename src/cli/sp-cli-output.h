/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "files/sp-results-writer.h"

G_BEGIN_DECLS

gboolean sp_cli_output_check (const char       *path,
                              GError          **error);
gboolean sp_cli_output_write (SpResults        *results,
                              const char       *path,
                              SpResultsFormat   format,
                              GError          **error);

G_END_DECLS
