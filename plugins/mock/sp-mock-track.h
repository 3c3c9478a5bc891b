/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-mock-calendar.h"

G_BEGIN_DECLS

/**
 * SP_MOCK_THIN_M:
 *
 * How far a listed line may lie off the recorded one, in metres.
 */
#define SP_MOCK_THIN_M 40.0

GArray *sp_mock_track_make (guint32             seed,
                            const SpMockRunner *runner,
                            const SpMockOuting *outing,
                            SpMockWorld        *world);
GArray *sp_mock_track_list (GRand              *random,
                            GArray             *way,
                            const SpMockSpot   *home,
                            double              zone_m);

G_END_DECLS
