/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-row.h"

G_BEGIN_DECLS

char *sp_row_note (SpRow       *row,
                   const char **icon_name);

G_END_DECLS
