/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-clock.h"
#include "api/sp-secret-store.h"

G_BEGIN_DECLS

#define SP_TYPE_FETCHER_CONTEXT (sp_fetcher_context_get_type ())
G_DECLARE_FINAL_TYPE (SpFetcherContext, sp_fetcher_context, SP, FETCHER_CONTEXT, GObject)

SpFetcherContext *sp_fetcher_context_new                  (SpClock          *clock,
                                                           const char       *user_agent,
                                                           const char       *directory,
                                                           SpSecretStore    *secrets,
                                                           gint64            run_started_s) G_GNUC_WARN_UNUSED_RESULT;
SpClock          *sp_fetcher_context_get_clock            (SpFetcherContext *self);
const char       *sp_fetcher_context_get_user_agent       (SpFetcherContext *self);
const char       *sp_fetcher_context_get_directory        (SpFetcherContext *self);
SpSecretStore    *sp_fetcher_context_get_secrets          (SpFetcherContext *self);
gint64            sp_fetcher_context_get_run_started_s    (SpFetcherContext *self);

G_END_DECLS
