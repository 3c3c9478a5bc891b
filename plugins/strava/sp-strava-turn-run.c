/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-strava-turn.h"

#include <glib/gi18n-lib.h>

#include "api/sp-task.h"
#include "sp-strava-fault.h"

#define PATIENCE_MS 60000 /* for another process that has the lock */

static void turn_decide (GTask *task);

static void
turn_fail (GTask  *task,
           GError *error)
{
  SpStravaTurn *turn = g_task_get_task_data (task);

  g_clear_pointer (&turn->lock, sp_strava_lock_release);
  g_task_return_error (task, error);
  g_object_unref (task);
}

static void
turn_succeed (GTask *task)
{
  SpStravaTurn *turn = g_task_get_task_data (task);

  g_clear_pointer (&turn->lock, sp_strava_lock_release);
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

static void
store (GTask               *task,
       gboolean             is_import,
       const char          *secret,
       GAsyncReadyCallback  callback)
{
  SpStravaTurn *turn = g_task_get_task_data (task);
  g_autofree char *key = sp_strava_turn_get_key (turn, is_import);
  /* Translators: how a keyring's own window lists a runner's permission */
  g_autofree char *label = g_strdup_printf (_("Segment Podium: Strava permission of %s"), turn->athlete_name);

  sp_secret_store_store_async (turn->secrets, key, label, secret, NULL, callback, task);
}

static void
cleared_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GTask *task = user_data;

  /* What was taken over is known by its hash: where it can not be taken away it is not taken again. */
  sp_secret_store_store_finish (SP_SECRET_STORE (source), result, NULL);
  turn_succeed (task);
}

/* What was laid down is not needed any more. */
static void
clear_away (GTask *task)
{
  SpStravaTurn *turn = g_task_get_task_data (task);

  if (turn->is_import || turn->is_known || turn->kind == SP_STRAVA_TURN_FORGET)
    store (task, TRUE, NULL, cleared_cb);
  else
    turn_succeed (task);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GTask *task = user_data;
  SpStravaTurn *turn = g_task_get_task_data (task);
  SpStravaEntry *entry = turn->entry;
  g_autoptr(GError) error = NULL;

  if (!sp_secret_store_store_finish (SP_SECRET_STORE (source), result, &error))
    {
      turn_fail (task, sp_strava_fault_new (SP_STRAVA_FAULT_STORE, error->message));
      return;
    }
  g_clear_pointer (&entry->grant, sp_strava_grant_free);
  entry->grant = turn->kind == SP_STRAVA_TURN_FORGET ? NULL : g_steal_pointer (&entry->unsaved);
  clear_away (task);
}

/* What could not be kept is held on to, and kept by the next who asks. */
static void
save (GTask         *task,
      SpStravaGrant *grant)
{
  SpStravaTurn *turn = g_task_get_task_data (task);
  char *text = sp_strava_grant_to_text (grant);

  if (turn->entry->unsaved != grant)
    {
      g_clear_pointer (&turn->entry->unsaved, sp_strava_grant_free);
      turn->entry->unsaved = grant;
    }
  g_clear_pointer (&turn->entry->dead_hash, g_free);
  store (task, FALSE, text, saved_cb);
  sp_strava_wipe (&text);
}

static void
renewed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GTask *task = user_data;
  SpStravaTurn *turn = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  gboolean is_dead;
  SpStravaGrant *grant = sp_strava_oauth_grant_finish (SP_STRAVA_OAUTH (source), result, &is_dead, &error);

  if (grant != NULL)
    {
      grant->scope = g_strdup (turn->found->scope);
      grant->imported_hash = g_strdup (turn->found->imported_hash);
      save (task, grant);
      return;
    }
  if (is_dead && turn->is_import && turn->older != NULL)
    {
      /* The one from elsewhere is of no use, but the one that was here may be. */
      turn->older->imported_hash = g_steal_pointer (&turn->found->imported_hash);
      g_clear_pointer (&turn->found, sp_strava_grant_free);
      turn->found = g_steal_pointer (&turn->older);
      turn_decide (task);
      return;
    }
  if (is_dead)
    {
      g_free (turn->entry->dead_hash);
      turn->entry->dead_hash = sp_strava_grant_hash (turn->found->refresh_token);
    }
  turn_fail (task, g_steal_pointer (&error));
}

/* With what the store holds, and this athlete's lock: use it, or renew it. From here on nothing is cancelled. */
static void
turn_decide (GTask *task)
{
  SpStravaTurn *turn = g_task_get_task_data (task);
  SpStravaEntry *entry = turn->entry;
  g_autofree char *hash = NULL;

  if (turn->found == NULL)
    {
      turn_fail (task, sp_strava_fault_new (SP_STRAVA_FAULT_NOT_CONNECTED, NULL));
      return;
    }
  if (sp_strava_turn_is_served (turn, turn->found, sp_clock_get_wall_us (turn->clock) / G_USEC_PER_SEC))
    {
      if (turn->is_import)
        {
          /* So that what was laid down, and was of no use, is known from now on. */
          save (task, g_steal_pointer (&turn->found));
          return;
        }
      g_clear_pointer (&entry->grant, sp_strava_grant_free);
      entry->grant = g_steal_pointer (&turn->found);
      clear_away (task);
      return;
    }
  hash = sp_strava_grant_hash (turn->found->refresh_token);
  if (g_strcmp0 (hash, entry->dead_hash) == 0)
    turn_fail (task, sp_strava_fault_new (SP_STRAVA_FAULT_DEAD, NULL));
  else if (g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    turn_fail (task, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, ""));
  else
    sp_strava_oauth_renew_async (turn->oauth, turn->found->refresh_token, renewed_cb, task);
}

/* What has just been given is newer than anything laid down before: that is known from now on, and not taken later. */
static void
keep (GTask      *task,
      const char *imported)
{
  SpStravaTurn *turn = g_task_get_task_data (task);

  turn->is_import = imported != NULL;
  if (imported != NULL)
    turn->given->imported_hash = sp_strava_grant_hash (imported);
  else if (turn->found != NULL)
    turn->given->imported_hash = g_steal_pointer (&turn->found->imported_hash);
  save (task, g_steal_pointer (&turn->given));
}

static void revoke_next (GTask *task);

static void
revoked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  GTask *task = user_data;
  g_autoptr(GError) error = NULL;

  if (sp_strava_oauth_revoke_finish (SP_STRAVA_OAUTH (source), result, &error))
    revoke_next (task);
  else
    turn_fail (task, g_steal_pointer (&error));
}

static void
revoke_next (GTask *task)
{
  SpStravaTurn *turn = g_task_get_task_data (task);
  char *token = g_queue_pop_head (&turn->revoked);

  if (token != NULL)
    sp_strava_oauth_revoke_async (turn->oauth, token, revoked_cb, task);
  else
    {
      g_clear_pointer (&turn->entry->unsaved, sp_strava_grant_free);
      store (task, FALSE, NULL, saved_cb);
    }
  sp_strava_wipe (&token);
}

/* Also what could not be kept yet, and what was laid down and never taken. */
static void
forget (GTask      *task,
        const char *imported)
{
  SpStravaTurn *turn = g_task_get_task_data (task);
  const SpStravaGrant *newest = turn->entry->unsaved != NULL ? turn->entry->unsaved : turn->found;

  if (newest != NULL)
    g_queue_push_tail (&turn->revoked, g_strdup (newest->refresh_token));
  if (imported != NULL)
    g_queue_push_tail (&turn->revoked, g_strdup (imported));
  revoke_next (task);
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GTask *task = user_data;
  SpStravaTurn *turn = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  char *token = sp_secret_store_lookup_finish (SP_SECRET_STORE (source), result, &error);

  if (turn->kind == SP_STRAVA_TURN_KEEP)
    keep (task, token);
  else if (error != NULL)
    turn_fail (task, sp_strava_fault_new (SP_STRAVA_FAULT_STORE, error->message));
  else if (turn->kind == SP_STRAVA_TURN_FORGET)
    forget (task, token);
  else
    {
      sp_strava_turn_consider_import (turn, token);
      turn_decide (task);
    }
  sp_strava_wipe (&token);
}

static void
looked_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  GTask *task = user_data;
  SpStravaTurn *turn = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;
  g_autofree char *key = sp_strava_turn_get_key (turn, TRUE);
  char *text = sp_secret_store_lookup_finish (SP_SECRET_STORE (source), result, &error);

  /* What has just been given is kept, whatever can be read. */
  if (error != NULL && turn->kind != SP_STRAVA_TURN_KEEP)
    {
      turn_fail (task, sp_strava_fault_new (SP_STRAVA_FAULT_STORE, error->message));
      return;
    }
  turn->found = text != NULL ? sp_strava_grant_new_from_text (text) : NULL;
  sp_strava_wipe (&text);
  sp_secret_store_lookup_async (turn->secrets, key, NULL, imported_cb, task);
}

static void
locked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GTask *task = user_data;
  SpStravaTurn *turn = g_task_get_task_data (task);
  g_autofree char *key = sp_strava_turn_get_key (turn, FALSE);
  g_autoptr(GError) error = NULL;

  turn->lock = sp_strava_lock_take_finish (result, &error);
  if (turn->lock == NULL)
    turn_fail (task, g_steal_pointer (&error));
  else if (turn->kind == SP_STRAVA_TURN_GET && turn->entry->unsaved != NULL)
    save (task, turn->entry->unsaved);
  else
    sp_secret_store_lookup_async (turn->secrets, key, NULL, looked_up_cb, task);
}

/**
 * sp_strava_turn_run_async:
 * @self: a turn that nobody else has now for this athlete in this process
 * @cancellable: (nullable): ends it, where it is not under way at Strava
 * @callback: called when it is over
 * @user_data: data for @callback
 *
 * Does what the turn is for.
 */
void
sp_strava_turn_run_async (SpStravaTurn        *self,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  GTask *task = sp_task_new (NULL, sp_strava_turn_run_async, cancellable, callback, user_data);
  gint64 now_s = sp_clock_get_wall_us (self->clock) / G_USEC_PER_SEC;

  g_task_set_task_data (task, self, NULL);
  g_task_set_check_cancellable (task, FALSE);
  if (g_task_return_error_if_cancelled (task))
    g_object_unref (task);
  else if (self->kind == SP_STRAVA_TURN_GET && self->entry->grant != NULL &&
           sp_strava_turn_is_served (self, self->entry->grant, now_s))
    turn_succeed (task);
  else
    sp_strava_lock_take_async (self->lock_path, PATIENCE_MS, cancellable, locked_cb, task);
}

/**
 * sp_strava_turn_run_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends sp_strava_turn_run_async().
 *
 * Returns: %TRUE where it is done; %FALSE with @error set, of %SP_FETCH_ERROR or %G_IO_ERROR_CANCELLED
 */
gboolean
sp_strava_turn_run_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
