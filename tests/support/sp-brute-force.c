/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A second scorer, written from the rules alone and without any of the first one's parts: every effort is tried against
 * every window, times are compared as they are written, and places are counted one by one. */
#include "support/sp-brute-force.h"

#include "api/sp-time.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct
{
  int    window;
  char   window_start[32];
  int    time_s; /* after the birthday */
  int    final_s;
  int    birthday_s;
  int    bonus_s;
  char   start[32];
  gint64 id;
} Try;

static void
write_time (gint64  time_s,
            char   *text)
{
  g_autofree char *iso = sp_time_to_iso (time_s);

  g_strlcpy (text, iso, 32);
}

static gboolean
is_leap (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static gboolean
is_birthday (const SpRunnerValues *runner,
             const char           *start)
{
  int year = atoi (start), month = atoi (start + 5), day = atoi (start + 8);

  if (runner->birth_month == 2 && runner->birth_day == 29 && !is_leap (year))
    return month == 2 && day == 28;

  return month == runner->birth_month && day == runner->birth_day;
}

static gboolean
is_in (const SpWindowValues *window,
       const char           *start,
       gboolean              hidden)
{
  char first[32], last[32];

  write_time (window->start_local_s, first);
  write_time (window->end_local_s, last);
  if (strcmp (first, last) > 0)
    return FALSE;
  if (hidden)
    return strncmp (first, start, 10) <= 0 && strncmp (start, last, 10) <= 0;

  return strcmp (first, start) <= 0 && strcmp (start, last) <= 0;
}

/* All segments here are for runs. */
static gboolean
is_sport (const SpGroupValues *group,
          const char          *sport)
{
  static const char * const runs[] = { "Run", "TrailRun", "VirtualRun", NULL };

  return g_strv_contains (group->sports != NULL ? group->sports : runs, sport);
}

static gboolean
is_valid (SpCompetition       *competition,
          const SpGroupValues *group,
          SpActivity          *activity,
          const SpEffort      *effort)
{
  if (effort->segment_id != group->segment_id || effort->elapsed_s <= 0)
    return FALSE;
  if (!is_sport (group, sp_activity_get_sport (activity)))
    return FALSE;
  if (sp_competition_get_rules (competition)->leave_flagged_out &&
      (sp_activity_get_flags (activity) & SP_ACTIVITY_FLAGGED))
    return FALSE;

  if (group->min_distance_m > 0)
    return !isnan (effort->distance_m) && (double) effort->distance_m >= group->min_distance_m;

  return TRUE;
}

static int
compare_in_window (gconstpointer a,
                   gconstpointer b)
{
  const Try *x = a, *y = b;

  if (x->time_s != y->time_s)
    return x->time_s - y->time_s;

  return strcmp (x->start, y->start) != 0 ? strcmp (x->start, y->start) : (x->id > y->id) - (x->id < y->id);
}

static int
compare_windows (gconstpointer a,
                 gconstpointer b)
{
  const Try *x = a, *y = b;

  if (x->final_s != y->final_s)
    return x->final_s - y->final_s;
  if (strcmp (x->start, y->start) != 0)
    return strcmp (x->start, y->start);
  if (strcmp (x->window_start, y->window_start) != 0)
    return strcmp (x->window_start, y->window_start);

  return x->window - y->window;
}

static void
try_activity (SpCompetition       *competition,
              const SpGroupValues *group,
              SpRunner            *runner,
              SpActivity          *activity,
              int                  window,
              GArray              *tries)
{
  const SpWindowValues *values = sp_window_get_values (group->windows->pdata[window]);
  gboolean hidden = (sp_activity_get_flags (activity) & SP_ACTIVITY_START_HIDDEN) != 0;
  const SpEffort *efforts;
  guint n_efforts;

  efforts = sp_activity_get_efforts (activity, &n_efforts);
  for (guint i = 0; i < n_efforts; i++)
    {
      Try it = { window };
      gint64 start_s = efforts[i].start_local_s;

      if (start_s == SP_TIME_UNKNOWN)
        start_s = sp_activity_get_start_local_s (activity);
      write_time (start_s, it.start);
      write_time (values->start_local_s, it.window_start);
      if (!is_valid (competition, group, activity, &efforts[i]) || !is_in (values, it.start, hidden))
        continue;
      it.id = efforts[i].id;
      it.birthday_s = is_birthday (sp_runner_get_values (runner), it.start) ? values->birthday_bonus_s : 0;
      it.bonus_s = values->time_bonus_s;
      it.time_s = MAX (0, efforts[i].elapsed_s - it.birthday_s);
      it.final_s = MAX (0, it.time_s - it.bonus_s);
      g_array_append_val (tries, it);
    }
}

static void
count_attempts (GHashTable *attempts,
                GArray     *tries)
{
  for (guint i = 0; i < tries->len; i++)
    {
      gint64 *id = g_new (gint64, 1);

      *id = g_array_index (tries, Try, i).id;
      g_hash_table_add (attempts, id);
    }
}

static void
fill_row (SpCompetition       *competition,
          const SpGroupValues *group,
          GPtrArray           *activities,
          SpBruteRow          *row)
{
  g_autoptr (GArray) bests = g_array_new (FALSE, TRUE, sizeof (Try));
  g_autoptr (GHashTable) attempts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  for (guint i = 0; i < group->windows->len; i++)
    {
      g_autoptr (GArray) tries = g_array_new (FALSE, TRUE, sizeof (Try));

      for (guint j = 0; j < activities->len; j++)
        try_activity (competition, group, row->runner, activities->pdata[j], (int) i, tries);
      count_attempts (attempts, tries);
      g_array_sort (tries, compare_in_window);
      if (tries->len > 0)
        g_array_append_val (bests, g_array_index (tries, Try, 0));
    }

  row->attempts = g_hash_table_size (attempts);
  row->window = -1;
  row->time_s = -1;
  if (bests->len == 0)
    return;
  g_array_sort (bests, compare_windows);
  row->state = SP_ROW_TIMED;
  row->time_s = g_array_index (bests, Try, 0).final_s;
  row->effort_id = g_array_index (bests, Try, 0).id;
  row->window = g_array_index (bests, Try, 0).window;
  row->birthday_bonus_s = g_array_index (bests, Try, 0).birthday_s;
  row->time_bonus_s = g_array_index (bests, Try, 0).bonus_s;
}

/* Whether a window has begun, and whether all are over. */
static void
look_at_windows (const SpGroupValues *group,
                 gint64               as_of_local_s,
                 gboolean            *begun,
                 gboolean            *over)
{
  gboolean any = FALSE;

  *begun = FALSE;
  *over = TRUE;
  for (guint i = 0; i < group->windows->len; i++)
    {
      const SpWindowValues *window = sp_window_get_values (group->windows->pdata[i]);

      if (window->end_local_s < window->start_local_s)
        continue;
      any = TRUE;
      *begun = *begun || window->start_local_s <= as_of_local_s;
      *over = *over && window->end_local_s < as_of_local_s;
    }
  *over = *over && any;
}

static void
fill_state (SpCompetition       *competition,
            const SpGroupValues *group,
            gint64               as_of_local_s,
            SpBruteRow          *row)
{
  gboolean begun, over, has_account = sp_runner_get_values (row->runner)->id != 0;

  if (row->time_s >= 0)
    return;
  look_at_windows (group, as_of_local_s, &begun, &over);
  if (!has_account && begun && !(over && group->default_time_s > 0 &&
                                 sp_competition_get_rules (competition)->default_when_missing))
    {
      row->state = SP_ROW_NO_DATA;
      return;
    }
  row->state = !over ? SP_ROW_NONE_YET : group->default_time_s > 0 ? SP_ROW_DEFAULT : SP_ROW_NONE;
  if (row->state == SP_ROW_DEFAULT)
    row->time_s = group->default_time_s;
}

/**
 * sp_brute_force_board:
 * @competition: a competition
 * @group: one of its boards
 * @activities: (element-type GPtrArray): for each runner all activities, with their efforts
 * @as_of_local_s: the naive local time to score for
 *
 * Scores a board of which all is known, in the plainest way.
 *
 * Returns: (transfer full) (element-type SpBruteRow): its rows, in the order of the runners
 */
GArray *
sp_brute_force_board (SpCompetition *competition,
                      SpGroup       *group,
                      GPtrArray     *activities,
                      gint64         as_of_local_s)
{
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (SpBruteRow));

  for (guint i = 0; i < activities->len; i++)
    {
      SpBruteRow row = { sp_competition_get_runner (competition, i) };
      g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
      const SpRunnerValues *runner = sp_runner_get_values (row.runner);

      if (runner->segment_team == NULL)
        continue;
      fill_row (competition, sp_group_get_values (group), runner->id != 0 ? activities->pdata[i] : nothing, &row);
      fill_state (competition, sp_group_get_values (group), as_of_local_s, &row);
      g_array_append_val (rows, row);
    }

  for (guint i = 0; i < rows->len; i++)
    {
      SpBruteRow *row = &g_array_index (rows, SpBruteRow, i);

      if (row->time_s < 0)
        continue;
      row->rank = row->team_rank = 1;
      for (guint j = 0; j < rows->len; j++)
        {
          SpBruteRow *other = &g_array_index (rows, SpBruteRow, j);

          if (other->time_s < 0 || other->time_s >= row->time_s)
            continue;
          row->rank++;
          row->team_rank += g_str_equal (sp_runner_get_values (other->runner)->segment_team,
                                         sp_runner_get_values (row->runner)->segment_team);
        }
    }

  return rows;
}

static int
compare_ints (gconstpointer a,
              gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

static void
fill_team (GArray      *rows,
           SpBruteTeam *team)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < rows->len; i++)
    {
      SpBruteRow *row = &g_array_index (rows, SpBruteRow, i);

      if (!g_str_equal (sp_runner_get_values (row->runner)->segment_team, team->name))
        continue;
      team->n_members++;
      team->incomplete = team->incomplete || row->state == SP_ROW_NO_DATA;
      if (row->rank == 0)
        continue;
      team->rank_sum += row->rank;
      team->total_s += row->time_s;
      g_array_append_val (times, row->time_s);
    }
  g_array_sort (times, compare_ints);
  team->median_s = -1;
  if (times->len > 0)
    team->median_s = (g_array_index (times, int, (times->len - 1) / 2) +
                      g_array_index (times, int, times->len / 2)) / 2.0;
}

/**
 * sp_brute_force_teams:
 * @rows: (element-type SpBruteRow): the rows of a board
 *
 * Returns: (transfer full) (element-type SpBruteTeam): its teams, in no order
 */
GArray *
sp_brute_force_teams (GArray *rows)
{
  GArray *teams = g_array_new (FALSE, TRUE, sizeof (SpBruteTeam));

  for (guint i = 0; i < rows->len; i++)
    {
      SpBruteTeam team = { sp_runner_get_values (g_array_index (rows, SpBruteRow, i).runner)->segment_team };
      gboolean seen = FALSE;

      for (guint j = 0; j < teams->len; j++)
        seen = seen || g_str_equal (g_array_index (teams, SpBruteTeam, j).name, team.name);
      if (seen)
        continue;
      fill_team (rows, &team);
      g_array_append_val (teams, team);
    }

  for (guint i = 0; i < teams->len; i++)
    {
      SpBruteTeam *team = &g_array_index (teams, SpBruteTeam, i);

      team->place = !team->incomplete && team->median_s >= 0;
      for (guint j = 0; j < teams->len && team->place > 0; j++)
        {
          SpBruteTeam *other = &g_array_index (teams, SpBruteTeam, j);

          if (!other->incomplete && other->median_s >= 0 &&
              (other->rank_sum < team->rank_sum ||
               (other->rank_sum == team->rank_sum && other->total_s < team->total_s)))
            team->place++;
        }
    }

  return teams;
}
