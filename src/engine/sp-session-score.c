/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-session-private.h"

#include "api/sp-task.h"
#include "engine/sp-harvest-merge.h"
#include "engine/sp-local-time.h"
#include "engine/sp-scorer.h"

/* All that scoring needs. None of it changes, so a worker may have it. */
typedef struct
{
  SpCompetition *competition; /* (owned) */
  SpHarvest     *known;       /* (owned) (nullable) */
  SpHarvest     *snapshot;    /* (owned) (nullable): what a run has brought so far */
  SpResults     *before;      /* (owned) (nullable) */
  gint64         as_of_local_s;
  guint          number;
} Scoring;

static void
scoring_free (Scoring *scoring)
{
  g_object_unref (scoring->competition);
  g_clear_pointer (&scoring->known, sp_harvest_unref);
  g_clear_pointer (&scoring->snapshot, sp_harvest_unref);
  g_clear_object (&scoring->before);
  g_free (scoring);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Scoring, scoring_free)

static Scoring *
begin (SpSession *self)
{
  Scoring *scoring = g_new0 (Scoring, 1);

  scoring->competition = g_object_ref (self->competition);
  scoring->known = self->harvest != NULL ? sp_harvest_ref (self->harvest) : NULL;
  scoring->snapshot = self->prefetcher != NULL ? sp_prefetcher_snapshot (self->prefetcher) : NULL;
  g_set_object (&scoring->before, self->results);
  scoring->as_of_local_s = sp_local_time_now_s (self->clock);
  scoring->number = ++self->n_begun;

  return scoring;
}

static SpResults *
score (Scoring *scoring)
{
  g_autoptr (SpHarvest) all = NULL;

  if (scoring->snapshot != NULL)
    all = sp_harvest_merge (scoring->known, scoring->snapshot);

  return sp_scorer_score_after (scoring->competition, all != NULL ? all : scoring->known, scoring->as_of_local_s,
                                scoring->before);
}

/**
 * sp_session_score:
 * @self: a session with a competition
 *
 * Scores the competition as it now is from what is known now, a refresh under way included, and sets the results.
 */
void
sp_session_score (SpSession *self)
{
  g_autoptr (Scoring) scoring = NULL;
  g_autoptr (SpResults) results = NULL;

  g_return_if_fail (SP_IS_SESSION (self) && self->competition != NULL);

  scoring = begin (self);
  results = score (scoring);
  sp_session_set_results (self, results);
}

static void
score_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Scoring *scoring = task_data;
  SpResults *results = score (scoring);

  g_clear_pointer (&scoring->known, sp_harvest_unref);
  g_clear_pointer (&scoring->snapshot, sp_harvest_unref);
  g_task_return_pointer (task, results, g_object_unref);
}

/* Scores as sp_session_score() does; the callback takes the results. */
void
sp_session_score_in_worker (SpSession           *self,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = sp_task_new (self, sp_session_score_in_worker, NULL, callback, user_data);

  g_task_set_task_data (task, begin (self), (GDestroyNotify) scoring_free);
  g_task_run_in_thread (task, score_thread);
}

static void
let_go_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  g_object_unref (task_data);
}

/* Results are many thousand objects: freeing them takes longer than a frame. */
static void
let_go (SpResults *results)
{
  g_autoptr (GTask) task = sp_task_new (NULL, let_go, NULL, NULL, NULL);

  g_task_set_task_data (task, results, NULL);
  g_task_run_in_thread (task, let_go_thread);
}

/* Sets what a worker scored, unless there is something later. */
void
sp_session_take_from_worker (SpSession    *self,
                             GAsyncResult *result)
{
  Scoring *scoring = g_task_get_task_data (G_TASK (result));
  g_autoptr (SpResults) results = g_task_propagate_pointer (G_TASK (result), NULL);

  if (scoring->number >= self->results_of)
    {
      sp_session_set_results (self, results);
      self->results_of = scoring->number;
    }
  if (scoring->before != NULL)
    let_go (g_steal_pointer (&scoring->before));
}

static void
scored_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  SpSession *self = SP_SESSION (source);

  self->scoring = FALSE;
  sp_session_take_from_worker (self, result);
}

/**
 * sp_session_score_soon:
 * @self: a session with a competition
 *
 * Scores as sp_session_score() does, but in a worker, and sets the results when it is done; unless by then there are
 * later ones. Does nothing where that is under way already.
 */
void
sp_session_score_soon (SpSession *self)
{
  g_return_if_fail (SP_IS_SESSION (self) && self->competition != NULL);

  if (self->scoring)
    return;
  self->scoring = TRUE;
  sp_session_score_in_worker (self, scored_cb, NULL);
}
