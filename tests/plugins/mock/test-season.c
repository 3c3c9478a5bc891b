/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-mock-season.h"

#define TODAY sp_time_new (2026, 6, 10, 0, 0, 0)

/* Tells a season by the segments of its windows, with a blank for each week without one. */
static char *
tell (const SpMockSeason *season)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sp_mock_season_get_n_weeks (season); i++)
    {
      gint64 middle_s = season->local.start_s + i * SP_MOCK_WEEK_S + SP_MOCK_WEEK_S / 2;
      const SpMockWindow *window = sp_mock_season_find_window (season, middle_s);

      g_string_append_c (text, window != NULL ? (char) ('0' + window->segment) : ' ');
    }

  return g_string_free (text, FALSE);
}

static void
test_weeks (void)
{
  static const struct { guint n_segments, n_windows; const char *weeks; } cases[] = {
    { 1, 1, "0" }, { 1, 3, "0  0  0" }, { 2, 2, "01" }, { 2, 4, "0  011" }, { 4, 4, "0123" }, { 4, 8, "012  01233" },
    { 4, 5, "012  03" }, { 3, 7, "01  01  022" }, { 8, 16, "0123456  012345677" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *weeks = NULL;
      SpMockSeason season;

      sp_mock_season_init (&season, TODAY, cases[i].n_segments, cases[i].n_windows);
      weeks = tell (&season);
      g_assert_cmpstr (weeks, ==, cases[i].weeks);
    }
}

/* On the evening of the anchor one window is open: the last but those of the last segment, which are still to come. */
static void
test_anchor (void)
{
  for (guint n_segments = 2; n_segments <= 8; n_segments++)
    for (guint n_windows = n_segments; n_windows <= SP_MOCK_MAX_WINDOWS; n_windows++)
      {
        guint n_over = 0, n_open = 0, n_upcoming = 0;
        SpMockSeason season;

        sp_mock_season_init (&season, TODAY, n_segments, n_windows);
        g_assert_cmpint (season.as_of_local_s, ==, TODAY + 20 * 3600);
        for (guint i = 0; i < n_windows; i++)
          {
            const SpMockWindow *window = &season.windows[i];
            gboolean is_upcoming = window->start_local_s > season.as_of_local_s;

            g_assert_cmpint (window->start_local_s, <, window->end_local_s);
            g_assert_true (i == 0 || window->start_local_s > season.windows[i - 1].end_local_s);
            g_assert_cmpint (is_upcoming, ==, window->segment == n_segments - 1);
            n_upcoming += is_upcoming;
            n_over += window->end_local_s < season.as_of_local_s;
            n_open += !is_upcoming && window->end_local_s >= season.as_of_local_s;
          }
        g_assert_cmpuint (n_open, ==, 1);
        g_assert_cmpuint (n_upcoming, ==, n_windows / n_segments);
        g_assert_cmpuint (n_over + n_open + n_upcoming, ==, n_windows);
      }
}

/* Each segment has its rounds in order. */
static void
test_rounds (void)
{
  SpMockSeason season;
  guint rounds[8] = { 0 };

  sp_mock_season_init (&season, TODAY, 4, 16);
  for (guint i = 0; i < season.n_windows; i++)
    g_assert_cmpuint (season.windows[i].round, ==, rounds[season.windows[i].segment]++);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpuint (rounds[i], ==, 4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plugins/mock/season/weeks", test_weeks);
  g_test_add_func ("/plugins/mock/season/anchor", test_anchor);
  g_test_add_func ("/plugins/mock/season/rounds", test_rounds);

  return g_test_run ();
}
