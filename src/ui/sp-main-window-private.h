/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/sp-main-window.h"

G_BEGIN_DECLS

void sp_window_actions_install (GtkWidgetClass *widget_class);
void sp_window_link_install    (GtkWidgetClass *widget_class);
void sp_window_link_update     (GtkWidget      *window);
void sp_window_pages_install   (GtkWidgetClass *widget_class);
void sp_window_files_install   (GtkWidgetClass *widget_class);
void sp_window_refresh_install (GtkWidgetClass *widget_class);
void sp_window_forget_install  (GtkWidgetClass *widget_class);
void sp_window_rules_install   (GtkWidgetClass *widget_class);
void sp_window_runners_install (GtkWidgetClass *widget_class);
void sp_window_rules_update    (GtkWidget      *window);
void sp_window_runners_update  (SpMainWindow   *window);

void     sp_window_background_tell          (SpMainWindow   *window,
                                             gboolean        done,
                                             const char     *message);
void     sp_window_background_install       (GtkApplication *application);
gboolean sp_window_background_show_all      (GtkApplication *application);
gboolean sp_window_files_ask_before_closing (SpMainWindow   *window);

G_END_DECLS
