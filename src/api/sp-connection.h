/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define SP_TYPE_CONNECTION (sp_connection_get_type ())

/**
 * SpConnection:
 *
 * What came of connecting an athlete: who it turned out to be, and what was allowed. Immutable.
 */
typedef struct _SpConnection SpConnection;

GType               sp_connection_get_type       (void);
SpConnection       *sp_connection_new            (gint64              athlete_id,
                                                  const char         *name,
                                                  const char * const *granted,
                                                  const char * const *refused);
SpConnection       *sp_connection_ref            (SpConnection       *self);
void                sp_connection_unref          (SpConnection       *self);
gint64              sp_connection_get_athlete_id (SpConnection       *self);
const char         *sp_connection_get_name       (SpConnection       *self);
const char * const *sp_connection_get_granted    (SpConnection       *self);
const char * const *sp_connection_get_refused    (SpConnection       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpConnection, sp_connection_unref)

G_END_DECLS
