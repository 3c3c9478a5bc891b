/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "files/sp-fault-list.h"
#include "files/sp-xlsx-book.h"
#include "model/sp-competition-builder.h"

G_BEGIN_DECLS

void sp_runners_sheet_read (const SpXlsxBook     *book,
                            SpCompetitionBuilder *builder,
                            GHashTable           *tokens,
                            SpFaultList          *faults);

G_END_DECLS
