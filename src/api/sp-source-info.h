/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define SP_TYPE_SOURCE_INFO (sp_source_info_get_type ())

/**
 * SpSourceInfo:
 *
 * What a fetcher says of itself: by what key its answers may be kept, how long, and how to link to an effort.
 * Immutable.
 */
typedef struct _SpSourceInfo SpSourceInfo;

GType         sp_source_info_get_type        (void);
SpSourceInfo *sp_source_info_new             (const char      *cache_key,
                                              gint64           retention_s,
                                              gint64           freshness_s,
                                              const char      *effort_link);
SpSourceInfo *sp_source_info_ref             (SpSourceInfo    *self);
void          sp_source_info_unref           (SpSourceInfo    *self);
const char   *sp_source_info_get_cache_key   (SpSourceInfo    *self);
gint64        sp_source_info_get_retention_s (SpSourceInfo    *self);
gint64        sp_source_info_get_freshness_s (SpSourceInfo    *self);
const char   *sp_source_info_get_effort_link (SpSourceInfo    *self);
char         *sp_source_info_link_effort     (SpSourceInfo    *self,
                                              gint64           activity_id,
                                              gint64           effort_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpSourceInfo, sp_source_info_unref)

G_END_DECLS
