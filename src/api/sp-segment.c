/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "api/sp-segment.h"

struct _SpSegment
{
  gatomicrefcount ref_count;
  gint64          id;
  char           *name;  /* (owned) */
  char           *sport; /* (owned) */
  double          distance_m;
  SpRoute        *route; /* (owned) (nullable) */
  SpOrigin        origin;
};

G_DEFINE_BOXED_TYPE (SpSegment, sp_segment, sp_segment_ref, sp_segment_unref)

/**
 * sp_segment_new:
 * @id: the source's id of it, more than 0
 * @name: its name at the source
 * @sport: the source's name of its kind of sport, for example `Run`, "" where unknown
 * @distance_m: its length in metres, NaN where unknown
 * @route: (nullable): its line; two points, start and end, are enough; %NULL where unknown
 * @origin: where the answer comes from
 *
 * Returns: (transfer full): a new segment
 */
SpSegment *
sp_segment_new (gint64          id,
                const char     *name,
                const char     *sport,
                double          distance_m,
                SpRoute        *route,
                const SpOrigin *origin)
{
  SpSegment *self;

  g_return_val_if_fail (id > 0, NULL);
  g_return_val_if_fail (name != NULL && sport != NULL && origin != NULL, NULL);

  self = g_new0 (SpSegment, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->id = id;
  self->name = g_strdup (name);
  self->sport = g_strdup (sport);
  self->distance_m = distance_m;
  self->route = route != NULL ? sp_route_ref (route) : NULL;
  self->origin = *origin;

  return self;
}

/**
 * sp_segment_ref:
 * @self: a segment
 *
 * Returns: (transfer full): the same one, held once more
 */
SpSegment *
sp_segment_ref (SpSegment *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * sp_segment_unref:
 * @self: (transfer full): a segment
 *
 * Lets go of it.
 */
void
sp_segment_unref (SpSegment *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->sport, g_free);
  g_clear_pointer (&self->route, sp_route_unref);
  g_free (self);
}

/**
 * sp_segment_get_id:
 * @self: a segment
 *
 * Returns: the source's id of it
 */
gint64
sp_segment_get_id (SpSegment *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->id;
}

/**
 * sp_segment_get_name:
 * @self: a segment
 *
 * Returns: (transfer none): its name at the source
 */
const char *
sp_segment_get_name (SpSegment *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

/**
 * sp_segment_get_sport:
 * @self: a segment
 *
 * Returns: (transfer none): its kind of sport, "" where unknown
 */
const char *
sp_segment_get_sport (SpSegment *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->sport;
}

/**
 * sp_segment_get_distance_m:
 * @self: a segment
 *
 * Returns: its length in metres, NaN where unknown
 */
double
sp_segment_get_distance_m (SpSegment *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->distance_m;
}

/**
 * sp_segment_get_route:
 * @self: a segment
 *
 * Returns: (transfer none) (nullable): its line, first point the start and last point the end
 */
SpRoute *
sp_segment_get_route (SpSegment *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->route;
}

/**
 * sp_segment_get_origin:
 * @self: a segment
 *
 * Returns: (transfer none): where it comes from
 */
const SpOrigin *
sp_segment_get_origin (SpSegment *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->origin;
}
