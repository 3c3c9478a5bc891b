/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/sp-page-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SP_TYPE_SIDEBAR (sp_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (SpSidebar, sp_sidebar, SP, SIDEBAR, GtkBox)

void        sp_sidebar_set_results  (SpSidebar  *self,
                                     SpResults  *results);
void        sp_sidebar_set_faults   (SpSidebar  *self,
                                     SpPageItem *faults);
SpPageItem *sp_sidebar_get_current  (SpSidebar  *self);
gboolean    sp_sidebar_show_page    (SpSidebar  *self,
                                     SpPageKind  kind,
                                     const char *key);
gboolean    sp_sidebar_show_board   (SpSidebar  *self,
                                     int         n);

G_END_DECLS
