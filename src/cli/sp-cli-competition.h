/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/sp-source.h"
#include "files/sp-workbook.h"

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
 * @workbook: (nullable): the workbook that it was read from, with its tokens and what somebody should look at
 *
 * What a file gave.
 */
typedef struct
{
  SpCompetition *competition;
  char          *source;
  char         **source_options;
  SpWorkbook    *workbook;
} SpCliGiven;

void           sp_cli_given_clear       (SpCliGiven          *self);
gboolean       sp_cli_competition_read  (const char          *path,
                                         SpCliGiven          *given,
                                         GError             **error);
SpCompetition *sp_cli_competition_demo  (SpSource            *source,
                                         GError             **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean       sp_cli_competition_check (SpCompetition       *competition,
                                         GError             **error);
GPtrArray     *sp_cli_competition_find  (SpCompetition       *competition,
                                         const char * const  *names,
                                         GError             **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpCliGiven, sp_cli_given_clear)

G_END_DECLS
