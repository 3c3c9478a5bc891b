/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-quality.h"

#include "model/sp-quality-row.h"

static void
test_values (void)
{
  GListStore *rows = g_list_store_new (SP_TYPE_QUALITY_ROW);
  SpQuality *quality = sp_quality_new (&(SpQualityValues) { .rows = G_LIST_MODEL (rows), .n_fresh = 30, .n_stale = 1,
                                                            .n_failed = 2, .n_skipped = { [SP_SKIP_INDOOR] = 7 } });
  const SpQualityValues *values = sp_quality_get_values (quality);

  g_assert_true (values->rows == G_LIST_MODEL (rows));
  g_assert_cmpuint (values->n_fresh, ==, 30);
  g_assert_cmpuint (values->n_stale, ==, 1);
  g_assert_cmpuint (values->n_failed, ==, 2);
  g_assert_cmpuint (values->n_skipped[SP_SKIP_INDOOR], ==, 7);
  g_assert_finalize_object (quality);
  g_assert_finalize_object (rows);
}

static void
test_refused (void)
{
  g_test_expect_message ("segment-podium", G_LOG_LEVEL_CRITICAL, "*rows != NULL*");
  g_assert_null (sp_quality_new (&(SpQualityValues) { .n_fresh = 1 }));
  g_test_assert_expected_messages ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/quality/values", test_values);
  g_test_add_func ("/model/quality/refused", test_refused);

  return g_test_run ();
}
