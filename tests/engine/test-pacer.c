/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-pacer.h"

#define S ((gint64) G_USEC_PER_SEC)
#define QUARTER (900 * S)
#define NOW (1000000 * QUARTER + 60 * S)
#define BOUNDARY (1000001 * QUARTER)
#define MIDNIGHT (1000020 * QUARTER)

static void
set (SpPacer *pacer,
     guint    used_quarter,
     guint    used_day)
{
  const SpQuotaSpan spans[] = {
    { 900, 100, used_quarter, BOUNDARY },
    { 86400, 1000, used_day, MIDNIGHT },
  };
  g_autoptr (SpQuota) quota = sp_quota_new (spans, G_N_ELEMENTS (spans));

  sp_pacer_set_quota (pacer, quota);
}

static void
test_none (void)
{
  SpPacer *pacer = sp_pacer_new (1);

  g_assert_false (sp_pacer_has_quota (pacer));
  g_assert_null (sp_pacer_get_quota (pacer));
  for (guint i = 0; i < 1000; i++)
    sp_pacer_begin (pacer);
  g_assert_cmpint (sp_pacer_get_next_us (pacer, NOW), ==, NOW);
  g_assert_cmpint (sp_pacer_expect_end_us (pacer, 5000, NOW), ==, NOW);
  g_assert_finalize_object (pacer);
}

static void
test_spans (void)
{
  SpPacer *pacer = sp_pacer_new (1);

  set (pacer, 99, 500);
  g_assert_true (sp_pacer_has_quota (pacer));
  g_assert_cmpint (sp_pacer_get_next_us (pacer, NOW), ==, NOW);
  set (pacer, 100, 500);
  g_assert_cmpint (sp_pacer_get_next_us (pacer, NOW), ==, BOUNDARY);
  g_assert_cmpint (sp_pacer_get_next_us (pacer, BOUNDARY), ==, BOUNDARY);
  set (pacer, 3, 1000);
  g_assert_cmpint (sp_pacer_get_next_us (pacer, NOW), ==, MIDNIGHT);
  set (pacer, 100, 1000);
  g_assert_cmpint (sp_pacer_get_next_us (pacer, NOW), ==, MIDNIGHT);
  set (pacer, 130, 1200);
  g_assert_cmpint (sp_pacer_get_next_us (pacer, NOW), ==, MIDNIGHT);
  g_assert_finalize_object (pacer);
}

/* What is in flight counts as used, and an answer, not the clock, opens the way again. */
static void
test_in_flight (void)
{
  SpPacer *pacer = sp_pacer_new (1);

  set (pacer, 98, 0);
  sp_pacer_begin (pacer);
  g_assert_cmpint (sp_pacer_get_next_us (pacer, NOW), ==, NOW);
  sp_pacer_begin (pacer);
  g_assert_cmpint (sp_pacer_get_next_us (pacer, NOW), ==, SP_PACER_WHEN_ANSWERED);
  sp_pacer_end (pacer);
  set (pacer, 99, 1);
  g_assert_cmpint (sp_pacer_get_next_us (pacer, NOW), ==, SP_PACER_WHEN_ANSWERED);
  sp_pacer_end (pacer);
  g_assert_cmpint (sp_pacer_get_next_us (pacer, NOW), ==, NOW);
  set (pacer, 100, 2);
  sp_pacer_begin (pacer);
  g_assert_cmpint (sp_pacer_get_next_us (pacer, NOW), ==, BOUNDARY);
  g_assert_cmpint (sp_pacer_get_next_us (pacer, BOUNDARY + S), ==, BOUNDARY + S);
  g_assert_finalize_object (pacer);
}

static void
test_unknown_numbers (void)
{
  const SpQuotaSpan no_limit = { 900, 0, 50, BOUNDARY };
  const SpQuotaSpan no_reset = { 900, 10, 10, 0 };
  g_autoptr (SpQuota) first = sp_quota_new (&no_limit, 1);
  g_autoptr (SpQuota) second = sp_quota_new (&no_reset, 1);
  SpPacer *pacer = sp_pacer_new (1);

  sp_pacer_set_quota (pacer, first);
  g_assert_false (sp_pacer_has_quota (pacer));
  g_assert_cmpint (sp_pacer_get_next_us (pacer, NOW), ==, NOW);
  sp_pacer_set_quota (pacer, second);
  g_assert_cmpint (sp_pacer_get_next_us (pacer, NOW), ==, NOW);
  g_assert_cmpint (sp_pacer_expect_end_us (pacer, 100, NOW), ==, NOW);
  g_assert_finalize_object (pacer);
}

static void
test_expected_end (void)
{
  SpPacer *pacer = sp_pacer_new (1);

  set (pacer, 61, 500);
  g_assert_cmpint (sp_pacer_expect_end_us (pacer, 0, NOW), ==, NOW);
  g_assert_cmpint (sp_pacer_expect_end_us (pacer, 39, NOW), ==, NOW);
  g_assert_cmpint (sp_pacer_expect_end_us (pacer, 40, NOW), ==, BOUNDARY);
  g_assert_cmpint (sp_pacer_expect_end_us (pacer, 139, NOW), ==, BOUNDARY);
  g_assert_cmpint (sp_pacer_expect_end_us (pacer, 140, NOW), ==, BOUNDARY + QUARTER);
  g_assert_cmpint (sp_pacer_expect_end_us (pacer, 500, NOW), ==, BOUNDARY + 4 * QUARTER);
  g_assert_cmpint (sp_pacer_expect_end_us (pacer, 501, NOW), ==, MIDNIGHT);
  g_assert_cmpint (sp_pacer_expect_end_us (pacer, 601, NOW), ==, MIDNIGHT + QUARTER);
  g_assert_cmpint (sp_pacer_expect_end_us (pacer, 1501, NOW), ==, MIDNIGHT + 96 * QUARTER);
  g_assert_finalize_object (pacer);
}

static void
test_pause (void)
{
  SpPacer *one = sp_pacer_new (7);
  SpPacer *same = sp_pacer_new (7);
  gboolean differ = FALSE;
  gint64 first = sp_pacer_draw_pause_us (one);

  g_assert_cmpint (first, ==, sp_pacer_draw_pause_us (same));
  for (guint i = 0; i < 1000; i++)
    {
      gint64 pause_us = sp_pacer_draw_pause_us (one);

      g_assert_cmpint (pause_us, >=, S);
      g_assert_cmpint (pause_us, <=, 2 * S);
      differ = differ || pause_us != first;
    }
  g_assert_true (differ);
  g_assert_finalize_object (one);
  g_assert_finalize_object (same);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/engine/pacer/none", test_none);
  g_test_add_func ("/engine/pacer/spans", test_spans);
  g_test_add_func ("/engine/pacer/in-flight", test_in_flight);
  g_test_add_func ("/engine/pacer/unknown-numbers", test_unknown_numbers);
  g_test_add_func ("/engine/pacer/expected-end", test_expected_end);
  g_test_add_func ("/engine/pacer/pause", test_pause);

  return g_test_run ();
}
