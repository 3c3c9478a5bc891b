/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void        sp_link_label_set (GtkWidget  *window,
                               const char *source_name);
const char *sp_link_label_get (GtkWidget  *widget);

G_END_DECLS
