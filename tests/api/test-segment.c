/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "api/sp-segment.h"

#include <math.h>

static void
test_segment (void)
{
  const SpPoint point = { 51, -3 };
  const SpOrigin origin = { "table", 99, 1, FALSE, FALSE };
  g_autoptr(SpRoute) route = sp_route_new (&point, 1);
  g_autoptr(SpSegment) segment = sp_segment_new (7, "Hill", "Run", 1234.5, route, &origin);
  g_autoptr(SpSegment) same = g_boxed_copy (SP_TYPE_SEGMENT, segment);

  g_assert_true (same == segment);
  g_assert_cmpint (sp_segment_get_id (segment), ==, 7);
  g_assert_cmpstr (sp_segment_get_name (segment), ==, "Hill");
  g_assert_cmpstr (sp_segment_get_sport (segment), ==, "Run");
  g_assert_cmpfloat (sp_segment_get_distance_m (segment), ==, 1234.5);
  g_assert_true (sp_segment_get_route (segment) == route);
  g_assert_cmpstr (sp_segment_get_origin (segment)->source_id, ==, "table");
}

static void
test_unknown (void)
{
  g_autoptr(SpSegment) segment = sp_segment_new (1, "", "", NAN, NULL, &SP_ORIGIN_UNKNOWN);

  g_assert_true (isnan (sp_segment_get_distance_m (segment)));
  g_assert_null (sp_segment_get_route (segment));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/segment/segment", test_segment);
  g_test_add_func ("/segment/unknown", test_unknown);

  return g_test_run ();
}
