/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-route.h"

G_BEGIN_DECLS

/**
 * SpMockSpot:
 * @x_m: metres east of the middle
 * @y_m: metres north of the middle
 *
 * A place on a flat sheet. A way is a #GArray of them, in the order it is run.
 */
typedef struct
{
  double x_m;
  double y_m;
} SpMockSpot;

GArray           *sp_mock_way_new          (void);
const SpMockSpot *sp_mock_way_get          (GArray           *way,
                                            guint             index);
void              sp_mock_way_add          (GArray           *way,
                                            double            x_m,
                                            double            y_m);
void              sp_mock_way_add_way      (GArray           *way,
                                            GArray           *other,
                                            double            share,
                                            gboolean          backwards);
void              sp_mock_way_wander       (GArray           *way,
                                            GRand            *random,
                                            const SpMockSpot *to);
void              sp_mock_way_circle       (GArray           *way,
                                            GRand            *random,
                                            double            length_m);
double            sp_mock_spot_distance_m  (const SpMockSpot *a,
                                            const SpMockSpot *b);
double            sp_mock_way_get_length_m (GArray           *way);
SpRoute          *sp_mock_way_lay          (GArray           *way,
                                            const SpPoint    *middle);

G_END_DECLS
