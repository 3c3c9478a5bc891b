/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-quality-row.h"

#include "support/sp-test-club.h"

static void
test_values (void)
{
  SpRunner *runner = sp_test_runner (.id = 1);
  char reason[] = "Revoked.";
  SpQualityRow *row = sp_quality_row_new (&(SpQualityRowValues) { .runner = runner, .state = SP_QUALITY_FAILED,
                                                                  .error_code = 4, .reason = reason, .n_retries = 2,
                                                                  .hides_private = TRUE, .n_activities = 9,
                                                                  .n_skipped = { [SP_SKIP_ROUTE] = 3 } });
  const SpQualityRowValues *values = sp_quality_row_get_values (row);

  reason[0] = 'X';
  g_assert_true (values->runner == runner);
  g_assert_cmpint (values->state, ==, SP_QUALITY_FAILED);
  g_assert_cmpint (values->error_code, ==, 4);
  g_assert_cmpstr (values->reason, ==, "Revoked.");
  g_assert_cmpuint (values->n_retries, ==, 2);
  g_assert_true (values->hides_private);
  g_assert_cmpuint (values->n_activities, ==, 9);
  g_assert_cmpuint (values->n_skipped[SP_SKIP_ROUTE], ==, 3);
  g_assert_cmpuint (values->n_skipped[SP_SKIP_WINDOW], ==, 0);
  g_assert_finalize_object (row);
  g_assert_finalize_object (runner);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/quality-row/values", test_values);

  return g_test_run ();
}
