/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sp-strava-rig.h"

#include "platform/sp-keyring-secret-store.h"
#include "platform/sp-memory-secret-store.h"
#include "platform/sp-scoped-secret-store.h"
#include "sp-strava-fetcher.h"
#include "support/sp-test-folder.h"

/* A fetcher as a program makes it, with the rig's clock, place and secrets. */
SpFetcher *
sp_strava_rig_make (SpStravaRig *self)
{
  SpFetcher *fetcher = g_object_new (SP_TYPE_STRAVA_FETCHER, NULL);
  g_autoptr(SpFetcherContext) context = NULL;

  context = sp_fetcher_context_new (SP_CLOCK (self->clock), "rig/1.0", self->folder, self->store,
                                    sp_clock_get_wall_us (SP_CLOCK (self->clock)) / G_USEC_PER_SEC);
  sp_fetcher_set_context (fetcher, context);

  return fetcher;
}

/* Memory, or the desktop's keyring where the test was started beside one; there each rig has a corner of its own. */
static SpSecretStore *
make_store (void)
{
  g_autoptr(SpKeyringSecretStore) keyring = NULL;
  g_autofree char *corner = NULL;

  if (g_getenv ("SP_TEST_KEYRING") == NULL)
    return SP_SECRET_STORE (sp_memory_secret_store_new ());
  keyring = sp_keyring_secret_store_new ();
  corner = g_uuid_string_random ();

  return SP_SECRET_STORE (sp_scoped_secret_store_new (SP_SECRET_STORE (keyring), corner));
}

void
sp_strava_rig_set_up (SpStravaRig   *self,
                      gconstpointer  certificate)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SpSegment) canal = sp_test_segment (.id = CANAL, .points = { { 52.1, 5.1 }, { 52.11, 5.1 } });

  self->clock = sp_test_clock_new ("2026-01-10T10:05:00");
  self->server = sp_fake_strava_new (SP_CLOCK (self->clock), (gpointer) certificate);
  sp_fake_strava_export (self->server);
  sp_fake_strava_add_athlete (self->server, ANNA, "Anna Berg", "read,activity:read,activity:read_all");
  sp_fake_strava_add_athlete (self->server, BEN, "Ben Roe", NULL);
  sp_fake_strava_add_segment (self->server, canal);
  self->store = make_store ();
  self->folder = g_dir_make_tmp ("sp-strava-XXXXXX", &error);
  g_assert_no_error (error);
  self->anna = sp_athlete_new (ANNA, "Anna Berg");
  self->ben = sp_athlete_new (BEN, "Ben Roe");
  sp_strava_rig_connect (self, ANNA);
  self->fetcher = sp_strava_rig_make (self);
}

void
sp_strava_rig_tear_down (SpStravaRig   *self,
                         gconstpointer  unused)
{
  sp_test_settle ();
  sp_test_assert_finalize_late (self->fetcher);
  g_clear_object (&self->server);
  sp_test_settle ();
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->anna, sp_athlete_unref);
  g_clear_pointer (&self->ben, sp_athlete_unref);
  sp_test_remove_folder (self->folder);
  g_clear_pointer (&self->folder, g_free);
}

/* As after the end of a program and its next start. */
void
sp_strava_rig_restart (SpStravaRig *self)
{
  sp_test_settle ();
  sp_test_assert_finalize_late (self->fetcher);
  self->fetcher = sp_strava_rig_make (self);
}

/* Lays down a grant with a refresh token that the server knows, and no access token. */
void
sp_strava_rig_connect (SpStravaRig *self,
                       gint64       athlete_id)
{
  g_autofree char *key = g_strdup_printf ("athlete/%" G_GINT64_FORMAT, athlete_id);
  g_autofree char *grant = g_strdup_printf ("{\"refresh_token\":\"%s\","
                                            "\"scope\":\"read,activity:read,activity:read_all\"}",
                                            sp_fake_strava_get_refresh_token (self->server, athlete_id));
  g_autoptr(GError) error = NULL;

  sp_test_store_secret (self->store, key, grant, NULL, &error);
  g_assert_no_error (error);
}

char *
sp_strava_rig_get_grant (SpStravaRig *self,
                         gint64       athlete_id)
{
  g_autofree char *key = g_strdup_printf ("athlete/%" G_GINT64_FORMAT, athlete_id);
  g_autoptr(GError) error = NULL;
  char *grant = sp_test_lookup_secret (self->store, key, NULL, &error);

  g_assert_no_error (error);

  return grant;
}

void
sp_strava_rig_add_run (SpStravaRig *self,
                       gint64       athlete_id,
                       gint64       id,
                       const char  *start)
{
  g_autoptr(SpActivity) run = sp_test_activity (.id = id, .start = start,
                                                .efforts = { { .segment_id = CANAL, .elapsed_s = 600 } });

  sp_fake_strava_add_activity (self->server, athlete_id, run);
}

SpActivityPage *
sp_strava_rig_list (SpStravaRig  *self,
                    SpAthlete    *athlete,
                    const char   *cursor,
                    GError      **error)
{
  SpPeriod january = { sp_time_new (2026, 1, 1, 0, 0, 0), sp_time_new (2026, 1, 31, 23, 59, 59) };

  return sp_test_list (self->fetcher, athlete, &january, cursor, SP_POLICY_DEFAULT, NULL, error);
}

/* Anna's list, which has to come. */
void
sp_strava_rig_list_ok (SpStravaRig *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(SpActivityPage) page = sp_strava_rig_list (self, self->anna, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (page);
}

/* The span of that length, good until the next call. */
const SpQuotaSpan *
sp_strava_rig_get_span (SpStravaRig *self,
                        gint64       span_s)
{
  static SpQuotaSpan span;
  g_autoptr(SpQuota) quota = sp_fetcher_get_quota (self->fetcher);
  gsize n_spans;
  const SpQuotaSpan *spans = sp_quota_get_spans (quota, &n_spans);

  for (gsize i = 0; i < n_spans; i++)
    if (spans[i].span_s == span_s)
      {
        span = spans[i];
        return &span;
      }
  g_assert_not_reached ();
}
