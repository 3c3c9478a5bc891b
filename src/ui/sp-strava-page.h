/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/sp-preferences.h"

G_BEGIN_DECLS

#define SP_TYPE_STRAVA_PAGE (sp_strava_page_get_type ())
G_DECLARE_FINAL_TYPE (SpStravaPage, sp_strava_page, SP, STRAVA_PAGE, GtkBox)

GtkWidget *sp_strava_page_new (SpPreferences *preferences);

G_END_DECLS
