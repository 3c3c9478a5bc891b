/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/sp-open-competition.h"

#include "engine/sp-freeze.h"

/**
 * SpOpenCompetition:
 *
 * A competition that is open: its session, where it asks, its document, and which edits can be taken back.
 */
struct _SpOpenCompetition
{
  GObject parent_instance;

  SpSession  *session;     /* (owned) */
  SpSource   *source;      /* (owned) (nullable) */
  char       *source_name; /* (owned) */
  SpOpenFile *document;    /* (owned) (nullable) */
  GPtrArray  *before;      /* (owned) (element-type SpCompetition): what undoing brings back, the latest last */

  GCancellable *cancellable; /* (owned) (nullable): while a refresh is under way */
};

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  N_PROPS
};

enum
{
  EDITED,
  REFRESHED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (SpOpenCompetition, sp_open_competition, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* What a refresh brought is worth keeping, but not each step of it; and not that of a demo nobody edited. */
static void
running_cb (SpOpenCompetition *self)
{
  if (sp_session_is_running (self->session) || self->document == NULL)
    return;
  if (sp_open_file_get_file (self->document) != NULL || sp_open_file_is_unsaved (self->document))
    sp_open_file_mark_unsaved (self->document);
}

static void
sp_open_competition_dispose (GObject *object)
{
  SpOpenCompetition *self = SP_OPEN_COMPETITION (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_object (&self->source);
  g_clear_object (&self->document);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (sp_open_competition_parent_class)->dispose (object);
}

static void
sp_open_competition_finalize (GObject *object)
{
  SpOpenCompetition *self = SP_OPEN_COMPETITION (object);

  g_clear_pointer (&self->source_name, g_free);
  g_clear_pointer (&self->before, g_ptr_array_unref);

  G_OBJECT_CLASS (sp_open_competition_parent_class)->finalize (object);
}

static void
sp_open_competition_get_property (GObject    *object,
                                  guint       property_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, sp_open_competition_can_undo (SP_OPEN_COMPETITION (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
sp_open_competition_class_init (SpOpenCompetitionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sp_open_competition_dispose;
  object_class->finalize = sp_open_competition_finalize;
  object_class->get_property = sp_open_competition_get_property;
  /**
   * SpOpenCompetition:can-undo:
   *
   * Whether there is an edit to take back.
   */
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  /**
   * SpOpenCompetition::edited:
   * @self: the competition
   * @what: (nullable): what was done, a sentence; %NULL where an edit was taken back
   *
   * The organiser changed the competition.
   */
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * SpOpenCompetition::refreshed:
   * @self: the competition
   * @done: whether the refresh ran to its end; %FALSE where it was cancelled or could not begin
   * @message: (nullable): why it could not begin, a sentence with what to do
   *
   * A refresh ended.
   */
  signals[REFRESHED] = g_signal_new ("refreshed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 2, G_TYPE_BOOLEAN, G_TYPE_STRING);
}

static void
sp_open_competition_init (SpOpenCompetition *self)
{
  self->before = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * sp_open_competition_new:
 * @session: its session, with a competition
 * @source: (nullable): where it asks; %NULL where the session's source is another's
 * @source_name: the name of the source, for people
 * @document: (nullable): its document; %NULL where nothing is worth saving
 *
 * Returns: (transfer full): an open competition
 */
SpOpenCompetition *
sp_open_competition_new (SpSession  *session,
                         SpSource   *source,
                         const char *source_name,
                         SpOpenFile *document)
{
  SpOpenCompetition *self;

  g_return_val_if_fail (SP_IS_SESSION (session) && source_name != NULL, NULL);

  self = g_object_new (SP_TYPE_OPEN_COMPETITION, NULL);
  self->session = g_object_ref (session);
  g_set_object (&self->source, source);
  self->source_name = g_strdup (source_name);
  g_set_object (&self->document, document);
  g_signal_connect_swapped (session, "notify::running", G_CALLBACK (running_cb), self);

  return self;
}

/**
 * sp_open_competition_get_session:
 * @self: an open competition
 *
 * Returns: (transfer none): its session
 */
SpSession *
sp_open_competition_get_session (SpOpenCompetition *self)
{
  g_return_val_if_fail (SP_IS_OPEN_COMPETITION (self), NULL);

  return self->session;
}

/**
 * sp_open_competition_get_source:
 * @self: an open competition
 *
 * Returns: (transfer none) (nullable): where it asks
 */
SpSource *
sp_open_competition_get_source (SpOpenCompetition *self)
{
  g_return_val_if_fail (SP_IS_OPEN_COMPETITION (self), NULL);

  return self->source;
}

/**
 * sp_open_competition_get_source_name:
 * @self: an open competition
 *
 * Returns: (transfer none): the name of its source, for people
 */
const char *
sp_open_competition_get_source_name (SpOpenCompetition *self)
{
  g_return_val_if_fail (SP_IS_OPEN_COMPETITION (self), NULL);

  return self->source_name;
}

/**
 * sp_open_competition_get_document:
 * @self: an open competition
 *
 * Returns: (transfer none) (nullable): its document
 */
SpOpenFile *
sp_open_competition_get_document (SpOpenCompetition *self)
{
  g_return_val_if_fail (SP_IS_OPEN_COMPETITION (self), NULL);

  return self->document;
}

/**
 * sp_open_competition_open_fetcher:
 * @self: an open competition
 * @error: return location: there is no such source, or its settings are wrong
 *
 * Opens its source outside of a refresh: to connect or forget a runner, to ask what is kept.
 *
 * Returns: (transfer full) (nullable): the source, with the cache around it
 */
SpFetcher *
sp_open_competition_open_fetcher (SpOpenCompetition  *self,
                                  GError            **error)
{
  g_return_val_if_fail (SP_IS_OPEN_COMPETITION (self) && self->source != NULL, NULL);

  return sp_source_open_kept (self->source, g_get_real_time () / G_USEC_PER_SEC, error);
}

static void
refreshed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (SpOpenCompetition) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = sp_session_refresh_finish (SP_SESSION (source), result, &error);

  g_clear_object (&self->cancellable);
  g_signal_emit (self, signals[REFRESHED], 0, done, error != NULL ? error->message : NULL);
}

/**
 * sp_open_competition_refresh:
 * @self: an open competition
 * @runner_key: (nullable): the one runner to ask for, %NULL for all
 *
 * Begins a refresh, where none is under way. It goes on whatever becomes of the window.
 */
void
sp_open_competition_refresh (SpOpenCompetition *self,
                             const char        *runner_key)
{
  SpPrefetchOptions options = SP_PREFETCH_OPTIONS_DEFAULT;
  g_autoptr (GPtrArray) only = NULL;

  g_return_if_fail (SP_IS_OPEN_COMPETITION (self));

  if (sp_session_is_running (self->session))
    return;
  if (runner_key != NULL)
    {
      only = g_ptr_array_new ();
      g_ptr_array_add (only, (gpointer) runner_key);
      options.only = only;
    }
  options.seed = g_random_int ();
  options.source_name = self->source_name;
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  sp_session_refresh_async (self->session, &options, self->cancellable, refreshed_cb, g_object_ref (self));
}

/**
 * sp_open_competition_cancel:
 * @self: an open competition
 *
 * Ends the refresh that is under way; what was fetched is kept.
 */
void
sp_open_competition_cancel (SpOpenCompetition *self)
{
  g_return_if_fail (SP_IS_OPEN_COMPETITION (self));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

/* Results that came with the document stay until the next refresh: without what was fetched nothing can be scored. But
 * what is closed now has to stand from now on. */
static void
set_competition (SpOpenCompetition *self,
                 SpCompetition     *competition,
                 const char        *what)
{
  g_autoptr (SpResults) results = NULL;

  sp_session_set_competition (self->session, competition);
  if (sp_session_get_harvest (self->session) != NULL || sp_session_get_results (self->session) == NULL)
    sp_session_score (self->session);
  else
    {
      results = sp_freeze_apply (sp_session_get_results (self->session), competition);
      sp_session_set_results (self->session, results);
    }
  if (self->document != NULL)
    sp_open_file_mark_unsaved (self->document);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  g_signal_emit (self, signals[EDITED], 0, what);
}

/**
 * sp_open_competition_edit:
 * @self: an open competition
 * @next: the competition as it is to be
 * @what: what was done, a sentence
 *
 * Changes it: what is known is scored anew, and the edit is kept. A refresh that is under way goes on
 * with the competition as it was.
 */
void
sp_open_competition_edit (SpOpenCompetition *self,
                          SpCompetition     *next,
                          const char        *what)
{
  g_return_if_fail (SP_IS_OPEN_COMPETITION (self));
  g_return_if_fail (SP_IS_COMPETITION (next) && what != NULL);

  g_ptr_array_add (self->before, g_object_ref (sp_session_get_competition (self->session)));
  set_competition (self, next, what);
}

/**
 * sp_open_competition_can_undo:
 * @self: an open competition
 *
 * Returns: whether there is an edit to take back
 */
gboolean
sp_open_competition_can_undo (SpOpenCompetition *self)
{
  g_return_val_if_fail (SP_IS_OPEN_COMPETITION (self), FALSE);

  return self->before->len > 0;
}

/**
 * sp_open_competition_undo:
 * @self: an open competition
 *
 * Takes the latest edit back; nothing where there is none.
 */
void
sp_open_competition_undo (SpOpenCompetition *self)
{
  g_autoptr (SpCompetition) competition = NULL;

  g_return_if_fail (SP_IS_OPEN_COMPETITION (self));

  if (self->before->len == 0)
    return;
  competition = g_ptr_array_steal_index (self->before, self->before->len - 1);
  set_competition (self, competition, NULL);
}
