/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-route.h"
#include "sp-mock-random.h"

G_BEGIN_DECLS

/**
 * SpMockPoint:
 * @x_m: metres to the east
 * @y_m: metres to the north
 *
 * A place on the club's map.
 */
typedef struct
{
  double x_m;
  double y_m;
} SpMockPoint;

GArray  *sp_mock_track_segment   (guint64        seed,
                                  guint          index);
double   sp_mock_track_length_m  (GArray        *track);
void     sp_mock_track_walk_to   (GArray        *track,
                                  SpMockPoint    to,
                                  SpMockRandom  *random);
void     sp_mock_track_follow    (GArray        *track,
                                  GArray        *segment,
                                  SpMockRandom  *random);
GArray  *sp_mock_track_list      (GArray        *track,
                                  double         zone_m);
SpRoute *sp_mock_track_to_route  (GArray        *track);

G_END_DECLS
