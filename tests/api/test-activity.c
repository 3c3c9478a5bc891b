/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "api/sp-activity-builder.h"

#include <math.h>

#include "support/sp-test-values.h"

static void
test_nothing_known (void)
{
  g_autoptr(SpActivityBuilder) builder = sp_activity_builder_new (G_MAXINT64, SP_TIME_UNKNOWN, SP_TIME_UNKNOWN);
  g_autoptr(SpActivity) activity = sp_activity_builder_end (builder);
  guint n_efforts = 7;

  g_assert_cmpint (sp_activity_get_id (activity), ==, G_MAXINT64);
  g_assert_cmpint (sp_activity_get_start_utc_s (activity), ==, SP_TIME_UNKNOWN);
  g_assert_cmpint (sp_activity_get_start_local_s (activity), ==, SP_TIME_UNKNOWN);
  g_assert_cmpstr (sp_activity_get_sport (activity), ==, "");
  g_assert_true (isnan (sp_activity_get_distance_m (activity)));
  g_assert_true (isnan (sp_activity_get_climb_m (activity)));
  g_assert_cmpint (sp_activity_get_elapsed_s (activity), ==, -1);
  g_assert_null (sp_activity_get_route (activity));
  g_assert_cmpint (sp_activity_get_flags (activity), ==, SP_ACTIVITY_NONE);
  g_assert_false (sp_activity_has_efforts (activity));
  g_assert_null (sp_activity_get_efforts (activity, &n_efforts));
  g_assert_cmpuint (n_efforts, ==, 0);
  g_assert_cmpint (sp_activity_get_origin (activity)->fetched_at_s, ==, SP_TIME_UNKNOWN);
}

static void
test_all_said (void)
{
  const SpPoint point = { 51.5, -3.2 };
  const SpEffort effort = { 71, 7, 5000, 300, 290, 1010, SP_EFFORT_HIDDEN };
  const SpOrigin origin = { "table", 99, 1, FALSE, TRUE };
  g_autoptr(SpRoute) route = sp_route_new (&point, 1);
  g_autoptr(SpActivityBuilder) builder = sp_activity_builder_new (1, 1000, 4600);
  g_autoptr(SpActivity) activity = NULL;
  const SpEffort *efforts;
  guint n_efforts;

  sp_activity_builder_set_sport (builder, "TrailRun");
  sp_activity_builder_set_distance_m (builder, 10000);
  sp_activity_builder_set_climb_m (builder, 120);
  sp_activity_builder_set_elapsed_s (builder, 3600);
  sp_activity_builder_set_route (builder, route);
  sp_activity_builder_set_flags (builder, SP_ACTIVITY_ONLY_ME | SP_ACTIVITY_FLAGGED);
  sp_activity_builder_set_fingerprint (builder, 42);
  sp_activity_builder_add_effort (builder, &effort);
  sp_activity_builder_set_origin (builder, &origin);
  activity = sp_activity_builder_end (builder);

  g_assert_cmpstr (sp_activity_get_sport (activity), ==, "TrailRun");
  g_assert_cmpfloat (sp_activity_get_distance_m (activity), ==, 10000);
  g_assert_cmpfloat (sp_activity_get_climb_m (activity), ==, 120);
  g_assert_cmpint (sp_activity_get_elapsed_s (activity), ==, 3600);
  g_assert_true (sp_activity_get_route (activity) == route);
  g_assert_cmpint (sp_activity_get_flags (activity), ==, SP_ACTIVITY_ONLY_ME | SP_ACTIVITY_FLAGGED);
  g_assert_cmpuint (sp_activity_get_fingerprint (activity), ==, 42);
  g_assert_true (sp_activity_has_efforts (activity));
  efforts = sp_activity_get_efforts (activity, &n_efforts);
  g_assert_cmpuint (n_efforts, ==, 1);
  g_assert_cmpmem (efforts, sizeof effort, &effort, sizeof effort);
  g_assert_true (sp_activity_get_origin (activity)->hides_private);
}

/* What was made does not change with its builder. */
static void
test_immutable (void)
{
  const SpEffort effort = { 1, 7, 0, 300, -1, 1000, SP_EFFORT_NONE };
  g_autoptr(SpActivityBuilder) builder = sp_activity_builder_new (1, 0, 0);
  g_autoptr(SpActivityBuilder) copy = NULL;
  g_autoptr(SpActivity) before = sp_activity_builder_end (builder);
  g_autoptr(SpActivity) after = NULL, copied = NULL;
  guint n_efforts;

  sp_activity_builder_add_effort (builder, &effort);
  sp_activity_builder_set_fingerprint (builder, 5);
  copy = g_boxed_copy (SP_TYPE_ACTIVITY_BUILDER, builder);
  sp_activity_builder_add_effort (builder, &effort);
  after = sp_activity_builder_end (builder);
  copied = sp_activity_builder_end (copy);
  sp_activity_get_efforts (before, &n_efforts);
  g_assert_cmpuint (n_efforts, ==, 0);
  sp_activity_get_efforts (copied, &n_efforts);
  g_assert_cmpuint (n_efforts, ==, 1);
  sp_activity_get_efforts (after, &n_efforts);
  g_assert_cmpuint (n_efforts, ==, 2);
  g_assert_cmpuint (sp_activity_get_fingerprint (copied), ==, 5);
}

static void
test_edges (void)
{
  g_autofree char *longest = g_strnfill (200, 'x');
  g_autoptr(SpActivityBuilder) builder = sp_activity_builder_new (1, 0, 0);
  g_autoptr(SpActivity) activity = NULL;

  sp_activity_builder_set_sport (builder, longest);
  sp_activity_builder_set_elapsed_s (builder, -500);
  sp_activity_builder_set_route (builder, NULL);
  sp_activity_builder_set_has_efforts (builder);
  activity = sp_activity_builder_end (builder);
  g_assert_cmpuint (strlen (sp_activity_get_sport (activity)), ==, 64);
  g_assert_cmpint (sp_activity_get_elapsed_s (activity), ==, -1);
  g_assert_true (sp_activity_has_efforts (activity));
}

/* Each thing that a list says changes the fingerprint; where it comes from, and efforts, do not. */
static void
test_fingerprint (void)
{
  const SpTestActivity variants[] = {
    { .id = 1 }, { .id = 1, .start = "2026-01-05T18:00:01" }, { .id = 1, .utc_offset_s = 3600 },
    { .id = 1, .elapsed_s = 1801 }, { .id = 1, .sport = "Ride" }, { .id = 1, .distance_m = 5001 },
    { .id = 1, .flags = SP_ACTIVITY_FLAGGED }, { .id = 1, .points = { { 51, -3 } } },
    { .id = 1, .points = { { 51, -3.00001 } } },
  };
  g_autoptr(SpActivity) plain = sp_test_activity (.id = 1, .efforts = { { 7, 300 } });
  g_autoptr(SpActivity) moved = sp_activity_with_origin (plain, &(SpOrigin) { "x", 5, 0, TRUE, FALSE });
  g_autoptr(SpActivityBuilder) again = sp_activity_builder_new_from (plain);
  g_autoptr(SpActivity) rebuilt = sp_activity_builder_end (again);
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (variants); i++)
    {
      g_autoptr(SpActivity) activity = sp_test_make_activity (&variants[i]);
      guint64 fingerprint = sp_activity_get_fingerprint (activity);

      g_assert_true (g_hash_table_add (seen, g_memdup2 (&fingerprint, sizeof fingerprint)));
      if (i == 0)
        g_assert_cmpuint (fingerprint, ==, sp_activity_get_fingerprint (plain));
    }
  g_assert_cmpuint (sp_activity_get_fingerprint (moved), ==, sp_activity_get_fingerprint (plain));
  g_assert_cmpuint (sp_activity_get_fingerprint (rebuilt), ==, sp_activity_get_fingerprint (plain));
  g_assert_true (sp_activity_get_origin (moved)->from_cache);
  g_assert_false (sp_activity_get_origin (plain)->from_cache);
}

static void
test_boxed (void)
{
  g_autoptr(SpActivity) activity = sp_test_activity (.id = 1);
  GValue value = G_VALUE_INIT;

  g_value_init (&value, SP_TYPE_ACTIVITY);
  g_value_set_boxed (&value, activity);
  g_assert_true (g_value_get_boxed (&value) == activity);
  g_value_unset (&value);
  g_assert_cmpint (sp_activity_get_id (activity), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/activity/nothing-known", test_nothing_known);
  g_test_add_func ("/activity/all-said", test_all_said);
  g_test_add_func ("/activity/immutable", test_immutable);
  g_test_add_func ("/activity/edges", test_edges);
  g_test_add_func ("/activity/fingerprint", test_fingerprint);
  g_test_add_func ("/activity/boxed", test_boxed);

  return g_test_run ();
}
