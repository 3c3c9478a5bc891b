/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-union.h"

#include <glib/gi18n-lib.h>

/* Time zones, hidden starts and long activities: a list by UTC has to reach that much farther than windows do. */
#define PAD_BEFORE_S (48 * 3600)
#define PAD_AFTER_S (24 * 3600)

G_DEFINE_QUARK (sp-union-error-quark, sp_union_error)

static void
widen (SpPeriod  *local,
       GPtrArray *skipped,
       gint64     start_s,
       gint64     end_s,
       gint64     now_s,
       const char *name)
{
  if (end_s < start_s)
    {
      g_ptr_array_add (skipped, g_strdup (name));
      return;
    }
  if (start_s > now_s)
    return;
  local->start_s = MIN (local->start_s, start_s);
  local->end_s = MAX (local->end_s, end_s);
}

/**
 * sp_union_local:
 * @competition: a competition
 * @now_local_s: the organiser's wall clock, naive local; what begins later is not asked for
 * @local: (out caller-allocates): from the earliest start to the latest end over all windows of all boards that are not
 *   closed, naive local; ends before it starts where none has begun
 * @skipped: (out) (transfer full) (element-type utf8): names of windows that end before they start
 * @error: return location: %SP_UNION_ERROR_EMPTY
 *
 * Tells what one list per runner has to cover.
 *
 * Returns: %FALSE with @error set where the competition has no board at all
 */
gboolean
sp_union_local (SpCompetition  *competition,
                gint64          now_local_s,
                SpPeriod       *local,
                GPtrArray     **skipped,
                GError        **error)
{
  g_return_val_if_fail (SP_IS_COMPETITION (competition), FALSE);
  g_return_val_if_fail (local != NULL && skipped != NULL, FALSE);

  *skipped = NULL;
  if (sp_competition_get_n_groups (competition) + sp_competition_get_n_series_windows (competition) == 0)
    {
      g_set_error (error, SP_UNION_ERROR, SP_UNION_ERROR_EMPTY,
                   _("The competition has no segments and no distance series. Add a segment with a window."));
      return FALSE;
    }

  *local = (SpPeriod) { G_MAXINT64, G_MININT64 };
  *skipped = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < sp_competition_get_n_groups (competition); i++)
    {
      const SpGroupValues *group = sp_group_get_values (sp_competition_get_group (competition, i));

      for (guint j = 0; j < group->windows->len && !group->closed; j++)
        {
          const SpWindowValues *window = sp_window_get_values (group->windows->pdata[j]);

          widen (local, *skipped, window->start_local_s, window->end_local_s, now_local_s, group->name);
        }
    }
  for (guint i = 0; i < sp_competition_get_n_series_windows (competition); i++)
    {
      const SpSeriesWindowValues *window;

      window = sp_series_window_get_values (sp_competition_get_series_window (competition, i));
      widen (local, *skipped, window->start_local_s, window->end_local_s, now_local_s, _("Distance Series"));
    }

  return TRUE;
}

/**
 * sp_union_to_utc:
 * @local: a naive local period
 * @now_local_s: the organiser's wall clock, naive local
 * @utc: (out caller-allocates): the period of UTC that a list has to cover, 48 h more before and 24 h more after
 *
 * Pads the period. It never begins in the future.
 */
void
sp_union_to_utc (const SpPeriod *local,
                 gint64          now_local_s,
                 SpPeriod       *utc)
{
  g_return_if_fail (local != NULL && utc != NULL);

  utc->start_s = MIN (local->start_s - PAD_BEFORE_S, now_local_s - PAD_BEFORE_S);
  utc->end_s = local->end_s + PAD_AFTER_S;
}

/**
 * sp_union_offset_s:
 * @now_local_s: the organiser's wall clock, naive local
 * @now_utc_s: the same moment, UTC seconds since 1970
 *
 * Tells the zone that the organiser's clock is in. Zones differ by quarters of an hour; a time that is only played, and
 * so is farther from UTC than any zone, has none.
 *
 * Returns: how far the wall clock is ahead of UTC in seconds
 */
int
sp_union_offset_s (gint64 now_local_s,
                   gint64 now_utc_s)
{
  gint64 offset_s = now_local_s - now_utc_s;

  if (offset_s < -12 * 3600 || offset_s > 14 * 3600)
    return 0;

  return (int) ((offset_s + 12 * 3600 + 450) / 900 * 900 - 12 * 3600);
}
