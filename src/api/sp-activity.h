/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-effort.h"
#include "api/sp-origin.h"
#include "api/sp-route.h"

G_BEGIN_DECLS

#define SP_TYPE_ACTIVITY (sp_activity_get_type ())

/**
 * SpActivityFlags:
 * @SP_ACTIVITY_NONE: nothing special
 * @SP_ACTIVITY_MANUAL: typed in by hand; it holds no efforts
 * @SP_ACTIVITY_INDOOR: recorded indoors
 * @SP_ACTIVITY_ONLY_ME: only the athlete may see it at the source
 * @SP_ACTIVITY_FLAGGED: the source doubts it
 * @SP_ACTIVITY_START_HIDDEN: the start tells the day only
 * @SP_ACTIVITY_PROCESSING: the source has not finished reading it; its efforts may come later
 *
 * What is special about an activity.
 */
typedef enum /*< flags >*/
{
  SP_ACTIVITY_NONE = 0,
  SP_ACTIVITY_MANUAL = 1 << 0,
  SP_ACTIVITY_INDOOR = 1 << 1,
  SP_ACTIVITY_ONLY_ME = 1 << 2,
  SP_ACTIVITY_FLAGGED = 1 << 3,
  SP_ACTIVITY_START_HIDDEN = 1 << 4,
  SP_ACTIVITY_PROCESSING = 1 << 5,
} SpActivityFlags;

/**
 * SpActivity:
 *
 * One recorded activity: as a list tells it, or in detail, with its efforts. Immutable, made with an
 * [struct@ActivityBuilder], and safe to hand between threads.
 */
typedef struct _SpActivity SpActivity;

GType            sp_activity_get_type           (void);
SpActivity      *sp_activity_ref                (SpActivity     *self);
void             sp_activity_unref              (SpActivity     *self);
gint64           sp_activity_get_id             (SpActivity     *self);
gint64           sp_activity_get_start_utc_s    (SpActivity     *self);
gint64           sp_activity_get_start_local_s  (SpActivity     *self);
const char      *sp_activity_get_sport          (SpActivity     *self);
double           sp_activity_get_distance_m     (SpActivity     *self);
double           sp_activity_get_climb_m        (SpActivity     *self);
int              sp_activity_get_elapsed_s      (SpActivity     *self);
SpRoute         *sp_activity_get_route          (SpActivity     *self);
SpActivityFlags  sp_activity_get_flags          (SpActivity     *self);
guint64          sp_activity_get_fingerprint    (SpActivity     *self);
gboolean         sp_activity_has_efforts        (SpActivity     *self);
const SpEffort  *sp_activity_get_efforts        (SpActivity     *self,
                                                 guint          *n_efforts);
const SpOrigin  *sp_activity_get_origin         (SpActivity     *self);
SpActivity      *sp_activity_with_origin        (SpActivity     *self,
                                                 const SpOrigin *origin);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpActivity, sp_activity_unref)

G_END_DECLS
