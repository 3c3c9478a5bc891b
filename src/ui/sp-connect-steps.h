/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-runner.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define SP_TYPE_CONNECT_STEPS (sp_connect_steps_get_type ())
G_DECLARE_FINAL_TYPE (SpConnectSteps, sp_connect_steps, SP, CONNECT_STEPS, GtkBox)

GtkWidget *sp_connect_steps_new         (SpRunner       *runner);
void       sp_connect_steps_set_waiting (SpConnectSteps *self,
                                         gboolean        waiting);
void       sp_connect_steps_say         (SpConnectSteps *self,
                                         const char     *text);

G_END_DECLS
