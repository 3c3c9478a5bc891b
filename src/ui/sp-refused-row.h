/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "engine/sp-plugin.h"

G_BEGIN_DECLS

GtkWidget *sp_refused_row_new (SpPlugin *plugin);

G_END_DECLS
