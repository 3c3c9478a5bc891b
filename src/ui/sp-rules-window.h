/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/sp-open-competition.h"

G_BEGIN_DECLS

#define SP_TYPE_RULES_WINDOW (sp_rules_window_get_type ())
G_DECLARE_FINAL_TYPE (SpRulesWindow, sp_rules_window, SP, RULES_WINDOW, AdwWindow)

GtkWindow *sp_rules_window_new (SpOpenCompetition *open);

G_END_DECLS
