/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define SP_TYPE_ROUTE (sp_route_get_type ())

/**
 * SpPoint:
 * @lat_deg: latitude, -90 to 90
 * @lon_deg: longitude, -180 to 180
 *
 * A place on the earth.
 */
typedef struct
{
  double lat_deg;
  double lon_deg;
} SpPoint;

/**
 * SpRoute:
 *
 * A line on the map, as a source lists it: it may be thinned, and its ends may be hidden. Immutable, at least one
 * point.
 */
typedef struct _SpRoute SpRoute;

GType          sp_route_get_type          (void);
SpRoute       *sp_route_new               (const SpPoint *points,
                                           gsize          n_points);
SpRoute       *sp_route_new_from_polyline (const char    *text,
                                           GError       **error);
SpRoute       *sp_route_ref               (SpRoute       *self);
void           sp_route_unref             (SpRoute       *self);
const SpPoint *sp_route_get_points        (SpRoute       *self,
                                           gsize         *n_points);
char          *sp_route_to_polyline       (SpRoute       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpRoute, sp_route_unref)

G_END_DECLS
