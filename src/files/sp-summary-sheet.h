/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "files/sp-sheet-writer.h"
#include "model/sp-results.h"

G_BEGIN_DECLS

void sp_summary_sheet_write (SpSheetWriter *sheet,
                             SpResults     *results);

G_END_DECLS
