/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-activity.h"

G_BEGIN_DECLS

#define SP_TYPE_ACTIVITY_BUILDER (sp_activity_builder_get_type ())

/**
 * SpActivityBuilder:
 *
 * Puts an [struct@Activity] together. What is not set stays unknown, which is never the same as none.
 */
typedef struct _SpActivityBuilder SpActivityBuilder;

GType              sp_activity_builder_get_type        (void);
SpActivityBuilder *sp_activity_builder_new             (gint64                  id,
                                                        gint64                  start_utc_s,
                                                        gint64                  start_local_s);
SpActivityBuilder *sp_activity_builder_new_from        (SpActivity             *activity);
SpActivityBuilder *sp_activity_builder_copy            (SpActivityBuilder      *self);
void               sp_activity_builder_free            (SpActivityBuilder      *self);
void               sp_activity_builder_set_sport       (SpActivityBuilder      *self,
                                                        const char             *sport);
void               sp_activity_builder_set_distance_m  (SpActivityBuilder      *self,
                                                        double                  distance_m);
void               sp_activity_builder_set_climb_m     (SpActivityBuilder      *self,
                                                        double                  climb_m);
void               sp_activity_builder_set_elapsed_s   (SpActivityBuilder      *self,
                                                        int                     elapsed_s);
void               sp_activity_builder_set_route       (SpActivityBuilder      *self,
                                                        SpRoute                *route);
void               sp_activity_builder_set_flags       (SpActivityBuilder      *self,
                                                        SpActivityFlags         flags);
void               sp_activity_builder_set_fingerprint (SpActivityBuilder      *self,
                                                        guint64                 fingerprint);
void               sp_activity_builder_set_has_efforts (SpActivityBuilder      *self);
void               sp_activity_builder_add_effort      (SpActivityBuilder      *self,
                                                        const SpEffort         *effort);
void               sp_activity_builder_set_origin      (SpActivityBuilder      *self,
                                                        const SpOrigin         *origin);
SpActivity        *sp_activity_builder_end             (SpActivityBuilder      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpActivityBuilder, sp_activity_builder_free)

G_END_DECLS
