/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/sp-session.h"
#include "ui/sp-page-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SP_TYPE_PAGE_STACK (sp_page_stack_get_type ())
G_DECLARE_FINAL_TYPE (SpPageStack, sp_page_stack, SP, PAGE_STACK, GtkBox)

char      *sp_page_stack_show     (SpPageStack *self,
                                   SpSession   *session,
                                   SpPageItem  *item);
GtkWidget *sp_page_stack_get_page (SpPageStack *self,
                                   SpPageKind   kind);
void       sp_page_stack_set_faults (SpPageStack *self,
                                     GtkWidget   *page);
gboolean   sp_page_stack_is_shown (SpPageStack *self,
                                   SpPageKind   kind);

G_END_DECLS
