/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the bar says of a refresh: how far it is, and how long a wait still is. */
#include "ui/sp-refresh-bar.h"

#include "widgets.h"

/* The words of the bar: the first label holds what must be read first, the second what there is to add. */
static const char *
get_text (SpRefreshBar *bar,
          guint         n)
{
  return gtk_label_get_text (find_widget (bar, GTK_TYPE_LABEL, n));
}

static SpRefreshBar *
show (SpProgress             *progress,
      const SpProgressValues *values)
{
  SpRefreshBar *bar = g_object_ref_sink (g_object_new (SP_TYPE_REFRESH_BAR, NULL));

  sp_progress_set_values (progress, values);
  sp_refresh_bar_show_progress (bar, progress, "Strava");

  return bar;
}

static char *
clock_time (gint64 utc_us)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (utc_us / G_USEC_PER_SEC);

  return g_date_time_format (time, "%R");
}

static void
test_under_way (void)
{
  g_autoptr (SpProgress) progress = sp_progress_new ();
  gint64 end_us = g_get_real_time () + 600 * G_USEC_PER_SEC;
  SpProgressValues values = { .phase = SP_PHASE_DETAILS, .n_runners = 34, .n_runners_done = 21, .n_details = 39,
                              .n_details_done = 4, .expected_end_us = end_us };
  g_autoptr (SpRefreshBar) bar = show (progress, &values);
  g_autofree char *end = clock_time (end_us);
  g_autofree char *expected = g_strdup_printf ("21 of 34 runners, done about %s", end);

  g_assert_cmpstr (get_text (bar, 0), ==, expected);
  g_assert_cmpstr (get_text (bar, 1), ==, "4 of about 39 activities");
}

/* Seconds of what is left, from a text that begins with them as H:MM:SS or M:SS. */
static int
read_rest (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " to wait", 2);
  g_auto (GStrv) parts = g_strsplit (words[0], ":", 0);
  int rest_s = 0;

  g_assert_nonnull (words[1]);
  for (guint i = 0; parts[i] != NULL; i++)
    rest_s = rest_s * 60 + atoi (parts[i]);

  return rest_s;
}

/* The wait is told until when, and down to the second; it grows shorter, and is not told once it is over. */
static void
test_countdown (void)
{
  g_autoptr (SpProgress) progress = sp_progress_new ();
  gint64 until_us = g_get_real_time () + 754 * G_USEC_PER_SEC;
  SpProgressValues values = { .phase = SP_PHASE_DETAILS, .n_runners = 34, .n_runners_done = 21, .n_details = 39,
                              .n_details_done = 4, .wait_until_us = until_us };
  g_autoptr (SpRefreshBar) bar = show (progress, &values);
  g_autofree char *end = clock_time (until_us);
  g_autofree char *expected = g_strdup_printf ("Waiting for Strava until %s, 21 of 34 runners", end);
  int first_s = read_rest (get_text (bar, 1));
  int rest_s;

  g_assert_cmpstr (get_text (bar, 0), ==, expected);
  g_assert_true (g_str_has_suffix (get_text (bar, 1), "4 of about 39 activities"));
  g_assert_cmpint (first_s, <=, 754);
  g_assert_cmpint (first_s, >, 0);
  do
    {
      sp_refresh_bar_show_progress (bar, progress, "Strava");
      rest_s = read_rest (get_text (bar, 1));
      g_assert_cmpint (rest_s, <=, first_s);
    }
  while (rest_s == first_s);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (find_widget (bar, GTK_TYPE_LABEL, 1)), ==, get_text (bar, 1));

  values.wait_until_us = g_get_real_time () - 1;
  sp_progress_set_values (progress, &values);
  sp_refresh_bar_show_progress (bar, progress, "Strava");
  g_assert_cmpstr (get_text (bar, 1), ==, "4 of about 39 activities");
}

/* Of several allowances the one with the least left is told. */
static void
test_quota (void)
{
  const gint64 soon_us = g_get_real_time () + 300 * G_USEC_PER_SEC;
  SpQuotaSpan spans[] = {
    { .span_s = 900, .limit = 100, .used = 61, .resume_at_us = soon_us },
    { .span_s = 86400, .limit = 1000, .used = 340, .resume_at_us = soon_us * 2 },
  };
  g_autoptr (SpProgress) progress = sp_progress_new ();
  g_autoptr (SpQuota) quota = sp_quota_new (spans, G_N_ELEMENTS (spans));
  SpProgressValues values = { .phase = SP_PHASE_DETAILS, .n_runners = 34, .n_details = 39, .quota = quota };
  g_autoptr (SpRefreshBar) bar = show (progress, &values);
  g_autofree char *until = clock_time (spans[0].resume_at_us);
  g_autofree char *expected = g_strdup_printf ("Strava: 39 of 100 requests left until %s", until);

  g_assert_true (g_str_has_suffix (get_text (bar, 1), expected));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/ui/refresh-bar/under-way", test_under_way);
  g_test_add_func ("/ui/refresh-bar/countdown", test_countdown);
  g_test_add_func ("/ui/refresh-bar/quota", test_quota);

  return g_test_run ();
}
