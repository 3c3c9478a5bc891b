/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-estimate.h"

#include "support/sp-test-series.h"
#include "support/sp-test-values.h"

#define NOW_US (sp_time_new (2026, 2, 2, 10, 47, 0) * G_USEC_PER_SEC)
#define QUARTER_US (sp_time_new (2026, 2, 2, 11, 0, 0) * G_USEC_PER_SEC)

static void
test_count (void)
{
  g_autoptr (SpCompetition) competition = sp_test_series_competition (34, 4);
  g_autoptr (GPtrArray) only = g_ptr_array_new ();
  SpEstimate estimate;

  sp_estimate_make (competition, NULL, sp_test_time ("2026-02-02T10:47:00"), NULL, NOW_US, &estimate);
  g_assert_cmpuint (estimate.n_requests, ==, 34 + 4 + 34 * 4);
  g_assert_cmpint (estimate.ends_us, ==, NOW_US);
  sp_estimate_make (competition, NULL, sp_test_time ("2026-01-13T10:47:00"), NULL, NOW_US, &estimate);
  g_assert_cmpuint (estimate.n_requests, ==, 34 + 2 + 34 * 2);
  sp_estimate_make (competition, NULL, sp_test_time ("2025-12-13T10:47:00"), NULL, NOW_US, &estimate);
  g_assert_cmpuint (estimate.n_requests, ==, 0);
  g_ptr_array_add (only, (gpointer) "1003");
  sp_estimate_make (competition, only, sp_test_time ("2026-02-02T10:47:00"), NULL, NOW_US, &estimate);
  g_assert_cmpuint (estimate.n_requests, ==, 1 + 4 + 4);
}

static void
test_sentence (void)
{
  const SpQuotaSpan spans[] = {
    { 900, 100, 61, QUARTER_US },
    { 86400, 1000, 200, sp_time_new (2026, 2, 3, 0, 0, 0) * G_USEC_PER_SEC },
  };
  g_autoptr (SpCompetition) competition = sp_test_series_competition (34, 4);
  g_autoptr (SpQuota) quota = sp_quota_new (spans, G_N_ELEMENTS (spans));
  g_autoptr (SpQuota) daily =
    sp_quota_new (&(SpQuotaSpan) { 86400, 1000, 999, sp_time_new (2026, 2, 3, 0, 0, 0) * G_USEC_PER_SEC }, 1);
  g_autoptr (SpQuota) own = sp_quota_new (&(SpQuotaSpan) { 600, 60, 0, 0 }, 1);
  g_autofree char *text = NULL;
  g_autofree char *long_span = NULL;
  g_autofree char *own_span = NULL;
  g_autofree char *plain = NULL;
  g_autofree char *nothing = NULL;
  SpEstimate estimate;

  sp_estimate_make (competition, NULL, sp_test_time ("2026-02-02T10:47:00"), quota, NOW_US, &estimate);
  text = sp_estimate_to_sentence (&estimate, quota, "Strava", NOW_US);
  g_assert_cmpstr (text, ==, "About 174 requests. "
                   "Strava allows 100 a quarter of an hour, 39 are left: done about 11:15.");
  long_span = sp_estimate_to_sentence (&estimate, daily, "Strava", NOW_US);
  g_assert_nonnull (strstr (long_span, "Strava allows 1000 a day, 1 is left: done about"));
  own_span = sp_estimate_to_sentence (&estimate, own, "Strava", NOW_US);
  g_assert_nonnull (strstr (own_span, "Strava allows 60 in 10 minutes, 60 are left"));
  plain = sp_estimate_to_sentence (&estimate, NULL, "Strava", NOW_US);
  g_assert_cmpstr (plain, ==, "About 174 requests.");
  estimate.n_requests = 0;
  nothing = sp_estimate_to_sentence (&estimate, quota, "Strava", NOW_US);
  g_assert_cmpstr (nothing, ==, "There is nothing to ask yet.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/estimate/count", test_count);
  g_test_add_func ("/engine/estimate/sentence", test_sentence);

  return g_test_run ();
}
