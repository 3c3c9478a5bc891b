/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

#include "api/sp-clock.h"
#include "api/sp-quota.h"

G_BEGIN_DECLS

#define SP_TYPE_STRAVA_LEDGER (sp_strava_ledger_get_type ())
G_DECLARE_FINAL_TYPE (SpStravaLedger, sp_strava_ledger, SP, STRAVA_LEDGER, GObject)

SpStravaLedger *sp_strava_ledger_new         (SpClock              *clock,
                                              const char           *path) G_GNUC_WARN_UNUSED_RESULT;
void            sp_strava_ledger_set_reserve (SpStravaLedger       *self,
                                              guint                 reserve);
SpQuota        *sp_strava_ledger_get_quota   (SpStravaLedger       *self);
void            sp_strava_ledger_take_async  (SpStravaLedger       *self,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean        sp_strava_ledger_take_finish (SpStravaLedger       *self,
                                              GAsyncResult         *result,
                                              GError              **error);
void            sp_strava_ledger_give_back   (SpStravaLedger       *self);
void            sp_strava_ledger_note_async  (SpStravaLedger       *self,
                                              SoupMessageHeaders   *headers,
                                              gboolean              was_refused,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean        sp_strava_ledger_note_finish (SpStravaLedger       *self,
                                              GAsyncResult         *result,
                                              GError              **error);

G_END_DECLS
