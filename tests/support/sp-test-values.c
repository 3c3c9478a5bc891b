/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/sp-test-values.h"

#include "api/sp-time.h"

/**
 * sp_test_time:
 * @iso: a date, or a date and time
 *
 * Returns: seconds since 1970 on the clock that @iso shows
 */
gint64
sp_test_time (const char *iso)
{
  gint64 time_s;

  if (!sp_time_parse_iso (iso, &time_s, NULL))
    g_error ("“%s” is not a date", iso);

  return time_s;
}

static SpRoute *
make_route (const SpPoint *points)
{
  gsize n = 0;

  while (n < SP_TEST_MAX_POINTS && (points[n].lat_deg < 0 || points[n].lat_deg > 0 ||
                                    points[n].lon_deg < 0 || points[n].lon_deg > 0))
    n++;

  return n > 0 ? sp_route_new (points, n) : NULL;
}

static void
add_effort (SpActivityBuilder  *builder,
            const SpTestEffort *values,
            gint64              activity_id,
            guint               index,
            gint64              start_local_s)
{
  SpEffort effort = {
    .id = values->id != 0 ? values->id : activity_id * 100 + index,
    .segment_id = values->segment_id,
    .start_local_s = start_local_s + 60,
    .elapsed_s = values->elapsed_s,
    .moving_s = -1,
    .distance_m = values->distance_m > 0 ? (float) values->distance_m : 1000,
    .flags = values->flags,
  };

  if (values->start != NULL)
    effort.start_local_s = *values->start != '\0' ? sp_test_time (values->start) : SP_TIME_UNKNOWN;
  sp_activity_builder_add_effort (builder, &effort);
}

/**
 * sp_test_make_activity:
 * @values: what is said of it
 *
 * What sp_test_activity() calls.
 *
 * Returns: (transfer full): an activity
 */
SpActivity *
sp_test_make_activity (const SpTestActivity *values)
{
  gint64 start_local_s = sp_test_time (values->start != NULL ? values->start : "2026-01-05T18:00:00");
  g_autoptr(SpActivityBuilder) builder = sp_activity_builder_new (values->id, start_local_s - values->utc_offset_s,
                                                                  start_local_s);
  g_autoptr(SpRoute) route = make_route (values->points);

  sp_activity_builder_set_sport (builder, values->sport != NULL ? values->sport : "Run");
  sp_activity_builder_set_distance_m (builder, values->distance_m > 0 ? values->distance_m : 5000);
  sp_activity_builder_set_climb_m (builder, values->climb_m);
  sp_activity_builder_set_elapsed_s (builder, values->elapsed_s != 0 ? values->elapsed_s : 1800);
  sp_activity_builder_set_flags (builder, values->flags);
  sp_activity_builder_set_route (builder, route);
  if (!values->is_listed)
    sp_activity_builder_set_has_efforts (builder);
  for (guint i = 0; i < SP_TEST_MAX_EFFORTS && values->efforts[i].segment_id != 0; i++)
    add_effort (builder, &values->efforts[i], values->id, i, start_local_s);

  return sp_activity_builder_end (builder);
}

/**
 * sp_test_make_segment:
 * @values: what is said of it
 *
 * What sp_test_segment() calls.
 *
 * Returns: (transfer full): a segment
 */
SpSegment *
sp_test_make_segment (const SpTestSegment *values)
{
  g_autoptr(SpRoute) route = make_route (values->points);
  g_autofree char *name = g_strdup_printf ("Segment %" G_GINT64_FORMAT, values->id);

  return sp_segment_new (values->id, values->name != NULL ? values->name : name,
                         values->sport != NULL ? values->sport : "Run",
                         values->distance_m > 0 ? values->distance_m : 1000, route, &SP_ORIGIN_UNKNOWN);
}

/**
 * sp_test_without_efforts:
 * @activity: an activity
 * @origin: where the answer comes from
 *
 * Returns: (transfer full): what a list tells of it, with the same fingerprint
 */
SpActivity *
sp_test_without_efforts (SpActivity     *activity,
                         const SpOrigin *origin)
{
  g_autoptr(SpActivityBuilder) builder = sp_activity_builder_new (sp_activity_get_id (activity),
                                                                  sp_activity_get_start_utc_s (activity),
                                                                  sp_activity_get_start_local_s (activity));

  sp_activity_builder_set_sport (builder, sp_activity_get_sport (activity));
  sp_activity_builder_set_distance_m (builder, sp_activity_get_distance_m (activity));
  sp_activity_builder_set_climb_m (builder, sp_activity_get_climb_m (activity));
  sp_activity_builder_set_elapsed_s (builder, sp_activity_get_elapsed_s (activity));
  sp_activity_builder_set_flags (builder, sp_activity_get_flags (activity));
  sp_activity_builder_set_route (builder, sp_activity_get_route (activity));
  sp_activity_builder_set_fingerprint (builder, sp_activity_get_fingerprint (activity));
  sp_activity_builder_set_origin (builder, origin);

  return sp_activity_builder_end (builder);
}
