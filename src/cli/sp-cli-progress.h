/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "api/sp-clock.h"
#include "api/sp-time.h"
#include "engine/sp-progress.h"

G_BEGIN_DECLS

#define SP_TYPE_CLI_PROGRESS (sp_cli_progress_get_type ())
G_DECLARE_FINAL_TYPE (SpCliProgress, sp_cli_progress, SP, CLI_PROGRESS, GObject)

SpCliProgress *sp_cli_progress_new     (SpProgress             *progress,
                                        SpClock                *clock,
                                        int                     fd,
                                        guint                   bar_width) G_GNUC_WARN_UNUSED_RESULT;
void           sp_cli_progress_end     (SpCliProgress          *self);
char          *sp_cli_progress_to_line (const SpProgressValues *values,
                                        gint64                  now_us);
char          *sp_cli_progress_to_bar  (double                  part,
                                        guint                   width);

G_END_DECLS
