/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/sp-sports.h"

static const char * const runs[] = { "Run", "TrailRun", "VirtualRun", NULL };
static const char * const rides[] = { "Ride", "GravelRide", "MountainBikeRide", "VirtualRide", NULL };

/**
 * sp_sports_accept:
 * @segment_sport: (nullable): what the segment is for, "Run" or "Ride" or another; %NULL where unknown
 * @own: (nullable) (array zero-terminated=1): the sports that the board names itself; these decide alone
 * @sport: (nullable): the sport of an activity
 *
 * The one table of sports, used where details are planned and where efforts are scored. A segment whose sport is not
 * known takes every run and ride; a sport that no kind knows is taken only where it is the segment's own.
 *
 * Returns: whether an effort recorded as @sport counts on that board
 */
gboolean
sp_sports_accept (const char         *segment_sport,
                  const char * const *own,
                  const char         *sport)
{
  if (sport == NULL)
    return FALSE;

  if (own != NULL && own[0] != NULL)
    return g_strv_contains (own, sport);

  if (segment_sport == NULL)
    return g_strv_contains (runs, sport) || g_strv_contains (rides, sport);

  if (g_strv_contains (runs, segment_sport))
    return g_strv_contains (runs, sport);

  if (g_strv_contains (rides, segment_sport))
    return g_strv_contains (rides, sport);

  return g_str_equal (segment_sport, sport);
}
