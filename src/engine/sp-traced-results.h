/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/sp-harvest.h"
#include "model/sp-results.h"

G_BEGIN_DECLS

SpResults *sp_traced_results_new (SpResults *results,
                                  SpHarvest *harvest) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
