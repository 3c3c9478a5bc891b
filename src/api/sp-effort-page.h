/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-effort.h"
#include "api/sp-origin.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define SP_TYPE_EFFORT_PAGE (sp_effort_page_get_type ())

/**
 * SpEffortPage:
 *
 * One page of the efforts that a source lists for one athlete on one segment. It never proves that there are no others.
 * Immutable.
 */
typedef struct _SpEffortPage SpEffortPage;

GType           sp_effort_page_get_type        (void);
SpEffortPage   *sp_effort_page_new             (const SpEffort *efforts,
                                                const gint64   *activity_ids,
                                                gsize           n_efforts,
                                                const char     *next_cursor,
                                                const SpOrigin *origin);
SpEffortPage   *sp_effort_page_ref             (SpEffortPage   *self);
void            sp_effort_page_unref           (SpEffortPage   *self);
gsize           sp_effort_page_get_n           (SpEffortPage   *self);
const SpEffort *sp_effort_page_get             (SpEffortPage   *self,
                                                gsize           index,
                                                gint64         *activity_id);
const char     *sp_effort_page_get_next_cursor (SpEffortPage   *self);
const SpOrigin *sp_effort_page_get_origin      (SpEffortPage   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpEffortPage, sp_effort_page_unref)

G_END_DECLS
