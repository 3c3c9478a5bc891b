/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-clock.h"
#include "engine/sp-pacer.h"

G_BEGIN_DECLS

#define SP_TYPE_GATE (sp_gate_get_type ())
G_DECLARE_FINAL_TYPE (SpGate, sp_gate, SP, GATE, GObject)

SpGate  *sp_gate_new           (SpClock              *clock,
                                SpPacer              *pacer,
                                gint64                max_wait_us,
                                GCancellable         *cancellable);
void     sp_gate_pass_async    (SpGate               *self,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data);
gboolean sp_gate_pass_finish   (SpGate               *self,
                                GAsyncResult         *result,
                                GError              **error);
void     sp_gate_leave         (SpGate               *self,
                                SpQuota              *quota);
gboolean sp_gate_is_shut       (SpGate               *self);
gint64   sp_gate_get_wait_us   (SpGate               *self);
gint64   sp_gate_get_waited_us (SpGate               *self);

G_END_DECLS
