/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/sp-progress.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SP_TYPE_REFRESH_BAR (sp_refresh_bar_get_type ())
G_DECLARE_FINAL_TYPE (SpRefreshBar, sp_refresh_bar, SP, REFRESH_BAR, GtkBox)

void sp_refresh_bar_show_progress (SpRefreshBar *self,
                                   SpProgress   *progress,
                                   const char   *source_name);

G_END_DECLS
