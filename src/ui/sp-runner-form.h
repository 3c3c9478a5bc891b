/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-competition.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SP_TYPE_RUNNER_FORM (sp_runner_form_get_type ())
G_DECLARE_FINAL_TYPE (SpRunnerForm, sp_runner_form, SP, RUNNER_FORM, GtkBox)

GtkWidget *sp_runner_form_new  (void);
void       sp_runner_form_show (SpRunnerForm  *self,
                                SpCompetition *competition,
                                SpRunner      *runner);

G_END_DECLS
