/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "support/sp-test-fetcher.h"

G_BEGIN_DECLS

#define SP_TYPE_CACHING_FETCHER (sp_caching_fetcher_get_type ())
G_DECLARE_FINAL_TYPE (SpCachingFetcher, sp_caching_fetcher, SP, CACHING_FETCHER, SpTestFetcher)

SpCachingFetcher *sp_caching_fetcher_new (SpFetcher *upstream) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
