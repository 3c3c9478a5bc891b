/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/sp-cli-source.h"
#include "model/sp-competition.h"

G_BEGIN_DECLS

/**
 * SP_CLI_DEMO:
 *
 * The name of the demo club's competition.
 */
#define SP_CLI_DEMO "demo:"

SpCompetition *sp_cli_competition_read  (const char          *path,
                                         GListModel         **faults,
                                         GError             **error) G_GNUC_WARN_UNUSED_RESULT;
SpCompetition *sp_cli_competition_demo  (SpCliSource         *source,
                                         GError             **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean       sp_cli_competition_check (SpCompetition       *competition,
                                         GError             **error);
GPtrArray     *sp_cli_competition_find  (SpCompetition       *competition,
                                         const char * const  *names,
                                         GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
