/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-results.h"

G_BEGIN_DECLS

SpResults *sp_freeze_apply (SpResults     *results,
                            SpCompetition *competition) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
