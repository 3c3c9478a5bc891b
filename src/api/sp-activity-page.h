/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-activity.h"

G_BEGIN_DECLS

#define SP_TYPE_ACTIVITY_PAGE (sp_activity_page_get_type ())

/**
 * SpActivityPage:
 *
 * One page of a list of activities, in no order that can be relied on, and where the next page begins. Immutable.
 */
typedef struct _SpActivityPage SpActivityPage;

GType           sp_activity_page_get_type        (void);
SpActivityPage *sp_activity_page_new             (GPtrArray      *activities,
                                                  const char     *next_cursor,
                                                  const SpOrigin *origin);
SpActivityPage *sp_activity_page_ref             (SpActivityPage *self);
void            sp_activity_page_unref           (SpActivityPage *self);
guint           sp_activity_page_get_n           (SpActivityPage *self);
SpActivity     *sp_activity_page_get             (SpActivityPage *self,
                                                  guint           index);
const char     *sp_activity_page_get_next_cursor (SpActivityPage *self);
const SpOrigin *sp_activity_page_get_origin      (SpActivityPage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpActivityPage, sp_activity_page_unref)

G_END_DECLS
