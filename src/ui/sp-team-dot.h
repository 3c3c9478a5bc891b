/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-competition.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SP_TYPE_TEAM_DOT (sp_team_dot_get_type ())
G_DECLARE_FINAL_TYPE (SpTeamDot, sp_team_dot, SP, TEAM_DOT, GtkWidget)

void       sp_team_dot_assign   (SpCompetition *competition);
GtkWidget *sp_team_dot_new      (void);
void       sp_team_dot_set_team (SpTeamDot  *self,
                                 const char *team);

G_END_DECLS
