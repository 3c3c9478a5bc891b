/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "api/sp-activity-builder.h"

#include <math.h>
#include <string.h>

#include "api/sp-activity-private.h"

struct _SpActivityBuilder
{
  GArray    *efforts; /* (owned) (element-type SpEffort) */
  gboolean   has_fingerprint;
  SpActivity values;  /* at the end: its own array of efforts stays empty */
};

G_DEFINE_BOXED_TYPE (SpActivityBuilder, sp_activity_builder, sp_activity_builder_copy, sp_activity_builder_free)

static SpActivityBuilder *
builder_from_values (const SpActivity *values,
                     const SpEffort   *efforts,
                     guint             n_efforts)
{
  SpActivityBuilder *self = g_new0 (SpActivityBuilder, 1);

  self->values = *values;
  if (self->values.route != NULL)
    sp_route_ref (self->values.route);
  self->efforts = g_array_new (FALSE, FALSE, sizeof (SpEffort));
  if (n_efforts > 0)
    g_array_append_vals (self->efforts, efforts, n_efforts);

  return self;
}

/**
 * sp_activity_builder_new:
 * @id: the source's id of the activity, more than 0
 * @start_utc_s: its start, UTC seconds since 1970, or %SP_TIME_UNKNOWN
 * @start_local_s: what the wall clock showed at its start, or %SP_TIME_UNKNOWN
 *
 * Returns: (transfer full): a builder of an activity of which nothing else is known yet
 */
SpActivityBuilder *
sp_activity_builder_new (gint64 id,
                         gint64 start_utc_s,
                         gint64 start_local_s)
{
  SpActivity values = { 0 };

  g_return_val_if_fail (id > 0, NULL);

  values.id = id;
  values.start_utc_s = start_utc_s;
  values.start_local_s = start_local_s;
  values.distance_m = NAN;
  values.climb_m = NAN;
  values.elapsed_s = -1;
  values.sport = "";
  values.origin = SP_ORIGIN_UNKNOWN;

  return builder_from_values (&values, NULL, 0);
}

/**
 * sp_activity_builder_new_from:
 * @activity: an activity
 *
 * Returns: (transfer full): a builder that starts with all that @activity says; its fingerprint is made anew
 */
SpActivityBuilder *
sp_activity_builder_new_from (SpActivity *activity)
{
  g_return_val_if_fail (activity != NULL, NULL);

  return builder_from_values (activity, activity->efforts, activity->n_efforts);
}

/**
 * sp_activity_builder_copy:
 * @self: a builder
 *
 * Returns: (transfer full): another builder in the same state
 */
SpActivityBuilder *
sp_activity_builder_copy (SpActivityBuilder *self)
{
  SpActivityBuilder *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = builder_from_values (&self->values, (SpEffort *) (gpointer) self->efforts->data, self->efforts->len);
  copy->has_fingerprint = self->has_fingerprint;

  return copy;
}

/**
 * sp_activity_builder_free:
 * @self: (transfer full): a builder
 *
 * Frees it.
 */
void
sp_activity_builder_free (SpActivityBuilder *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->values.route, sp_route_unref);
  g_clear_pointer (&self->efforts, g_array_unref);
  g_free (self);
}

/**
 * sp_activity_builder_set_sport:
 * @self: a builder
 * @sport: the source's name of the sport, at most 64 bytes are kept
 *
 * Says what sport it was.
 */
void
sp_activity_builder_set_sport (SpActivityBuilder *self,
                               const char        *sport)
{
  g_autofree char *kept = NULL;

  g_return_if_fail (self != NULL && sport != NULL);

  kept = g_strndup (sport, 64);
  self->values.sport = g_intern_string (kept);
}

/**
 * sp_activity_builder_set_distance_m:
 * @self: a builder
 * @distance_m: metres, NaN for unknown
 *
 * Says how far it went.
 */
void
sp_activity_builder_set_distance_m (SpActivityBuilder *self,
                                    double             distance_m)
{
  g_return_if_fail (self != NULL);

  self->values.distance_m = distance_m;
}

/**
 * sp_activity_builder_set_climb_m:
 * @self: a builder
 * @climb_m: metres, NaN for unknown
 *
 * Says how much it climbed.
 */
void
sp_activity_builder_set_climb_m (SpActivityBuilder *self,
                                 double             climb_m)
{
  g_return_if_fail (self != NULL);

  self->values.climb_m = climb_m;
}

/**
 * sp_activity_builder_set_elapsed_s:
 * @self: a builder
 * @elapsed_s: seconds from start to end, -1 for unknown
 *
 * Says how long it took.
 */
void
sp_activity_builder_set_elapsed_s (SpActivityBuilder *self,
                                   int                elapsed_s)
{
  g_return_if_fail (self != NULL);

  self->values.elapsed_s = MAX (elapsed_s, -1);
}

/**
 * sp_activity_builder_set_route:
 * @self: a builder
 * @route: (nullable): the line its list shows
 *
 * Says where it went.
 */
void
sp_activity_builder_set_route (SpActivityBuilder *self,
                               SpRoute           *route)
{
  g_return_if_fail (self != NULL);

  if (route != NULL)
    sp_route_ref (route);
  g_clear_pointer (&self->values.route, sp_route_unref);
  self->values.route = route;
}

/**
 * sp_activity_builder_set_flags:
 * @self: a builder
 * @flags: all that is special about it
 *
 * Says what is special about it.
 */
void
sp_activity_builder_set_flags (SpActivityBuilder *self,
                               SpActivityFlags    flags)
{
  g_return_if_fail (self != NULL);

  self->values.flags = flags;
}

/**
 * sp_activity_builder_set_fingerprint:
 * @self: a builder
 * @fingerprint: the source's own number, for example made of a version it reports
 *
 * Says by what a change is seen. Without it, one is made of all that the list says.
 */
void
sp_activity_builder_set_fingerprint (SpActivityBuilder *self,
                                     guint64            fingerprint)
{
  g_return_if_fail (self != NULL);

  self->values.fingerprint = fingerprint;
  self->has_fingerprint = TRUE;
}

/**
 * sp_activity_builder_set_has_efforts:
 * @self: a builder
 *
 * Says that all its efforts are known, also when none is added.
 */
void
sp_activity_builder_set_has_efforts (SpActivityBuilder *self)
{
  g_return_if_fail (self != NULL);

  self->values.has_efforts = TRUE;
}

/**
 * sp_activity_builder_add_effort:
 * @self: a builder
 * @effort: one of its efforts, copied
 *
 * Adds an effort; this also says that the efforts are known.
 */
void
sp_activity_builder_add_effort (SpActivityBuilder *self,
                                const SpEffort    *effort)
{
  g_return_if_fail (self != NULL && effort != NULL);

  g_array_append_vals (self->efforts, effort, 1);
  self->values.has_efforts = TRUE;
}

/**
 * sp_activity_builder_set_origin:
 * @self: a builder
 * @origin: where the answer comes from
 *
 * Says where it comes from.
 */
void
sp_activity_builder_set_origin (SpActivityBuilder *self,
                                const SpOrigin    *origin)
{
  g_return_if_fail (self != NULL && origin != NULL);

  self->values.origin = *origin;
}

/* FNV-1a, 64 bits. */
static guint64
mix (guint64       hash,
     gconstpointer data,
     gsize         size)
{
  const guchar *bytes = data;

  for (gsize i = 0; i < size; i++)
    hash = (hash ^ bytes[i]) * G_GUINT64_CONSTANT (1099511628211);

  return hash;
}

static guint64
make_fingerprint (const SpActivity *values)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  hash = mix (hash, &values->start_utc_s, sizeof values->start_utc_s);
  hash = mix (hash, &values->start_local_s, sizeof values->start_local_s);
  hash = mix (hash, &values->distance_m, sizeof values->distance_m);
  hash = mix (hash, &values->elapsed_s, sizeof values->elapsed_s);
  hash = mix (hash, &values->flags, sizeof values->flags);
  hash = mix (hash, values->sport, strlen (values->sport));
  if (values->route != NULL)
    {
      gsize n_points;
      const SpPoint *points = sp_route_get_points (values->route, &n_points);

      hash = mix (hash, points, n_points * sizeof *points);
    }

  return hash;
}

/**
 * sp_activity_builder_end:
 * @self: a builder, which stays usable
 *
 * Returns: (transfer full): the activity
 */
SpActivity *
sp_activity_builder_end (SpActivityBuilder *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (!self->has_fingerprint)
    self->values.fingerprint = make_fingerprint (&self->values);

  return _sp_activity_alloc (&self->values, (SpEffort *) (gpointer) self->efforts->data, self->efforts->len);
}
