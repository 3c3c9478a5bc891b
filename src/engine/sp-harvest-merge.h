/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/sp-harvest.h"

G_BEGIN_DECLS

SpHarvest *sp_harvest_merge (SpHarvest *before,
                             SpHarvest *now);

G_END_DECLS
