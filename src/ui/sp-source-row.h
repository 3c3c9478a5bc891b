/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/sp-opener.h"

G_BEGIN_DECLS

#define SP_TYPE_SOURCE_ROW (sp_source_row_get_type ())
G_DECLARE_FINAL_TYPE (SpSourceRow, sp_source_row, SP, SOURCE_ROW, AdwExpanderRow)

GtkWidget      *sp_source_row_new       (SpOpener    *opener,
                                         SpPlugin    *plugin,
                                         SpSourceRow *group);

G_END_DECLS
