/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-words.h"

#include "api/sp-time.h"

static void
assert_words (char       *words,
              const char *expected)
{
  g_assert_cmpstr (words, ==, expected);
  g_free (words);
}

static void
test_duration (void)
{
  assert_words (sp_words_duration (0), "0:00:00");
  assert_words (sp_words_duration (645), "0:10:45");
  assert_words (sp_words_duration (3599), "0:59:59");
  assert_words (sp_words_duration (3600), "1:00:00");
  assert_words (sp_words_duration (36000 + 61), "10:01:01");
}

static void
test_bonus (void)
{
  assert_words (sp_words_bonus (30), "0:30");
  assert_words (sp_words_bonus (-90), "1:30");
  assert_words (sp_words_bonus (3600), "1:00:00");
  assert_words (sp_words_bonus (G_MININT), "596523:14:08");
  assert_words (sp_words_gap (25), "+0:25");
  assert_words (sp_words_gap (-625), "−10:25");
  assert_words (sp_words_gap (3725), "+1:02:05");
}

static void
test_dates (void)
{
  gint64 time_s = sp_time_new (2026, 1, 26, 20, 14, 0);

  assert_words (sp_words_day (time_s), "26 Jan");
  assert_words (sp_words_weekday (time_s), "Mon 26 Jan");
  assert_words (sp_words_when (time_s, time_s + SP_TIME_DAY_S), "Mon 26 Jan 20:14");
  assert_words (sp_words_when (time_s, time_s + 60), "today at 20:14");
  assert_words (sp_words_day (sp_time_new (2026, 2, 1, 0, 0, 0)), "1 Feb");
  assert_words (sp_words_moment (time_s), "Mon 26 Jan 20:14");
  assert_words (sp_words_day (G_MAXINT64), "?");
}

static void
test_span (void)
{
  assert_words (sp_words_span (1), "1 second");
  assert_words (sp_words_span (59), "59 seconds");
  assert_words (sp_words_span (60), "1 minute");
  assert_words (sp_words_span (-120), "2 minutes");
  assert_words (sp_words_span (3600), "1 hour");
  assert_words (sp_words_span (47 * 3600), "47 hours");
  assert_words (sp_words_span (48 * 3600), "2 days");
}

static void
test_metres (void)
{
  assert_words (sp_words_metres (0), "0 m");
  assert_words (sp_words_metres (999.4), "999 m");
  assert_words (sp_words_metres (999.5), "1,000 m");
  assert_words (sp_words_metres (3480), "3,480 m");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/words/duration", test_duration);
  g_test_add_func ("/model/words/bonus", test_bonus);
  g_test_add_func ("/model/words/dates", test_dates);
  g_test_add_func ("/model/words/span", test_span);
  g_test_add_func ("/model/words/metres", test_metres);

  return g_test_run ();
}
