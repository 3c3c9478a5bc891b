/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "support/sp-test-clock.h"
#include "support/sp-test-fetcher.h"

G_BEGIN_DECLS

#define SP_TYPE_STILL_FETCHER (sp_still_fetcher_get_type ())
G_DECLARE_FINAL_TYPE (SpStillFetcher, sp_still_fetcher, SP, STILL_FETCHER, SpTestFetcher)

SpFetcher *sp_still_fetcher_new (SpFetcher   *upstream,
                                 SpTestClock *clock) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
