/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-results.h"
#include "ui/sp-list-page.h"

G_BEGIN_DECLS

#define SP_TYPE_QUALITY_PAGE (sp_quality_page_get_type ())
G_DECLARE_FINAL_TYPE (SpQualityPage, sp_quality_page, SP, QUALITY_PAGE, SpListPage)

GtkWidget *sp_quality_page_new         (void);
void       sp_quality_page_set_results (SpQualityPage *self,
                                        SpResults *results);
char      *sp_quality_page_to_text     (SpQualityPage *self);

G_END_DECLS
