/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-mock-world.h"

G_BEGIN_DECLS

/**
 * SpMockPassage:
 * @segment: which segment
 * @from_m: how far along the way it begins, in metres
 * @to_m: how far along the way it ends, in metres
 *
 * Where a way runs along a whole segment, in its direction.
 */
typedef struct
{
  guint  segment;
  double from_m;
  double to_m;
} SpMockPassage;

/**
 * SP_MOCK_ON_M:
 *
 * How far a way may lie off a segment, in metres, to run along it.
 */
#define SP_MOCK_ON_M 15.0

GArray *sp_mock_efforts_find (SpMockWorld *world,
                              GArray      *way);

G_END_DECLS
