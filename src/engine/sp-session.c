/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-session.h"

#include "api/sp-task.h"
#include "engine/sp-harvest-merge.h"
#include "engine/sp-local-time.h"
#include "engine/sp-run-record.h"
#include "engine/sp-scorer.h"

/**
 * SpSession:
 *
 * One open competition: what it is, what is known, and what follows from it. Whoever shows it, window or command line,
 * refreshes through it and reads its results. A refresh works on the competition as it is when it begins; edits
 * meanwhile are scored when it ends.
 */
struct _SpSession
{
  GObject parent_instance;

  SpClock        *clock;       /* (owned) */
  char           *directory;   /* (owned) (nullable) */
  char           *key;         /* (owned) (nullable) */
  SpOpenFunc      open;
  gpointer        open_data;
  GDestroyNotify  open_destroy;
  SpCompetition  *competition; /* (owned) (nullable) */
  SpHarvest      *harvest;     /* (owned) (nullable) what is known for good */
  SpResults      *results;     /* (owned) (nullable) */
  SpPrefetcher   *prefetcher;  /* (owned) (nullable) while it runs */
};

G_DEFINE_FINAL_TYPE (SpSession, sp_session, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_COMPETITION,
  PROP_RESULTS,
  PROP_RUNNING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
sp_session_finalize (GObject *object)
{
  SpSession *self = SP_SESSION (object);

  if (self->open_destroy != NULL)
    self->open_destroy (self->open_data);
  g_clear_object (&self->clock);
  g_clear_object (&self->competition);
  g_clear_object (&self->results);
  g_clear_object (&self->prefetcher);
  g_clear_pointer (&self->harvest, sp_harvest_unref);
  g_clear_pointer (&self->directory, g_free);
  g_clear_pointer (&self->key, g_free);

  G_OBJECT_CLASS (sp_session_parent_class)->finalize (object);
}

static void
sp_session_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  SpSession *self = SP_SESSION (object);

  switch (property_id)
    {
    case PROP_COMPETITION:
      g_value_set_object (value, self->competition);
      break;
    case PROP_RESULTS:
      g_value_set_object (value, self->results);
      break;
    case PROP_RUNNING:
      g_value_set_boolean (value, self->prefetcher != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sp_session_class_init (SpSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = sp_session_finalize;
  object_class->get_property = sp_session_get_property;

  /**
   * SpSession:competition:
   *
   * The competition as it now is.
   */
  properties[PROP_COMPETITION] = g_param_spec_object ("competition", NULL, NULL, SP_TYPE_COMPETITION,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /**
   * SpSession:results:
   *
   * What follows from what is known.
   */
  properties[PROP_RESULTS] = g_param_spec_object ("results", NULL, NULL, SP_TYPE_RESULTS,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /**
   * SpSession:running:
   *
   * Whether a refresh is under way.
   */
  properties[PROP_RUNNING] = g_param_spec_boolean ("running", NULL, NULL, FALSE,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sp_session_init (SpSession *self)
{
}

/**
 * sp_session_new:
 * @clock: tells the time
 * @directory: (nullable): where a run that is cut off leaves its mark, %NULL to leave none
 *
 * Returns: (transfer full): a session without a competition and without a source
 */
SpSession *
sp_session_new (SpClock    *clock,
                const char *directory)
{
  SpSession *self;

  g_return_val_if_fail (SP_IS_CLOCK (clock), NULL);

  self = g_object_new (SP_TYPE_SESSION, NULL);
  self->clock = g_object_ref (clock);
  self->directory = g_strdup (directory);

  return self;
}

/**
 * sp_session_set_source:
 * @self: a session
 * @key: what tells the source from others; a run that was cut off is gone on with only by the same
 * @open: makes the fetcher of a run
 * @user_data: data for @open
 * @destroy: (nullable): frees @user_data
 *
 * Sets where the next refresh asks.
 */
void
sp_session_set_source (SpSession      *self,
                       const char     *key,
                       SpOpenFunc      open,
                       gpointer        user_data,
                       GDestroyNotify  destroy)
{
  g_return_if_fail (SP_IS_SESSION (self) && key != NULL && open != NULL);

  if (self->open_destroy != NULL)
    self->open_destroy (self->open_data);
  g_free (self->key);
  self->key = g_strdup (key);
  self->open = open;
  self->open_data = user_data;
  self->open_destroy = destroy;
}

/**
 * sp_session_set_competition:
 * @self: a session
 * @competition: the competition as it now is
 *
 * Sets it. What is known of its runners stays known; score to see what follows.
 */
void
sp_session_set_competition (SpSession     *self,
                            SpCompetition *competition)
{
  g_return_if_fail (SP_IS_SESSION (self));
  g_return_if_fail (SP_IS_COMPETITION (competition));

  if (g_set_object (&self->competition, competition))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPETITION]);
}

/**
 * sp_session_get_competition:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the competition as it now is
 */
SpCompetition *
sp_session_get_competition (SpSession *self)
{
  g_return_val_if_fail (SP_IS_SESSION (self), NULL);

  return self->competition;
}

/**
 * sp_session_get_results:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): what was last scored, or set from a document
 */
SpResults *
sp_session_get_results (SpSession *self)
{
  g_return_val_if_fail (SP_IS_SESSION (self), NULL);

  return self->results;
}

/**
 * sp_session_set_results:
 * @self: a session
 * @results: (nullable): results that were kept
 *
 * Shows kept results until something is scored.
 */
void
sp_session_set_results (SpSession *self,
                        SpResults *results)
{
  g_return_if_fail (SP_IS_SESSION (self));

  if (g_set_object (&self->results, results))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RESULTS]);
}

/**
 * sp_session_get_harvest:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): what is known for good; traces are made from it
 */
SpHarvest *
sp_session_get_harvest (SpSession *self)
{
  g_return_val_if_fail (SP_IS_SESSION (self), NULL);

  return self->harvest;
}

/**
 * sp_session_get_progress:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): how far the refresh under way is
 */
SpProgress *
sp_session_get_progress (SpSession *self)
{
  g_return_val_if_fail (SP_IS_SESSION (self), NULL);

  return self->prefetcher != NULL ? sp_prefetcher_get_progress (self->prefetcher) : NULL;
}

/**
 * sp_session_is_running:
 * @self: a session
 *
 * Returns: whether a refresh is under way
 */
gboolean
sp_session_is_running (SpSession *self)
{
  g_return_val_if_fail (SP_IS_SESSION (self), FALSE);

  return self->prefetcher != NULL;
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
  g_autoptr (SpHarvest) known = NULL;
  g_autoptr (SpResults) results = NULL;

  g_return_if_fail (SP_IS_SESSION (self) && self->competition != NULL);

  if (self->prefetcher != NULL)
    {
      g_autoptr (SpHarvest) snapshot = sp_prefetcher_snapshot (self->prefetcher);

      known = sp_harvest_merge (self->harvest, snapshot);
    }
  else if (self->harvest != NULL)
    known = sp_harvest_ref (self->harvest);

  results = sp_scorer_score_after (self->competition, known, sp_local_time_now_s (self->clock), self->results);
  sp_session_set_results (self, results);
}

static void
run_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  SpSession *self = g_task_get_source_object (task);
  g_autoptr (SpHarvest) harvest = NULL;
  GError *error = NULL;

  harvest = sp_prefetcher_run_finish (SP_PREFETCHER (source), result, &error);
  g_clear_object (&self->prefetcher);
  if (harvest != NULL)
    {
      g_autoptr (SpHarvest) known = g_steal_pointer (&self->harvest);

      self->harvest = sp_harvest_merge (known, harvest);
      if (!sp_harvest_is_cut_off (harvest))
        sp_run_record_end (self->directory, self->key);
      sp_session_score (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);

  if (harvest == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, !sp_harvest_get_info (harvest)->cancelled);
}

/**
 * sp_session_refresh_async:
 * @self: a session with a competition and a source, of which none is under way
 * @options: how; its time is set from the session's clock
 * @cancellable: (nullable): ends it and keeps what was fetched
 * @callback: called when it is done and scored
 * @user_data: data for @callback
 *
 * Asks the source for what the competition needs, and scores it. A run that was cut off less than six hours ago is gone
 * on with.
 */
void
sp_session_refresh_async (SpSession               *self,
                          const SpPrefetchOptions *options,
                          GCancellable            *cancellable,
                          GAsyncReadyCallback      callback,
                          gpointer                 user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (SpFetcher) fetcher = NULL;
  SpPrefetchOptions its_options;
  GError *error = NULL;
  gint64 now_s;

  g_return_if_fail (SP_IS_SESSION (self) && self->prefetcher == NULL);
  g_return_if_fail (self->competition != NULL && self->open != NULL && options != NULL);

  task = sp_task_new (self, sp_session_refresh_async, cancellable, callback, user_data);
  g_task_set_check_cancellable (task, FALSE);
  now_s = sp_clock_get_wall_us (self->clock) / G_USEC_PER_SEC;
  fetcher = self->open (sp_run_record_begin (self->directory, self->key, now_s), self->open_data, &error);
  if (fetcher == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  its_options = *options;
  its_options.now_local_s = sp_local_time_now_s (self->clock);
  self->prefetcher = sp_prefetcher_new (fetcher, self->clock);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
  sp_prefetcher_run_async (self->prefetcher, self->competition, &its_options, cancellable, run_cb,
                           g_steal_pointer (&task));
}

/**
 * sp_session_refresh_finish:
 * @self: a session
 * @result: what the callback was given
 * @error: return location: no source could be opened, or there is nothing to ask
 *
 * Ends it.
 *
 * Returns: %TRUE where it ran to its end; %FALSE without an error where it was cancelled: what was fetched is kept
 */
gboolean
sp_session_refresh_finish (SpSession     *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (SP_IS_SESSION (self) && g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
