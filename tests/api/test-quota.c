/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "api/sp-quota.h"

static void
test_spans (void)
{
  SpQuotaSpan spans[] = { { 900, 100, 3, 5000 }, { 86400, 1000, 50, 9000 } };
  g_autoptr(SpQuota) quota = sp_quota_new (spans, 2);
  g_autoptr(SpQuota) same = g_boxed_copy (SP_TYPE_QUOTA, quota);
  const SpQuotaSpan *told;
  gsize n;

  spans[0].used = 99;
  told = sp_quota_get_spans (same, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (told[0].used, ==, 3);
  g_assert_cmpint (told[1].span_s, ==, 86400);
}

static void
test_resume (void)
{
  const struct { SpQuotaSpan spans[2]; gint64 now_us, expected; } cases[] = {
    { { { 900, 100, 99, 5000 }, { 86400, 1000, 500, 9000 } }, 1000, 0 },
    { { { 900, 100, 100, 5000 }, { 86400, 1000, 500, 9000 } }, 1000, 5000 },
    { { { 900, 100, 100, 5000 }, { 86400, 1000, 1000, 9000 } }, 1000, 9000 },
    { { { 900, 100, 7, 5000 }, { 86400, 1000, 1001, 9000 } }, 1000, 9000 },
    { { { 900, 100, 100, 5000 }, { 86400, 1000, 1000, 9000 } }, 5000, 9000 },
    { { { 900, 100, 100, 5000 }, { 86400, 1000, 3, 9000 } }, 5000, 0 },
    { { { 900, 100, 100, 0 }, { 86400, 1000, 3, 0 } }, 1000, 0 },
    { { { 0, 0, 0, 7000 }, { 0, 0, 0, 0 } }, 1000, 7000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(SpQuota) quota = sp_quota_new (cases[i].spans, 2);

      g_assert_cmpint (sp_quota_get_resume_at_us (quota, cases[i].now_us), ==, cases[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quota/spans", test_spans);
  g_test_add_func ("/quota/resume", test_resume);

  return g_test_run ();
}
