/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/sp-competition.h"

G_BEGIN_DECLS

char *sp_import_words_runner        (const SpRunnerValues       *before,
                                     const SpRunnerValues       *after) G_GNUC_WARN_UNUSED_RESULT;
char *sp_import_words_group         (const SpGroupValues        *before,
                                     const SpGroupValues        *after) G_GNUC_WARN_UNUSED_RESULT;
char *sp_import_words_series_window (const SpSeriesWindowValues *before,
                                     const SpSeriesWindowValues *after) G_GNUC_WARN_UNUSED_RESULT;
char *sp_import_words_series_title  (const SpSeriesWindowValues *window) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
