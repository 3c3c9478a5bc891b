/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-distance.h"

#include "engine/sp-board-state.h"
#include "engine/sp-coverage.h"
#include "engine/sp-start.h"
#include "model/sp-sports.h"

#include <math.h>
#include <string.h>

/* The windows of one board: one, or for the summary all. */
typedef struct
{
  SpCompetition  *competition;
  SpHarvest      *harvest;
  gint64          as_of_local_s;
  GPtrArray      *windows; /* (element-type SpSeriesWindow) those that can hold something */
  SpPeriod        local;
  SpReach         reach;
} Scoring;

typedef struct
{
  SpDistanceRowValues  values;
  char                *note;     /* (owned) (nullable) */
  char                *name_key; /* (owned) */
  guint                index;
} Draft;

static void
draft_clear (gpointer data)
{
  Draft *draft = data;

  g_free (draft->note);
  g_free (draft->name_key);
}

static gboolean
holds (const SpSeriesWindowValues *window,
       SpActivity                 *activity)
{
  gint64 start_s = sp_activity_get_start_local_s (activity);
  SpPeriod begun;

  if (start_s == SP_TIME_UNKNOWN)
    return FALSE;
  sp_start_get_range (start_s, (sp_activity_get_flags (activity) & SP_ACTIVITY_START_HIDDEN) != 0, &begun);

  return sp_period_meets (&begun, window->start_local_s, window->end_local_s);
}

static void
add_activity (Scoring    *scoring,
              SpActivity *activity,
              Draft      *draft)
{
  SpActivityFlags flags = sp_activity_get_flags (activity);
  double distance_m = sp_activity_get_distance_m (activity), climb_m = sp_activity_get_climb_m (activity);
  gboolean held = FALSE, over = FALSE;

  if (!sp_sports_accept ("Run", sp_competition_get_series_sports (scoring->competition),
                         sp_activity_get_sport (activity)))
    return;
  if ((flags & SP_ACTIVITY_FLAGGED) != 0 && sp_competition_get_rules (scoring->competition)->leave_flagged_out)
    return;

  for (guint i = 0; i < scoring->windows->len; i++)
    {
      const SpSeriesWindowValues *window = sp_series_window_get_values (scoring->windows->pdata[i]);

      if (!holds (window, activity))
        continue;
      held = TRUE;
      over |= window->threshold_m > 0 && distance_m >= window->threshold_m;
    }
  if (!held)
    return;

  draft->values.n_runs++;
  draft->values.n_over += over;
  if (!isnan (distance_m))
    draft->values.distance_m += distance_m;
  if (!isnan (climb_m))
    draft->values.climb_m += climb_m;
  if ((flags & SP_ACTIVITY_FLAGGED) != 0)
    draft->values.flags |= SP_ROW_FLAGGED;
  if ((flags & SP_ACTIVITY_START_HIDDEN) != 0)
    draft->values.flags |= SP_ROW_TIME_HIDDEN;
}

/* Runs that are listed are told, marked where there may be more; nothing listed and nothing proved is never 0 km. */
static void
fill (Scoring  *scoring,
      SpRunner *runner,
      Draft    *draft)
{
  SpCoverageKind kind = sp_coverage_of_list (scoring->harvest, runner, &scoring->reach);
  gint64 id = sp_runner_get_values (runner)->id;
  SpBlock *block = NULL;

  draft->values.runner = runner;
  draft->values.fetched_at_s = SP_TIME_UNKNOWN;
  draft->values.mean_m = NAN;
  draft->name_key = g_utf8_collate_key (sp_runner_get_values (runner)->name, -1);

  if (scoring->harvest != NULL && id != 0)
    block = sp_harvest_find_block (scoring->harvest, id);
  if (block != NULL)
    {
      const SpBlockInfo *info = sp_block_get_info (block);

      draft->values.fetched_at_s = info->fetched_at_s;
      if (info->list == SP_LIST_STALE)
        draft->values.flags |= SP_ROW_STALE;
      if (info->hides_private)
        draft->values.flags |= SP_ROW_PRIVATE_HIDDEN;
      for (guint i = 0; i < sp_block_get_n (block); i++)
        add_activity (scoring, sp_block_get_activity (block, i), draft);

      /* Lists come in no order, and the last digits of a sum depend on it; what is shown may not. */
      draft->values.distance_m = round (draft->values.distance_m * 1000) / 1000;
    }

  draft->values.known = kind == SP_COVERAGE_FULL || draft->values.n_runs > 0;
  if (draft->values.n_runs > 0)
    draft->values.mean_m = draft->values.distance_m / draft->values.n_runs;
  if (draft->values.known && kind != SP_COVERAGE_FULL && kind != SP_COVERAGE_OLD)
    draft->values.flags |= SP_ROW_INCOMPLETE;
  if (kind == SP_COVERAGE_FULL && (draft->values.flags & SP_ROW_STALE) != 0)
    kind = SP_COVERAGE_OLD;
  draft->values.reason = draft->note = sp_coverage_to_note (kind, scoring->harvest, runner);
}

/* What is shown decides: two decimals of a kilometre, whole metres of climb. */
static int
compare (gconstpointer a,
         gconstpointer b)
{
  const Draft *x = a, *y = b;
  gint64 x_dam = llround (x->values.distance_m / 10), y_dam = llround (y->values.distance_m / 10);
  gint64 x_climb = llround (x->values.climb_m), y_climb = llround (y->values.climb_m);
  int order;

  if (x->values.known != y->values.known)
    return x->values.known ? -1 : 1;
  if ((x->values.n_runs > 0) != (y->values.n_runs > 0))
    return x->values.n_runs > 0 ? -1 : 1;
  if (x_dam != y_dam)
    return x_dam > y_dam ? -1 : 1;
  if (x_climb != y_climb)
    return x_climb > y_climb ? -1 : 1;
  order = strcmp (x->name_key, y->name_key);
  if (order != 0)
    return order;

  return x->index < y->index ? -1 : x->index > y->index;
}

static SpDistanceBoard *
make_board (Scoring        *scoring,
            SpSeriesWindow *window)
{
  g_autoptr (GArray) drafts = g_array_new (FALSE, TRUE, sizeof (Draft));
  g_autoptr (GListStore) rows = g_list_store_new (SP_TYPE_DISTANCE_ROW);
  SpDistanceBoardValues values = { window, SP_BOARD_UPCOMING, scoring->as_of_local_s, G_LIST_MODEL (rows) };
  gboolean all_known = TRUE;

  g_array_set_clear_func (drafts, draft_clear);
  for (guint i = 0; i < sp_competition_get_n_runners (scoring->competition); i++)
    {
      SpRunner *runner = sp_competition_get_runner (scoring->competition, i);
      const char *team = sp_runner_get_values (runner)->distance_team;
      Draft draft = { .index = i };

      if (team == NULL || *team == '\0')
        continue;
      fill (scoring, runner, &draft);
      g_array_append_val (drafts, draft);
      all_known &= draft.values.known && (draft.values.flags & (SP_ROW_STALE | SP_ROW_INCOMPLETE)) == 0;
    }

  g_array_sort (drafts, compare);
  for (guint i = 0; i < drafts->len; i++)
    {
      Draft *draft = &g_array_index (drafts, Draft, i);
      g_autoptr (SpDistanceRow) row = NULL;

      draft->values.place = draft->values.known && draft->values.n_runs > 0 ? i + 1 : 0;
      row = sp_distance_row_new (&draft->values);
      g_list_store_append (rows, row);
    }
  values.state = sp_board_state_of_period (&scoring->local, scoring->as_of_local_s, all_known);

  return sp_distance_board_new (&values);
}

static void
begin (Scoring *scoring)
{
  g_ptr_array_set_size (scoring->windows, 0);
  scoring->local = (SpPeriod) { G_MAXINT64, G_MININT64 };
  sp_reach_clear (&scoring->reach);
  sp_reach_init (&scoring->reach, scoring->as_of_local_s);
}

static void
add_window (Scoring        *scoring,
            SpSeriesWindow *window)
{
  const SpSeriesWindowValues *values = sp_series_window_get_values (window);

  if (sp_series_window_is_inverted (window))
    return;
  g_ptr_array_add (scoring->windows, window);
  scoring->local.start_s = MIN (scoring->local.start_s, values->start_local_s);
  scoring->local.end_s = MAX (scoring->local.end_s, values->end_local_s);
  sp_reach_add (&scoring->reach, values->start_local_s, values->end_local_s);
}

/**
 * sp_distance_make:
 * @competition: a competition
 * @harvest: (nullable): what a run brought, or a snapshot of it, %NULL where nothing was asked yet
 * @as_of_local_s: the naive local time to score for
 *
 * Makes the boards of the distance series: one per window, then the summary over all, which counts each activity once.
 * Lists suffice. Runners without a distance team are not on them; windows that end before they start are left out.
 *
 * Returns: (transfer full): of #SpDistanceBoard; empty without a series
 */
GListModel *
sp_distance_make (SpCompetition *competition,
                  SpHarvest     *harvest,
                  gint64         as_of_local_s)
{
  GListStore *boards = g_list_store_new (SP_TYPE_DISTANCE_BOARD);
  g_autoptr (GPtrArray) windows = g_ptr_array_new ();
  Scoring scoring = { competition, harvest, as_of_local_s, windows };
  g_autoptr (SpDistanceBoard) summary = NULL;
  guint n_windows;

  g_return_val_if_fail (SP_IS_COMPETITION (competition), NULL);

  n_windows = sp_competition_get_n_series_windows (competition);
  for (guint i = 0; i < n_windows; i++)
    {
      SpSeriesWindow *window = sp_competition_get_series_window (competition, i);
      g_autoptr (SpDistanceBoard) board = NULL;

      if (sp_series_window_is_inverted (window))
        continue;
      begin (&scoring);
      add_window (&scoring, window);
      board = make_board (&scoring, window);
      g_list_store_append (boards, board);
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (boards)) == 0)
    return G_LIST_MODEL (boards);

  begin (&scoring);
  for (guint i = 0; i < n_windows; i++)
    add_window (&scoring, sp_competition_get_series_window (competition, i));
  summary = make_board (&scoring, NULL);
  g_list_store_append (boards, summary);
  sp_reach_clear (&scoring.reach);

  return G_LIST_MODEL (boards);
}
