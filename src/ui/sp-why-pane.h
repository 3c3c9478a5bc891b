/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-quality-row.h"
#include "model/sp-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SP_TYPE_WHY_PANE (sp_why_pane_get_type ())
G_DECLARE_FINAL_TYPE (SpWhyPane, sp_why_pane, SP, WHY_PANE, GtkBox)

void  sp_why_pane_set_row (SpWhyPane    *self,
                           SpRow        *row,
                           GListModel   *trace,
                           SpQualityRow *quality);
char *sp_why_pane_to_text (SpWhyPane    *self);

G_END_DECLS
