/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-competition.h"

G_BEGIN_DECLS

#define SP_TYPE_COMPETITION_BUILDER (sp_competition_builder_get_type ())
G_DECLARE_FINAL_TYPE (SpCompetitionBuilder, sp_competition_builder, SP, COMPETITION_BUILDER, GObject)

SpCompetitionBuilder *sp_competition_builder_new                  (void);
SpCompetitionBuilder *sp_competition_builder_new_from             (SpCompetition        *competition);
void                  sp_competition_builder_set_name             (SpCompetitionBuilder *self,
                                                                   const char           *name);
void                  sp_competition_builder_set_rules            (SpCompetitionBuilder *self,
                                                                   const SpRules        *rules);
void                  sp_competition_builder_set_series_sports    (SpCompetitionBuilder *self,
                                                                   const char * const   *sports);
gboolean              sp_competition_builder_put_runner           (SpCompetitionBuilder *self,
                                                                   SpRunner             *runner);
gboolean              sp_competition_builder_remove_runner        (SpCompetitionBuilder *self,
                                                                   const char           *key);
gboolean              sp_competition_builder_put_group            (SpCompetitionBuilder *self,
                                                                   SpGroup              *group);
gboolean              sp_competition_builder_remove_group         (SpCompetitionBuilder *self,
                                                                   const char           *key);
gboolean              sp_competition_builder_put_series_window    (SpCompetitionBuilder *self,
                                                                   SpSeriesWindow       *window);
gboolean              sp_competition_builder_remove_series_window (SpCompetitionBuilder *self,
                                                                   const char           *key);
SpCompetition        *sp_competition_builder_end                  (SpCompetitionBuilder *self);

G_END_DECLS
