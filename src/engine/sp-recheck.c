/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-recheck.h"

#define HOUR_S 3600
#define DAY_S (24 * HOUR_S)

/* Clocks are put right by seconds all the time. */
#define SLACK_S 300

/* How long after its end an activity is looked at again: a source finds efforts late, and takes some back. */
static const int ages_s[] = { HOUR_S, DAY_S, 3 * DAY_S };

/* Sooner and oftener where an effort was to be expected and there is none. */
static const int soon_ages_s[] = { HOUR_S / 4, 6 * HOUR_S, 2 * DAY_S };

/* Whether that moment has come since the detail was fetched. */
static gboolean
has_come (const SpRecheck *recheck,
          gint64           moment_s,
          gint64           now_s)
{
  return recheck->fetched_s < moment_s && moment_s <= now_s;
}

/**
 * sp_recheck_is_due:
 * @recheck: what is known of a held detail
 * @now_s: UTC seconds since 1970
 *
 * Efforts can appear and vanish without the list telling of it. So a detail is read again an hour, a day and three days
 * after the activity's end, and once when its board is over; sooner where its route passes a segment and it shows no
 * effort. Moments that were passed before it was fetched, or together, cost one reading. What seems to have been
 * fetched minutes later than now was fetched by a clock that has been set back since; nothing can be told of its age.
 *
 * Returns: whether it is to be read again
 */
gboolean
sp_recheck_is_due (const SpRecheck *recheck,
                   gint64           now_s)
{
  g_return_val_if_fail (recheck != NULL, FALSE);

  if (recheck->fetched_s > now_s + SLACK_S)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (ages_s); i++)
    if (has_come (recheck, recheck->ended_s + ages_s[i], now_s))
      return TRUE;
  for (guint i = 0; recheck->lacks_effort && i < G_N_ELEMENTS (soon_ages_s); i++)
    if (has_come (recheck, recheck->ended_s + soon_ages_s[i], now_s))
      return TRUE;

  return has_come (recheck, recheck->over_s, now_s);
}
