/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void sp_column_titles_align (GtkColumnView  *view,
                             const GtkAlign *aligns,
                             guint           n_aligns);

G_END_DECLS
