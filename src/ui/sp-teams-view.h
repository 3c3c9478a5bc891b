/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-board.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SP_TYPE_TEAMS_VIEW (sp_teams_view_get_type ())
G_DECLARE_FINAL_TYPE (SpTeamsView, sp_teams_view, SP, TEAMS_VIEW, GtkBox)

void sp_teams_view_set_board (SpTeamsView *self,
                              SpBoard     *board);

G_END_DECLS
