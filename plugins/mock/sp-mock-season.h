/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-period.h"
#include "api/sp-time.h"

G_BEGIN_DECLS

#define SP_MOCK_MAX_WINDOWS 16
#define SP_MOCK_WEEK_S (7 * SP_TIME_DAY_S)

/**
 * SpMockWindow:
 * @segment: which segment it is for
 * @round: how often there was a window for that segment before
 * @start_local_s: first second, naive local
 * @end_local_s: last second
 * @has_clock: whether start and end tell a time of day, not only the day
 * @birthday_bonus_s: seconds off on a birthday
 * @time_bonus_s: seconds off the best; negative adds
 *
 * A window of the season. It lies in one week of the season, and no other window does.
 */
typedef struct
{
  guint    segment;
  guint    round;
  gint64   start_local_s;
  gint64   end_local_s;
  gboolean has_clock;
  int      birthday_bonus_s;
  int      time_bonus_s;
} SpMockWindow;

/**
 * SpMockSeason:
 * @windows: the windows, in order of time
 * @n_windows: how many
 * @local: from the first second of the first window to the last of the last, naive local
 * @as_of_local_s: the evening of the anchor, naive local: some boards are over then, one is open, the last not yet
 *
 * When the club competes.
 */
typedef struct
{
  SpMockWindow windows[SP_MOCK_MAX_WINDOWS];
  guint        n_windows;
  SpPeriod     local;
  gint64       as_of_local_s;
} SpMockSeason;

void                sp_mock_season_init        (SpMockSeason       *self,
                                                gint64              anchor_local_s,
                                                guint               n_segments,
                                                guint               n_windows);
guint               sp_mock_season_get_n_weeks (const SpMockSeason *self);
const SpMockWindow *sp_mock_season_find_window (const SpMockSeason *self,
                                                gint64              local_s);

G_END_DECLS
