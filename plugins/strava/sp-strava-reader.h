/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-strava-ledger.h"
#include "sp-strava-parse.h"
#include "sp-strava-tokens.h"

G_BEGIN_DECLS

/**
 * SpStravaParser:
 * @node: a parsed answer
 * @question: what was asked
 * @origin: where it comes from
 * @error: return location for an error
 *
 * Makes an answer of the contract; called in a worker.
 *
 * Returns: (transfer full): the answer; %NULL with @error set
 */
typedef gpointer (*SpStravaParser) (JsonNode                *node,
                                    const SpStravaQuestion  *question,
                                    const SpOrigin          *origin,
                                    GError                 **error);

#define SP_TYPE_STRAVA_READER (sp_strava_reader_get_type ())
G_DECLARE_FINAL_TYPE (SpStravaReader, sp_strava_reader, SP, STRAVA_READER, GObject)

SpStravaReader *sp_strava_reader_new         (SpClock                 *clock,
                                              SpStravaHttp            *http,
                                              SpStravaTokens          *tokens,
                                              SpStravaLedger          *ledger,
                                              const char              *api) G_GNUC_WARN_UNUSED_RESULT;
void            sp_strava_reader_read_async  (SpStravaReader          *self,
                                              SpAthlete               *athlete,
                                              const char              *path,
                                              SpStravaParser           parser,
                                              GDestroyNotify           answer_free,
                                              const SpStravaQuestion  *question,
                                              GCancellable            *cancellable,
                                              GAsyncReadyCallback      callback,
                                              gpointer                 user_data);
gpointer        sp_strava_reader_read_finish (SpStravaReader          *self,
                                              GAsyncResult            *result,
                                              GError                 **error);

G_END_DECLS
