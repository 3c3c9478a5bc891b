/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-competition.h"

G_BEGIN_DECLS

SpCompetition *sp_rule_edits_set_rules         (SpCompetition       *competition,
                                                const SpRules       *rules) G_GNUC_WARN_UNUSED_RESULT;
SpCompetition *sp_rule_edits_set_series_sports (SpCompetition       *competition,
                                                const char * const  *sports) G_GNUC_WARN_UNUSED_RESULT;
SpCompetition *sp_rule_edits_set_sports        (SpCompetition       *competition,
                                                const char          *key,
                                                const char * const  *sports) G_GNUC_WARN_UNUSED_RESULT;
SpCompetition *sp_rule_edits_set_closed        (SpCompetition       *competition,
                                                const char          *key,
                                                gint64               closed_local_s) G_GNUC_WARN_UNUSED_RESULT;
gboolean       sp_rule_edits_parse_sports      (const char          *text,
                                                char              ***sports);

G_END_DECLS
