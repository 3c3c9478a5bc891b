/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void   sp_recent_add         (GFile     *file);
char **sp_recent_list        (void) G_GNUC_WARN_UNUSED_RESULT;
void   sp_recent_follow_menu (GMenu     *menu);
void   sp_recent_follow_size (GtkWindow *window);

G_END_DECLS
