/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-distance-row.h"

#include "support/sp-test-club.h"

static void
test_values (void)
{
  SpRunner *runner = sp_test_runner (.id = 1);
  char reason[] = "refresh needed";
  SpDistanceRow *row = sp_distance_row_new (&(SpDistanceRowValues) { .runner = runner, .known = TRUE,
                                                                     .flags = SP_ROW_STALE, .place = 2, .n_runs = 3,
                                                                     .distance_m = 15000, .climb_m = 120, .n_over = 1,
                                                                     .mean_m = 5000, .reason = reason });
  const SpDistanceRowValues *values = sp_distance_row_get_values (row);

  reason[0] = 'X';
  g_assert_true (values->runner == runner);
  g_assert_true (values->known);
  g_assert_cmpint (values->flags, ==, SP_ROW_STALE);
  g_assert_cmpuint (values->place, ==, 2);
  g_assert_cmpuint (values->n_runs, ==, 3);
  g_assert_cmpfloat (values->distance_m, ==, 15000);
  g_assert_cmpfloat (values->climb_m, ==, 120);
  g_assert_cmpuint (values->n_over, ==, 1);
  g_assert_cmpfloat (values->mean_m, ==, 5000);
  g_assert_cmpstr (values->reason, ==, "refresh needed");
  g_assert_finalize_object (row);
  g_assert_finalize_object (runner);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/distance-row/values", test_values);

  return g_test_run ();
}
