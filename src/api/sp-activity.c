/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "api/sp-activity-private.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (SpActivity, sp_activity, sp_activity_ref, sp_activity_unref)

/* Copies the values, holds the route once more and takes copies of the efforts. */
SpActivity *
_sp_activity_alloc (const SpActivity *values,
                    const SpEffort   *efforts,
                    guint             n_efforts)
{
  SpActivity *self = g_malloc (sizeof (SpActivity) + n_efforts * sizeof (SpEffort));

  *self = *values;
  g_atomic_ref_count_init (&self->ref_count);
  if (self->route != NULL)
    sp_route_ref (self->route);
  self->n_efforts = n_efforts;
  if (n_efforts > 0)
    memcpy (self->efforts, efforts, n_efforts * sizeof (SpEffort));

  return self;
}

/**
 * sp_activity_ref:
 * @self: an activity
 *
 * Returns: (transfer full): the same activity, held once more
 */
SpActivity *
sp_activity_ref (SpActivity *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * sp_activity_unref:
 * @self: (transfer full): an activity
 *
 * Lets go of it.
 */
void
sp_activity_unref (SpActivity *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->ref_count))
    {
      g_clear_pointer (&self->route, sp_route_unref);
      g_free (self);
    }
}

/**
 * sp_activity_get_id:
 * @self: an activity
 *
 * Returns: the source's id of it
 */
gint64
sp_activity_get_id (SpActivity *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->id;
}

/**
 * sp_activity_get_start_utc_s:
 * @self: an activity
 *
 * Returns: its start, UTC seconds since 1970, or %SP_TIME_UNKNOWN
 */
gint64
sp_activity_get_start_utc_s (SpActivity *self)
{
  g_return_val_if_fail (self != NULL, SP_TIME_UNKNOWN);

  return self->start_utc_s;
}

/**
 * sp_activity_get_start_local_s:
 * @self: an activity
 *
 * Returns: what the wall clock showed at its start, seconds since 1970-01-01T00:00:00 on that clock. Where
 *   %SP_ACTIVITY_START_HIDDEN is set only its day is true.
 */
gint64
sp_activity_get_start_local_s (SpActivity *self)
{
  g_return_val_if_fail (self != NULL, SP_TIME_UNKNOWN);

  return self->start_local_s;
}

/**
 * sp_activity_get_sport:
 * @self: an activity
 *
 * Returns: (transfer none): the source's name of the sport, for example `TrailRun`; an interned string, "" where
 * unknown
 */
const char *
sp_activity_get_sport (SpActivity *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->sport;
}

/**
 * sp_activity_get_distance_m:
 * @self: an activity
 *
 * Returns: its distance in metres, NaN where unknown
 */
double
sp_activity_get_distance_m (SpActivity *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->distance_m;
}

/**
 * sp_activity_get_climb_m:
 * @self: an activity
 *
 * Returns: the metres climbed, NaN where unknown
 */
double
sp_activity_get_climb_m (SpActivity *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->climb_m;
}

/**
 * sp_activity_get_elapsed_s:
 * @self: an activity
 *
 * Returns: seconds from its start to its end, -1 where unknown
 */
int
sp_activity_get_elapsed_s (SpActivity *self)
{
  g_return_val_if_fail (self != NULL, -1);

  return self->elapsed_s;
}

/**
 * sp_activity_get_route:
 * @self: an activity
 *
 * Returns: (transfer none) (nullable): the line its list shows, %NULL where there is none; that decides nothing
 */
SpRoute *
sp_activity_get_route (SpActivity *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->route;
}

/**
 * sp_activity_get_flags:
 * @self: an activity
 *
 * Returns: what is special about it
 */
SpActivityFlags
sp_activity_get_flags (SpActivity *self)
{
  g_return_val_if_fail (self != NULL, SP_ACTIVITY_NONE);

  return self->flags;
}

/**
 * sp_activity_get_fingerprint:
 * @self: an activity
 *
 * Returns: a number that differs where what the list says of it differs in a way that can change its detail
 */
guint64
sp_activity_get_fingerprint (SpActivity *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->fingerprint;
}

/**
 * sp_activity_has_efforts:
 * @self: an activity
 *
 * Whether its efforts are known. An activity from a list does not know them; one in detail does, also when there are
 * none.
 *
 * Returns: %TRUE where [method@Activity.get_efforts] tells all of them
 */
gboolean
sp_activity_has_efforts (SpActivity *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->has_efforts;
}

/**
 * sp_activity_get_efforts: (skip)
 * @self: an activity
 * @n_efforts: (out): how many
 *
 * Returns: (transfer none) (array length=n_efforts) (nullable): its efforts; ask [method@Activity.has_efforts] first
 */
const SpEffort *
sp_activity_get_efforts (SpActivity *self,
                         guint      *n_efforts)
{
  g_return_val_if_fail (self != NULL && n_efforts != NULL, NULL);

  *n_efforts = self->n_efforts;

  return self->n_efforts > 0 ? self->efforts : NULL;
}

/**
 * sp_activity_get_origin:
 * @self: an activity
 *
 * Returns: (transfer none): where it comes from
 */
const SpOrigin *
sp_activity_get_origin (SpActivity *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->origin;
}

/**
 * sp_activity_with_origin:
 * @self: an activity
 * @origin: where it comes from now
 *
 * Returns: (transfer full): the same facts with another origin, for a cache that hands on what it holds
 */
SpActivity *
sp_activity_with_origin (SpActivity     *self,
                         const SpOrigin *origin)
{
  SpActivity *copy;

  g_return_val_if_fail (self != NULL && origin != NULL, NULL);

  copy = _sp_activity_alloc (self, self->efforts, self->n_efforts);
  copy->origin = *origin;

  return copy;
}
