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

/**
 * SpCliGiven:
 * @competition: the competition
 * @source: (nullable): the id of the source that its document names
 * @source_options: (nullable) (array zero-terminated=1): options of that source, each NAME=VALUE
 * @faults: (nullable): of #SpWorkbookFault: what somebody should look at
 *
 * What a file gave.
 */
typedef struct
{
  SpCompetition *competition;
  char          *source;
  char         **source_options;
  GListModel    *faults;
} SpCliGiven;

void           sp_cli_given_clear       (SpCliGiven          *self);
gboolean       sp_cli_competition_read  (const char          *path,
                                         SpCliGiven          *given,
                                         GError             **error);
SpCompetition *sp_cli_competition_demo  (SpCliSource         *source,
                                         GError             **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean       sp_cli_competition_check (SpCompetition       *competition,
                                         GError             **error);
GPtrArray     *sp_cli_competition_find  (SpCompetition       *competition,
                                         const char * const  *names,
                                         GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpCliGiven, sp_cli_given_clear)

G_END_DECLS
