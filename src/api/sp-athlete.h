/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define SP_TYPE_ATHLETE (sp_athlete_get_type ())

/**
 * SpAthlete:
 *
 * Whom a source is asked about: the source's id of a runner, and the name to say in messages. Immutable.
 */
typedef struct _SpAthlete SpAthlete;

GType       sp_athlete_get_type (void);
SpAthlete  *sp_athlete_new      (gint64      id,
                                 const char *name);
SpAthlete  *sp_athlete_ref      (SpAthlete  *self);
void        sp_athlete_unref    (SpAthlete  *self);
gint64      sp_athlete_get_id   (SpAthlete  *self);
const char *sp_athlete_get_name (SpAthlete  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpAthlete, sp_athlete_unref)

G_END_DECLS
