/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/sp-application.h"
#include "ui/sp-main-window.h"
#include "ui/sp-opener.h"

G_BEGIN_DECLS

void sp_application_help_install        (GtkApplication *application);
void sp_application_import_install      (GtkApplication *application,
                                         SpOpener       *opener);
void sp_application_import_into         (SpMainWindow   *window,
                                         SpOpener       *opener,
                                         GFile          *file);
void sp_application_kept_look           (SpOpener       *opener);
void sp_application_open_install        (GtkApplication *application,
                                         SpOpener       *opener);
void sp_application_open_path           (GtkApplication *application,
                                         SpOpener       *opener,
                                         const char     *path);
void sp_application_start               (GtkApplication *application,
                                         SpOpener       *opener);
void sp_application_preferences_install (GtkApplication *application,
                                         SpOpener       *opener);

G_END_DECLS
