/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-competition.h"
#include "ui/sp-runner-item.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SP_TYPE_RUNNER_PANE (sp_runner_pane_get_type ())
G_DECLARE_FINAL_TYPE (SpRunnerPane, sp_runner_pane, SP, RUNNER_PANE, GtkBox)

GtkWidget *sp_runner_pane_new      (void);
void       sp_runner_pane_show     (SpRunnerPane  *self,
                                    SpCompetition *competition,
                                    SpRunnerItem  *item,
                                    gboolean       connects);
GtkWidget *sp_runner_pane_get_form (SpRunnerPane  *self);

G_END_DECLS
