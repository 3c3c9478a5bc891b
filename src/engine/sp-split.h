/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-competition.h"

G_BEGIN_DECLS

SpCompetition *sp_split_windows (SpCompetition *competition);

G_END_DECLS
