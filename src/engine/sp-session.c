/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine/sp-session-private.h"

/**
 * SpSession:
 *
 * One open competition: what it is, what is known, and what follows from it. Whoever shows it, window or command line,
 * refreshes through it and reads its results. A refresh works on the competition as it is when it begins; edits
 * meanwhile are scored when it ends.
 */
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
  g_clear_object (&self->progress);
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
      g_value_set_boolean (value, self->progress != NULL);
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

/* That of the refresh that begins, none when it is over. */
void
sp_session_set_progress (SpSession  *self,
                         SpProgress *progress)
{
  g_set_object (&self->progress, progress);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RUNNING]);
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

  self->results_of = ++self->n_begun;
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

  return self->progress;
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

  return self->progress != NULL;
}
