/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/sp-cli-text.h"
#include "model/sp-board.h"

G_BEGIN_DECLS

char      *sp_cli_notes_of_row   (const SpRowValues *row);
SpCliTone  sp_cli_notes_get_tone (SpRowState         state,
                                  SpRowFlags         flags);
char      *sp_cli_notes_of_flags (SpRowFlags         flags,
                                  gint64             fetched_at_s);
char      *sp_cli_notes_of_state (SpBoardState       state,
                                  gint64             opens_local_s,
                                  gint64             ends_local_s);

G_END_DECLS
