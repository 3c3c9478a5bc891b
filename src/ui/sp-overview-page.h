/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-results.h"
#include "ui/sp-list-page.h"

G_BEGIN_DECLS

#define SP_TYPE_OVERVIEW_PAGE (sp_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (SpOverviewPage, sp_overview_page, SP, OVERVIEW_PAGE, SpListPage)

GtkWidget *sp_overview_page_new         (void);
void       sp_overview_page_set_results (SpOverviewPage *self,
                                         SpResults *results);

G_END_DECLS
