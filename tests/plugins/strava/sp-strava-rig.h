/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-fetcher.h"
#include "support/fake-strava/sp-fake-strava.h"
#include "support/sp-test-clock.h"
#include "support/sp-test-sync.h"
#include "support/sp-test-values.h"

G_BEGIN_DECLS

#define ANNA 501
#define BEN 502
#define CANAL 77

/**
 * SpStravaRig:
 * @clock: the time, for server and fetcher
 * @server: a Strava
 * @store: the secrets
 * @folder: a place for the fetcher
 * @fetcher: the fetcher
 * @anna: connected, with all permissions
 * @ben: known to Strava, not connected
 *
 * What most tests of the fetcher start with.
 */
typedef struct
{
  SpTestClock   *clock;
  SpFakeStrava  *server;
  SpSecretStore *store;
  char          *folder;
  SpFetcher     *fetcher;
  SpAthlete     *anna;
  SpAthlete     *ben;
} SpStravaRig;

void          sp_strava_rig_set_up      (SpStravaRig       *self,
                                         gconstpointer      certificate);
void          sp_strava_rig_tear_down   (SpStravaRig       *self,
                                         gconstpointer      unused);
SpFetcher    *sp_strava_rig_make        (SpStravaRig       *self);
void          sp_strava_rig_restart     (SpStravaRig       *self);
void          sp_strava_rig_connect     (SpStravaRig       *self,
                                         gint64             athlete_id);
char         *sp_strava_rig_get_grant   (SpStravaRig       *self,
                                         gint64             athlete_id);
void          sp_strava_rig_add_run     (SpStravaRig       *self,
                                         gint64             athlete_id,
                                         gint64             id,
                                         const char        *start);
SpActivityPage *sp_strava_rig_list      (SpStravaRig       *self,
                                         SpAthlete         *athlete,
                                         const char        *cursor,
                                         GError           **error);
void          sp_strava_rig_list_ok     (SpStravaRig       *self);
const SpQuotaSpan *sp_strava_rig_get_span (SpStravaRig     *self,
                                           gint64           span_s);

G_END_DECLS
