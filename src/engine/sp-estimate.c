/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-estimate.h"

#include "engine/sp-pacer.h"

#include <glib/gi18n-lib.h>

static gboolean
is_asked (SpRunner  *runner,
          GPtrArray *only)
{
  const SpRunnerValues *values = sp_runner_get_values (runner);

  return values->id != 0 && (values->segment_team != NULL || values->distance_team != NULL)
         && (only == NULL || g_ptr_array_find_with_equal_func (only, values->key, g_str_equal, NULL));
}

/* Windows that have begun, and the segments that they are of. */
static guint
count_windows (SpCompetition *competition,
               gint64         now_local_s,
               guint         *n_segments)
{
  guint n_windows = 0;

  *n_segments = 0;
  for (guint i = 0; i < sp_competition_get_n_groups (competition); i++)
    {
      const SpGroupValues *group = sp_group_get_values (sp_competition_get_group (competition, i));
      guint n_begun = 0;

      for (guint j = 0; j < group->windows->len && !group->closed; j++)
        n_begun += sp_window_get_values (group->windows->pdata[j])->start_local_s <= now_local_s
                   && !sp_window_is_inverted (group->windows->pdata[j]);
      n_windows += n_begun;
      *n_segments += n_begun > 0;
    }

  return n_windows;
}

static guint
count_series (SpCompetition *competition,
              gint64         now_local_s)
{
  guint n = 0;

  for (guint i = 0; i < sp_competition_get_n_series_windows (competition); i++)
    n += sp_series_window_get_values (sp_competition_get_series_window (competition, i))->start_local_s <= now_local_s;

  return n;
}

/**
 * sp_estimate_make:
 * @competition: a competition
 * @only: (nullable) (element-type utf8): keys of the runners to ask, %NULL for all
 * @now_local_s: the organiser's wall clock, naive local
 * @quota: (nullable): what the source allows
 * @now_us: UTC microseconds since 1970
 * @estimate: (out caller-allocates): what a run will cost
 *
 * Guesses before anything is known: a list for each runner, the geometry of each segment, and for each runner and
 * window one activity to look at, as clubs have it. What is kept already makes it less.
 */
void
sp_estimate_make (SpCompetition *competition,
                  GPtrArray     *only,
                  gint64         now_local_s,
                  SpQuota       *quota,
                  gint64         now_us,
                  SpEstimate    *estimate)
{
  g_autoptr (SpPacer) pacer = sp_pacer_new (0);
  guint n_segments, n_windows, n_runners = 0;

  g_return_if_fail (SP_IS_COMPETITION (competition) && estimate != NULL);

  for (guint i = 0; i < sp_competition_get_n_runners (competition); i++)
    n_runners += is_asked (sp_competition_get_runner (competition, i), only);
  n_windows = count_windows (competition, now_local_s, &n_segments);
  estimate->n_requests = 0;
  if (n_runners > 0 && n_windows + count_series (competition, now_local_s) > 0)
    estimate->n_requests = n_runners + n_segments + n_runners * n_windows;
  sp_pacer_set_quota (pacer, quota);
  estimate->ends_us = sp_pacer_expect_end_us (pacer, estimate->n_requests, now_us);
}

static char *
clock_time (gint64 utc_us,
            gint64 now_us)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (utc_us / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);

  return g_date_time_format (local, utc_us - now_us < (gint64) 12 * 3600 * G_USEC_PER_SEC ? "%R" : "%a %R");
}

/* The span with the least left is the one that is felt. */
static const SpQuotaSpan *
tightest (SpQuota *quota)
{
  const SpQuotaSpan *spans, *tight = NULL;
  gsize n_spans = 0;

  spans = quota != NULL ? sp_quota_get_spans (quota, &n_spans) : NULL;
  for (gsize i = 0; i < n_spans; i++)
    if (spans[i].limit > 0 && spans[i].span_s >= 60
        && (tight == NULL || (gint64) spans[i].limit - spans[i].used < (gint64) tight->limit - tight->used))
      tight = &spans[i];

  return tight;
}

static char *
span_words (int span_s)
{
  switch (span_s)
    {
    case 900:
      /* Translators: after a number of requests, as are the next three: so many are allowed */
      return g_strdup (_("a quarter of an hour"));
    case 3600:
      return g_strdup (_("an hour"));
    case 86400:
      return g_strdup (_("a day"));
    default:
      return g_strdup_printf (ngettext ("in %u minute", "in %u minutes", (gulong) span_s / 60), (guint) span_s / 60);
    }
}

/**
 * sp_estimate_to_sentence:
 * @estimate: what a run will cost
 * @quota: (nullable): what the source allows
 * @source_name: the source, for people
 * @now_us: UTC microseconds since 1970
 *
 * Says what a run will cost: "About 170 requests. Strava allows 100 a quarter of an hour, 39 are left: done about
 * 11:02."
 *
 * Returns: (transfer full): one or two sentences
 */
char *
sp_estimate_to_sentence (const SpEstimate *estimate,
                         SpQuota          *quota,
                         const char       *source_name,
                         gint64            now_us)
{
  const SpQuotaSpan *span = tightest (quota);
  g_autofree char *begin = NULL;
  g_autofree char *each = NULL;
  g_autofree char *when = NULL;
  g_autofree char *rest = NULL;
  gint64 n_left;

  g_return_val_if_fail (estimate != NULL && source_name != NULL, NULL);

  if (estimate->n_requests == 0)
    return g_strdup (_("There is nothing to ask yet."));
  begin = g_strdup_printf (ngettext ("About %u request.", "About %u requests.", estimate->n_requests),
                           estimate->n_requests);
  if (span == NULL)
    return g_steal_pointer (&begin);

  n_left = span->resume_at_us != 0 && span->resume_at_us <= now_us ? span->limit : (gint64) span->limit - span->used;
  n_left = MAX (n_left, 0);
  each = span_words ((int) span->span_s);
  when = clock_time (estimate->ends_us, now_us);
  /* Translators: a source, its limit, then such as "a quarter of an hour", how many requests are left, a time of day */
  rest = g_strdup_printf (ngettext ("%s allows %u %s, %u is left: done about %s.",
                                    "%s allows %u %s, %u are left: done about %s.", n_left),
                          source_name, span->limit, each, (guint) n_left, when);

  return g_strconcat (begin, " ", rest, NULL);
}
