/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-strava-tokens.h"

#include "api/sp-task.h"
#include "sp-strava-turn.h"

/**
 * SpStravaTokens:
 *
 * Keeps the athletes' tokens. For each athlete one thing happens at a time, here and in all processes: a refresh token
 * is good for one use. A renewed one is kept before what came with it is used.
 */
struct _SpStravaTokens
{
  GObject        parent_instance;

  SpClock       *clock;     /* (owned) */
  SpStravaOauth *oauth;     /* (owned) */
  SpSecretStore *secrets;   /* (owned) */
  char          *directory; /* (owned) (nullable) */
  GHashTable    *entries;   /* (owned) (element-type gint64 SpStravaEntry) */
};

G_DEFINE_FINAL_TYPE (SpStravaTokens, sp_strava_tokens, G_TYPE_OBJECT)

static void
sp_strava_tokens_finalize (GObject *object)
{
  SpStravaTokens *self = SP_STRAVA_TOKENS (object);

  g_clear_object (&self->clock);
  g_clear_object (&self->oauth);
  g_clear_object (&self->secrets);
  g_clear_pointer (&self->directory, g_free);
  g_clear_pointer (&self->entries, g_hash_table_unref);

  G_OBJECT_CLASS (sp_strava_tokens_parent_class)->finalize (object);
}

static void
sp_strava_tokens_class_init (SpStravaTokensClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sp_strava_tokens_finalize;
}

static void
sp_strava_tokens_init (SpStravaTokens *self)
{
  self->entries = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) sp_strava_entry_free);
}

/**
 * sp_strava_tokens_new:
 * @clock: the clock of the run
 * @oauth: asks for tokens
 * @secrets: where they are kept
 * @directory: (nullable): where locks may be put; %NULL where no other process can be
 *
 * Returns: (transfer full): a new keeper
 */
SpStravaTokens *
sp_strava_tokens_new (SpClock       *clock,
                      SpStravaOauth *oauth,
                      SpSecretStore *secrets,
                      const char    *directory)
{
  SpStravaTokens *self = g_object_new (SP_TYPE_STRAVA_TOKENS, NULL);

  self->clock = g_object_ref (clock);
  self->oauth = g_object_ref (oauth);
  self->secrets = g_object_ref (secrets);
  self->directory = g_strdup (directory);

  return self;
}

static SpStravaEntry *
get_entry (SpStravaTokens *self,
           gint64          athlete_id)
{
  SpStravaEntry *entry = g_hash_table_lookup (self->entries, &athlete_id);

  if (entry == NULL)
    {
      entry = sp_strava_entry_new (athlete_id);
      g_hash_table_insert (self->entries, &entry->athlete_id, entry);
    }

  return entry;
}

static void turn_start (GTask *task);

/* Lets the next one have its turn. */
static void
turn_end (SpStravaEntry *entry)
{
  GTask *next = g_queue_pop_head (&entry->waiting);

  entry->is_busy = next != NULL;
  if (next != NULL)
    turn_start (next);
}

static void
ran_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  SpStravaTurn *turn = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;

  if (!sp_strava_turn_run_finish (result, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else if (turn->kind == SP_STRAVA_TURN_GET)
    g_task_return_pointer (task, sp_strava_grant_copy (turn->entry->grant), (GDestroyNotify) sp_strava_grant_free);
  else
    g_task_return_boolean (task, TRUE);
  turn_end (turn->entry);
}

static void
turn_start (GTask *task)
{
  sp_strava_turn_run_async (g_task_get_task_data (task), g_task_get_cancellable (task), ran_cb, task);
}

static void
enqueue (SpStravaTokens *self,
         GTask          *task,
         SpStravaTurn   *turn,
         SpAthlete      *athlete)
{
  SpStravaEntry *entry = get_entry (self, sp_athlete_get_id (athlete));

  turn->entry = entry;
  turn->clock = g_object_ref (self->clock);
  turn->oauth = g_object_ref (self->oauth);
  turn->secrets = g_object_ref (self->secrets);
  turn->lock_path = sp_strava_turn_make_lock_path (turn, self->directory);
  turn->athlete_name = g_strdup (sp_athlete_get_name (athlete));
  g_task_set_task_data (task, turn, (GDestroyNotify) sp_strava_turn_free);
  if (entry->is_busy)
    {
      g_queue_push_tail (&entry->waiting, task);
      return;
    }
  entry->is_busy = TRUE;
  turn_start (task);
}

/**
 * sp_strava_tokens_get_async:
 * @self: a keeper
 * @athlete: whose token
 * @refused_token: (nullable): an access token that Strava does not accept any more
 * @cancellable: (nullable): ends the operation; a renewal under way is ended first
 * @callback: called when it is done, never from inside this call
 * @user_data: data for @callback
 *
 * Gets a token that opens the athlete's data, a new one where the old one is over or is @refused_token.
 */
void
sp_strava_tokens_get_async (SpStravaTokens      *self,
                            SpAthlete           *athlete,
                            const char          *refused_token,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  GTask *task = sp_task_new (self, sp_strava_tokens_get_async, cancellable, callback, user_data);
  SpStravaTurn *turn = sp_strava_turn_new (SP_STRAVA_TURN_GET);

  turn->refused_token = g_strdup (refused_token);
  enqueue (self, task, turn, athlete);
}

/**
 * sp_strava_tokens_get_finish:
 * @self: a keeper
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends sp_strava_tokens_get_async().
 *
 * Returns: (transfer full): what is granted, with an access token; %NULL with @error set, of %SP_FETCH_ERROR or
 *   %G_IO_ERROR_CANCELLED
 */
SpStravaGrant *
sp_strava_tokens_get_finish (SpStravaTokens  *self,
                             GAsyncResult    *result,
                             GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * sp_strava_tokens_keep_async:
 * @self: a keeper
 * @athlete: whose grant
 * @grant: what was granted
 * @callback: called when it is durable
 * @user_data: data for @callback
 *
 * Keeps what an athlete has just granted.
 */
void
sp_strava_tokens_keep_async (SpStravaTokens      *self,
                             SpAthlete           *athlete,
                             const SpStravaGrant *grant,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GTask *task = sp_task_new (self, sp_strava_tokens_keep_async, NULL, callback, user_data);
  SpStravaTurn *turn = sp_strava_turn_new (SP_STRAVA_TURN_KEEP);

  turn->given = sp_strava_grant_copy (grant);
  enqueue (self, task, turn, athlete);
}

/**
 * sp_strava_tokens_forget_async:
 * @self: a keeper
 * @athlete: whose grant
 * @cancellable: (nullable): ends the operation, where it is not under way at Strava
 * @callback: called when it is done
 * @user_data: data for @callback
 *
 * Gives an athlete's grant back to Strava, and then forgets it.
 */
void
sp_strava_tokens_forget_async (SpStravaTokens      *self,
                               SpAthlete           *athlete,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GTask *task = sp_task_new (self, sp_strava_tokens_forget_async, cancellable, callback, user_data);

  enqueue (self, task, sp_strava_turn_new (SP_STRAVA_TURN_FORGET), athlete);
}

/**
 * sp_strava_tokens_change_finish:
 * @self: a keeper
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends sp_strava_tokens_keep_async() and sp_strava_tokens_forget_async().
 *
 * Returns: %FALSE with @error set where nothing changed
 */
gboolean
sp_strava_tokens_change_finish (SpStravaTokens  *self,
                                GAsyncResult    *result,
                                GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
