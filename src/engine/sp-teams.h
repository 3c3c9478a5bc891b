/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-team-row.h"

G_BEGIN_DECLS

GListModel *sp_teams_make (GListModel *rows);

G_END_DECLS
