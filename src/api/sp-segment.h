/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-origin.h"
#include "api/sp-route.h"

G_BEGIN_DECLS

#define SP_TYPE_SEGMENT (sp_segment_get_type ())

/**
 * SpSegment:
 *
 * The geometry of a segment, as a source tells it. Immutable.
 */
typedef struct _SpSegment SpSegment;

GType           sp_segment_get_type       (void);
SpSegment      *sp_segment_new            (gint64          id,
                                           const char     *name,
                                           const char     *sport,
                                           double          distance_m,
                                           SpRoute        *route,
                                           const SpOrigin *origin);
SpSegment      *sp_segment_ref            (SpSegment      *self);
void            sp_segment_unref          (SpSegment      *self);
gint64          sp_segment_get_id         (SpSegment      *self);
const char     *sp_segment_get_name       (SpSegment      *self);
const char     *sp_segment_get_sport      (SpSegment      *self);
double          sp_segment_get_distance_m (SpSegment      *self);
SpRoute        *sp_segment_get_route      (SpSegment      *self);
const SpOrigin *sp_segment_get_origin     (SpSegment      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpSegment, sp_segment_unref)

G_END_DECLS
