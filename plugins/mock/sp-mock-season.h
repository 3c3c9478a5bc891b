/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-mock-club.h"

G_BEGIN_DECLS

gint64 sp_mock_season_first_day   (const SpMockShape *shape);
void   sp_mock_season_fill_runner (const SpMockShape *shape,
                                   guint              index,
                                   SpMockRunner      *runner);

G_END_DECLS
