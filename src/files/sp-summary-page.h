/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "files/sp-workbook-page.h"
#include "model/sp-results.h"

G_BEGIN_DECLS

void sp_summary_page_write (SpWorkbookPage *page,
                            SpResults      *results);

G_END_DECLS
