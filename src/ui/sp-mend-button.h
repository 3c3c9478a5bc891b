/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-quality-row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *sp_mend_button_new (SpQualityRow *row);

G_END_DECLS
