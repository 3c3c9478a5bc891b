/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "files/sp-import.h"
#include "ui/sp-open-competition.h"

G_BEGIN_DECLS

#define SP_TYPE_IMPORT_WINDOW (sp_import_window_get_type ())
G_DECLARE_FINAL_TYPE (SpImportWindow, sp_import_window, SP, IMPORT_WINDOW, AdwWindow)

GtkWindow *sp_import_window_new (SpOpenCompetition *open,
                                 SpImport          *import);

G_END_DECLS
