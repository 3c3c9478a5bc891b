/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-segment.h"
#include "sp-mock-activity.h"

G_BEGIN_DECLS

/**
 * SpMockSize:
 * @seed: where all chance comes from
 * @n_runners: how many runners
 * @n_segments: how many segments, 1 to %SP_MOCK_MAX_SEGMENTS
 * @n_windows: how many windows in all, @n_segments to %SP_MOCK_MAX_WINDOWS
 * @anchor_local_s: midnight of the day that is to be today, naive local
 *
 * What makes a club what it is.
 */
typedef struct
{
  guint32 seed;
  guint   n_runners;
  guint   n_segments;
  guint   n_windows;
  gint64  anchor_local_s;
} SpMockSize;

/**
 * SpMockClub:
 *
 * A club that is the same each time it is made with the same values. What a runner did is made up when it is first
 * asked for.
 */
typedef struct _SpMockClub SpMockClub;

SpMockClub         *sp_mock_club_new            (const SpMockSize *size);
void                sp_mock_club_free           (SpMockClub       *self);
const SpMockSize   *sp_mock_club_get_size       (SpMockClub       *self);
SpMockWorld        *sp_mock_club_get_world      (SpMockClub       *self);
const SpMockSeason *sp_mock_club_get_season     (SpMockClub       *self);
const SpMockRunner *sp_mock_club_get_runner     (SpMockClub       *self,
                                                 guint             index);
const SpMockRunner *sp_mock_club_find_runner    (SpMockClub       *self,
                                                 gint64            id);
GPtrArray          *sp_mock_club_get_activities (SpMockClub       *self,
                                                 guint             index);
SpMockActivity     *sp_mock_club_find_activity  (SpMockClub       *self,
                                                 guint             index,
                                                 gint64            id);
SpSegment          *sp_mock_club_make_segment   (SpMockClub       *self,
                                                 gint64            id,
                                                 const SpOrigin   *origin);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpMockClub, sp_mock_club_free)

G_END_DECLS
