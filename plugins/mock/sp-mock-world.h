/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sp-mock-way.h"

G_BEGIN_DECLS

#define SP_MOCK_MAX_SEGMENTS 8

/**
 * SpMockSegment:
 * @id: its id
 * @name: its name
 * @is_trail: whether most run it on a trail
 * @way: (element-type SpMockSpot): how it runs, on the sheet of home
 * @length_m: how long it is, in metres
 *
 * A segment of the club's land. All are for runs.
 */
typedef struct
{
  gint64      id;
  const char *name;
  gboolean    is_trail;
  GArray     *way;
  double      length_m;
} SpMockSegment;

/**
 * SpMockWorld:
 *
 * The land that the club runs on: its segments on roads and trails, and places to travel to.
 */
typedef struct _SpMockWorld SpMockWorld;

SpMockWorld         *sp_mock_world_new            (guint32        seed,
                                                   guint          n_segments);
void                 sp_mock_world_free           (SpMockWorld   *self);
guint                sp_mock_world_get_n_segments (SpMockWorld   *self);
const SpMockSegment *sp_mock_world_get_segment    (SpMockWorld   *self,
                                                   guint          index);
const SpMockSegment *sp_mock_world_find_segment   (SpMockWorld   *self,
                                                   gint64         id);
guint                sp_mock_world_get_n_places   (void);
void                 sp_mock_world_get_place      (guint          place,
                                                   SpPoint       *middle);
int                  sp_mock_world_get_offset_s   (guint          place,
                                                   gint64         local_s);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpMockWorld, sp_mock_world_free)

G_END_DECLS
