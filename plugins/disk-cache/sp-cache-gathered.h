/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/segment-podium.h"

G_BEGIN_DECLS

/**
 * SpCacheGathered:
 * @activities: (element-type SpActivity): what its pages told so far
 * @origin: as of its oldest page
 *
 * A list on its way, from its first page to its last.
 */
typedef struct
{
  GPtrArray *activities;
  SpOrigin   origin;
} SpCacheGathered;

SpCacheGathered *sp_cache_gathered_new   (void);
SpCacheGathered *sp_cache_gathered_ref   (SpCacheGathered *self);
void             sp_cache_gathered_unref (SpCacheGathered *self);
void             sp_cache_gathered_add   (SpCacheGathered *self,
                                          SpActivityPage  *page,
                                          gint64           fetched_s);

G_END_DECLS
