/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/sp-open-competition.h"
#include "ui/sp-page-item.h"
#include "ui/sp-page-stack.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SP_TYPE_MAIN_WINDOW (sp_main_window_get_type ())
G_DECLARE_FINAL_TYPE (SpMainWindow, sp_main_window, SP, MAIN_WINDOW, AdwApplicationWindow)

SpMainWindow      *sp_main_window_new         (GtkApplication    *application);
void               sp_main_window_set_open    (SpMainWindow      *self,
                                               SpOpenCompetition *open);
SpOpenCompetition *sp_main_window_get_open    (SpMainWindow      *self);
SpSession         *sp_main_window_get_session (SpMainWindow      *self);
SpPageStack       *sp_main_window_get_pages   (SpMainWindow      *self);
gboolean           sp_main_window_show_page   (SpMainWindow      *self,
                                               SpPageKind         kind,
                                               const char        *key);
void               sp_main_window_say         (SpMainWindow      *self,
                                               const char        *text);

G_END_DECLS
