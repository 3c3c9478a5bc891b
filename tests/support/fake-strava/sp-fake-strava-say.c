/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support/fake-strava/sp-fake-strava-private.h"

/* What a test says to the server, and asks of it. */

void
sp_fake_strava_set_limits (SpFakeStrava *self,
                           guint         quarter,
                           guint         day)
{
  self->limit[0] = quarter;
  self->limit[1] = day;
}

/* Somebody else uses the same application. */
void
sp_fake_strava_use_up (SpFakeStrava *self,
                       guint         n_reads)
{
  self->used[0] += n_reads;
  self->used[1] += n_reads;
}

void
sp_fake_strava_set_rotates (SpFakeStrava *self,
                            gboolean      rotates)
{
  self->rotates = rotates;
}

void
sp_fake_strava_set_short_pages (SpFakeStrava *self,
                                gboolean      short_pages)
{
  self->short_pages = short_pages;
}

void
sp_fake_strava_set_subscribes (SpFakeStrava *self,
                               gint64        athlete_id,
                               gboolean      subscribes)
{
  _sp_fake_find_athlete (self, athlete_id)->subscribes = subscribes;
}

void
sp_fake_strava_set_retry_s (SpFakeStrava *self,
                            guint         retry_s)
{
  self->retry_s = retry_s;
}

void
sp_fake_strava_set_hook (SpFakeStrava *self,
                         SpFakeHook    hook,
                         gpointer      user_data)
{
  self->hook = hook;
  self->hook_data = user_data;
}

/* Somebody at Strava; with a scope they have given permission. */
void
sp_fake_strava_add_athlete (SpFakeStrava *self,
                            gint64        id,
                            const char   *name,
                            const char   *scope)
{
  SpFakeAthlete *athlete = g_new0 (SpFakeAthlete, 1);

  athlete->id = id;
  athlete->name = g_strdup (name);
  athlete->scope = g_strdup (scope != NULL ? scope : "");
  athlete->refresh_token = scope != NULL ? _sp_fake_make_token (self, "r3fresh") : NULL;
  athlete->activities = g_ptr_array_new_with_free_func ((GDestroyNotify) sp_activity_unref);
  g_ptr_array_add (self->athletes, athlete);
}

/* Somebody takes their permission back at Strava. */
void
sp_fake_strava_revoke (SpFakeStrava *self,
                       gint64        athlete_id)
{
  SpFakeAthlete *athlete = _sp_fake_find_athlete (self, athlete_id);

  g_clear_pointer (&athlete->refresh_token, g_free);
  g_clear_pointer (&athlete->access_token, g_free);
}

void
sp_fake_strava_add_activity (SpFakeStrava *self,
                             gint64        athlete_id,
                             SpActivity   *activity)
{
  g_ptr_array_add (_sp_fake_find_athlete (self, athlete_id)->activities, sp_activity_ref (activity));
}

void
sp_fake_strava_remove_activity (SpFakeStrava *self,
                                gint64        activity_id)
{
  for (guint i = 0; i < self->athletes->len; i++)
    {
      GPtrArray *activities = ((SpFakeAthlete *) self->athletes->pdata[i])->activities;

      for (guint j = activities->len; j > 0; j--)
        if (sp_activity_get_id (activities->pdata[j - 1]) == activity_id)
          g_ptr_array_remove_index (activities, j - 1);
    }
}

void
sp_fake_strava_add_segment (SpFakeStrava *self,
                            SpSegment    *segment)
{
  gint64 id = sp_segment_get_id (segment);

  g_hash_table_insert (self->segments, g_memdup2 (&id, sizeof id), sp_segment_ref (segment));
}

const char *
sp_fake_strava_get_refresh_token (SpFakeStrava *self,
                                  gint64        athlete_id)
{
  return _sp_fake_find_athlete (self, athlete_id)->refresh_token;
}

const char *
sp_fake_strava_get_access_token (SpFakeStrava *self,
                                 gint64        athlete_id)
{
  return _sp_fake_find_athlete (self, athlete_id)->access_token;
}

/* What the browser brings back when somebody has given permission. */
char *
sp_fake_strava_make_code (SpFakeStrava *self,
                          gint64        athlete_id,
                          const char   *scope)
{
  char *code = _sp_fake_make_token (self, "c0de");

  g_hash_table_insert (self->codes, g_strdup (code), g_strdup_printf ("%" G_GINT64_FORMAT " %s", athlete_id, scope));

  return code;
}

/* Of the calls for data from now on, the one of that number (from 1) and those after it, @n_times. */
void
sp_fake_strava_fail (SpFakeStrava *self,
                     SpFakeFault   fault,
                     guint         on_call,
                     guint         n_times)
{
  self->fault = fault;
  self->fault_at = self->n_calls + on_call;
  self->fault_times = n_times;
}

/* Of the requests for tokens, the next ones. */
void
sp_fake_strava_fail_token (SpFakeStrava *self,
                           SpFakeFault   fault,
                           guint         n_times)
{
  self->token_fault = fault;
  self->token_fault_times = n_times;
}

guint
sp_fake_strava_get_n_calls (SpFakeStrava *self)
{
  return self->n_calls;
}

guint
sp_fake_strava_get_n_refused (SpFakeStrava *self)
{
  return self->n_refused;
}

guint
sp_fake_strava_get_n_renewals (SpFakeStrava *self)
{
  return self->n_renewals;
}

guint
sp_fake_strava_get_n_connections (SpFakeStrava *self)
{
  return g_hash_table_size (self->connections);
}

guint
sp_fake_strava_get_max_in_flight (SpFakeStrava *self)
{
  return self->max_in_flight;
}

gboolean
sp_fake_strava_was_told_elsewhere (SpFakeStrava *self)
{
  return self->was_told_elsewhere;
}

/* "METHOD PATH" of each request. */
GPtrArray *
sp_fake_strava_get_log (SpFakeStrava *self)
{
  return self->log;
}
