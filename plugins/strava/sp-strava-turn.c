/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-strava-turn.h"

/**
 * sp_strava_entry_new:
 * @athlete_id: whose
 *
 * Returns: (transfer full): an entry that knows nothing yet
 */
SpStravaEntry *
sp_strava_entry_new (gint64 athlete_id)
{
  SpStravaEntry *self = g_new0 (SpStravaEntry, 1);

  self->athlete_id = athlete_id;
  g_queue_init (&self->waiting);

  return self;
}

/**
 * sp_strava_entry_free:
 * @self: (transfer full): an entry nobody waits for
 *
 * Frees it.
 */
void
sp_strava_entry_free (SpStravaEntry *self)
{
  g_clear_pointer (&self->grant, sp_strava_grant_free);
  g_clear_pointer (&self->unsaved, sp_strava_grant_free);
  g_clear_pointer (&self->dead_hash, g_free);
  g_free (self);
}

/**
 * sp_strava_turn_new:
 * @kind: what for
 *
 * Returns: (transfer full): a new turn
 */
SpStravaTurn *
sp_strava_turn_new (SpStravaTurnKind kind)
{
  SpStravaTurn *self = g_new0 (SpStravaTurn, 1);

  self->kind = kind;
  g_queue_init (&self->revoked);

  return self;
}

/**
 * sp_strava_turn_free:
 * @self: (transfer full): a turn
 *
 * Frees it, and lets go of its lock.
 */
void
sp_strava_turn_free (SpStravaTurn *self)
{
  g_clear_pointer (&self->athlete_name, g_free);
  g_clear_object (&self->clock);
  g_clear_object (&self->oauth);
  g_clear_object (&self->secrets);
  g_clear_pointer (&self->lock_path, g_free);
  sp_strava_wipe (&self->refused_token);
  g_clear_pointer (&self->given, sp_strava_grant_free);
  g_clear_pointer (&self->found, sp_strava_grant_free);
  g_clear_pointer (&self->older, sp_strava_grant_free);
  for (char *token; (token = g_queue_pop_head (&self->revoked)) != NULL;)
    sp_strava_wipe (&token);
  g_clear_pointer (&self->lock, sp_strava_lock_release);
  g_free (self);
}

/**
 * sp_strava_turn_get_key:
 * @self: a turn
 * @is_import: whether for a token from elsewhere
 *
 * Returns: (transfer full): under what the secret store keeps it
 */
char *
sp_strava_turn_get_key (const SpStravaTurn *self,
                        gboolean            is_import)
{
  return is_import ? g_strdup_printf (SP_STRAVA_KEY_IMPORT, self->entry->athlete_id)
                   : g_strdup_printf (SP_STRAVA_KEY_ATHLETE, self->entry->athlete_id);
}

/**
 * sp_strava_turn_make_lock_path:
 * @self: a turn
 * @directory: (nullable): where locks may be put
 *
 * Returns: (transfer full) (nullable): the file to lock
 */
char *
sp_strava_turn_make_lock_path (const SpStravaTurn *self,
                               const char         *directory)
{
  g_autofree char *name = NULL;

  if (directory == NULL)
    return NULL;
  name = g_strdup_printf ("athlete-%" G_GINT64_FORMAT ".lock", self->entry->athlete_id);

  return g_build_filename (directory, "locks", name, NULL);
}

/**
 * sp_strava_turn_is_served:
 * @self: a turn that wants an access token
 * @grant: a grant
 * @now_s: the time, UTC seconds since 1970
 *
 * Returns: whether @grant has one that is good for a while, and is not the refused one
 */
gboolean
sp_strava_turn_is_served (const SpStravaTurn  *self,
                          const SpStravaGrant *grant,
                          gint64               now_s)
{
  return sp_strava_grant_is_usable (grant, now_s) && g_strcmp0 (grant->access_token, self->refused_token) != 0;
}

/**
 * sp_strava_turn_consider_import:
 * @self: a turn that has found what the store holds
 * @token: (nullable): a refresh token from elsewhere
 *
 * Takes @token where it is another than the last one taken: last week's workbook does not undo this week's renewal.
 */
void
sp_strava_turn_consider_import (SpStravaTurn *self,
                                const char   *token)
{
  g_autofree char *hash = token != NULL ? sp_strava_grant_hash (token) : NULL;

  if (token == NULL || *token == '\0')
    return;
  self->is_known = self->found != NULL && g_strcmp0 (self->found->imported_hash, hash) == 0;
  if (self->is_known)
    return;
  self->is_import = TRUE;
  self->older = g_steal_pointer (&self->found);
  self->found = sp_strava_grant_new_imported (token);
}
