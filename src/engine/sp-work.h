/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/sp-block.h"

G_BEGIN_DECLS

/**
 * SpWork:
 *
 * What a run gathers of one runner until it is sealed: the one place that changes, from which blocks are made.
 */
typedef struct _SpWork SpWork;

SpWork       *sp_work_new             (SpAthlete       *athlete,
                                       guint            n_groups);
void          sp_work_free            (SpWork          *self);
SpAthlete    *sp_work_get_athlete     (SpWork          *self);
SpListState   sp_work_get_list        (SpWork          *self);
void          sp_work_begin_list      (SpWork          *self,
                                       const SpPeriod  *covered);
void          sp_work_add_page        (SpWork          *self,
                                       SpActivityPage  *page,
                                       gint64           now_s);
void          sp_work_end_list        (SpWork          *self,
                                       SpListState      state,
                                       const GError    *error);
void          sp_work_add_retries     (SpWork          *self,
                                       guint            n_retries);
guint         sp_work_get_n           (SpWork          *self);
SpActivity   *sp_work_get_activity    (SpWork          *self,
                                       guint            index);
SpDetailState sp_work_get_state       (SpWork          *self,
                                       guint            index);
gboolean      sp_work_put_detail      (SpWork          *self,
                                       guint            index,
                                       SpActivity      *detail,
                                       GError         **error);
void          sp_work_put_unknown     (SpWork          *self,
                                       guint            index,
                                       const char      *reason);
void          sp_work_add_listed      (SpWork          *self,
                                       const SpEffort  *effort,
                                       gint64           activity_id);
void          sp_work_set_dead        (SpWork          *self,
                                       const GError    *error);
const GError *sp_work_get_dead        (SpWork          *self);
guint8       *sp_work_get_filled      (SpWork          *self);
SpBlock      *sp_work_get_block       (SpWork          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpWork, sp_work_free)

G_END_DECLS
