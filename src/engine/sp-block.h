/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/segment-podium.h"

G_BEGIN_DECLS

/**
 * SpListState:
 * @SP_LIST_PENDING: not asked yet in this run, and nothing older is known
 * @SP_LIST_FRESH: asked in this run
 * @SP_LIST_STALE: asked in vain; an older list is used
 * @SP_LIST_FAILED: asked in vain, and nothing is held
 * @SP_LIST_CANCELLED: not reached before the run was cancelled
 *
 * How well the list of a runner's activities is known.
 */
typedef enum
{
  SP_LIST_PENDING,
  SP_LIST_FRESH,
  SP_LIST_STALE,
  SP_LIST_FAILED,
  SP_LIST_CANCELLED,
} SpListState;

/**
 * SpDetailState:
 * @SP_DETAIL_NOT_HELD: its efforts were not looked at
 * @SP_DETAIL_HELD: its efforts are known
 * @SP_DETAIL_UNKNOWN: its efforts were asked for, and not had
 *
 * How well one listed activity is known.
 */
typedef enum
{
  SP_DETAIL_NOT_HELD,
  SP_DETAIL_HELD,
  SP_DETAIL_UNKNOWN,
} SpDetailState;

/**
 * SpBlockInfo:
 * @athlete_id: the source's id of the runner
 * @list: how well the list is known
 * @covered: the period of UTC that the list covers, from its start to its end
 * @gaps: (nullable) (array length=n_gaps): what of it the list does not cover, where there were several lists
 * @n_gaps: how many there are
 * @fetched_at_s: when the list was fetched, UTC seconds since 1970, or %SP_TIME_UNKNOWN
 * @from_cache: whether the list was held
 * @hides_private: whether permission for private activities is missing
 * @n_retries: attempts after the first, lists and details together
 * @error_code: the #SpFetchError that the list ended with, -1 where it did not fail
 * @reason: (nullable): why it failed, in a sentence for people
 * @asking: whether the runner is being asked just now
 *
 * What is known of a runner beside the activities.
 */
typedef struct
{
  gint64          athlete_id;
  SpListState     list;
  SpPeriod        covered;
  const SpPeriod *gaps;
  guint           n_gaps;
  gint64          fetched_at_s;
  gboolean        from_cache;
  gboolean        hides_private;
  guint           n_retries;
  int             error_code;
  const char     *reason;
  gboolean        asking;
} SpBlockInfo;

/**
 * SpFound:
 * @activity: index of the activity in the block, %G_MAXUINT32 for an effort that only the source's list of efforts told
 * @effort: index of the effort in its activity's, or among the listed ones
 *
 * Where an effort is found in a block.
 */
typedef struct
{
  guint32 activity;
  guint32 effort;
} SpFound;

#define SP_TYPE_BLOCK (sp_block_get_type ())

/**
 * SpBlock:
 *
 * All that is known of one runner: the list of activities, the efforts of those that were looked at, and how well. It
 * is immutable and shared between a run's snapshots.
 */
typedef struct _SpBlock SpBlock;

GType             sp_block_get_type        (void);
SpBlock          *sp_block_new             (const SpBlockInfo *info,
                                            GPtrArray         *activities,
                                            const guint8      *states,
                                            const char * const *reasons,
                                            const SpEffort    *listed,
                                            const gint64      *listed_activities,
                                            guint              n_listed);
SpBlock          *sp_block_with_info       (SpBlock           *self,
                                            const SpBlockInfo *info);
SpBlock          *sp_block_ref             (SpBlock           *self);
void              sp_block_unref           (SpBlock           *self);
const SpBlockInfo *sp_block_get_info       (SpBlock           *self);
guint             sp_block_get_n           (SpBlock           *self);
SpActivity       *sp_block_get_activity    (SpBlock           *self,
                                            guint              index);
SpDetailState     sp_block_get_state       (SpBlock           *self,
                                            guint              index);
const char       *sp_block_get_reason      (SpBlock           *self,
                                            guint              index);
const SpFound    *sp_block_find_efforts    (SpBlock           *self,
                                            gint64             segment_id,
                                            guint             *n_found);
const SpEffort   *sp_block_get_effort      (SpBlock           *self,
                                            const SpFound     *found,
                                            SpActivity       **activity,
                                            gint64            *activity_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpBlock, sp_block_unref)

G_END_DECLS
