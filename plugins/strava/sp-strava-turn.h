/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-strava-grant.h"
#include "sp-strava-lock.h"
#include "sp-strava-oauth.h"

G_BEGIN_DECLS

/**
 * SP_STRAVA_KEY_ATHLETE:
 *
 * Under what an athlete's grant is kept in the secret store, with the athlete's id.
 */
#define SP_STRAVA_KEY_ATHLETE "athlete/%" G_GINT64_FORMAT

/**
 * SP_STRAVA_KEY_IMPORT:
 *
 * Where a refresh token from elsewhere, such as a workbook, is laid down to be taken, with the athlete's id.
 */
#define SP_STRAVA_KEY_IMPORT "import/%" G_GINT64_FORMAT

/**
 * SpStravaEntry:
 * @athlete_id: whose it is
 * @grant: (nullable): what is granted, as it is kept
 * @unsaved: (nullable): what is newer than what is kept, where it could not be kept yet
 * @dead_hash: (nullable): tells the refresh token that Strava refused
 * @waiting: (element-type GTask): who asks next
 * @is_busy: whether somebody has their turn
 *
 * What is known of one athlete's permission.
 */
typedef struct
{
  gint64         athlete_id;
  SpStravaGrant *grant;
  SpStravaGrant *unsaved;
  char          *dead_hash;
  GQueue         waiting;
  gboolean       is_busy;
} SpStravaEntry;

/**
 * SpStravaTurnKind:
 * @SP_STRAVA_TURN_GET: wants an access token
 * @SP_STRAVA_TURN_KEEP: brings a new grant
 * @SP_STRAVA_TURN_FORGET: wants it forgotten
 *
 * What somebody wants with an athlete's permission.
 */
typedef enum
{
  SP_STRAVA_TURN_GET,
  SP_STRAVA_TURN_KEEP,
  SP_STRAVA_TURN_FORGET,
} SpStravaTurnKind;

/**
 * SpStravaTurn:
 * @kind: what for
 * @entry: about whom
 * @athlete_name: the runner's name
 * @clock: the clock of the run
 * @oauth: asks for tokens
 * @secrets: where they are kept
 * @lock_path: (nullable): the file that other processes lock too
 * @refused_token: (nullable): an access token that is no good any more
 * @given: (nullable): the new grant
 * @lock: (nullable): held while it lasts
 * @found: (nullable): what the store holds, or what was imported
 * @older: (nullable): what the store holds, where @found was imported
 * @revoked: (element-type utf8): refresh tokens that are to be given back
 * @is_import: whether something was laid down that was not known
 * @is_known: whether something was laid down that was
 *
 * One turn of somebody with an athlete's permission.
 */
typedef struct
{
  SpStravaTurnKind  kind;
  SpStravaEntry    *entry;
  char             *athlete_name;
  SpClock          *clock;
  SpStravaOauth    *oauth;
  SpSecretStore    *secrets;
  char             *lock_path;
  char             *refused_token;
  SpStravaGrant    *given;
  SpStravaLock     *lock;
  SpStravaGrant    *found;
  SpStravaGrant    *older;
  GQueue            revoked;
  gboolean          is_import;
  gboolean          is_known;
} SpStravaTurn;

SpStravaEntry *sp_strava_entry_new            (gint64               athlete_id);
void           sp_strava_entry_free           (SpStravaEntry       *self);
SpStravaTurn * sp_strava_turn_new             (SpStravaTurnKind     kind);
void           sp_strava_turn_free            (SpStravaTurn        *self);
char *         sp_strava_turn_get_key         (const SpStravaTurn  *self,
                                               gboolean             is_import);
char *         sp_strava_turn_make_lock_path  (const SpStravaTurn  *self,
                                               const char          *directory);
gboolean       sp_strava_turn_is_served       (const SpStravaTurn  *self,
                                               const SpStravaGrant *grant,
                                               gint64               now_s);
void           sp_strava_turn_consider_import (SpStravaTurn        *self,
                                               const char          *token);
void           sp_strava_turn_run_async       (SpStravaTurn        *self,
                                               GCancellable        *cancellable,
                                               GAsyncReadyCallback  callback,
                                               gpointer             user_data);
gboolean       sp_strava_turn_run_finish      (GAsyncResult        *result,
                                               GError             **error);

G_END_DECLS
