/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SpStravaGate:
 *
 * Lets few operations at a time begin; the others wait for their turn, or for their cancellable.
 */
typedef struct _SpStravaGate SpStravaGate;

/**
 * SpStravaGateFunc:
 * @task: (transfer full): an operation
 *
 * Begins it. When it is over, sp_strava_gate_leave() lets the next one in.
 */
typedef void (*SpStravaGateFunc) (GTask *task);

SpStravaGate *sp_strava_gate_new   (guint             room,
                                    SpStravaGateFunc  begin);
void          sp_strava_gate_free  (SpStravaGate     *self);
void          sp_strava_gate_enter (SpStravaGate     *self,
                                    GTask            *task);
void          sp_strava_gate_leave (SpStravaGate     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpStravaGate, sp_strava_gate_free)

G_END_DECLS
