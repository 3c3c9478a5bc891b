/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-competition.h"

G_BEGIN_DECLS

typedef struct _SpJsonMembers SpJsonMembers;

SpJsonMembers  *sp_json_members_new               (SpCompetition *competition) G_GNUC_WARN_UNUSED_RESULT;
void            sp_json_members_free              (SpJsonMembers *self);
SpRunner       *sp_json_members_get_runner        (SpJsonMembers *self,
                                                   const char    *key);
SpGroup        *sp_json_members_get_group         (SpJsonMembers *self,
                                                   const char    *key);
SpSeriesWindow *sp_json_members_get_series_window (SpJsonMembers *self,
                                                   const char    *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SpJsonMembers, sp_json_members_free)

G_END_DECLS
