/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/segment-podium.h"

G_BEGIN_DECLS

void sp_cache_facts_init (SpFetcherInterface *iface);

G_END_DECLS
