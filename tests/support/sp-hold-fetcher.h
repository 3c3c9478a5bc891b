/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "support/sp-test-fetcher.h"

G_BEGIN_DECLS

#define SP_TYPE_HOLD_FETCHER (sp_hold_fetcher_get_type ())
G_DECLARE_FINAL_TYPE (SpHoldFetcher, sp_hold_fetcher, SP, HOLD_FETCHER, SpTestFetcher)

SpHoldFetcher *sp_hold_fetcher_new        (SpFetcher     *upstream) G_GNUC_WARN_UNUSED_RESULT;
guint          sp_hold_fetcher_get_n_held (SpHoldFetcher *self);
gboolean       sp_hold_fetcher_release    (SpHoldFetcher *self);
void           sp_hold_fetcher_set_open   (SpHoldFetcher *self,
                                           gboolean       is_open);

G_END_DECLS
