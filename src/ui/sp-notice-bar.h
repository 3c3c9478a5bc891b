/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/sp-open-competition.h"

G_BEGIN_DECLS

#define SP_TYPE_NOTICE_BAR (sp_notice_bar_get_type ())
G_DECLARE_FINAL_TYPE (SpNoticeBar, sp_notice_bar, SP, NOTICE_BAR, GtkBox)

void        sp_notice_bar_set_open (SpNoticeBar       *self,
                                    SpOpenCompetition *open);
void        sp_notice_bar_look     (SpNoticeBar       *self);
const char *sp_notice_bar_get_text (SpNoticeBar       *self);

G_END_DECLS
