/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "api/sp-quota.h"

G_BEGIN_DECLS

/**
 * SP_PACER_WHEN_ANSWERED:
 *
 * Instead of a time: what is in flight may use up what is left, so wait for an answer.
 */
#define SP_PACER_WHEN_ANSWERED G_MAXINT64

#define SP_TYPE_PACER (sp_pacer_get_type ())
G_DECLARE_FINAL_TYPE (SpPacer, sp_pacer, SP, PACER, GObject)

SpPacer *sp_pacer_new           (guint32  seed);
void     sp_pacer_set_quota     (SpPacer *self,
                                 SpQuota *quota);
SpQuota *sp_pacer_get_quota     (SpPacer *self);
gboolean sp_pacer_has_quota     (SpPacer *self);
gint64   sp_pacer_get_next_us   (SpPacer *self,
                                 gint64   now_us);
void     sp_pacer_begin         (SpPacer *self);
void     sp_pacer_end           (SpPacer *self);
gint64   sp_pacer_draw_pause_us (SpPacer *self);
gint64   sp_pacer_expect_end_us (SpPacer *self,
                                 guint    n_reads,
                                 gint64   now_us);

G_END_DECLS
