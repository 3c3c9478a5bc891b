/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-results.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SP_TYPE_DISTANCE_PAGE (sp_distance_page_get_type ())
G_DECLARE_FINAL_TYPE (SpDistancePage, sp_distance_page, SP, DISTANCE_PAGE, GtkBox)

GtkWidget *sp_distance_page_new         (void);
void       sp_distance_page_set_results (SpDistancePage *self,
                                         SpResults      *results,
                                         const char     *key);

G_END_DECLS
