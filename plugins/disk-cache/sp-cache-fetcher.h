/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/segment-podium.h"

G_BEGIN_DECLS

#define SP_TYPE_CACHE_FETCHER (sp_cache_fetcher_get_type ())
G_DECLARE_FINAL_TYPE (SpCacheFetcher, sp_cache_fetcher, SP, CACHE_FETCHER, GObject)

G_END_DECLS
