/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-quality-words.h"

#include "support/sp-test-club.h"

static void
add_row (GListStore         *rows,
         const char         *name,
         SpQualityRowValues  values)
{
  g_autoptr (SpRunner) runner = sp_test_runner (.id = 1, .name = name);
  g_autoptr (SpQualityRow) row = NULL;

  values.runner = runner;
  row = sp_quality_row_new (&values);
  g_list_store_append (rows, row);
}

static SpQuality *
make_quality (void)
{
  g_autoptr (GListStore) rows = g_list_store_new (SP_TYPE_QUALITY_ROW);

  add_row (rows, "Elin Carter", (SpQualityRowValues) { .state = SP_QUALITY_FAILED, .reason = "Connect her again.",
                                                       .fetched_at_s = SP_TIME_UNKNOWN });
  add_row (rows, "Siân Watkins", (SpQualityRowValues) { .state = SP_QUALITY_STALE, .reason = "No answer.",
                                                        .fetched_at_s = sp_time_new (2026, 1, 26, 19, 14, 0) });
  add_row (rows, "Owen Llewellyn", (SpQualityRowValues) { .state = SP_QUALITY_FRESH, .error_code = -1, .n_unknown = 1,
                                                          .n_activities = 9, .n_inspected = 2 });
  add_row (rows, "Huw Young", (SpQualityRowValues) { .state = SP_QUALITY_FRESH, .error_code = -1, .n_activities = 9,
                                                     .n_inspected = 3 });

  return sp_quality_new (&(SpQualityValues) { .rows = G_LIST_MODEL (rows), .n_fresh = 2, .n_stale = 1, .n_failed = 1,
                                              .n_activities = 18, .n_inspected = 5, .n_unknown = 1,
                                              .n_skipped = { [SP_SKIP_SPORT] = 12 } });
}

/* The runners in all groups are all the runners. */
static void
test_totals (void)
{
  g_autoptr (SpQuality) quality = make_quality ();
  g_autofree char *totals = sp_quality_words_totals (quality);

  g_assert_cmpstr (totals, ==, "4 runners: 1 without data, 1 with old data, 1 incomplete, 1 fresh. "
                               "5 activities looked at, 12 skipped.");
}

static void
test_text (void)
{
  g_autoptr (SpQuality) quality = make_quality ();
  g_autofree char *text = sp_quality_words_text (quality, 3600);

  g_assert_cmpstr (text, ==, "4 runners: 1 without data, 1 with old data, 1 incomplete, 1 fresh. "
                             "5 activities looked at, 12 skipped.\n"
                             "Elin Carter (No Data): Connect her again.\n"
                             "Siân Watkins (Old Data): No answer. Data from Mon 26 Jan 20:14.\n"
                             "Owen Llewellyn (Incomplete): 1 activity could not be fetched; times may get faster.\n"
                             "A sport that counts nowhere: 12\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/quality-words/totals", test_totals);
  g_test_add_func ("/model/quality-words/text", test_text);

  return g_test_run ();
}
