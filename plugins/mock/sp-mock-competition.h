/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-mock-club.h"

G_BEGIN_DECLS

char *sp_mock_competition_to_json (SpMockClub *club);

G_END_DECLS
