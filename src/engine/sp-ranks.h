/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-row.h"

G_BEGIN_DECLS

void sp_ranks_assign (SpRowValues *rows,
                      guint        n_rows);

G_END_DECLS
