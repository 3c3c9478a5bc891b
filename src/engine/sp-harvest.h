/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/sp-block.h"

G_BEGIN_DECLS

/**
 * SpHarvestInfo:
 * @started_s: when the run began, UTC seconds since 1970; the run's id
 * @finished_s: when it ended, or when the snapshot was taken
 * @source_id: (nullable): the source's id
 * @thorough: whether no activity was skipped for its route
 * @cancelled: whether the run was cancelled before its end
 * @sealed: whether the run is over; a snapshot is not
 * @utc_offset_s: how far the organiser's wall clock was ahead of UTC; windows are naive local, lists are fetched in UTC
 * @refused: whether the source's quota did not let it have all that it asked for
 * @source_name: (nullable): what people call the source
 *
 * What is known of the run itself.
 */
typedef struct
{
  gint64      started_s;
  gint64      finished_s;
  const char *source_id;
  gboolean    thorough;
  gboolean    cancelled;
  gboolean    sealed;
  int         utc_offset_s;
  gboolean    refused;
  const char *source_name;
} SpHarvestInfo;

#define SP_TYPE_HARVEST (sp_harvest_get_type ())

/**
 * SpHarvest:
 *
 * What a run has brought: one block per runner, and the geometry of the segments. Immutable; during a run a snapshot
 * copies the array of blocks and nothing in them.
 */
typedef struct _SpHarvest SpHarvest;

GType                sp_harvest_get_type           (void);
SpHarvest           *sp_harvest_new                (const SpHarvestInfo *info,
                                                    GPtrArray           *blocks,
                                                    GPtrArray           *segments);
SpHarvest           *sp_harvest_ref                (SpHarvest           *self);
void                 sp_harvest_unref              (SpHarvest           *self);
const SpHarvestInfo *sp_harvest_get_info           (SpHarvest           *self);
guint                sp_harvest_get_n              (SpHarvest           *self);
SpBlock             *sp_harvest_get_block          (SpHarvest           *self,
                                                    guint                index);
SpBlock             *sp_harvest_find_block         (SpHarvest           *self,
                                                    gint64               athlete_id);
GPtrArray           *sp_harvest_get_segments       (SpHarvest           *self);
SpSegment           *sp_harvest_find_segment       (SpHarvest           *self,
                                                    gint64               segment_id);
gboolean             sp_harvest_is_cut_off         (SpHarvest           *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpHarvest, sp_harvest_unref)

G_END_DECLS
