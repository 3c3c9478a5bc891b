/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-activity-page.h"
#include "api/sp-segment.h"

G_BEGIN_DECLS

GBytes     *sp_cache_pack_listed     (SpActivity     *activity);
GBytes     *sp_cache_pack_detail     (SpActivity     *activity);
GBytes     *sp_cache_pack_page       (SpActivityPage *page);
GBytes     *sp_cache_pack_segment    (SpSegment      *segment);
SpActivity *sp_cache_unpack_activity (GBytes         *bytes,
                                      const SpOrigin *origin);
GPtrArray  *sp_cache_unpack_page     (GBytes         *bytes,
                                      const SpOrigin *origin);
SpSegment  *sp_cache_unpack_segment  (GBytes         *bytes,
                                      const SpOrigin *origin);

G_END_DECLS
