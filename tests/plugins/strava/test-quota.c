/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-strava-quota.h"

#define AT(iso) (at (iso))

static gint64
at (const char *iso)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_iso8601 (iso, NULL);

  return g_date_time_to_unix (time) * G_USEC_PER_SEC;
}

static void
note (SpStravaQuota *quota,
      ...)
{
  SoupMessageHeaders *headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_RESPONSE);
  const char *name;
  va_list list;

  va_start (list, quota);
  while ((name = va_arg (list, const char *)) != NULL)
    soup_message_headers_append (headers, name, va_arg (list, const char *));
  va_end (list);
  sp_strava_quota_note (quota, headers);
  soup_message_headers_unref (headers);
}

static void
test_headers (void)
{
  const struct { const char *name; const char *value; guint used[2]; } cases[] = {
    { "X-ReadRateLimit-Usage", "8,151", { 8, 151 } },
    { "x-readratelimit-usage", "8, 151", { 8, 151 } },
    { "X-Readratelimit-Usage", " 8 , 151 ", { 8, 151 } },
    { "X-Readratelimit-Usage", ",", { 3, 5 } },
    { "X-Readratelimit-Usage", "", { 3, 5 } },
    { "X-Readratelimit-Usage", "8", { 3, 5 } },
    { "X-Readratelimit-Usage", "8,", { 3, 5 } },
    { "X-Readratelimit-Usage", "8,9,10", { 3, 5 } },
    { "X-Readratelimit-Usage", "-8,9", { 3, 5 } },
    { "X-Other", "8,151", { 3, 5 } },
    { "X-ReadRateLimit-Usage", "2,4", { 3, 5 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SpStravaQuota quota;

      sp_strava_quota_init (&quota);
      quota.used[0] = 3;
      quota.used[1] = 5;
      note (&quota, cases[i].name, cases[i].value, NULL);
      g_assert_cmpuint (quota.used[0], ==, cases[i].used[0]);
      g_assert_cmpuint (quota.used[1], ==, cases[i].used[1]);
    }
}

static void
test_limits (void)
{
  SpStravaQuota quota;

  sp_strava_quota_init (&quota);
  g_assert_cmpuint (quota.limit[SP_STRAVA_QUARTER], ==, 100);
  g_assert_cmpuint (quota.limit[SP_STRAVA_DAY], ==, 1000);
  note (&quota, "X-ReadRateLimit-Limit", "200,2000", NULL);
  g_assert_cmpuint (quota.limit[SP_STRAVA_QUARTER], ==, 200);
  note (&quota, "X-ReadRateLimit-Limit", "0,0", NULL);
  g_assert_cmpuint (quota.limit[SP_STRAVA_DAY], ==, 2000);

  /* Without limits of reads, those of all requests count. */
  note (&quota, "X-RateLimit-Limit", "400,4000", "X-RateLimit-Usage", "10,20", NULL);
  g_assert_cmpuint (quota.limit[SP_STRAVA_QUARTER], ==, 400);
  g_assert_cmpuint (quota.used[SP_STRAVA_QUARTER], ==, 10);
}

static void
test_overall_limit_binds (void)
{
  SpStravaQuota quota;

  sp_strava_quota_init (&quota);
  note (&quota, "X-ReadRateLimit-Limit", "100,1000", "X-ReadRateLimit-Usage", "10,20",
        "X-RateLimit-Limit", "200,2000", "X-RateLimit-Usage", "195,1000", NULL);
  g_assert_cmpuint (quota.used[SP_STRAVA_QUARTER], ==, 95);
  g_assert_cmpuint (quota.used[SP_STRAVA_DAY], ==, 20);
}

static void
test_boundaries (void)
{
  SpStravaQuota quota;

  sp_strava_quota_init (&quota);
  sp_strava_quota_roll (&quota, AT ("2026-01-05T23:59:59Z"));
  quota.used[0] = 60;
  quota.used[1] = 700;
  g_assert_cmpint (sp_strava_quota_get_end_us (&quota, SP_STRAVA_QUARTER), ==,
                   AT ("2026-01-06T00:00:00Z") + SP_STRAVA_QUOTA_MARGIN_US);
  g_assert_cmpint (sp_strava_quota_get_end_us (&quota, SP_STRAVA_DAY), ==,
                   AT ("2026-01-06T00:00:00Z") + SP_STRAVA_QUOTA_MARGIN_US);

  sp_strava_quota_roll (&quota, AT ("2026-01-05T23:59:59Z"));
  g_assert_cmpuint (quota.used[0], ==, 60);
  sp_strava_quota_roll (&quota, AT ("2026-01-06T00:00:00Z"));
  g_assert_cmpuint (quota.used[0], ==, 0);
  g_assert_cmpuint (quota.used[1], ==, 0);

  quota.used[0] = 9;
  quota.used[1] = 9;
  sp_strava_quota_roll (&quota, AT ("2026-01-06T00:15:00Z"));
  g_assert_cmpuint (quota.used[0], ==, 0);
  g_assert_cmpuint (quota.used[1], ==, 9);
  g_assert_cmpint (sp_strava_quota_get_end_us (&quota, SP_STRAVA_QUARTER), ==,
                   AT ("2026-01-06T00:30:00Z") + SP_STRAVA_QUOTA_MARGIN_US);

  /* The clock went back: nothing is forgotten. */
  quota.used[0] = 7;
  sp_strava_quota_roll (&quota, AT ("2026-01-06T00:14:59Z"));
  g_assert_cmpuint (quota.used[0], ==, 7);
}

static void
test_full (void)
{
  SpStravaQuota quota;

  sp_strava_quota_init (&quota);
  g_assert_cmpint (sp_strava_quota_find_full (&quota, 0), ==, SP_STRAVA_N_SPANS);
  quota.used[0] = 99;
  g_assert_cmpint (sp_strava_quota_find_full (&quota, 0), ==, SP_STRAVA_N_SPANS);
  quota.used[0] = 100;
  g_assert_cmpint (sp_strava_quota_find_full (&quota, 0), ==, SP_STRAVA_QUARTER);
  quota.used[1] = 900;
  g_assert_cmpint (sp_strava_quota_find_full (&quota, 99), ==, SP_STRAVA_QUARTER);
  g_assert_cmpint (sp_strava_quota_find_full (&quota, 100), ==, SP_STRAVA_DAY);
  g_assert_cmpint (sp_strava_quota_find_full (&quota, 5000), ==, SP_STRAVA_DAY);
}

static void
test_refused (void)
{
  SpStravaQuota quota;

  sp_strava_quota_init (&quota);
  note (&quota, "X-ReadRateLimit-Usage", "40,1000", "X-ReadRateLimit-Limit", "100,1000", NULL);
  sp_strava_quota_refuse (&quota);
  g_assert_cmpuint (quota.used[SP_STRAVA_QUARTER], ==, 40);
  g_assert_cmpint (sp_strava_quota_find_full (&quota, 0), ==, SP_STRAVA_DAY);

  sp_strava_quota_init (&quota);
  sp_strava_quota_refuse (&quota);
  g_assert_cmpint (sp_strava_quota_find_full (&quota, 0), ==, SP_STRAVA_QUARTER);
  g_assert_cmpuint (quota.used[SP_STRAVA_DAY], ==, 0);
}

static void
test_clock_and_retry (void)
{
  SoupMessageHeaders *headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_RESPONSE);
  gint64 now_us = AT ("2026-01-05T10:00:00Z");
  gint64 server_us = 0;

  g_assert_false (sp_strava_quota_read_date (headers, &server_us));
  g_assert_cmpint (sp_strava_quota_read_retry (headers, now_us), ==, 0);
  soup_message_headers_replace (headers, "Date", "Mon, 05 Jan 2026 10:00:07 GMT");
  g_assert_true (sp_strava_quota_read_date (headers, &server_us));
  g_assert_cmpint (server_us, ==, AT ("2026-01-05T10:00:07Z"));
  soup_message_headers_replace (headers, "Date", "some day");
  g_assert_false (sp_strava_quota_read_date (headers, &server_us));

  soup_message_headers_replace (headers, "Retry-After", "90");
  g_assert_cmpint (sp_strava_quota_read_retry (headers, now_us), ==, now_us + 90 * (gint64) G_USEC_PER_SEC);
  soup_message_headers_replace (headers, "Retry-After", "Mon, 05 Jan 2026 10:05:00 GMT");
  g_assert_cmpint (sp_strava_quota_read_retry (headers, now_us), ==, AT ("2026-01-05T10:05:00Z"));
  soup_message_headers_replace (headers, "Retry-After", "999999999999");
  g_assert_cmpint (sp_strava_quota_read_retry (headers, now_us), ==, AT ("2026-01-07T10:00:00Z"));
  soup_message_headers_replace (headers, "Retry-After", "soon");
  g_assert_cmpint (sp_strava_quota_read_retry (headers, now_us), ==, 0);
  soup_message_headers_unref (headers);
}

static void
test_written_and_read (void)
{
  const char *bad[] = { "", "segment-podium-requests 2 1 1 1 1 1 1 1", "segment-podium-requests 1 5 6 7", "\x01\x02",
                        "segment-podium-requests 1 1 1 1 0 1 1 0" };
  SpStravaQuota quota, copy;
  g_autofree char *text = NULL;

  sp_strava_quota_init (&quota);
  sp_strava_quota_roll (&quota, AT ("2026-01-05T10:00:00Z"));
  quota.used[0] = 12;
  quota.used[1] = 345;
  quota.sequence = G_GINT64_CONSTANT (123456789012);
  text = sp_strava_quota_write (&quota);
  sp_strava_quota_init (&copy);
  g_assert_true (sp_strava_quota_read (&copy, text));
  g_assert_cmpmem (&copy, sizeof copy, &quota, sizeof quota);
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_false (sp_strava_quota_read (&copy, bad[i]));
      g_assert_cmpuint (copy.used[1], ==, 345);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/strava/quota/headers", test_headers);
  g_test_add_func ("/strava/quota/limits", test_limits);
  g_test_add_func ("/strava/quota/overall-limit-binds", test_overall_limit_binds);
  g_test_add_func ("/strava/quota/boundaries", test_boundaries);
  g_test_add_func ("/strava/quota/full", test_full);
  g_test_add_func ("/strava/quota/refused", test_refused);
  g_test_add_func ("/strava/quota/clock-and-retry", test_clock_and_retry);
  g_test_add_func ("/strava/quota/written-and-read", test_written_and_read);

  return g_test_run ();
}
