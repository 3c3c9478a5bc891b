/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What is true of the club, and what it costs to find out, for tests and benchmarks. All figures are of a season that
 * is over. Two clients are counted: the plain union reads each runner's list over the union of all windows and the
 * detail of every activity that starts in it; the all-knowing one reads the same lists, and only the details that hold
 * an effort which counts on a board. Both read each segment once.
 */
#include "sp-mock-oracle.h"

#define PAGE 200
#define PAD_BEFORE_S (48 * 3600)
#define PAD_AFTER_S (24 * 3600)

/**
 * sp_mock_oracle_list_efforts:
 * @club: a club
 * @runner: which runner
 * @segment: which segment
 *
 * Returns: (transfer full) (element-type SpEffort): all that the runner ever did on the segment
 */
GArray *
sp_mock_oracle_list_efforts (SpMockClub *club,
                             guint       runner,
                             guint       segment)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (SpEffort));
  GPtrArray *activities = sp_mock_club_get_activities (club, runner);
  gint64 id = sp_mock_world_get_segment (sp_mock_club_get_world (club), segment)->id;

  for (guint i = 0; i < activities->len; i++)
    {
      guint n_efforts;
      const SpEffort *efforts = sp_activity_get_efforts (((SpMockActivity *) activities->pdata[i])->detail, &n_efforts);

      for (guint j = 0; j < n_efforts; j++)
        if (efforts[j].segment_id == id)
          g_array_append_val (found, efforts[j]);
    }

  return found;
}

/* A start that the source hides may be any time of its day. */
static gboolean
is_in_window (const SpMockWindow   *window,
              const SpMockActivity *activity,
              const SpEffort       *effort)
{
  gint64 start_s = effort->start_local_s, end_s = effort->start_local_s;
  SpPeriod local = { window->start_local_s, window->end_local_s };

  if (activity->outing.flags & SP_ACTIVITY_START_HIDDEN)
    {
      start_s = sp_time_get_day (start_s) * SP_TIME_DAY_S;
      end_s = start_s + SP_TIME_DAY_S - 1;
    }

  return sp_period_meets (&local, start_s, end_s);
}

static gboolean
holds_effort_that_counts (SpMockClub           *club,
                          const SpMockActivity *activity)
{
  const SpMockSeason *season = sp_mock_club_get_season (club);
  const char *sport = sp_activity_get_sport (activity->detail);
  guint n_efforts;
  const SpEffort *efforts = sp_activity_get_efforts (activity->detail, &n_efforts);

  if (!g_str_equal (sport, "Run") && !g_str_equal (sport, "TrailRun"))
    return FALSE;

  for (guint i = 0; i < n_efforts; i++)
    for (guint j = 0; j < season->n_windows; j++)
      {
        const SpMockWindow *window = &season->windows[j];

        if (sp_mock_world_get_segment (sp_mock_club_get_world (club), window->segment)->id == efforts[i].segment_id
            && is_in_window (window, activity, &efforts[i]))
          return TRUE;
      }

  return FALSE;
}

/* A page under half its size ends a list. */
static guint
count_pages (guint n)
{
  guint n_pages = 1;

  while (MIN (n, PAGE) * 2 >= PAGE)
    {
      n -= MIN (n, PAGE);
      n_pages++;
    }

  return n_pages;
}

static void
count (SpMockClub  *club,
       gboolean     is_knowing,
       SpMockReads *reads)
{
  const SpMockSeason *season = sp_mock_club_get_season (club);
  SpPeriod listed = { season->local.start_s - PAD_BEFORE_S, season->local.end_s + PAD_AFTER_S };

  *reads = (SpMockReads) { .n_segments = sp_mock_club_get_size (club)->n_segments };
  for (guint i = 0; i < sp_mock_club_get_size (club)->n_runners; i++)
    {
      GPtrArray *activities = sp_mock_club_get_activities (club, i);
      guint n_listed = 0;

      for (guint j = 0; j < activities->len; j++)
        {
          const SpMockActivity *activity = activities->pdata[j];

          if (sp_period_contains (&listed, sp_activity_get_start_utc_s (activity->listed)))
            n_listed++;
          if (is_knowing ? holds_effort_that_counts (club, activity)
                         : sp_period_contains (&season->local, sp_activity_get_start_local_s (activity->listed)))
            reads->n_details++;
        }
      reads->n_lists += count_pages (n_listed);
    }
}

/**
 * sp_mock_oracle_count_union:
 * @club: a club
 * @reads: (out caller-allocates): what the plain union reads
 *
 * Counts what it takes to read everything between the first window's start and the last one's end.
 */
void
sp_mock_oracle_count_union (SpMockClub  *club,
                            SpMockReads *reads)
{
  count (club, FALSE, reads);
}

/**
 * sp_mock_oracle_count_knowing:
 * @club: a club
 * @reads: (out caller-allocates): what an all-knowing client reads
 *
 * Counts what it takes to read only what counts on a board.
 */
void
sp_mock_oracle_count_knowing (SpMockClub  *club,
                              SpMockReads *reads)
{
  count (club, TRUE, reads);
}

/**
 * sp_mock_reads_get_n:
 * @self: requests by their kind
 *
 * Returns: how many in all
 */
guint
sp_mock_reads_get_n (const SpMockReads *self)
{
  return self->n_segments + self->n_lists + self->n_details;
}
