/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/sp-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SP_TYPE_BOARD_PAGE (sp_board_page_get_type ())
G_DECLARE_FINAL_TYPE (SpBoardPage, sp_board_page, SP, BOARD_PAGE, GtkBox)

GtkWidget *sp_board_page_new          (void);
void       sp_board_page_set_results  (SpBoardPage *self,
                                       SpSession   *session,
                                       const char  *key);
SpBoard   *sp_board_page_get_board    (SpBoardPage *self);
gboolean   sp_board_page_show_why     (SpBoardPage *self,
                                       guint        position);
void       sp_board_page_close_why    (SpBoardPage *self);

G_END_DECLS
