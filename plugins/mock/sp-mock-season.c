/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-mock-season.h"

#define PAUSE_WEEKS 2
#define EVENING_S (20 * 3600)

/* How far the window that is open at the anchor has come by then. */
#define OPEN_FOR_S (3 * SP_TIME_DAY_S)

/* Round after round for all segments but the last, which has its windows at the end. */
static void
set_weeks (SpMockSeason *self,
           guint         n_segments)
{
  guint n_last = self->n_windows / n_segments;
  guint n_others = MAX (n_segments - 1, 1);
  gint64 week = 0;

  for (guint i = 0; i < self->n_windows; i++)
    {
      SpMockWindow *window = &self->windows[i];
      gboolean is_last = n_segments > 1 && i >= self->n_windows - n_last;

      window->segment = is_last ? n_segments - 1 : i % n_others;
      window->round = is_last ? i - (self->n_windows - n_last) : i / n_others;
      if (i > 0 && !is_last && window->segment == 0)
        week += PAUSE_WEEKS;
      window->start_local_s = week++ * SP_MOCK_WEEK_S;
    }
}

static void
set_rules (SpMockWindow *window,
           guint         n_rounds)
{
  static const int birthday_bonuses_s[] = { 30, 20, 60, 0 };

  window->birthday_bonus_s = birthday_bonuses_s[window->segment % G_N_ELEMENTS (birthday_bonuses_s)];
  if (window->segment == 0 && window->round + 1 == n_rounds)
    window->time_bonus_s = 15;
  if (window->segment == 2 && window->round == 0)
    window->time_bonus_s = -10;
  window->end_local_s = window->start_local_s + SP_MOCK_WEEK_S - 1;
  if (window->segment != 1)
    return;

  window->has_clock = TRUE;
  window->start_local_s += 6 * 3600;
  window->end_local_s -= 3 * 3600 - 1;
}

/**
 * sp_mock_season_init:
 * @self: (out caller-allocates): a season
 * @anchor_local_s: midnight of the day that is to be today, naive local
 * @n_segments: how many segments
 * @n_windows: how many windows in all, @n_segments to %SP_MOCK_MAX_WINDOWS
 *
 * Lays the windows round the anchor: on that day the last window but those of the last segment is open.
 */
void
sp_mock_season_init (SpMockSeason *self,
                     gint64        anchor_local_s,
                     guint         n_segments,
                     guint         n_windows)
{
  guint n_upcoming = n_segments > 1 ? n_windows / n_segments : 0;
  gint64 shift_s;

  *self = (SpMockSeason) { .n_windows = n_windows, .as_of_local_s = anchor_local_s + EVENING_S };
  set_weeks (self, n_segments);
  shift_s = anchor_local_s - OPEN_FOR_S - self->windows[n_windows - 1 - n_upcoming].start_local_s;
  for (guint i = 0; i < n_windows; i++)
    {
      guint n_others = MAX (n_segments - 1, 1), segment = self->windows[i].segment;
      guint n_rounds = segment + 1 == n_segments && n_segments > 1
                       ? n_upcoming : (n_windows - n_upcoming - segment + n_others - 1) / n_others;

      self->windows[i].start_local_s += shift_s;
      set_rules (&self->windows[i], n_rounds);
    }
  self->local.start_s = self->windows[0].start_local_s;
  self->local.end_s = self->windows[n_windows - 1].end_local_s;
}

/**
 * sp_mock_season_get_n_weeks:
 * @self: a season
 *
 * Returns: how many weeks it lasts
 */
guint
sp_mock_season_get_n_weeks (const SpMockSeason *self)
{
  return (guint) ((self->local.end_s - self->local.start_s + SP_MOCK_WEEK_S) / SP_MOCK_WEEK_S);
}

/**
 * sp_mock_season_find_window:
 * @self: a season
 * @local_s: a time, naive local
 *
 * Returns: (transfer none) (nullable): the window of that week, %NULL where the week has none
 */
const SpMockWindow *
sp_mock_season_find_window (const SpMockSeason *self,
                            gint64              local_s)
{
  for (guint i = 0; i < self->n_windows; i++)
    {
      gint64 start_s = sp_time_get_day (self->windows[i].start_local_s) * SP_TIME_DAY_S;

      if (local_s >= start_s && local_s < start_s + SP_MOCK_WEEK_S)
        return &self->windows[i];
    }

  return NULL;
}
