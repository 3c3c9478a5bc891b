/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-mock-quota.h"

#include <gio/gio.h>

#define US G_GINT64_CONSTANT (1000000)

static SpMockQuota *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  SpMockQuota *quota = sp_mock_quota_parse (text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (quota);

  return quota;
}

/* Compares what is told of one span. */
static void
assert_span (SpMockQuota *quota,
             gint64       now_s,
             gsize        index,
             guint        used,
             gint64       resume_at_s)
{
  g_autoptr (SpQuota) told = sp_mock_quota_tell (quota, now_s * US);
  gsize n_spans;
  const SpQuotaSpan *spans = sp_quota_get_spans (told, &n_spans);

  g_assert_cmpuint (index, <, n_spans);
  g_assert_cmpuint (spans[index].used, ==, used);
  g_assert_cmpint (spans[index].resume_at_us, ==, resume_at_s * US);
}

static void
test_spans (void)
{
  g_autoptr (SpMockQuota) quota = parse ("100/900, 1000/86400");
  g_autoptr (SpQuota) told = sp_mock_quota_tell (quota, 0);
  gsize n_spans;
  const SpQuotaSpan *spans = sp_quota_get_spans (told, &n_spans);

  g_assert_cmpuint (n_spans, ==, 2);
  g_assert_cmpint (spans[0].span_s, ==, 900);
  g_assert_cmpuint (spans[0].limit, ==, 100);
  g_assert_cmpint (spans[1].span_s, ==, 86400);
  g_assert_cmpuint (spans[1].limit, ==, 1000);
}

/* Spans are those of the clock: quarters of an hour, and days of UTC. */
static void
test_count (void)
{
  g_autoptr (SpMockQuota) quota = parse ("3/900,5/86400");

  g_assert_true (sp_mock_quota_spend (quota, 890 * US));
  assert_span (quota, 890, 0, 1, 900);
  assert_span (quota, 890, 1, 1, 86400);
  g_assert_true (sp_mock_quota_spend (quota, 900 * US - 1));
  assert_span (quota, 899, 0, 2, 900);
  assert_span (quota, 900, 0, 0, 1800);
  assert_span (quota, 900, 1, 2, 86400);
  g_assert_true (sp_mock_quota_spend (quota, 900 * US));
  g_assert_true (sp_mock_quota_spend (quota, 901 * US));
  g_assert_true (sp_mock_quota_spend (quota, 902 * US));
  assert_span (quota, 902, 0, 3, 1800);
  assert_span (quota, 902, 1, 5, 86400);

  /* Both are full; the quarter ends first, and the day still holds back. */
  g_assert_false (sp_mock_quota_spend (quota, 903 * US));
  g_assert_false (sp_mock_quota_spend (quota, 1800 * US));
  g_assert_true (sp_mock_quota_spend (quota, 86400 * US));
  assert_span (quota, 86400, 0, 1, 86400 + 900);
  assert_span (quota, 86400, 1, 1, 2 * 86400);
}

/* A request that is refused counts as well. */
static void
test_refused (void)
{
  g_autoptr (SpMockQuota) quota = parse ("1/900,3/86400");

  g_assert_true (sp_mock_quota_spend (quota, 0));
  g_assert_false (sp_mock_quota_spend (quota, US));
  g_assert_true (sp_mock_quota_spend (quota, 900 * US));
  assert_span (quota, 900, 1, 3, 86400);
  g_assert_false (sp_mock_quota_spend (quota, 1800 * US));
}

static void
test_none (void)
{
  g_autoptr (SpMockQuota) quota = parse ("none");

  for (guint i = 0; i < 5000; i++)
    g_assert_true (sp_mock_quota_spend (quota, i));
  g_assert_null (sp_mock_quota_tell (quota, 5000));
}

static void
test_bad (void)
{
  static const char * const cases[] = {
    "", ",", "100", "100/", "/900", "0/900", "100/0", "-1/900", "1/-900", "a/b", "100/900/5", "100/900,", "NONE",
    "100/900;1/1", "100/900,50/900", "1000/86400,100/900", "100.5/900", "1/99999999999",
    "1/1,1/2,1/3,1/4,1/5,1/6,1/7,1/8,1/9",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i]);
      g_assert_null (sp_mock_quota_parse (cases[i], &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
      g_assert_nonnull (strstr (error->message, "100/900"));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plugins/mock/quota/spans", test_spans);
  g_test_add_func ("/plugins/mock/quota/count", test_count);
  g_test_add_func ("/plugins/mock/quota/refused", test_refused);
  g_test_add_func ("/plugins/mock/quota/none", test_none);
  g_test_add_func ("/plugins/mock/quota/bad", test_bad);

  return g_test_run ();
}
