/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-competition.h"

G_BEGIN_DECLS

SpCompetition *sp_runner_edits_put      (SpCompetition        *competition,
                                         const SpRunnerValues *values);
SpCompetition *sp_runner_edits_remove   (SpCompetition        *competition,
                                         const char           *key);
SpCompetition *sp_runner_edits_withdraw (SpCompetition        *competition,
                                         const char           *key);
char *         sp_runner_edits_new_key  (SpCompetition        *competition);
GPtrArray *    sp_runner_edits_list_teams (SpCompetition      *competition,
                                           gboolean            distance);

G_END_DECLS
