/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-cache-pack.h"

#include "api/sp-activity-builder.h"

/* What plan and scoring need, and no more: no names of activities, no heart rates, no pictures. The flag tells whether
 * efforts follow; each is id, segment, local start, elapsed, moving, distance, flags. */
#define ACTIVITY_TYPE "(xxxsddiutsba(xxxiidu))"
#define SEGMENT_TYPE "(xssds)"

static GBytes *
to_bytes (GVariant *value)
{
  g_autoptr (GVariant) owned = g_variant_ref_sink (value);

  return g_variant_get_data_as_bytes (owned);
}

/* Damaged bytes are no answer; GVariant checks each size and offset. */
static GVariant *
from_bytes (GBytes     *bytes,
            const char *type)
{
  g_autoptr (GVariant) value = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (type), bytes, FALSE));

  return g_variant_is_normal_form (value) ? g_steal_pointer (&value) : NULL;
}

static GVariant *
pack_activity (SpActivity *activity,
               gboolean    detail)
{
  g_autofree char *line = NULL;
  GVariantBuilder efforts;
  guint n_efforts = 0;
  const SpEffort *its_efforts = NULL;

  if (sp_activity_get_route (activity) != NULL)
    line = sp_route_to_polyline (sp_activity_get_route (activity));
  g_variant_builder_init (&efforts, G_VARIANT_TYPE ("a(xxxiidu)"));
  if (detail)
    its_efforts = sp_activity_get_efforts (activity, &n_efforts);
  for (guint i = 0; i < n_efforts; i++)
    g_variant_builder_add (&efforts, "(xxxiidu)", its_efforts[i].id, its_efforts[i].segment_id,
                           its_efforts[i].start_local_s, its_efforts[i].elapsed_s, its_efforts[i].moving_s,
                           (double) its_efforts[i].distance_m, (guint32) its_efforts[i].flags);

  return g_variant_new (ACTIVITY_TYPE, sp_activity_get_id (activity), sp_activity_get_start_utc_s (activity),
                        sp_activity_get_start_local_s (activity), sp_activity_get_sport (activity),
                        sp_activity_get_distance_m (activity), sp_activity_get_climb_m (activity),
                        sp_activity_get_elapsed_s (activity), (guint32) sp_activity_get_flags (activity),
                        sp_activity_get_fingerprint (activity), line != NULL ? line : "", detail, &efforts);
}

/**
 * sp_cache_pack_listed:
 * @activity: an activity
 *
 * Returns: (transfer full): what a list tells of it
 */
GBytes *
sp_cache_pack_listed (SpActivity *activity)
{
  return to_bytes (pack_activity (activity, sp_activity_has_efforts (activity)));
}

/**
 * sp_cache_pack_detail:
 * @activity: an activity whose efforts are known
 *
 * Returns: (transfer full): what its detail tells
 */
GBytes *
sp_cache_pack_detail (SpActivity *activity)
{
  return to_bytes (pack_activity (activity, TRUE));
}

/**
 * sp_cache_pack_page:
 * @page: a page of a list
 *
 * Returns: (transfer full): what it tells
 */
GBytes *
sp_cache_pack_page (SpActivityPage *page)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a" ACTIVITY_TYPE));
  for (guint i = 0; i < sp_activity_page_get_n (page); i++)
    {
      SpActivity *activity = sp_activity_page_get (page, i);

      g_variant_builder_add_value (&builder, pack_activity (activity, sp_activity_has_efforts (activity)));
    }

  return to_bytes (g_variant_builder_end (&builder));
}

static void
add_efforts (SpActivityBuilder *builder,
             GVariantIter      *iter)
{
  SpEffort effort = { 0 };
  double distance_m;
  guint32 flags;

  while (g_variant_iter_next (iter, "(xxxiidu)", &effort.id, &effort.segment_id, &effort.start_local_s,
                              &effort.elapsed_s, &effort.moving_s, &distance_m, &flags))
    {
      effort.distance_m = (float) distance_m;
      effort.flags = (SpEffortFlags) flags;
      sp_activity_builder_add_effort (builder, &effort);
    }
}

static SpActivity *
unpack_activity (GVariant       *value,
                 const SpOrigin *origin)
{
  g_autoptr (SpActivityBuilder) builder = NULL;
  g_autoptr (GVariantIter) efforts = NULL;
  g_autoptr (SpRoute) route = NULL;
  gint64 id, start_utc_s, start_local_s;
  const char *sport, *line;
  double distance_m, climb_m;
  gint32 elapsed_s;
  guint32 flags;
  guint64 fingerprint;
  gboolean detail;

  g_variant_get (value, "(xxx&sddiut&sba(xxxiidu))", &id, &start_utc_s, &start_local_s, &sport, &distance_m, &climb_m,
                 &elapsed_s, &flags, &fingerprint, &line, &detail, &efforts);
  builder = sp_activity_builder_new (id, start_utc_s, start_local_s);
  sp_activity_builder_set_sport (builder, sport);
  sp_activity_builder_set_distance_m (builder, distance_m);
  sp_activity_builder_set_climb_m (builder, climb_m);
  sp_activity_builder_set_elapsed_s (builder, elapsed_s);
  sp_activity_builder_set_flags (builder, (SpActivityFlags) flags);
  sp_activity_builder_set_fingerprint (builder, fingerprint);
  sp_activity_builder_set_origin (builder, origin);
  if (*line != '\0')
    {
      route = sp_route_new_from_polyline (line, NULL);
      sp_activity_builder_set_route (builder, route);
    }
  if (detail)
    {
      sp_activity_builder_set_has_efforts (builder);
      add_efforts (builder, efforts);
    }

  return sp_activity_builder_end (builder);
}

/**
 * sp_cache_unpack_activity:
 * @bytes: what was packed
 * @origin: where it comes from now
 *
 * Returns: (transfer full) (nullable): the activity, %NULL where the bytes are damaged
 */
SpActivity *
sp_cache_unpack_activity (GBytes         *bytes,
                          const SpOrigin *origin)
{
  g_autoptr (GVariant) value = from_bytes (bytes, ACTIVITY_TYPE);

  return value != NULL ? unpack_activity (value, origin) : NULL;
}

/**
 * sp_cache_unpack_page:
 * @bytes: what was packed
 * @origin: where it comes from now
 *
 * Returns: (transfer full) (nullable) (element-type SpActivity): what it tells, %NULL where the bytes are damaged
 */
GPtrArray *
sp_cache_unpack_page (GBytes         *bytes,
                      const SpOrigin *origin)
{
  g_autoptr (GVariant) value = from_bytes (bytes, "a" ACTIVITY_TYPE);
  GPtrArray *activities;

  if (value == NULL)
    return NULL;
  activities = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_activity_unref);
  for (gsize i = 0; i < g_variant_n_children (value); i++)
    {
      g_autoptr (GVariant) one = g_variant_get_child_value (value, i);

      g_ptr_array_add (activities, unpack_activity (one, origin));
    }

  return activities;
}

/**
 * sp_cache_pack_segment:
 * @segment: a segment
 *
 * Returns: (transfer full): its geometry
 */
GBytes *
sp_cache_pack_segment (SpSegment *segment)
{
  g_autofree char *line = NULL;

  if (sp_segment_get_route (segment) != NULL)
    line = sp_route_to_polyline (sp_segment_get_route (segment));

  return to_bytes (g_variant_new (SEGMENT_TYPE, sp_segment_get_id (segment), sp_segment_get_name (segment),
                                  sp_segment_get_sport (segment), sp_segment_get_distance_m (segment),
                                  line != NULL ? line : ""));
}

/**
 * sp_cache_unpack_segment:
 * @bytes: what was packed
 * @origin: where it comes from now
 *
 * Returns: (transfer full) (nullable): the segment, %NULL where the bytes are damaged
 */
SpSegment *
sp_cache_unpack_segment (GBytes         *bytes,
                         const SpOrigin *origin)
{
  g_autoptr (GVariant) value = from_bytes (bytes, SEGMENT_TYPE);
  g_autoptr (SpRoute) route = NULL;
  const char *name, *sport, *line;
  double distance_m;
  gint64 id;

  if (value == NULL)
    return NULL;
  g_variant_get (value, "(x&s&sd&s)", &id, &name, &sport, &distance_m, &line);
  if (*line != '\0')
    route = sp_route_new_from_polyline (line, NULL);

  return sp_segment_new (id, name, sport, distance_m, route, origin);
}
