/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *sp_folder_button_new (const char *label,
                                 const char *path);

G_END_DECLS
