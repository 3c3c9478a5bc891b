/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/sp-cli-options.h"
#include "cli/sp-cli-source.h"
#include "model/sp-competition.h"

G_BEGIN_DECLS

/**
 * SpCliSetup:
 * @competition: what is run
 * @source: where it is asked
 * @only: (nullable) (element-type utf8): keys of the runners to ask, %NULL for all
 *
 * What a run needs, all of it seen to be usable.
 */
typedef struct
{
  SpCompetition *competition;
  SpSource      *source;
  GPtrArray     *only;
} SpCliSetup;

gboolean sp_cli_setup_make  (SpCliSetup          *self,
                             const SpCliOptions  *options,
                             SpClock             *clock,
                             GError             **error);
void     sp_cli_setup_clear (SpCliSetup          *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpCliSetup, sp_cli_setup_clear)

G_END_DECLS
