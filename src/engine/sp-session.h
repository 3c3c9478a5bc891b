/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/sp-prefetcher.h"
#include "model/sp-results.h"

G_BEGIN_DECLS

/**
 * SpOpenFunc:
 * @run_started_s: when the run began, UTC seconds since 1970; for the fetcher's context
 * @user_data: what was given with it
 * @error: return location
 *
 * Makes the fetcher of one run, with its context.
 *
 * Returns: (transfer full) (nullable): the fetcher
 */
typedef SpFetcher *(*SpOpenFunc) (gint64     run_started_s,
                                  gpointer   user_data,
                                  GError   **error);

#define SP_TYPE_SESSION (sp_session_get_type ())
G_DECLARE_FINAL_TYPE (SpSession, sp_session, SP, SESSION, GObject)

SpSession     *sp_session_new             (SpClock                  *clock,
                                           const char               *directory);
void           sp_session_set_source      (SpSession                *self,
                                           const char               *key,
                                           SpOpenFunc                open,
                                           gpointer                  user_data,
                                           GDestroyNotify            destroy);
void           sp_session_set_competition (SpSession                *self,
                                           SpCompetition            *competition);
SpCompetition *sp_session_get_competition (SpSession                *self);
SpResults     *sp_session_get_results     (SpSession                *self);
void           sp_session_set_results     (SpSession                *self,
                                           SpResults                *results);
SpHarvest     *sp_session_get_harvest     (SpSession                *self);
SpProgress    *sp_session_get_progress    (SpSession                *self);
gboolean       sp_session_is_running      (SpSession                *self);
void           sp_session_score           (SpSession                *self);
void           sp_session_score_soon      (SpSession                *self);
void           sp_session_refresh_async   (SpSession                *self,
                                           const SpPrefetchOptions  *options,
                                           GCancellable             *cancellable,
                                           GAsyncReadyCallback       callback,
                                           gpointer                  user_data);
gboolean       sp_session_refresh_finish  (SpSession                *self,
                                           GAsyncResult             *result,
                                           GError                  **error);

G_END_DECLS
